"""How often one network address may do something at the public doors. Nobody is remembered: only counts, for a day.

A count is written in a transaction of its own, so that a try that fails is counted too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.db import transaction

from rescind.desk.gates import NotHere
from rescind.desk.records import tries
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many of one thing in a span of time, for one address."""

    what: str
    most: int
    span: timedelta


HOUR: Final = timedelta(hours=1)
BEGIN: Final = Limit("begin", 30, HOUR)
"""Forms begun. An office of a helpline behind one address files about as many."""

SEND: Final = Limit("send", 100, HOUR)
"""Requests sent, by the form and by the JSON door together."""

WRITE: Final = Limit("write", 60, HOUR)
"""Messages, complaints and objections."""

WRONG: Final = Limit("wrong", 20, timedelta(minutes=10))
"""Numbers and codes that do not fit. Right ones are never counted."""


class TooMany(DeskError):
    """Too much of one thing from one address; `after` is in how many seconds it may be tried again."""

    def __init__(self, after: int = 0) -> None:
        minutes = max(1, round(after / 60))
        super().__init__(
            phrase(
                "There was too much from your connection. Please try again in about {minutes} minutes. What you"
                " saved is still here.",
                minutes=minutes,
            )
        )
        self.after = after


def take(limit: Limit, who: str, *, now: datetime) -> None:
    """Count one; raise TooMany when it is more than the limit allows. What is refused anyway is not written down."""
    refuse_if_spent(limit, who, now=now)
    with transaction.atomic():
        number = tries.count(who, limit.what, limit.span, now)
    if number > limit.most:
        raise _too_many(limit, now)


def refuse_if_spent(limit: Limit, who: str, *, now: datetime) -> None:
    """Raise TooMany when the limit is reached already. Nothing is counted."""
    if tries.counted(who, limit.what, limit.span, now) >= limit.most:
        raise _too_many(limit, now)


def guarded(who: str, look: Callable[[], Found], *, now: datetime) -> Found:
    """Return what `look` finds with a number and a code; a pair that does not fit is counted. Raises NotHere, TooMany."""
    refuse_if_spent(WRONG, who, now=now)
    try:
        return look()
    except NotHere:
        take(WRONG, who, now=now)
        raise


def _too_many(limit: Limit, now: datetime) -> TooMany:
    ends = tries.span_of(now, limit.span) + limit.span
    return TooMany(int((ends - now).total_seconds()) + 1)
