"""The value Meta's tools would give for the very same file, with their defects: lists made by others contain
it.

They take the pixels as Pillow first hands them out: no EXIF turn, the indices of a palette as if they were
greys, the first three of four channels. Source: threatexchange 1.2.17, `signal_type/pdq/pdq_hasher.py`, and
pdqhash 0.2.8.
"""

import struct
from io import BytesIO

from PIL import Image, ImageColor, ImagePalette, MpoImagePlugin, UnidentifiedImageError

from rescind import kernel
from rescind.fingerprint.sniff import Kind

_LOADED_NOW = (
    ImageColor,
    ImagePalette,
    MpoImagePlugin,
)  # what Pillow loads late cannot be loaded behind the fence
Image.preinit()

_CONVERTED_THERE = ("LA", "I;16")
_THREE = ("RGB", "YCbCr", "HSV", "LAB")
_FOUR = ("RGBA", "RGBX", "RGBa", "CMYK")
_CANNOT = (OSError, SyntaxError, ValueError, LookupError, TypeError, EOFError, RuntimeError, struct.error)


def reference_of(kind: Kind, content: bytes) -> bytes | None:
    """Return the 32 bytes Meta's tool would give, or None where it gives none (HEIC, 32-bit grey).

    Raises MemoryError when the full picture is larger than what may be used.
    """
    if kind is Kind.HEIC:
        return None
    try:
        with Image.open(BytesIO(content), formats=[kind.value]) as image:
            image.load()
            seen = _as_array(image)
    except (*_CANNOT, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    if seen is None:
        return None
    flat, (width, height) = seen.tobytes(), seen.size
    del seen
    return kernel.pdq(flat, width=width, height=height, channels=3)[0]


def _as_array(image: Image.Image) -> Image.Image | None:
    """Return the three channels that tool hashes, or None when its array has none it accepts."""
    if image.mode in _CONVERTED_THERE:
        return image.convert("RGB")
    if image.mode in _THREE:
        return image
    if image.mode in _FOUR:
        return Image.merge("RGB", image.split()[:3])
    grey = _as_grey(image)
    return Image.merge("RGB", (grey, grey, grey)) if grey else None


def _as_grey(image: Image.Image) -> Image.Image | None:
    if image.mode == "L":
        return image
    if image.mode == "P":
        return Image.frombytes("L", image.size, image.tobytes())
    if image.mode == "1":
        return image.convert("L").point(lambda value: value & 1)
    return None
