"""Makes a backup of a desk: its settings with all secrets, and every row of its database as it is at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.apps import apps
from django.conf import settings
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from rescind.desk import journal
from rescind.desk.flows.take_in_spool import take_in_spool
from rescind.desk.management import backup_file
from rescind.desk.management.backup_file import Lock, Row
from rescind.desk.settings.desk_file import NAME

AT_ONCE: Final = 1000
LEFT_OUT: Final = {"sessions.session"}
"""Whoever was signed in signs in again."""


def back_up(path: Path, lock: Lock, *, now: datetime) -> int:
    """Write a backup to a new file and return how many rows it holds; raise BackupBroken.

    Others may go on writing meanwhile; what they write is not in it. That it was made stands in the journal, and in it.
    """
    backup_file.require_room(path)
    take_in_spool(now)
    with transaction.atomic():
        journal.write("backup_made", now=now)
        journal.checkpoint(now)
    toml = (Path(settings.DESK_FOLDER) / NAME).read_text(encoding="utf-8")
    head = backup_file.head_of(now, settings.DESK_VERSION, newest_migrations(), toml)
    with one_moment():
        return backup_file.write(path, head, every_row(), lock)


def newest_migrations() -> dict[str, str]:
    """Return the last migration of each application that has any."""
    return dict(MigrationExecutor(connection).loader.graph.leaf_nodes())


@contextmanager
def one_moment() -> Iterator[None]:
    """See the database as it is now until the end of the block, without keeping writers from writing."""
    begin = "BEGIN" if connection.vendor == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def every_row() -> Iterator[Row]:
    """Yield every row of every table that the program knows, in the order of their keys."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and model._meta.label_lower not in LEFT_OUT:
            for row in _rows(model):
                yield model._meta.label_lower, as_texts(row)


def as_texts(row: models.Model) -> dict[str, Any]:
    """Return a row as column to text; None stays None, and JSON stays what it is."""
    return {
        field.attname: None if getattr(row, field.attname) is None else field.value_to_string(row)
        for field in row._meta.concrete_fields
    }


def _rows(model: type[models.Model]) -> Iterator[models.Model]:
    ordered = model._base_manager.order_by("pk")
    part = list(ordered[:AT_ONCE])
    while part:
        yield from part
        part = list(ordered.filter(pk__gt=part[-1].pk)[:AT_ONCE])
