"""Banks are made, changed and paused; what is allowed is listed and taken from the list again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from rescind.desk import gates, journal, shelf
from rescind.desk.gates import Role, Staff
from rescind.desk.records.banks import BLOCK, COUNT, REVIEW
from rescind.desk.records.matches import CONFIRMED, DENIED
from rescind.desk.records.models import Allowed, Bank, Matched
from rescind.desk.settings.desk_file import DeskError
from rescind.fingerprint import Fingerprint
from rescind.match import NEAR_WITHIN
from rescind.words import phrase

ACTIONS = (BLOCK, REVIEW, COUNT)
KEEPERS = (Role.LEAD, Role.OPERATOR)
NAME_LENGTH = 100
NOTE_LENGTH = 200
MOST_BANKS = 1 << 14
"""Numbers of banks are below this in the index."""


class BankNotChanged(DeskError):
    """A bank or the allow-list cannot be changed as it was asked for; `str()` says why."""


@dataclass(frozen=True, slots=True)
class BankListed:
    """A bank: what it does, how many entries it has, how many are set aside, and what was said of its matches."""

    name: str
    action: str
    within: int
    paused_until: datetime | None
    entries: int
    quarantined: int
    confirmed: int
    denied: int


@dataclass(frozen=True, slots=True)
class AllowedListed:
    """A picture that is allowed, by its number."""

    number: int
    note: str
    by: str
    at: datetime


def add_bank(staff: Staff, name: str, action: str, *, now: datetime, within: int = NEAR_WITHIN) -> None:
    """Make an empty bank. Raises BankNotChanged, and NotHere for who keeps none."""
    gates.require(staff, *KEEPERS)
    _check(action, within)
    if not name.strip() or len(name) > NAME_LENGTH or not name.isprintable():
        raise BankNotChanged(phrase("The name must be one line, with at most {n} letters.", n=NAME_LENGTH))
    with transaction.atomic():
        if Bank.objects.filter(name=name).exists():
            raise BankNotChanged(phrase("There is a bank of this name already."))
        if Bank.objects.count() >= MOST_BANKS - 1:
            raise BankNotChanged(phrase("There are as many banks as there can be."))
        Bank.objects.create(name=name, action=action, within=within, made_at=now)
        journal.write("bank_made", now=now, by=staff.name, bank=name, action=action, within=within)


def set_bank(
    staff: Staff, name: str, *, now: datetime, action: str | None = None, within: int | None = None
) -> None:
    """Change what a bank does, or how near counts. Raises BankNotChanged, NotHere."""
    gates.require(staff, *KEEPERS)
    with transaction.atomic():
        bank = _named(name)
        bank.action = bank.action if action is None else action
        bank.within = bank.within if within is None else within
        _check(bank.action, bank.within)
        bank.save(update_fields=["action", "within"])
        journal.write(
            "bank_changed", now=now, by=staff.name, bank=name, action=bank.action, within=bank.within
        )


def pause_bank(staff: Staff, name: str, until: datetime | None, *, now: datetime) -> None:
    """Leave a bank out until that moment; None has it asked again at once. Raises BankNotChanged, NotHere."""
    gates.require(staff, *KEEPERS)
    if until is not None and until <= now:
        raise BankNotChanged(phrase("A pause ends in the future."))
    with transaction.atomic():
        bank = _named(name)
        bank.paused_until = until
        bank.save(update_fields=["paused_until"])
        told = None if until is None else until.isoformat()
        journal.write("bank_paused", now=now, by=staff.name, bank=name, until=told)


def allow(staff: Staff, fingerprint: Fingerprint, *, now: datetime, note: str = "") -> int:
    """Never block this picture, whatever a bank says; return its number. Raises BankNotChanged, NotHere."""
    gates.require(staff, *KEEPERS)
    if fingerprint.plain:
        raise BankNotChanged(phrase("This picture is too plain to be told apart from others."))
    if len(note) > NOTE_LENGTH or not note.isprintable():
        raise BankNotChanged(phrase("A note is one line, with at most {n} letters.", n=NOTE_LENGTH))
    with transaction.atomic():
        record = shelf.packed_record(fingerprint, shelf.ABOUT_ALLOWED)
        row = Allowed.objects.create(record=record, note=note, added_by=staff.name, added_at=now)
        journal.write("picture_allowed", now=now, by=staff.name, allowed=row.pk)
    transaction.on_commit(shelf.bring_up, robust=True)
    return row.pk


def disallow(staff: Staff, number: int, *, now: datetime) -> None:
    """Take a picture from the allow-list, fingerprint and all. Raises BankNotChanged, NotHere."""
    gates.require(staff, *KEEPERS)
    with transaction.atomic():
        if not Allowed.objects.filter(pk=number, ended_at=None).update(ended_at=now, record=b""):
            raise BankNotChanged(phrase("There is no such number on the allow-list."))
        journal.write("picture_disallowed", now=now, by=staff.name, allowed=number)
    transaction.on_commit(shelf.bring_up, robust=True)


def listed_banks(staff: Staff) -> list[BankListed]:
    """Return every bank, by name. Raises NotHere."""
    gates.require(staff, *KEEPERS, Role.AUDITOR)
    live = Q(entries__ended_at=None, entries__pk__isnull=False)
    rows = Bank.objects.order_by("name").annotate(
        live=Count("entries", filter=live),
        aside=Count("entries", filter=live & ~Q(entries__quarantined_at=None)),
    )
    verdicts = {
        (bank, verdict): count
        for bank, verdict, count in Matched.objects.values_list("entry__bank", "verdict").annotate(
            n=Count("pk")
        )
    }
    return [
        BankListed(
            row.name,
            row.action,
            row.within,
            row.paused_until,
            row.live,
            row.aside,
            verdicts.get((row.pk, CONFIRMED), 0),
            verdicts.get((row.pk, DENIED), 0),
        )
        for row in rows
    ]


def listed_allowed(staff: Staff) -> list[AllowedListed]:
    """Return what is allowed, oldest first. Raises NotHere."""
    gates.require(staff, *KEEPERS, Role.AUDITOR)
    rows = Allowed.objects.filter(ended_at=None).order_by("pk")
    return [AllowedListed(row.pk, row.note, row.added_by, row.added_at) for row in rows]


def _check(action: str, within: int) -> None:
    if action not in ACTIONS:
        raise BankNotChanged(phrase("What a bank does is one of: {actions}", actions=", ".join(ACTIONS)))
    if not 0 <= within <= NEAR_WITHIN:
        raise BankNotChanged(
            phrase(
                "How near counts is 0 to {most} bits; pictures farther apart are not copies.",
                most=NEAR_WITHIN,
            )
        )


def _named(name: str) -> Bank:
    bank = Bank.objects.select_for_update().filter(name=name).first()
    if bank is None:
        raise BankNotChanged(phrase("There is no bank of this name."))
    return bank
