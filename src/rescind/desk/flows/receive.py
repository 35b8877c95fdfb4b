"""A request arrives: its clock starts, what is missing is named at once, and the asker gets a receipt."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from rescind import removal
from rescind.desk import journal
from rescind.desk.records import converting, receipts
from rescind.removal import Incomplete, Missing, Received, Request, State, receipt
from rescind.removal.moment import write_moment


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the asker is told, once: `code` is stored nowhere and cannot be told again.

    `due_at` is None where the law gives no number. `missing` is what has to be added; the time runs on meanwhile.
    `signed` is the receipt as a file (`docs/formats/receipt.md`), which holds no code.
    """

    number: str
    code: str
    received_at: datetime
    due_at: datetime | None
    state: State
    missing: tuple[Missing, ...]
    signed: bytes


def receive(request: Request, *, now: datetime, minors_lane: bool = False) -> Receipt:
    """Take the request in and return the receipt; the whole of it is stored or nothing.

    The clock runs from `now` whether or not something is missing: that is the safe reading of the laws. Raises what
    `removal.advance` raises for a request that is no draft.
    """
    law = removal.law(request.law)
    missing = removal.missing(request, law)
    event = (
        Incomplete(now, tuple(each.element for each in missing))
        if missing
        else Received(now, settings.DESK.name)
    )
    moved = removal.advance(request, event, law)
    with transaction.atomic():
        return _stored(moved, missing, now=now, minors_lane=minors_lane)


def _stored(moved: Request, missing: tuple[Missing, ...], *, now: datetime, minors_lane: bool) -> Receipt:
    """Store the request that came in, write it down, and return its receipt."""
    number, code = receipts.new_number(), receipts.new_code()
    row = converting.new_row(
        moved,
        number=number,
        code_hash=receipts.hashed(number, code),
        received_at=now,
        minors_lane=minors_lane,
    )
    row.save(force_insert=True)
    converting.save_places(row, moved)
    journal.write(
        "received",
        now=now,
        subject=number,
        law=moved.law,
        state=moved.state.value,
        due_at=None if moved.due_at is None else write_moment(moved.due_at),
        missing=[each.element for each in missing],
        minors_lane=minors_lane,
    )
    signed = _signed(moved, number, missing, now)
    return Receipt(number, code, now, moved.due_at, moved.state, missing, signed)


def _signed(moved: Request, number: str, missing: tuple[Missing, ...], now: datetime) -> bytes:
    """Return the receipt as a signed file."""
    said = receipt.Receipt(
        request=moved.id,
        law=moved.law,
        number=number,
        platform=settings.DESK.name,
        received_at=now,
        due_at=moved.due_at,
        missing=tuple(each.element for each in missing),
        status=settings.DESK.status_of(number),
    )
    return receipt.write(said, settings.DESK.signing_key)
