"""A reviewer decides: hide at once, show again, grant; or proposes a refusal that a second reader makes.

A picture enters a bank only here, and only from the platform's own copy, looked at at the place that was named.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.db import transaction

from rescind import removal
from rescind.desk import gates, journal, outbox, shelf
from rescind.desk.flows import telling
from rescind.desk.flows.moving import move, not_before, told_places
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.records import copies, sealing
from rescind.desk.records import deciding as kinds
from rescind.desk.records import requests as states
from rescind.desk.records.banks import BLOCK, DECISION
from rescind.desk.records.models import Bank, BankEntry, Decision, Place, RequestRow
from rescind.desk.settings.desk_file import DeskError
from rescind.match import NEAR_WITHIN, Likeness
from rescind.removal import Granted, Refused, State
from rescind.words import phrase

BANK_OF_DECISIONS: Final = "decisions"


class NotDecided(DeskError):
    """A decision that cannot be made as it was asked for; `str()` says why."""


def hide(staff: Staff, number: str, *, now: datetime, positions: Iterable[int] | None = None) -> Decision:
    """Have the platform hide the places (all that are open) until it is decided; `show` takes it back."""
    with transaction.atomic():
        row = _of(staff, number, Role.REVIEWER, Role.LEAD, Role.MINORS)
        return _turned(row, staff, kinds.HIDE, states.OPEN, states.HIDDEN, outbox.HIDE, now, positions)


def show(staff: Staff, number: str, *, now: datetime, positions: Iterable[int] | None = None) -> Decision:
    """Have the platform show hidden places again."""
    with transaction.atomic():
        row = _of(staff, number, *DECIDING)
        return _turned(row, staff, kinds.SHOW, states.HIDDEN, states.KEPT, outbox.RESTORE, now, positions)


def grant(staff: Staff, number: str, *, now: datetime, words: str = "", also: Iterable[int] = ()) -> Decision:
    """Grant the request: the platform removes every place, and what was seen there enters the bank.

    What is not like any of the asker's fingerprints enters only at the positions in `also`, where somebody looked and
    said that it is what the request is about: a page may show something else by now. The asker is told, and each
    uploader gets a statement of reasons. A request of the minors lane cannot be granted: it never enters a bank
    (NotHere for everybody); after a refusal only a lead grants.
    """
    with transaction.atomic():
        row = _of(staff, number, *DECIDING, minors_lane=False)
        if row.state == State.REFUSED.value:
            gates.require(staff, Role.LEAD)  # two people refused; one reviewer does not undo that
        at = not_before(row, now)
        move(row, Granted(at))
        decision = _decided(row, staff, kinds.GRANT, words=words, now=now)
        turn_down(row, now)
        entries = _banked(row, frozenset(also), now)
        removed = _removed(row, now)
        telling.uploaders(row, removed, now=now)
        telling.asker(row, now=now)
        journal.write(
            "granted", now=now, subject=number, by=staff.name, places=len(removed), entries=len(entries)
        )
    transaction.on_commit(shelf.bring_up, robust=True)
    return decision


def propose_refusal(staff: Staff, number: str, ground: str, *, now: datetime, words: str = "") -> Decision:
    """Propose to refuse on a ground of the law; nothing happens until a second reader agrees. Raises NotDecided."""
    with transaction.atomic():
        row = _of(staff, number, *DECIDING, minors_lane=False)
        if ground not in {one.id for one in removal.law(row.law).grounds}:
            raise NotDecided(phrase("The law of this request has no such reason to refuse."))
        if Decision.objects.filter(request=row, state=kinds.PROPOSED).exists():
            raise NotDecided(phrase("A refusal was proposed already and waits for a second reader."))
        decision = _decided(
            row, staff, kinds.REFUSE, ground=ground, state=kinds.PROPOSED, words=words, now=now
        )
        journal.write("refusal_proposed", now=now, subject=number, by=staff.name, ground=ground)
    return decision


def second_read(staff: Staff, number: str, *, agrees: bool, now: datetime) -> Decision:
    """A lead who did not propose it makes the proposed refusal, or turns it down. Raises NotDecided."""
    with transaction.atomic():
        row = _of(staff, number, Role.LEAD)
        decision = Decision.objects.filter(request=row, state=kinds.PROPOSED).first()
        if decision is None:
            raise NotDecided(phrase("No refusal waits for a second reader."))
        if decision.by == staff.name:
            raise NotDecided(phrase("The second reader must be somebody else."))
        decision.state = kinds.MADE if agrees else kinds.TURNED_DOWN
        decision.second_by, decision.second_at = staff.name, now
        decision.save()
        if agrees:
            _refused(row, decision, now)
        event = "refused" if agrees else "refusal_turned_down"
        journal.write(event, now=now, subject=number, by=staff.name, ground=decision.ground)
    return decision


def turn_down(row: RequestRow, now: datetime) -> None:
    """End a refusal that was proposed and waits, because the request went another way."""
    waiting = Decision.objects.filter(request=row, state=kinds.PROPOSED)
    waiting.update(state=kinds.TURNED_DOWN, second_at=now)


def _of(staff: Staff, number: str, *roles: Role, minors_lane: bool | None = None) -> RequestRow:
    gates.require(staff, *roles)
    return gates.request_for(staff, number, to_change=True, minors_lane=minors_lane)


def _turned(
    row: RequestRow,
    staff: Staff,
    kind: str,
    before: str,
    after: str,
    told: str,
    now: datetime,
    positions: Iterable[int] | None,
) -> Decision:
    """Bring places from one state into the other, and owe the platform to be told."""
    places = Place.objects.filter(request=row, state=before)
    if positions is not None:
        places = places.filter(position__in=list(positions))
    turned = list(places)
    if not turned:
        raise NotDecided(phrase("There is no place left that this could be done with."))
    Place.objects.filter(pk__in=[one.pk for one in turned]).update(state=after)
    outbox.owe(told, {"request": row.number, "places": told_places(turned)}, now=now)
    decision = _decided(row, staff, kind, now=now)
    journal.write(
        f"{kind}_decided",
        now=now,
        subject=row.number,
        by=staff.name,
        places=len(turned),
    )
    return decision


def _decided(
    row: RequestRow,
    staff: Staff,
    kind: str,
    *,
    now: datetime,
    ground: str = "",
    state: str = kinds.MADE,
    words: str = "",
) -> Decision:
    sealed = sealing.seal_with(row, words) if words else None
    return Decision.objects.create(
        request=row, kind=kind, state=state, ground=ground, words=sealed, by=staff.name, at=now
    )


def _banked(row: RequestRow, also: frozenset[int], now: datetime) -> list[BankEntry]:
    """Make bank entries of every copy of the platform's own that was looked at, at the place named."""
    bank, _ = Bank.objects.get_or_create(
        name=BANK_OF_DECISIONS, defaults={"action": BLOCK, "within": NEAR_WITHIN, "made_at": now}
    )
    places = Place.objects.filter(request=row).exclude(copy=None)
    looked_at = [(place.position, copies.seen_at(place, row)) for place in places]
    seen = [copy for position, copy in looked_at if copy.likeness != Likeness.NONE.value or position in also]
    return [
        BankEntry.objects.create(
            bank=bank,
            kind="video" if copy.frames else "picture",
            record=shelf.packed_record(shown, shelf.about_bank(bank.pk)),
            source=DECISION,
            decided_on=row,
            reviewed=True,
            added_at=now,
        )
        for copy in seen
        for shown in (copy.fingerprint, *copy.frames)
        if shown.tells
    ]


def _removed(row: RequestRow, now: datetime) -> list[Place]:
    places = list(Place.objects.filter(request=row).exclude(state=states.REMOVED))
    Place.objects.filter(pk__in=[one.pk for one in places]).update(state=states.REMOVED)
    outbox.owe(outbox.REMOVE, {"request": row.number, "places": told_places(places)}, now=now)
    return places


def _refused(row: RequestRow, decision: Decision, now: datetime) -> None:
    """Refuse; what was hidden meanwhile is shown again, and the asker is told ground and complaint."""
    move(row, Refused(not_before(row, now), decision.ground))
    hidden = list(Place.objects.filter(request=row, state=states.HIDDEN))
    Place.objects.filter(request=row).update(state=states.KEPT)
    if hidden:
        outbox.owe(outbox.RESTORE, {"request": row.number, "places": told_places(hidden)}, now=now)
    telling.asker(row, now=now)
