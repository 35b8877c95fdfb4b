"""Moments as this room keeps them: aware, in UTC, within years that can be reckoned with, and written one
way.
"""

import re
from datetime import UTC, date, datetime
from typing import Final

from rescind.removal.errors import RemovalError
from rescind.words import phrase

FIRST_YEAR: Final = 1970
LAST_YEAR: Final = 2999
"""A clock that adds a month or two must never run past what `datetime` can hold."""

_WRITTEN: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class NotAMoment(RemovalError):
    """A time without a zone, or in a year that nobody can have meant."""


def in_utc(at: datetime) -> datetime:
    """Return the same moment in UTC; raise NotAMoment when it is naive or outside 1970 to 2999."""
    if at.utcoffset() is None:
        raise NotAMoment(phrase("This time has no time zone, so it could mean several moments."))
    try:
        moved = at.astimezone(UTC)
    except OverflowError as error:
        raise _too_far() from error
    if not FIRST_YEAR <= moved.year <= LAST_YEAR:
        raise _too_far()
    return moved


def _too_far() -> NotAMoment:
    return NotAMoment(phrase("This time is too far in the past or in the future."))


def write_moment(at: datetime) -> str:
    """Return the moment as `2026-11-24T14:05:00Z`, with a fraction only when there is one."""
    return in_utc(at).isoformat().removesuffix("+00:00") + "Z"


def read_moment(written: str) -> datetime:
    """Return the moment that RFC 3339 text names, in UTC; raise NotAMoment for anything else."""
    if not _WRITTEN.fullmatch(written):
        raise NotAMoment(phrase("This is not a date and time with a zone."))
    try:
        at = datetime.fromisoformat(written)
    except ValueError as error:
        raise NotAMoment(phrase("This is not a date and time with a zone.")) from error
    return in_utc(at)


def read_day(written: str) -> date:
    """Return the day that `2026-11-24` names; raise NotAMoment for anything else."""
    if not _DAY.fullmatch(written):
        raise NotAMoment(phrase("This is not a date."))
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise NotAMoment(phrase("This is not a date.")) from error
