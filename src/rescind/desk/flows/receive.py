"""A request arrives: its clock starts, what is missing is named at once, and the asker gets a receipt."""

from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from rescind import removal
from rescind.desk import journal
from rescind.desk.flows import misuse
from rescind.desk.flows.moving import still_missing, taken_in
from rescind.desk.records import converting, receipts
from rescind.desk.records.models import RequestRow
from rescind.removal import Missing, Request, State, receipt
from rescind.removal.moment import write_moment


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the asker is told, once: `code` is stored nowhere and cannot be told again. Then it is empty.

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


@dataclass(frozen=True, slots=True)
class Kept:
    """The number and code that the asker has already, from a form that they began."""

    number: str
    code: str = field(repr=False)
    code_hash: bytes = field(repr=False)


def receive(
    request: Request,
    *,
    now: datetime,
    minors_lane: bool = False,
    kept: Kept | None = None,
    document_hash: bytes | None = None,
) -> Receipt:
    """Take the request in and return the receipt; the whole of it is stored or nothing.

    The clock runs from `now` whether or not something is missing: that is the safe reading of the laws. Raises what
    `removal.advance` raises for a request that is no draft. When the same document (`document_hash`) was taken in
    before, nothing is stored, and what is returned is about that request, without a code.
    """
    if document_hash is not None and (before := _held(document_hash)):
        return before
    missing = removal.missing(request, removal.law(request.law))
    moved = taken_in(request, missing, now)
    try:
        with transaction.atomic():
            return _stored(
                moved,
                missing,
                kept or _fresh(),
                now=now,
                minors_lane=minors_lane,
                document_hash=document_hash,
            )
    except IntegrityError:
        # The same document may have come in twice at the same moment; then the other one was first.
        if document_hash is not None and (before := _held(document_hash)):
            return before
        raise


def _fresh() -> Kept:
    number, code = receipts.new_number(), receipts.new_code()
    return Kept(number, code, receipts.hashed(number, code))


def _held(document_hash: bytes) -> Receipt | None:
    """Return the receipt, without its code, of the request that came in as the same document; None when there is none."""
    row = RequestRow.objects.filter(document_hash=document_hash).first()
    if row is None:
        return None
    if not row.own_key:
        # That request was forgotten; the mark of its document must not stand in the way of asking anew.
        RequestRow.objects.filter(pk=row.pk).update(document_hash=None)
        return None
    return receipt_of(row)


def receipt_of(row: RequestRow) -> Receipt:
    """Return the receipt of a request that was taken in before, as it stands now, without its code."""
    request = converting.request_from(row)
    missing = still_missing(request)
    signed = _signed(request, row.number, missing, row.received_at)
    return Receipt(row.number, "", row.received_at, row.due_at, request.state, missing, signed)


def _stored(
    moved: Request,
    missing: tuple[Missing, ...],
    kept: Kept,
    *,
    now: datetime,
    minors_lane: bool,
    document_hash: bytes | None,
) -> Receipt:
    """Store the request that came in, write it down, and return its receipt."""
    number = kept.number
    row = converting.new_row(
        moved, number=number, code_hash=kept.code_hash, received_at=now, minors_lane=minors_lane
    )
    row.document_hash = document_hash
    row.set_aside = not minors_lane and misuse.is_set_aside(row.contact_hash, now)
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
    return Receipt(number, kept.code, now, moved.due_at, moved.state, missing, signed)


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
