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
from rescind.fingerprint.pixels import colours
from rescind.fingerprint.sniff import Kind

_LOADED_NOW = (
    ImageColor,
    ImagePalette,
    MpoImagePlugin,
)  # what Pillow loads late cannot be loaded behind the fence
Image.preinit()

_CONVERTED = ("LA", "I;16")
_THREE = ("RGB", "YCbCr", "HSV", "LAB")
_FOUR = ("RGBA", "RGBX", "RGBa", "CMYK")
_GREY = ("L", "P", "1")
_HASHED = frozenset(_CONVERTED + _THREE + _FOUR + _GREY)
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
            if image.mode not in _HASHED:
                return None
            seen, (width, height) = colours(image, _as_array), image.size
    except (*_CANNOT, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return kernel.pdq(seen, width=width, height=height, channels=3)[0]


def _as_array(band: Image.Image) -> Image.Image:
    """Return the three channels that tool hashes."""
    if band.mode in _THREE:
        return band
    if band.mode in _CONVERTED:
        return band.convert("RGB")
    if band.mode in _FOUR:
        return Image.merge("RGB", band.split()[:3])
    grey = _as_grey(band)
    return Image.merge("RGB", (grey, grey, grey))


def _as_grey(band: Image.Image) -> Image.Image:
    """Return what that tool takes for greys: palette indices, and black and white as 0 and 1."""
    if band.mode == "P":
        return Image.frombytes("L", band.size, band.tobytes())
    return band.convert("L").point(lambda value: value & 1) if band.mode == "1" else band
