"""An auditor reads the journal: by request, by person, by what happened. Nothing is changed by reading."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from rescind.desk import gates
from rescind.desk.gates import Role, Staff
from rescind.desk.records.models import JournalCheckpoint, JournalLine

AT_ONCE: Final = 100
LONGEST: Final = 64


@dataclass(frozen=True, slots=True)
class Line:
    """One line, opened. `facts` are as they were written."""

    number: int
    at: datetime
    event: str
    subject: str
    by: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JournalPage:
    """Lines, the newest first; `older` is the number to go on from, None at the end. `signed` is the last line signed."""

    lines: tuple[Line, ...]
    older: int | None
    signed: int
    events: tuple[str, ...]


def read_journal(
    staff: Staff, *, subject: str = "", event: str = "", by: str = "", before: int | None = None
) -> JournalPage:
    """Return lines that fit everything that was asked for. Raises NotHere for who is no auditor."""
    gates.require(staff, Role.AUDITOR)
    rows = JournalLine.objects.order_by("-number")
    if subject:
        rows = rows.filter(subject=subject[:LONGEST])
    if event:
        rows = rows.filter(event=event[:LONGEST])
    if by:
        rows = rows.filter(body__contains=f'"by":{json.dumps(by[:LONGEST])}')
    found = list((rows if before is None else rows.filter(number__lt=before))[: AT_ONCE + 1])
    mark = JournalCheckpoint.objects.order_by("-number").first()
    return JournalPage(
        tuple(_line(row) for row in found[:AT_ONCE]),
        found[AT_ONCE - 1].number if len(found) > AT_ONCE else None,
        mark.number if mark else 0,
        _events(JournalLine.objects.all()),
    )


def _events(rows: QuerySet[JournalLine]) -> tuple[str, ...]:
    return tuple(rows.order_by("event").values_list("event", flat=True).distinct())


def _line(row: JournalLine) -> Line:
    said = json.loads(row.body)
    facts = tuple((name, json.dumps(value, ensure_ascii=False)) for name, value in said["facts"].items())
    return Line(row.number, row.at, row.event, row.subject, said["by"], facts)
