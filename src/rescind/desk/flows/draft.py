"""A form that is being filled in: begun, saved after every screen, opened again with its number and code.

Nothing has been asked of anybody yet, so the journal says nothing of it. What was answered lies sealed.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from rescind.desk import gates
from rescind.desk.flows.answers import Answers, as_values, from_values
from rescind.desk.records import receipts, sealing
from rescind.desk.records.models import Draft


@dataclass(frozen=True, slots=True)
class Open:
    """A form as it is now. `until` is when it will be deleted when nobody comes back to it."""

    number: str
    answers: Answers
    begun_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Begun:
    """The receipt of a form that was begun; the code is stored nowhere."""

    number: str
    code: str


def begin(answers: Answers, *, now: datetime) -> Begun:
    """Keep the first answers, and return the number and the code to come back with."""
    number, code = receipts.new_number(), receipts.new_code()
    row = Draft(
        number=number,
        code_hash=receipts.hashed(number, code),
        own_key=sealing.new_key(number),
        begun_at=now,
    )
    _keep(answers, row, now)
    return Begun(number, code)


def opened(number: str, code: str) -> Open:
    """Return the form of whoever has its receipt; raise NotHere."""
    return told(gates.asked_draft(number, code))


def save(number: str, code: str, answers: Answers, *, now: datetime) -> Open:
    """Keep the answers in place of those before; raise NotHere."""
    with transaction.atomic():
        row = gates.asked_draft(number, code, to_change=True)
        _keep(answers, row, now)
    return told(row)


def told(row: Draft) -> Open:
    """Return the form that the row holds."""
    values = json.loads(sealing.unseal_with(row, row.sealed))
    return Open(row.number, from_values(values), row.begun_at, row.saved_at + kept_for())


def kept_for() -> timedelta:
    """Return how long a form that was not sent is kept after it was last saved."""
    return timedelta(days=settings.DESK.working.keep.unfinished)


def _keep(answers: Answers, row: Draft, now: datetime) -> None:
    row.sealed = sealing.seal_with(row, json.dumps(as_values(answers), ensure_ascii=False))
    row.saved_at = now
    row.save()
