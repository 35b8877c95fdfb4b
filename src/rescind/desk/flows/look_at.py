"""The asker looks at their own request, with the number and the code of their receipt. Nothing is changed by looking."""

from dataclasses import dataclass
from datetime import datetime

from rescind.desk import gates
from rescind.desk.flows.moving import still_missing
from rescind.desk.records import converting
from rescind.removal import Missing, State


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
    row = gates.asked_request(number, code)
    request = converting.request_from(row)
    return Status(number, request.state, row.received_at, row.due_at, still_missing(request))
