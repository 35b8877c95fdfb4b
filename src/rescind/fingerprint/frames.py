"""The frames of an animated picture, each with its time: GIF, WebP, PNG and AVIF.

Only what differs from the frame before is told, since an animation may stand still for long. Memory is that of
one frame; work is bounded by the pixels that are decoded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from PIL.ImageFile import ImageFile
from PIL.PngImagePlugin import PngImageFile

from rescind import kernel
from rescind.fingerprint import exif, limits, pixels
from rescind.fingerprint.opening import open_picture
from rescind.fingerprint.picture import SpendSeconds
from rescind.fingerprint.pixels import Pixels
from rescind.fingerprint.sniff import Kind
from rescind.fingerprint.upright import upright_turn

MOST_FRAMES = 200
"""Different frames that are told."""

MOST_PIXELS = 100_000_000
"""Pixels of all frames together that are decoded; an animation longer than that is told as far as it goes."""

STILL = 8
"""Bits by which a frame may differ from the one told before it and count as the same."""

ANIMATED = frozenset({Kind.GIF, Kind.WEBP, Kind.PNG, Kind.AVIF})
"""The kinds that may have more than one frame."""

_BYTES_PER_PIXEL = 16
_MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Still:
    """A frame that shows from `at` seconds on: its pixels as stored, which way is up (EXIF), and the fingerprint
    of it upright with its quality.
    """

    at: float
    pixels: Pixels
    orientation: int
    bits: bytes
    quality: int


def of(kind: Kind, content: bytes, spend: SpendSeconds, most: int = MOST_FRAMES) -> Iterator[Still]:
    """Yield at most so many different frames in their order; a picture that stands still has one.

    Raises Unclear when a limit forbids to open it, and whatever Pillow raises on broken bytes: for a file that
    is cut off, after the frames before the cut.
    """
    image = _open(kind, content)
    width, height = image.size
    limits.allow(width, height, _BYTES_PER_PIXEL, already=len(content))
    seconds, told, last = 0.0, 0, b""
    for number in range(_readable(image)):
        spend(limits.decoding_seconds(width, height))
        image.seek(number)
        image.load()
        still = _still(image, seconds)
        seconds += _shown(image)
        if not last or kernel.distance(last, still.bits) > STILL:
            last = still.bits
            yield still
            told += 1
        if told >= most:
            return


def _open(kind: Kind, content: bytes) -> ImageFile:
    """Return the picture opened; a PNG with all its frames, which are else taken out of it."""
    return PngImageFile(BytesIO(content)) if kind is Kind.PNG else open_picture(kind, content)[0]


def _readable(image: ImageFile) -> int:
    """Return how many frames may be decoded."""
    frames = getattr(image, "n_frames", 1)
    return max(1, min(frames, MOST_PIXELS // (image.width * image.height)))


def _still(image: ImageFile, at: float) -> Still:
    seen, up = pixels.of(image), exif.orientation(image)
    bits, quality = kernel.pdq(
        seen.content, width=seen.width, height=seen.height, channels=seen.channels, turn=upright_turn(up)
    )
    return Still(at, seen, up, bits, quality)


def _shown(image: ImageFile) -> float:
    """Return for how many seconds the frame shows; 0 when the file does not say it in numbers."""
    told = image.info.get("duration", 0)
    return told / _MILLISECONDS if isinstance(told, (int, float)) and told > 0 else 0.0
