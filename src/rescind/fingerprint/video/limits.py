"""How big a video may be, how much memory and time it gets. `docs/decisions/0013-video.md` has the measurements.

Time is processor time, granted anew with each second of video that passes, so that an hour may take its time
and a file that gets nowhere may not.
"""

from typing import Final

from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.video.unclear import UnclearVideo

MOST_PIXELS: Final = 8192 * 4352
"""Of one frame: the largest that any level of H.264, HEVC or AV1 in use allows."""

HEADROOM: Final = 1 << 30
"""Address space beyond what the idle process has: seventeen frames of 4096 x 2304 in ten bits, and room."""

MOST_SECONDS: Final = 12 * 3600.0
"""Of video that are looked at."""

MOST_FRAMES: Final = 250_000
"""That are kept of one video; at four a second, more than the longest has."""

MOST_KEYS: Final = 2000
"""Key frames that a first look decodes, spread over the whole video."""

OPENING_SECONDS: Final = 15.0
"""Processor time for finding out what is in the file."""

SILENT_SECONDS: Final = 60.0
"""How long the process may be silent by the clock, however busy the computer is."""


def allow(width: int, height: int) -> None:
    """Raise UnclearVideo TOO_LARGE or CORRUPT when frames of this size are not opened."""
    if width < 1 or height < 1:
        raise UnclearVideo(Reason.CORRUPT)
    if width * height > MOST_PIXELS:
        raise UnclearVideo(Reason.TOO_LARGE)


def seconds_for_a_second(width: int, height: int) -> float:
    """Processor time that one second of video may take: at least five times what the slowest kind needs."""
    return 5.0 + 2.0 * width * height / 1e6
