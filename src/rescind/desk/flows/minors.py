"""The minors lane: hidden at once (`set_apart` and `decide.hide`), reported to who may act, kept for as long as the law
says, and closed.

No picture of it is shown to anybody here, nothing of it enters a bank, and nothing is searched for.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from rescind.desk import gates, journal, shelf
from rescind.desk.flows.decide import NotDecided, hide, turn_down
from rescind.desk.flows.moving import move, not_before
from rescind.desk.flows.withdraw import end_entries
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.records import converting
from rescind.desk.records import deciding as kinds
from rescind.desk.records import requests as states
from rescind.desk.records.models import FoundCopy, Place, Report, RequestRow
from rescind.removal import Gone, Granted, State
from rescind.words import phrase

HOLD: Final = timedelta(days=365)
"""18 U.S.C. 2258A(h), as changed by Pub. L. 118-59: what was reported is preserved for one year."""

LONGEST_HOLD: Final = timedelta(days=3650)
LINE: Final = 100


def set_apart(staff: Staff, number: str, *, now: datetime) -> None:
    """Whoever decides sees, or fears, that somebody shown was under 18: from now on the request is in the minors lane.

    Everything is hidden, and every fingerprint of it goes: what entered a bank, what was seen at the places, what the
    asker gave. Whoever said so sees it no more, unless the lane is theirs. Raises NotHere.
    """
    gates.require(staff, *DECIDING)
    with transaction.atomic():
        row = gates.request_for(staff, number, to_change=True, minors_lane=False)
        _hide(staff, row, now)
        ended = end_entries(row, now)
        Place.objects.filter(request=row).update(copy=None)
        FoundCopy.objects.filter(request=row, state=kinds.LISTED).delete()
        turn_down(row, now)
        row.minors_lane, row.set_aside = True, False
        converting.fill(row, replace(converting.request_from(row), fingerprints=())).save()
        journal.write("set_apart", now=now, subject=number, by=staff.name, entries=ended)
    transaction.on_commit(shelf.bring_up, robust=True)


def _hide(staff: Staff, row: RequestRow, now: datetime) -> None:
    """Hide what stands open, also what somebody had said may stay."""
    Place.objects.filter(request=row, state=states.KEPT).update(state=states.OPEN)
    if Place.objects.filter(request=row, state=states.OPEN).exists():
        hide(staff, row.number, now=now)


def report(staff: Staff, number: str, to: str, their_number: str, *, now: datetime) -> Report:
    """Note to whom it was reported and under which number of theirs; it is held for a year from then. Raises NotDecided."""
    gates.require(staff, Role.MINORS)
    to, their_number = to.strip(), their_number.strip()
    if (
        not to
        or not their_number
        or not all(len(one) <= LINE and one.isprintable() for one in (to, their_number))
    ):
        raise NotDecided(phrase("Say to whom it was reported, and their number for it."))
    with transaction.atomic():
        row = _row(staff, number)
        made, _ = Report.objects.select_for_update().get_or_create(request=row)
        made.to, made.their_number = to, their_number
        made.reported_at, made.reported_by = now, staff.name
        made.hold_until = max(made.hold_until or now, now + HOLD)
        made.save()
        journal.write("reported", now=now, subject=number, by=staff.name)
    return made


def hold(staff: Staff, number: str, until: datetime, *, now: datetime) -> None:
    """Keep what is here until that moment at least; a hold can be made longer, never shorter. Raises NotDecided."""
    gates.require(staff, Role.MINORS)
    with transaction.atomic():
        row = _row(staff, number)
        made, _ = Report.objects.select_for_update().get_or_create(request=row)
        if not (made.hold_until or now) < until <= now + LONGEST_HOLD:
            raise NotDecided(phrase("A hold ends later than it did, and within ten years."))
        made.hold_until = until
        made.save()
        journal.write("held", now=now, subject=number, by=staff.name, until=until.isoformat())


def close(staff: Staff, number: str, *, now: datetime) -> None:
    """Say that everything was done: hidden, and reported. It is forgotten when the hold has ended. Raises NotDecided."""
    gates.require(staff, Role.MINORS)
    with transaction.atomic():
        row = _row(staff, number)
        found = Report.objects.filter(request=row).first()
        if found is None or found.reported_at is None:
            raise NotDecided(phrase("Report it first."))
        if State(row.state) not in (State.GONE, State.WITHDRAWN):
            if State(row.state) is not State.GRANTED:
                move(row, Granted(not_before(row, now)))
            move(row, Gone(not_before(row, now)))
        row.closed_at = now
        row.save(update_fields=["closed_at"])
        journal.write("minors_closed", now=now, subject=number, by=staff.name)


def _row(staff: Staff, number: str) -> RequestRow:
    return gates.request_for(staff, number, to_change=True, minors_lane=True)
