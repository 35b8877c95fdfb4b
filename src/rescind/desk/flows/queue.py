"""What waits for somebody: the requests by due time, nearest first, in parts. Changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from rescind.desk import gates
from rescind.desk.flows.sound_alarms import open_complaints
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.records import deciding as kinds
from rescind.desk.records import requests as states
from rescind.desk.records.models import Decision, Message, Misuse, Place, RequestRow, Statement
from rescind.removal import State

AT_ONCE: Final = 50
"""Requests on one page."""
SOON: Final = timedelta(hours=12)
UNDECIDED: Final = (State.INCOMPLETE.value, State.RUNNING.value)


class Part(StrEnum):
    """The parts of the queue, by the word that stands in the address."""

    OPEN = "open"
    OVERDUE = "overdue"
    SECOND = "second"
    MESSAGES = "messages"
    INCOMPLETE = "incomplete"
    COMPLAINTS = "complaints"
    OBJECTIONS = "objections"
    TO_REMOVE = "to-remove"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set-aside"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request as the queue shows it: nothing of what was said in it."""

    number: str
    law: str
    state: str
    received_at: datetime
    due_at: datetime | None
    places: int
    hidden: int
    proposed_by: str
    unread: int
    complained: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """One page of a part, and how many pages and requests the part has."""

    part: Part
    lines: tuple[Waiting, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class Pressing:
    """How many requests that somebody may decide are overdue, and how many are due within `SOON`."""

    overdue: int
    soon: int


def page(staff: Staff, part: Part, *, now: datetime, number: int = 1, minors: bool = False) -> QueuePage:
    """Return a page of the part, counted from 1; the last one when there are fewer. Raises NotHere."""
    gates.require(staff, *((Role.MINORS,) if minors else DECIDING))
    rows = _part(_lane(staff, minors=minors), part, staff, now)
    total = rows.count()
    pages = max(1, -(-total // AT_ONCE))
    number = min(max(1, number), pages)
    first = (number - 1) * AT_ONCE
    nearest = rows.order_by(F("due_at").asc(nulls_last=True), "received_at", "pk")
    return QueuePage(part, _lines(list(nearest[first : first + AT_ONCE])), number, pages, total)


def counts(staff: Staff, *, now: datetime, minors: bool = False) -> dict[Part, int]:
    """Return how many requests each part has."""
    lane = _lane(staff, minors=minors)
    return {part: _part(lane, part, staff, now).count() for part in Part}


def pressing(staff: Staff, now: datetime) -> Pressing:
    """Return what must not be overlooked, whatever page somebody is on."""
    undecided = gates.requests_for(staff).filter(state__in=UNDECIDED)
    return Pressing(
        overdue=undecided.filter(due_at__lt=now).count(),
        soon=undecided.filter(due_at__gte=now, due_at__lt=now + SOON).count(),
    )


def _lane(staff: Staff, *, minors: bool) -> QuerySet[RequestRow]:
    return gates.requests_for(staff).filter(minors_lane=minors)


def _part(rows: QuerySet[RequestRow], part: Part, staff: Staff, now: datetime) -> QuerySet[RequestRow]:
    """Return the rows of one part. What is forgotten (no key) is in none."""
    about = OuterRef("pk")
    proposed = Decision.objects.filter(request=about, state=kinds.PROPOSED).exclude(by=staff.name)
    unread = Message.objects.filter(request=about, from_asker=True, read_at=None)
    hidden = Place.objects.filter(request=about, state=states.HIDDEN)
    objected = Statement.objects.filter(place__request=about, objected_at__isnull=False, answered_at=None)
    undecided = Q(state__in=UNDECIDED)
    lasting = Misuse.objects.filter(contact_hash=OuterRef("contact_hash"), set_aside_until__gt=now)
    aside = Q(set_aside=True) & Q(Exists(lasting))  # the time ends by itself; nobody has to change a row
    chosen: dict[Part, Q] = {
        Part.OPEN: undecided & ~aside,
        Part.OVERDUE: undecided & Q(due_at__lt=now),
        Part.SECOND: Q(Exists(proposed)),
        Part.MESSAGES: Q(Exists(unread)),
        Part.INCOMPLETE: Q(state=State.INCOMPLETE.value),
        Part.COMPLAINTS: open_complaints() | (undecided & Q(complained_at__isnull=False)),
        Part.OBJECTIONS: Q(Exists(objected)),
        Part.TO_REMOVE: Q(state=State.GRANTED.value),
        Part.WITHDRAWN: Q(state=State.WITHDRAWN.value) & Q(Exists(hidden)),
        Part.SET_ASIDE: undecided & aside,
        Part.CLOSED: Q(state__in=[one.value for one in (State.GONE, State.REFUSED, State.WITHDRAWN)]),
    }
    return rows.exclude(own_key=b"").filter(chosen[part])


def _lines(rows: list[RequestRow]) -> tuple[Waiting, ...]:
    """Return the rows as they are shown, with what belongs to each fetched at once."""
    keys = [row.pk for row in rows]
    places = list(Place.objects.filter(request__in=keys).values_list("request_id", "state"))
    proposed = dict(
        Decision.objects.filter(request__in=keys, state=kinds.PROPOSED).values_list("request_id", "by")
    )
    unread = list(
        Message.objects.filter(request__in=keys, from_asker=True, read_at=None).values_list(
            "request_id", flat=True
        )
    )
    return tuple(
        Waiting(
            number=row.number,
            law=row.law,
            state=row.state,
            received_at=row.received_at,
            due_at=row.due_at,
            places=sum(of == row.pk for of, _ in places),
            hidden=sum(of == row.pk and state == states.HIDDEN for of, state in places),
            proposed_by=proposed.get(row.pk, ""),
            unread=unread.count(row.pk),
            complained=row.complained_at is not None,
        )
        for row in rows
    )
