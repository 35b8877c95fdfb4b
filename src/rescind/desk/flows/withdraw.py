"""The asker takes a request back: what it put into a bank is taken out everywhere, and nothing more is done.

A place that is hidden stays hidden, and staff see that: taking back may not have been the asker's own wish.
"""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal, shelf
from rescind.desk.flows.moving import move, not_before
from rescind.desk.records.models import BankEntry, RequestRow
from rescind.removal import Withdrawn


def withdraw(number: str, code: str, *, now: datetime) -> None:
    """Withdraw the request of whoever has its receipt; raise NotHere, or StepNotAllowed when it was withdrawn before."""
    with transaction.atomic():
        row = gates.asked_request(number, code, to_change=True)
        move(row, Withdrawn(not_before(row, now)))
        ended = end_entries(row, now)
        journal.write("withdrawn", now=now, subject=number, entries=ended)
    transaction.on_commit(shelf.bring_up, robust=True)


def end_entries(row: RequestRow, now: datetime) -> int:
    """Take every entry that was made of the request out of its bank, fingerprint and all; return how many there were."""
    live = BankEntry.objects.filter(decided_on=row, ended_at=None)
    return live.update(ended_at=now, record=b"")
