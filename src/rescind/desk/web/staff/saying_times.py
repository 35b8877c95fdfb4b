"""How much time is left, in words and for the script that counts it down."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from rescind.words import phrase

PRESSING: Final = timedelta(hours=12)
DAY: Final = 24


@dataclass(frozen=True, slots=True)
class Left:
    """`words` say it, `due` is the moment (ISO, empty without one), `how` is late, soon, later or none."""

    words: str
    due: str
    how: str


def left(due: datetime | None, now: datetime) -> Left:
    """Return how much is left until a request is due."""
    if due is None:
        return Left(phrase("no fixed time"), "", "none")
    span = due - now
    if span < timedelta():
        return Left(phrase("{span} too late", span=spoken(-span)), due.isoformat(), "late")
    how = "soon" if span < PRESSING else "later"
    return Left(phrase("{span} left", span=spoken(span)), due.isoformat(), how)


def spoken(span: timedelta) -> str:
    """Return a span in its two largest units, as `1 d 4 h`, `3 h 05 min` or `12 min`."""
    minutes = int(span.total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    if hours >= 2 * DAY:
        return phrase("{days} d {hours} h", days=hours // DAY, hours=hours % DAY)
    if hours:
        return phrase("{hours} h {minutes} min", hours=hours, minutes=f"{minutes:02}")
    return phrase("{minutes} min", minutes=minutes)
