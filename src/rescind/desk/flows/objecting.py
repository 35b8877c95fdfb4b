"""Whoever put a picture there reads the statement of reasons again, and objects to it. Nothing is put back by itself."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.flows import telling
from rescind.desk.records import sealing
from rescind.desk.settings.desk_file import DeskError
from rescind.removal.text import check_text
from rescind.words import phrase


class ObjectedAlready(DeskError):
    """There is an objection to this statement already."""


@dataclass(frozen=True, slots=True)
class Objection:
    """A statement of reasons as its reader sees it: why, what they said to it, and what a person answered."""

    number: str
    reasons: str
    objection: str
    objected_at: datetime | None
    answer: str
    answered_at: datetime | None


def look(number: str, code: str) -> Objection:
    """Return the statement of whoever has its number and code; raise NotHere."""
    row = gates.told_statement(number, code)
    return Objection(
        number,
        telling.reasons(row.place.request, number, code, row.made_at),
        sealing.unseal_with(row, row.objection),
        row.objected_at,
        sealing.unseal_with(row, row.answer),
        row.answered_at,
    )


def object_to(number: str, code: str, text: str, *, now: datetime) -> None:
    """Keep the objection; raise NotHere, ObjectedAlready, or RequestBroken when it is too long."""
    check_text("message", text)
    with transaction.atomic():
        row = gates.told_statement(number, code, to_change=True)
        if row.objection is not None:
            raise ObjectedAlready(phrase("We have your objection already. A person will answer it here."))
        row.objection = sealing.seal_with(row, text)
        row.objected_at = now
        row.save()
        journal.write("objected", now=now, subject=number)
