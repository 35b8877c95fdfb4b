"""The desk in numbers, for whoever watches it: how much waits, since when, and what is overdue. Changes nothing."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from rescind.desk import outbox
from rescind.desk.flows.condition import last_alive
from rescind.desk.flows.sound_alarms import UNDECIDED, overdue_count
from rescind.desk.outbox import Backlog
from rescind.desk.records.models import BankEntry, JournalLine, RequestRow


@dataclass(frozen=True, slots=True)
class Figures:
    """`requests` counts by state, `entries` live bank entries by source; `next_due` is the nearest end of a time."""

    requests: dict[str, int]
    undecided: int
    overdue: int
    next_due: datetime | None
    owed: Backlog
    entries: dict[str, int]
    journal_lines: int
    work_alive: datetime | None


def figures(now: datetime) -> Figures:
    """Return the desk in numbers."""
    requests = dict(RequestRow.objects.values_list("state").annotate(Count("pk")).order_by("state"))
    entries = BankEntry.objects.filter(ended_at=None).values_list("source").annotate(Count("pk"))
    last = JournalLine.objects.order_by("-number").values_list("number", flat=True).first()
    return Figures(
        requests=requests,
        undecided=sum(requests.get(state, 0) for state in UNDECIDED),
        overdue=overdue_count(now),
        next_due=RequestRow.objects.filter(state__in=UNDECIDED).aggregate(next=Min("due_at"))["next"],
        owed=outbox.backlog(),
        entries=dict(entries.order_by("source")),
        journal_lines=last or 0,
        work_alive=last_alive(),
    )
