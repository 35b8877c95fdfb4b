"""Decode a picture with Pillow: its limits first, a JPEG reduced to luma, then the pixels as a person sees
them.
"""

from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile

from rescind.fingerprint import exif, limits, pixels
from rescind.fingerprint.opening import WEBP_BYTES, open_picture
from rescind.fingerprint.picture import Picture, SpendSeconds
from rescind.fingerprint.sniff import Kind
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.upright import SIDEWAYS
from rescind.fingerprint.values import How, Note

SHORT_SIDE = 512
"""A reduced JPEG keeps at least this short side: at most 16 bits from the full decode on 562 measured files.
"""

_COLOUR_BYTES = 7  # four as Pillow keeps a colour, three as the kernel reads it
_MODE_BYTES = {"1": 2, "L": 2, "P": 4, "LA": 7, "I;16": 3, "I;16B": 3, "I": 9, "F": 9}
_KIND_BYTES = {Kind.WEBP: WEBP_BYTES, Kind.AVIF: 12}  # AVIF: planes, colours, a copy, and Pillow's own four


def read(kind: Kind, content: bytes, spend: SpendSeconds) -> Picture:
    """Return the first picture in the bytes, which are of that kind.

    Raises Unclear when a limit forbids it, and whatever Pillow raises on broken bytes.
    """
    image, notes = open_picture(kind, content)
    width, height = image.size
    reduced = _reduce(image) if isinstance(image, JpegImageFile) else 1
    _allow(kind, image, len(content))
    spend(limits.decoding_seconds(width, height))
    notes |= _notes_of(image)
    del content
    image.load()
    up = exif.orientation(image)
    if up != 1:
        notes.add(Note.TURNED_BY_EXIF)
    if up in SIDEWAYS:
        width, height = height, width
    return Picture(pixels.of(image), up, How(kind.value, width, height, reduced, tuple(sorted(notes))))


def _reduce(image: JpegImageFile) -> int:
    """Ask for luma only, at the smallest size that keeps the short side; return by how much it shrinks."""
    width, height = image.size
    if width * height > limits.MOST_PIXELS_SEEN:
        raise Unclear(Reason.TOO_LARGE)
    image.draft("L", (SHORT_SIDE, SHORT_SIDE))
    image.decodermaxblock = limits.MOST_CONTENT
    return round(max(width, height) / max(image.size))


def _allow(kind: Kind, image: ImageFile, content: int) -> None:
    cost = _KIND_BYTES.get(kind) or _MODE_BYTES.get(image.mode, _COLOUR_BYTES)
    limits.allow(image.width, image.height, cost, already=content)


def _notes_of(image: ImageFile) -> set[Note]:
    notes = {
        Note.ALPHA_ON_WHITE: pixels.has_alpha(image),
        Note.FROM_PALETTE: image.mode in ("P", "PA"),
        Note.FROM_CMYK: image.mode == "CMYK",
        Note.FROM_16_BIT: image.mode.startswith("I;16"),
    }
    return {note for note, true in notes.items() if true}
