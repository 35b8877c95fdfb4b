"""The journal as it lies in the database, in the order in which it is checked and exported."""

import json
from collections.abc import Iterator
from typing import Final, TypeVar

from rescind.desk.journal.checking import Checkpoint, Entry, JournalBroken, Line
from rescind.desk.records.models import JournalCheckpoint, JournalLine
from rescind.removal.moment import write_moment
from rescind.words import phrase

AT_ONCE: Final = 2000

Row = TypeVar("Row", JournalLine, JournalCheckpoint)


def entries() -> Iterator[Entry]:
    """Yield every line, and after the line it counts to, every checkpoint; checkpoints beyond the last line come last.

    Raises JournalBroken when a column beside a line says something else than the line.
    """
    marks = _all(JournalCheckpoint)
    mark = next(marks, None)
    for row in _all(JournalLine):
        while mark is not None and mark.number < row.number:
            yield Checkpoint(mark.body, mark.signature)
            mark = next(marks, None)
        _compare(row)
        yield Line(row.body, row.digest)
    while mark is not None:
        yield Checkpoint(mark.body, mark.signature)
        mark = next(marks, None)


def _all(kind: type[Row]) -> Iterator[Row]:
    """Yield every row in the order of its key, so many at once; no cursor is left open by a reader that stops early."""
    rows = kind._default_manager.order_by("pk")
    part = list(rows[:AT_ONCE])
    while part:
        yield from part
        part = list(rows.filter(pk__gt=part[-1].pk)[:AT_ONCE])


def _compare(row: JournalLine) -> None:
    """Raise JournalBroken when the columns that are searched were altered while the hashed text was not."""
    try:
        said = json.loads(row.body)
        same = (said["number"], said["at"], said["event"], said["subject"]) == (
            row.number,
            write_moment(row.at),
            row.event,
            row.subject,
        )
    except (ValueError, KeyError, TypeError):
        same = False
    if not same:
        raise JournalBroken(row.number, phrase("Line {n} of the journal was altered.", n=row.number))
