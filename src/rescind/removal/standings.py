"""Where a request stands now: how much time is left, and what the asker can do next. Nothing is changed by
looking.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from rescind.removal.completeness import require_law
from rescind.removal.events import Chased, Returned, State
from rescind.removal.lawbook import law as named
from rescind.removal.moment import in_utc
from rescind.removal.provisions import Law, Rung, When
from rescind.removal.request import Request

SOON_PART: Final = 4
"""The last quarter of the time counts as soon: the last 12 of 48 hours."""


class Kind(Enum):
    """How a request stands. INCOMPLETE and GRANTED requests are judged by the clock like any that is not
    gone yet.
    """

    NOT_SENT = "not_sent"
    RUNNING = "running"
    SOON = "soon"
    OVERDUE = "overdue"
    NO_NUMBER = "no_number"
    REFUSED = "refused"
    GONE = "gone"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Standing:
    """`left` is negative when overdue and None when no clock runs; `rung` is the next one that was not
    taken yet.
    """

    kind: Kind
    left: timedelta | None
    rung: Rung | None


_AT_REST: Final = {
    State.DRAFT: Kind.NOT_SENT,
    State.REFUSED: Kind.REFUSED,
    State.GONE: Kind.GONE,
    State.WITHDRAWN: Kind.WITHDRAWN,
}

_OFFERED: Final = {Kind.OVERDUE: When.OVERDUE, Kind.NO_NUMBER: When.OVERDUE, Kind.REFUSED: When.REFUSED}


def standing(request: Request, now: datetime, law: Law | None = None) -> Standing:
    """Return where the request stands at this moment.

    The time is over after `due_at`, not at it. Where a law gives no number the rung is offered from the
    start, and its own text says how long to wait. The law is looked up when it is not given (LawNotKnown).
    Raises NotAMoment when `now` is naive, WrongLaw for another law's request.
    """
    law = named(request.law) if law is None else law
    require_law(request, law)
    kind, left = _kind(request, in_utc(now))
    return Standing(kind, left, _next_rung(request, law, _OFFERED.get(kind)))


def alongside(request: Request, law: Law) -> tuple[Rung, ...]:
    """Return what can be done from the first minute, beside the request, and was not done yet."""
    require_law(request, law)
    return tuple(each for each in law.rungs if When.NOW in each.when and each.id not in _taken(request))


def _kind(request: Request, now: datetime) -> tuple[Kind, timedelta | None]:
    if request.state in _AT_REST:
        return _AT_REST[request.state], None
    if request.due_at is None or request.since is None:
        return Kind.NO_NUMBER, None
    left = request.due_at - now
    if left < timedelta(0):
        return Kind.OVERDUE, left
    return (Kind.SOON if left <= (request.due_at - request.since) / SOON_PART else Kind.RUNNING), left


def _next_rung(request: Request, law: Law, when: When | None) -> Rung | None:
    if when is None:
        return None
    taken = _taken(request)
    return next((each for each in law.rungs if when in each.when and each.id not in taken), None)


def _taken(request: Request) -> frozenset[str]:
    """Return the ids of the rungs taken since the picture last came back."""
    taken: set[str] = set()
    for event in request.history:
        if isinstance(event, Returned):
            taken.clear()
        elif isinstance(event, Chased):
            taken.add(event.rung)
    return frozenset(taken)
