"""Nothing is left to do about a request: from then on it is kept for a time that the operator chose, and then forgotten."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from rescind.desk import journal, outbox
from rescind.desk.flows.sound_alarms import open_complaints
from rescind.desk.records.models import Owed, Report, RequestRow
from rescind.removal import State

ENDED = (State.GONE.value, State.WITHDRAWN.value, State.REFUSED.value)


def close_ended(now: datetime) -> int:
    """Close what is done, open again what somebody complained about, and set the day of forgetting; return how many changed.

    What is in the minors lane is closed by its people alone. A granted request is done when its hook has taken "remove",
    whether or not it confirms that everything is gone.
    """
    untold = Owed.objects.filter(kind=outbox.REMOVE, subject=OuterRef("number"), done_at=None)
    done = Q(state__in=ENDED) & ~open_complaints() | Q(state=State.GRANTED.value) & ~Exists(untold)
    rows = RequestRow.objects.exclude(own_key=b"")
    count = 0
    for number in rows.filter(done, closed_at=None, minors_lane=False).values_list("number", flat=True):
        count += _change(number, "closed", now, closed_at=now)
    for number in rows.filter(open_complaints()).exclude(closed_at=None).values_list("number", flat=True):
        count += _change(number, "opened_again", now, closed_at=None, forget_at=None)
    for number, forget_at in _wrongly_dated():
        count += _change(number, "forgetting_set", now, forget_at=forget_at)
    return count


def _wrongly_dated() -> Iterator[tuple[str, datetime]]:
    """Yield each closed request whose day of forgetting is not what settings and holds say, with the day they say."""
    kept = timedelta(days=settings.DESK.working.keep.requests)
    held = Report.objects.exclude(hold_until=None).values_list("request__number", "hold_until")
    holds: dict[str, datetime | None] = dict(held)
    closed = RequestRow.objects.exclude(closed_at=None).exclude(own_key=b"")
    for number, closed_at, forget_at in list(closed.values_list("number", "closed_at", "forget_at")):
        if closed_at is None:
            continue
        wanted = max(closed_at + kept, holds.get(number) or closed_at)
        if wanted != forget_at:
            yield number, wanted


def _change(number: str, event: str, now: datetime, **columns: datetime | None) -> int:
    with transaction.atomic():
        changed = RequestRow.objects.filter(number=number).update(**columns)
        journal.write(event, now=now, subject=number)
    return changed
