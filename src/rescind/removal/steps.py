"""How a request moves: which event may follow which state, and what it does to the clock.

The clock starts when the asker sends. The platform's own receipt, when it comes, is the better witness and
starts it again, once. What is missing does not stop it: an incomplete request keeps its due date, reckoned
from first receipt, because that is the safe reading of the laws. A copy that is back after it was gone
begins a new round, which has to be sent again and has its own clock.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from rescind.removal.clock import reckon
from rescind.removal.completeness import require_law
from rescind.removal.errors import RemovalError
from rescind.removal.events import (
    Chased,
    Event,
    Gone,
    Granted,
    Incomplete,
    Received,
    Refused,
    Returned,
    Sent,
    State,
    Withdrawn,
)
from rescind.removal.provisions import Law
from rescind.removal.request import Request
from rescind.words import phrase

ALLOWED: Final[Mapping[State, tuple[type[Event], ...]]] = {
    State.DRAFT: (Sent, Received, Incomplete, Gone, Withdrawn),
    State.SENT: (Received, Incomplete, Granted, Refused, Gone, Chased, Withdrawn),
    State.INCOMPLETE: (Sent, Received, Incomplete, Granted, Refused, Gone, Chased, Withdrawn),
    State.RUNNING: (Incomplete, Granted, Refused, Gone, Chased, Withdrawn),
    State.GRANTED: (Gone, Chased, Withdrawn),
    State.REFUSED: (Granted, Gone, Chased, Withdrawn),
    State.GONE: (Returned, Withdrawn),
    State.WITHDRAWN: (),
}
"""What may happen in each state. Anything else raises StepNotAllowed."""

LEADS_TO: Final[Mapping[type[Event], State]] = {
    Sent: State.SENT,
    Received: State.RUNNING,
    Incomplete: State.INCOMPLETE,
    Granted: State.GRANTED,
    Refused: State.REFUSED,
    Gone: State.GONE,
    Returned: State.DRAFT,
    Withdrawn: State.WITHDRAWN,
}
"""The state after each event. `Chased` is not here: it is noted, and changes no state."""


class StepNotAllowed(RemovalError):
    """What cannot happen to a request in this state."""

    def __init__(self, state: State, event: Event) -> None:
        super().__init__(phrase("This step does not fit where the request is now."))
        self.state = state
        self.event = event

    def __reduce__(self) -> tuple[type["StepNotAllowed"], tuple[State, Event]]:
        return type(self), (self.state, self.event)


class TimeRunsBackwards(RemovalError):
    """An event lies before the last one that is noted."""


def advance(request: Request, event: Event, law: Law) -> Request:
    """Return the request after the event; the one given is not changed.

    Raises StepNotAllowed, TimeRunsBackwards, or WrongLaw when the request was made under another law.
    """
    require_law(request, law)
    if not isinstance(event, ALLOWED[request.state]):
        raise StepNotAllowed(request.state, event)
    if request.history and event.at < request.history[-1].at:
        raise TimeRunsBackwards(phrase("This happened before the last thing that was noted."))
    state = LEADS_TO.get(type(event), request.state)
    return _timed(replace(request, state=state, history=(*request.history, event)), event, request, law)


def due_at(law: Law, since: datetime) -> datetime | None:
    """Return the last moment for an answer under the law, in UTC, or None when the law gives no number."""
    return reckon(law.clock, since)


def _timed(after: Request, event: Event, before: Request, law: Law) -> Request:
    """Return the request with the clock that the event leaves behind."""
    since = _since(event, before)
    if since == before.since:
        return after
    return replace(after, since=since, due_at=None if since is None else due_at(law, since))


def _since(event: Event, before: Request) -> datetime | None:
    """Return the moment the clock runs from after the event, or None when it does not run."""
    match event:
        case Returned():
            return None
        case Received() if not _is_received(before):
            return event.at
        case Sent() | Received() | Incomplete():
            return before.since or event.at
        case _:
            return before.since


def _is_received(request: Request) -> bool:
    """Say whether the platform has answered in this round that it holds the request."""
    for event in reversed(request.history):
        if isinstance(event, Returned):
            return False
        if isinstance(event, Received | Incomplete):
            return True
    return False
