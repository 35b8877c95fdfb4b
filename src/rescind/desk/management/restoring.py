"""Makes a desk from a backup: its settings, its database on whichever kind of database is named, and its indexes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Final

from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from rescind.desk import journal, shelf
from rescind.desk.management.backup_file import BackupBroken, Head, Row
from rescind.desk.management.making import bring_up_to_date
from rescind.desk.records.models import JournalLine
from rescind.desk.settings.desk_file import DeskNotSetUp
from rescind.words import phrase

AT_ONCE: Final = 500


def restore(head: Head, rows: Iterator[Row], *, now: datetime) -> int:
    """Fill an empty database with the rows, bring it to this release, and make the indexes; return how many rows it were.

    Nothing is stored unless everything is. Raises BackupBroken, and DeskNotSetUp when the database is not empty.
    """
    if connection.vendor == "sqlite":
        Path(str(connection.settings_dict["NAME"])).touch(mode=0o600)
    _require_empty()
    known = _tables_of(head)
    with transaction.atomic():
        _empty(known)
        count = _filled(known, rows)
        connection.check_constraints()
        journal.write("restored", now=now, made_at=head.made_at)
    _count_on(known)
    shelf.make_anew()
    shelf.make_known_anew()
    bring_up_to_date(now)
    return count


def _require_empty() -> None:
    try:
        is_empty = (
            JournalLine._meta.db_table not in connection.introspection.table_names()
            or not JournalLine.objects.exists()
        )
    except DatabaseError as error:
        raise DeskNotSetUp(phrase("The database cannot be reached.")) from error
    if not is_empty:
        raise DeskNotSetUp(phrase("There is a desk in this database already. Nothing was changed."))


def _tables_of(head: Head) -> Apps:
    """Bring the database to the tables that the backup was made with, and return them."""
    executor = MigrationExecutor(connection)
    wanted = list(head.migrations.items())
    if any(target not in executor.loader.graph.nodes for target in wanted):
        raise BackupBroken(
            phrase("The backup was made by a newer release ({release}).", release=head.release)
        )
    executor.migrate(wanted)
    state = MigrationExecutor(connection).loader.project_state(wanted)
    return state.apps


def _empty(known: Apps) -> None:
    """Take out what making the tables put into them; the journal, whose lines nobody may take out, is empty."""
    for model in known.get_models(include_auto_created=True):
        if not model._meta.db_table.startswith("desk_journal"):
            model._base_manager.all()._raw_delete(connection.alias)


def _filled(known: Apps, rows: Iterator[Row]) -> int:
    count = 0
    for label, group in groupby(rows, key=lambda row: row[0]):
        model = _model(known, label)
        made = (_made(model, row) for _, row in group)
        while part := list(islice(made, AT_ONCE)):
            model._base_manager.bulk_create(part)
            count += len(part)
    return count


def _model(known: Apps, label: str) -> type[models.Model]:
    try:
        return known.get_model(label)
    except (LookupError, ValueError) as error:
        raise BackupBroken(phrase("The backup is damaged.")) from error


def _made(model: type[models.Model], row: dict[str, Any]) -> models.Model:
    """Return the row as the table holds it; the columns must be exactly those of the table."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    if fields.keys() != row.keys():
        raise BackupBroken(phrase("The backup is damaged."))
    return model(**{name: _value(fields[name], text) for name, text in row.items()})


def _value(field: models.Field[Any, Any], text: object) -> object:
    return None if text is None else field.to_python(text)


def _count_on(known: Apps) -> None:
    """Have new rows numbered after the highest that was restored."""
    tables = list(known.get_models(include_auto_created=True))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)
