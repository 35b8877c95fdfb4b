"""What each bank that is not paused does with a match, read from the database at most every half second."""

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings

from rescind.desk.records.models import Bank

FRESH: Final = timedelta(milliseconds=500)
"""So old may be what a process goes by: a change must be heeded everywhere within a second."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One bank: `action` is block, review or count; `within` is the most bits by which a picture may differ."""

    bank: int
    name: str
    action: str
    within: int


@dataclass(frozen=True, slots=True)
class _Read:
    at: datetime
    folder: Path
    policies: dict[int, Policy]


_TURN: Final = threading.Lock()
_last: list[_Read] = []


def policies(now: datetime) -> dict[int, Policy]:
    """Return the policy of each bank that is not paused, by the bank's number."""
    with _TURN:
        if not _last or abs(now - _last[0].at) > FRESH or _last[0].folder != settings.DESK_FOLDER:
            _last[:] = [_Read(now, settings.DESK_FOLDER, _from_database(now))]
        return _last[0].policies


def _from_database(now: datetime) -> dict[int, Policy]:
    return {
        bank.pk: Policy(bank.pk, bank.name, bank.action, bank.within)
        for bank in Bank.objects.all()
        if bank.paused_until is None or bank.paused_until <= now
    }
