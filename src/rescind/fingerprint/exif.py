"""The one thing taken from what a camera wrote beside a picture: which way is up."""

import struct

from PIL import Image

_ORIENTATION = 0x0112


def orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8; 1 when there is none or it cannot be read.

    Torn EXIF never makes a picture unreadable: browsers show such pictures as they are stored.
    """
    written = image.info.get("exif")
    if not isinstance(written, bytes):
        return 1
    try:
        exif = Image.Exif()
        exif.load(written)
        found = exif.get(_ORIENTATION, 1)
    except (SyntaxError, ValueError, LookupError, TypeError, OSError, struct.error):
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1
