"""How the desk is: whether the database answers, its tables are current, and when `work` was last alive. Changes nothing."""

from datetime import datetime, timedelta
from typing import Final

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from rescind.desk import outbox
from rescind.desk.flows.sound_alarms import overdue_count
from rescind.desk.records.models import Alive
from rescind.removal.moment import write_moment

WORK: Final = "work"
SILENT_TOO_LONG: Final = timedelta(minutes=2)
"""`work` says every few seconds that it is alive; after this long without a word it is called dead."""


def examined(now: datetime) -> dict[str, object]:
    """Return how the desk is: `desk` is ok, degraded or down.

    Degraded: `work` is dead, or something owed was given up. Down: nothing can be taken in.
    """
    try:
        tables = "current" if are_current() else "not current"
        seen = last_alive() if tables == "current" else None
    except DatabaseError:
        return {"desk": "down", "database": "unreachable", "tables": "unknown", "work": {"state": "unknown"}}
    work = work_record(seen, now)
    backlog = outbox.backlog()
    is_well = work["state"] == "alive" and not backlog.stopped
    up = "ok" if is_well else "degraded"
    return {
        "desk": up if tables == "current" else "down",
        "database": "reachable",
        "tables": tables,
        "work": work,
        "owed": {
            "waiting": backlog.waiting,
            "without_hook": backlog.without_hook,
            "stopped": backlog.stopped,
        },
        "overdue": overdue_count(now),
    }


def last_alive() -> datetime | None:
    """Return when `work` last said that it is alive; None when it never did."""
    return Alive.objects.filter(name=WORK).values_list("at", flat=True).first()


def work_record(seen: datetime | None, now: datetime) -> dict[str, str | None]:
    """Return whether `work` is alive, dead, or was never seen, and when it last said something."""
    if seen is None:
        return {"state": "never seen", "last_alive": None}
    is_alive = now - seen <= SILENT_TOO_LONG
    return {"state": "alive" if is_alive else "dead", "last_alive": write_moment(seen)}


def are_current() -> bool:
    """Say whether every migration of this version has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
