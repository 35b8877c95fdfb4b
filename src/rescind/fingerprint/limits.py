"""How big a picture may be before it is opened, counted in the memory its pixels would take.

The header tells width, height and kind; the cost is worked out from those before a single pixel is decoded,
so that a bomb is refused at once. `docs/decisions/0002-decoding.md` has the measurements behind the numbers.
"""

from rescind.fingerprint.unclear import Reason, Unclear

MEBIBYTE = 1 << 20

MOST_CONTENT = 64 * MEBIBYTE
"""The longest file that is looked at, in bytes."""

MOST_DECODED = 200 * MEBIBYTE
"""The most memory the decoded forms of one picture may take together, in bytes."""

MOST_PIXELS_SEEN = 250_000_000
"""The most pixels a JPEG may have that is decoded at reduced size; beyond, only reading it takes seconds."""

MOST_SCANS = 100
"""The most passes a progressive JPEG may have; ordinary ones have ten, each costs a walk over all pixels."""

HEADER_SECONDS = 0.5
"""Processor time for reading a header."""

EDITED_SECONDS = 5.0
"""Processor time for panels and parts, whatever the size: they are made from reduced pictures. A fiftieth of it is
usual, a fifth where there is no C kernel.
"""

SECONDS_PER_MEGAPIXEL = 0.25
"""Processor time for decoding, at least five times what the slowest kind was measured to need."""


def allow(width: int, height: int, bytes_per_pixel: float, *, already: int = 0) -> None:
    """Return when the decoded picture fits; `already` counts bytes beside the pixels.

    Raises Unclear TOO_LARGE when it does not, and CORRUPT when the picture has no pixels at all.
    """
    if width < 1 or height < 1:
        raise Unclear(Reason.CORRUPT)
    if width * height * bytes_per_pixel + already > MOST_DECODED:
        raise Unclear(Reason.TOO_LARGE)


def decoding_seconds(width: int, height: int) -> float:
    """Processor time that decoding a picture of this size may take, in seconds."""
    return HEADER_SECONDS + SECONDS_PER_MEGAPIXEL * width * height / 1e6
