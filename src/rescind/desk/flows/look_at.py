"""The asker looks at their own request, with the number and the code of their receipt. Nothing is changed by looking."""

from dataclasses import dataclass
from datetime import datetime

from rescind import removal
from rescind.desk.records import converting, receipts
from rescind.desk.records.models import RequestRow
from rescind.desk.settings.desk_file import DeskError
from rescind.removal import Missing, State
from rescind.words import phrase


class NotHere(DeskError):
    """There is no such request, or the code is not its code. Which of the two is not said."""

    def __init__(self) -> None:
        super().__init__(phrase("There is nothing here for this number and code."))


@dataclass(frozen=True, slots=True)
class Status:
    """Where a request stands, for the one who asked."""

    number: str
    state: State
    received_at: datetime
    due_at: datetime | None
    missing: tuple[Missing, ...]


def look_at(number: str, code: str) -> Status:
    """Return where the request stands; raise NotHere for a stranger just as for a number there is none of."""
    row = RequestRow.objects.filter(number=number).first() if receipts.is_number(number) else None
    # A number that is not there costs the same comparison, so that the time an answer takes tells nothing either.
    stored = bytes(row.code_hash) if row else bytes(receipts.HASH_BYTES)
    if not receipts.fits(number, code, stored) or row is None or not row.own_key:
        raise NotHere  # a request whose key was thrown away is gone, for everybody
    request = converting.request_from(row)
    missing = removal.missing(request, removal.law(request.law)) if request.state is State.INCOMPLETE else ()
    return Status(number, request.state, row.received_at, row.due_at, missing)
