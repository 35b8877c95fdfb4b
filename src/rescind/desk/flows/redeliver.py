"""Somebody of the platform has things that were given up, or wait for a long time, sent again now."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal, outbox
from rescind.desk.gates import Role, Staff
from rescind.desk.outbox.claiming import IN_ORDER
from rescind.desk.records.models import Owed
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase


class NotSentAgain(DeskError):
    """There is nothing to send again, or something newer about the same request went out since; `str()` says which."""


def redeliver(staff: Staff, *, now: datetime, number: int | None = None, hook: str | None = None) -> int:
    """Send one debt again, or all of a hook, or all that there are; return how many. It keeps its key.

    It is tried several times. Raises NotSentAgain, also for one that was delivered.
    """
    gates.require(staff, Role.OPERATOR, Role.LEAD)
    with transaction.atomic():
        rows = Owed.objects.select_for_update(of=("self",)).filter(done_at=None)
        if number is not None:
            rows = rows.filter(pk=number)
        if hook is not None:
            rows = rows.filter(target=hook)
        wanted = [row for row in rows.order_by("pk") if not _is_overtaken(row)]
        if not wanted:
            raise NotSentAgain(
                phrase("There is nothing to send again, or something newer about it was sent since.")
            )
        Owed.objects.filter(pk__in=[row.pk for row in wanted]).update(
            stopped_at=None, run_after=now, attempts=0
        )
        journal.write("sent_again", now=now, by=staff.name, hook=hook, number=number, count=len(wanted))
        outbox.route(now)
    return len(wanted)


def _is_overtaken(row: Owed) -> bool:
    """Say whether the platform was told something newer about the same request, which this would undo."""
    if row.kind not in IN_ORDER or not row.subject or row.stopped_at is None:
        return False
    newer = Owed.objects.filter(kind__in=IN_ORDER, target=row.target, subject=row.subject, pk__gt=row.pk)
    return newer.exclude(done_at=None).exists()
