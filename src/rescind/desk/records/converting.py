"""A request and its rows: the one place where a field of `removal.Request` must be thought of a second time.

The record in `sealed` is the whole request with its state and history; the columns are derived from it whenever it is
written, so the two cannot drift apart.
"""

import json
import re
from datetime import datetime
from typing import Final

from rescind.desk.records import receipts, sealing
from rescind.desk.records.models import Place, RequestRow
from rescind.removal import Request, as_record, from_record

_ADDRESS: Final = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def new_row(
    request: Request, *, number: str, code_hash: bytes, received_at: datetime, minors_lane: bool
) -> RequestRow:
    """Return an unsaved row for the request."""
    row = RequestRow(
        number=number,
        code_hash=code_hash,
        received_at=received_at,
        minors_lane=minors_lane,
        own_key=sealing.new_key(number),
        contact_hash=receipts.contact_hash(request.asker.contact) if request.asker.contact else None,
    )
    return fill(row, request)


def fill(row: RequestRow, request: Request) -> RequestRow:
    """Put the request, as it is now, into the row's record and columns; return the row, unsaved."""
    row.law = request.law
    row.state = request.state.value
    row.due_at = request.due_at
    content = json.dumps(as_record(request), ensure_ascii=False)
    row.sealed = sealing.seal_with(row, content)
    return row


def save_places(row: RequestRow, request: Request, *, after: int = 0) -> None:
    """Save a row for each place of the request but the first `after`; the request's own row must be saved already."""
    Place.objects.bulk_create(
        Place(request=row, position=position, page=address(place.page), file=address(place.file or ""))
        for position, place in enumerate(request.places)
        if position >= after
    )


def address(said: str) -> str:
    """Return what was said when it is an address; a place told in words is in the sealed record alone."""
    return said if _ADDRESS.match(said) else ""


def request_from(row: RequestRow) -> Request:
    """Return the request that the row holds; raise NotOpened when its key was thrown away or its record altered."""
    return from_record(json.loads(sealing.unseal_with(row, row.sealed)))
