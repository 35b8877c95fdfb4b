"""Decode HEIC through pi_heif, without Pillow between: a phone's 24 megapixels fit the memory allowed.

libheif applies the rotation and mirroring written in the container; an EXIF orientation beside them repeats
what was done already and is passed over, as the format asks (ISO/IEC 23008-12, section 6.5.10).
"""

import pi_heif
from PIL import Image

from rescind.fingerprint import limits, pixels
from rescind.fingerprint.picture import Picture, SpendSeconds
from rescind.fingerprint.sniff import Kind
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.values import How, Note

_BYTES_PER_PIXEL = 4.2  # planes and colours; measured 4.6 with all else, what is over meets the memory limit

pi_heif.options.DECODE_THREADS = 0
pi_heif.options.THUMBNAILS = False
pi_heif.options.DEPTH_IMAGES = False
pi_heif.options.AUX_IMAGES = False


def read(content: bytes, spend: SpendSeconds) -> Picture:
    """Return the primary picture. Raises Unclear when a limit forbids it, and what pi_heif raises on broken
    bytes.
    """
    container = pi_heif.HeifFile(content)
    image = container[container.primary_index]
    width, height = image.size
    limits.allow(width, height, _BYTES_PER_PIXEL, already=len(content))
    spend(limits.decoding_seconds(width, height))
    image.load()
    width, height = image.size  # of what was really decoded
    found, notes = _pixels(image), set()
    if image.has_alpha:
        notes.add(Note.ALPHA_ON_WHITE)
    if len(container) > 1:
        notes.add(Note.FIRST_FRAME)
    return Picture(found, 1, How(Kind.HEIC.value, width, height, 1, tuple(sorted(notes))))


def _pixels(image: pi_heif.HeifImage) -> pixels.Pixels:
    width, height = image.size
    channels = {"L": 1, "RGB": 3}.get(image.mode)
    if channels and image.stride == width * channels:
        # pi_heif frees the memory behind `data` with the picture, not with the view on it
        return pixels.Pixels(memoryview(image.data), width, height, channels, owner=image)
    if image.mode not in ("L", "LA", "La", "RGB", "RGBA", "RGBa"):
        raise Unclear(Reason.UNSUPPORTED_FORMAT)
    return pixels.of(Image.frombytes(image.mode, image.size, image.data, "raw", image.mode, image.stride))
