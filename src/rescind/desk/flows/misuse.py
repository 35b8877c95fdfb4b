"""Requests that are manifestly unfounded, again and again, from one asker (DSA Art. 23): a lead warns, then sets aside.

Nobody is set aside without a warning, nor without an end. What is set aside is still received, and its clock still runs;
it waits in a part of the queue of its own. An asker is told by an HMAC of their contact; no list of people is kept.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.flows.answer import tell
from rescind.desk.flows.decide import NotDecided
from rescind.desk.gates import NotHere, Role, Staff
from rescind.desk.records.models import Misuse, RequestRow
from rescind.removal import State
from rescind.words import phrase

LONGEST: Final = timedelta(days=180)
UNDECIDED: Final = (State.INCOMPLETE.value, State.RUNNING.value)


@dataclass(frozen=True, slots=True)
class MisuseListed:
    """What was done about one asker, by a number of its own; of them nothing is known here but their requests."""

    number: int
    warned_at: datetime
    warned_by: str
    set_aside_until: datetime | None
    set_aside_by: str
    requests: tuple[str, ...]


def warn(staff: Staff, number: str, words: str, *, now: datetime) -> None:
    """Warn the asker of this request, in words that say what and why. Raises NotDecided, NotHere."""
    gates.require(staff, Role.LEAD)
    with transaction.atomic():
        row = _row(staff, number)
        if Misuse.objects.filter(contact_hash=row.contact_hash).exists():
            raise NotDecided(phrase("This asker was warned already."))
        tell(row, staff, words, now=now)
        Misuse.objects.create(contact_hash=row.contact_hash, warned_at=now, warned_by=staff.name)
        journal.write("asker_warned", now=now, subject=number, by=staff.name)


def set_aside(staff: Staff, number: str, days: int, words: str, *, now: datetime) -> datetime:
    """Set the asker's requests aside for so many days, tell them until when, and return that. Raises NotDecided, NotHere."""
    gates.require(staff, Role.LEAD)
    until = now + timedelta(days=days)
    if not timedelta() < until - now <= LONGEST:
        raise NotDecided(phrase("A time of 1 to {days} days must be said.", days=LONGEST.days))
    with transaction.atomic():
        row = _row(staff, number)
        found = Misuse.objects.select_for_update().filter(contact_hash=row.contact_hash).first()
        if found is None or found.warned_at >= now:
            raise NotDecided(phrase("The asker must have been warned before."))
        end = phrase("Until {day} we read other people's requests before yours.", day=f"{until:%Y-%m-%d}")
        tell(row, staff, f"{words.strip()}\n\n{end}" if words.strip() else "", now=now)
        found.set_aside_until, found.set_aside_by = until, staff.name
        found.save()
        RequestRow.objects.filter(
            contact_hash=row.contact_hash, state__in=UNDECIDED, minors_lane=False
        ).update(set_aside=True)
        journal.write("asker_set_aside", now=now, subject=number, by=staff.name, days=days)
    return until


def lift(staff: Staff, misuse: int, *, now: datetime) -> None:
    """Take warning and setting aside back. Raises NotHere."""
    gates.require(staff, Role.LEAD)
    with transaction.atomic():
        found = Misuse.objects.select_for_update().filter(pk=misuse).first()
        if found is None:
            raise NotHere
        RequestRow.objects.filter(contact_hash=found.contact_hash).update(set_aside=False)
        found.delete()
        journal.write("misuse_lifted", now=now, by=staff.name, misuse=misuse)


def is_set_aside(contact_hash: bytes | memoryview | None, now: datetime) -> bool:
    """Say whether requests of this asker are set aside now."""
    if contact_hash is None:
        return False
    return Misuse.objects.filter(contact_hash=contact_hash, set_aside_until__gt=now).exists()


def listed_misuse(staff: Staff) -> list[MisuseListed]:
    """Return everybody who was warned, the latest first. Raises NotHere."""
    gates.require(staff, Role.LEAD)
    rows = Misuse.objects.order_by("-warned_at")
    return [
        MisuseListed(
            one.pk,
            one.warned_at,
            one.warned_by,
            one.set_aside_until,
            one.set_aside_by,
            tuple(
                RequestRow.objects.filter(contact_hash=one.contact_hash, minors_lane=False)
                .order_by("-received_at")
                .values_list("number", flat=True)[:20]
            ),
        )
        for one in rows
    ]


def _row(staff: Staff, number: str) -> RequestRow:
    """Return the request, whose asker must have said how to reach them; nobody of the minors lane is ever set aside."""
    row = gates.request_for(staff, number, to_change=True, minors_lane=False)
    if row.contact_hash is None:
        raise NotHere
    return row
