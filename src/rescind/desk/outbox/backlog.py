"""How much is owed, for whoever watches the desk: numbers alone, and nothing of what it is about."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from rescind.desk.outbox.owing import MAIL
from rescind.desk.records.models import Hook, Owed


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting` is all that is open; of it `without_hook` are calls that no hook takes, and `mail` are mails.

    `stopped` was given up. `oldest` is since when the oldest open debt waits.
    """

    waiting: int
    without_hook: int
    mail: int
    stopped: int
    oldest: datetime | None


def backlog() -> Backlog:
    """Return what is owed at this moment."""
    hooks = Hook.objects.filter(ended_at=None).values_list("name", flat=True)
    is_open = Q(done_at=None, stopped_at=None)
    found = Owed.objects.filter(done_at=None).aggregate(
        waiting=Count("pk", filter=is_open),
        without_hook=Count("pk", filter=is_open & ~Q(kind=MAIL) & ~Q(target__in=list(hooks))),
        mail=Count("pk", filter=is_open & Q(kind=MAIL)),
        stopped=Count("pk", filter=Q(stopped_at__isnull=False)),
        oldest=Min("owed_at", filter=is_open),
    )
    return Backlog(**found)
