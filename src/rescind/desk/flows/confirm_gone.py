"""The platform confirms that what was granted is gone from every place: the request ends, and the asker is told."""

from datetime import datetime

from django.db import transaction

from rescind.desk import journal
from rescind.desk.flows import telling
from rescind.desk.flows.moving import move, not_before
from rescind.desk.gates import NotHere
from rescind.desk.records.models import RequestRow
from rescind.removal import Gone, State, StepNotAllowed


def confirm_gone(number: str, *, by: str, now: datetime) -> bool:
    """Move a granted request to its end, and say whether it was not there yet; `by` is the hook or the key.

    Raises NotHere for a number there is none of, or one that is in the minors lane or forgotten; StepNotAllowed for a
    request that was not granted.
    """
    with transaction.atomic():
        rows = RequestRow.objects.select_for_update().filter(number=number, minors_lane=False)
        row = rows.first()
        if row is None or not row.own_key:
            raise NotHere
        if row.state == State.GONE.value:
            return False
        event = Gone(not_before(row, now))
        if row.state != State.GRANTED.value:
            raise StepNotAllowed(State(row.state), event)
        move(row, event)
        row.closed_at = now
        row.save(update_fields=["closed_at"])
        telling.asker(row, now=now)
        journal.write("gone", now=now, subject=number, by=by)
        return True
