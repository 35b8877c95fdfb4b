"""The small jobs: say that `work` is alive, bring the shelf up to the database, sign how far the journal has come."""

from datetime import datetime
from typing import Final

from django.db import transaction

from rescind.desk import journal, shelf
from rescind.desk.records.models import Alive

WORK: Final = "work"


def say_alive(now: datetime) -> None:
    """Write down that `work` lives."""
    Alive.objects.update_or_create(name=WORK, defaults={"at": now})


def bring_shelf_up(_: datetime) -> None:
    """Put into the index what a process that died may have left out of it."""
    shelf.bring_up()


def sign_journal(now: datetime) -> None:
    """Make a checkpoint when there are lines since the last."""
    with transaction.atomic():
        journal.checkpoint(now)
