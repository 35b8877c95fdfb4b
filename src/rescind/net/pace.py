"""Be a polite guest: requests to one host are spaced, and a site's "come back later" is obeyed once, within a
bound.
"""

from collections.abc import Callable
from email.utils import parsedate_to_datetime

LONGEST_WAIT = 60.0


class Pace:
    """When a host may be asked again: `pause` seconds after the end of the last request to it."""

    def __init__(self, pause: float, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._pause = pause
        self._clock = clock
        self._sleep = sleep
        self._free_at: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Return when the host may be asked, having slept if it was too early."""
        early = self._free_at.get(host, 0.0) - self._clock()
        if early > 0:
            self._sleep(early)

    def done(self, host: str) -> None:
        """Note that a request to the host has just ended."""
        self.hold(host, self._pause)

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so many seconds from now, and no less than was promised before."""
        self._free_at[host] = max(self._free_at.get(host, 0.0), self._clock() + seconds)


def retry_after(text: str, *, said_at: str) -> float | None:
    """Return the seconds a Retry-After header asks for, or None when it is absent, unreadable or over
    LONGEST_WAIT.

    Both forms of RFC 9110 section 10.2.3 are read: a number of seconds, and a date. A date is reckoned from
    `said_at`, the answer's own Date header, so that a wrong clock on either side does no harm.
    """
    seconds = float(text) if text.isascii() and text.isdigit() and len(text) < 9 else _between(said_at, text)
    return seconds if seconds is not None and seconds <= LONGEST_WAIT else None


def _between(start: str, end: str) -> float | None:
    """Return the seconds between two dates of the mail format, never less than none."""
    try:
        return max(0.0, (parsedate_to_datetime(end) - parsedate_to_datetime(start)).total_seconds())
    except (TypeError, ValueError, OverflowError):
        return None
