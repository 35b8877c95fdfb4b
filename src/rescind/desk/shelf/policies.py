"""What each bank that is not paused does with a match, read from the database at most every half second."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from rescind.desk.records.lately import Lately
from rescind.desk.records.models import Bank


@dataclass(frozen=True, slots=True)
class Policy:
    """One bank: `action` is block, review or count; `within` is the most bits by which a picture may differ."""

    bank: int
    name: str
    action: str
    within: int


def _from_database(now: datetime) -> dict[int, Policy]:
    return {
        bank.pk: Policy(bank.pk, bank.name, bank.action, bank.within)
        for bank in Bank.objects.all()
        if bank.paused_until is None or bank.paused_until <= now
    }


policies: Final = Lately(_from_database)
"""The policy of each bank that is not paused at a moment, by the bank's number."""
