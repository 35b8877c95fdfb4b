"""Adds to the journal, inside the transaction of whatever is being written down.

Lines must follow one another without a gap, so writers take turns: on SQLite because a transaction that writes is
alone from its start, on PostgreSQL by a lock that is held until the transaction ends.
"""

from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection

from rescind.desk.journal.chain import BEFORE_THE_FIRST, Fact, checkpoint_body, digest_of, line_body
from rescind.desk.journal.signing import sign
from rescind.desk.records.models import JournalCheckpoint, JournalLine
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

TURN: Final = 0x5E5C1D
"""The number of the lock on PostgreSQL; nothing else of the desk uses it."""


class NoTransaction(DeskError):
    """A line was to be written outside a transaction, so that it could be there without what it tells of."""


def write(event: str, *, now: datetime, subject: str = "", by: str = "", **facts: Fact) -> JournalLine:
    """Write that `event` happened to `subject` (a receipt number) by `by` (who decided; empty for the desk itself).

    Facts are short and hold no word, address or fingerprint of anybody. Raises NoTransaction.
    """
    _take_turn()
    last = _last()
    number, previous = (last.number + 1, last.digest) if last else (1, BEFORE_THE_FIRST)
    body = line_body(number, now, event, subject, by, facts, previous)
    line = JournalLine(number=number, at=now, event=event, subject=subject, body=body, digest=digest_of(body))
    line.save(force_insert=True)
    return line


def checkpoint(now: datetime) -> JournalCheckpoint | None:
    """Sign how far the journal has come; None when it is empty or was signed since. Raises NoTransaction."""
    _take_turn()
    last = _last()
    if last is None or JournalCheckpoint.objects.filter(number=last.number).exists():
        return None
    body = checkpoint_body(last.number, last.digest, now)
    mark = JournalCheckpoint(
        number=last.number, at=now, body=body, signature=sign(body, settings.DESK.signing_key)
    )
    mark.save(force_insert=True)
    return mark


def _last() -> JournalLine | None:
    return JournalLine.objects.order_by("-number").first()


def _take_turn() -> None:
    """Wait until no other transaction is adding lines; raise NoTransaction outside one."""
    if not connection.in_atomic_block:
        raise NoTransaction(phrase("A line of the journal was to be written outside a transaction."))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
