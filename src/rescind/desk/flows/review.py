"""Somebody opens a request: everything that is known about it, for whoever decides. Opening is a line of the journal."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rescind import match, removal
from rescind.desk import gates, journal, shelf
from rescind.desk.flows.answer_complaint import is_answered
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.records import converting, copies, sealing
from rescind.desk.records import deciding as kinds
from rescind.desk.records.models import (
    Bank,
    BankEntry,
    Decision,
    FoundCopy,
    JournalLine,
    Message,
    Misuse,
    Place,
    Report,
    RequestRow,
    Statement,
)
from rescind.desk.shelf import NotReady
from rescind.fingerprint import Fingerprint
from rescind.match import Index, Match
from rescind.removal import Law, Missing, Request, State


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A place that was named, and what was seen there. `near` counts what else is alike, by bank.

    `likeness` and `distance` (bits) compare the platform's own copy with the asker's fingerprint; None when they gave none.
    """

    position: int
    page: str
    file: str
    note: str
    item: str
    state: str
    looked_at: datetime | None
    has_copy: bool
    is_video: bool
    likeness: str | None
    distance: int | None
    near: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A message, opened; `by` is empty for the asker's own."""

    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Objected:
    """An uploader's objection that waits for an answer, or had one."""

    statement: str
    text: str
    at: datetime
    answered: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal about the request."""

    at: datetime
    event: str
    by: str


@dataclass(frozen=True, slots=True)
class Review:
    """All of it. `proposed` is the refusal that waits for a second reader; `report` is the minors lane's."""

    number: str
    law: Law
    request: Request
    received_at: datetime
    due_at: datetime | None
    minors_lane: bool
    set_aside: bool
    places: tuple[PlaceSeen, ...]
    missing: tuple[Missing, ...]
    declared: tuple[str, ...]
    messages: tuple[Said, ...]
    proposed: Decision | None
    proposed_words: str
    complained_at: datetime | None
    complaint_waits: bool
    objections: tuple[Objected, ...]
    found: tuple[FoundCopy, ...]
    warned: Misuse | None
    can_be_warned: bool
    report: Report | None
    history: tuple[Line, ...]

    @property
    def is_open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.request.state in (State.INCOMPLETE, State.RUNNING)


def review(staff: Staff, number: str, *, now: datetime) -> Review:
    """Return everything about a request, having noted who opened it. Raises NotHere."""
    gates.require(staff, *DECIDING, Role.MINORS)
    with transaction.atomic():
        row = gates.request_for(staff, number, to_change=True)
        journal.write("opened", now=now, subject=number, by=staff.name)
    return _all_of(row)


def _all_of(row: RequestRow) -> Review:
    request = converting.request_from(row)
    law = removal.law(row.law)
    own = request.asker.role is removal.Role.SELF
    proposed = Decision.objects.filter(request=row, state=kinds.PROPOSED).first()
    return Review(
        number=row.number,
        law=law,
        request=request,
        received_at=row.received_at,
        due_at=row.due_at,
        minors_lane=row.minors_lane,
        set_aside=row.set_aside,
        places=_places(row, request),
        missing=removal.missing(request, law),
        declared=tuple(
            one.own if own else one.authorised for one in law.declarations if one.id in request.declarations
        ),
        messages=_messages(row),
        proposed=proposed,
        proposed_words=sealing.unseal_with(row, proposed.words) if proposed else "",
        complained_at=row.complained_at,
        complaint_waits=row.complained_at is not None
        and request.state is State.REFUSED
        and not is_answered(row),
        objections=_objections(row),
        found=tuple(FoundCopy.objects.filter(request=row, state=kinds.LISTED).order_by("pk")),
        warned=Misuse.objects.filter(contact_hash=row.contact_hash).first() if row.contact_hash else None,
        can_be_warned=row.contact_hash is not None and not row.minors_lane,
        report=Report.objects.filter(request=row).first(),
        history=_history(row),
    )


def _places(row: RequestRow, request: Request) -> tuple[PlaceSeen, ...]:
    stored = {one.position: one for one in Place.objects.filter(request=row)}
    return tuple(
        _place(row, stored[position], said)
        for position, said in enumerate(request.places)
        if position in stored
    )


def _place(row: RequestRow, place: Place, said: removal.Place) -> PlaceSeen:
    seen = copies.seen_at(place, row) if place.copy else None
    return PlaceSeen(
        position=place.position,
        page=said.page,
        file=said.file or "",
        note=said.note,
        item=place.item,
        state=place.state,
        looked_at=place.looked_at,
        has_copy=seen is not None,
        is_video=bool(seen and seen.frames),
        likeness=seen.likeness if seen else None,
        distance=seen.distance if seen else None,
        near=_near(seen.fingerprint, row) if seen else (),
    )


def _near(seen: Fingerprint, row: RequestRow) -> tuple[tuple[str, int], ...]:
    """Return how many entries of each bank are alike, those of this very request left out. Whose they are is not said."""
    if not seen.tells:
        return ()
    banks = dict(Bank.objects.values_list("pk", "name"))

    def asking(index: Index) -> tuple[Match, ...]:
        return match.find(index, seen, prints_of=shelf.print_of, banks=tuple(banks)).found

    try:
        found = {one.picture for one in shelf.ask(asking)} if banks else set()
    except NotReady:
        return ()
    others = BankEntry.objects.filter(pk__in=found, ended_at=None).exclude(decided_on=row)
    return tuple(sorted(Counter(others.values_list("bank__name", flat=True)).items()))


def _messages(row: RequestRow) -> tuple[Said, ...]:
    return tuple(
        Said("" if one.from_asker else one.by, sealing.unseal_with(row, one.sealed), one.at)
        for one in Message.objects.filter(request=row)
    )


def _objections(row: RequestRow) -> tuple[Objected, ...]:
    rows = Statement.objects.filter(place__request=row, objected_at__isnull=False).order_by("pk")
    return tuple(
        Objected(
            one.number,
            sealing.unseal_with(one, one.objection),
            one.objected_at or one.made_at,
            one.answered_at is not None,
        )
        for one in rows
    )


def _history(row: RequestRow) -> tuple[Line, ...]:
    lines = JournalLine.objects.filter(subject=row.number).order_by("number")
    return tuple(Line(one.at, one.event, str(json.loads(one.body).get("by", ""))) for one in lines)
