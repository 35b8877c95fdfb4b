"""The asker follows their request: everything that they are told about it. Nothing is changed by looking.

They are told of the places they named, and a count of further copies that were removed; never where those were.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rescind import removal
from rescind.desk import gates
from rescind.desk.flows.moving import still_missing
from rescind.desk.flows.receive import receipt_of
from rescind.desk.records import converting, sealing
from rescind.desk.records import deciding as kinds
from rescind.desk.records import requests as places
from rescind.desk.records.models import Decision, FoundCopy, Message, Place, RequestRow
from rescind.removal import Law, Missing, Request, Role, Rung, State, When

WAITING: Final = frozenset({State.SENT, State.INCOMPLETE, State.RUNNING})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided and why: `ground` is a sentence of the law, `words` are the reviewer's own; both may be empty."""

    granted: bool
    ground: str
    citation: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One message; `mine` is the asker's own."""

    mine: bool
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Course:
    """How a request stands, for the one who asked. Counts of places are of those that they named.

    `authorised`: they ask for somebody else.
    """

    number: str
    state: State
    law: Law
    minors_lane: bool
    authorised: bool
    received_at: datetime
    due_at: datetime | None
    is_late: bool
    missing: tuple[Missing, ...]
    named: int
    hidden: int
    removed: int
    copies: int
    outcome: Outcome | None
    messages: tuple[Told, ...]
    complained_at: datetime | None
    may_complain: bool
    may_withdraw: bool
    rungs: tuple[Rung, ...]


def follow(number: str, code: str, *, now: datetime) -> Course:
    """Return how the request stands; raise NotHere."""
    return course_of(gates.asked_request(number, code), now=now)


def course_of(row: RequestRow, *, now: datetime) -> Course:
    """Return how the request stands, for who may see it."""
    request = converting.request_from(row)
    law = removal.law(row.law)
    is_late = request.state in WAITING and row.due_at is not None and row.due_at < now
    states = list(Place.objects.filter(request=row).values_list("state", flat=True))
    may_complain = row.complained_at is None and (is_late or request.state is State.REFUSED)
    return Course(
        number=row.number,
        state=request.state,
        law=law,
        minors_lane=row.minors_lane,
        authorised=request.asker.role is Role.AUTHORISED,
        received_at=row.received_at,
        due_at=row.due_at,
        is_late=is_late,
        missing=still_missing(request),
        named=len(states),
        hidden=states.count(places.HIDDEN),
        removed=states.count(places.REMOVED),
        copies=FoundCopy.objects.filter(request=row, state=kinds.TAKEN_DOWN).count(),
        outcome=_outcome(row, request, law),
        messages=_messages(row),
        complained_at=row.complained_at,
        may_complain=may_complain,
        may_withdraw=request.state is not State.WITHDRAWN,
        rungs=_rungs(law, request, is_late=is_late),
    )


def signed_receipt(number: str, code: str) -> bytes:
    """Return the signed receipt of the request again; raise NotHere."""
    return receipt_of(gates.asked_request(number, code)).signed


def _outcome(row: RequestRow, request: Request, law: Law) -> Outcome | None:
    """Return the decision that stands, with its ground in the law's words."""
    if request.state not in (State.GRANTED, State.REFUSED, State.GONE):
        return None
    made = Decision.objects.filter(request=row, kind__in=(kinds.GRANT, kinds.REFUSE), state=kinds.MADE).last()
    if made is None:
        return None
    ground = next((one for one in law.grounds if one.id == made.ground), None)
    return Outcome(
        granted=made.kind == kinds.GRANT,
        ground=ground.text if ground else "",
        citation=ground.citation if ground else "",
        words=sealing.unseal_with(row, made.words),
        at=made.second_at or made.at,
    )


def _messages(row: RequestRow) -> tuple[Told, ...]:
    return tuple(
        Told(
            one.from_asker,
            sealing.unseal_with(row, one.sealed),
            one.at,
        )
        for one in Message.objects.filter(request=row)
    )


def _rungs(law: Law, request: Request, *, is_late: bool) -> tuple[Rung, ...]:
    """Return what the asker can do elsewhere, when the answer was no or did not come."""
    wanted = {When.REFUSED} if request.state is State.REFUSED else {When.OVERDUE} if is_late else set()
    return tuple(one for one in law.rungs if one.when & wanted)
