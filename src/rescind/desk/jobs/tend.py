"""The small jobs: say that `work` is alive, bring the shelf up, sign the journal, warn in time, forget in time."""

from datetime import datetime
from typing import Final

from django.db import connection, transaction

from rescind.desk import journal, shelf
from rescind.desk.flows.close import close_ended
from rescind.desk.flows.forget import forget_due, forget_old
from rescind.desk.flows.sound_alarms import sound_alarms
from rescind.desk.flows.take_in_spool import take_in_spool
from rescind.desk.records.models import Alive

WORK: Final = "work"
HAVE_WORDS: Final = (
    "desk_request",
    "desk_place",
    "desk_message",
    "desk_statement",
    "desk_owed",
    "desk_draft",
)


def say_alive(now: datetime) -> None:
    """Write down that `work` lives."""
    Alive.objects.update_or_create(name=WORK, defaults={"at": now})


def bring_shelf_up(_: datetime) -> None:
    """Put into the index what a process that died may have left out of it."""
    shelf.bring_up()
    shelf.bring_up_known()


def take_in(now: datetime) -> None:
    """Take in what the match call saw."""
    take_in_spool(now)


def warn(now: datetime) -> None:
    """Tell those on duty for what time runs out."""
    sound_alarms(now)


def forget(now: datetime) -> None:
    """Close what is done, and throw away what was kept long enough, from the database's files too."""
    close_ended(now)
    if forget_due(now) + forget_old(now):
        sweep()


def sweep() -> None:
    """Have the database let go of what was thrown away: SQLite's log of writes is emptied, PostgreSQL's old rows go."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute(f"VACUUM {', '.join(HAVE_WORDS)}")


def sign_journal(now: datetime) -> None:
    """Make a checkpoint when there are lines since the last."""
    with transaction.atomic():
        journal.checkpoint(now)
