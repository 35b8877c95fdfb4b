"""The journal only grows: the database itself refuses to change or remove a line or a signature, or to leave a gap."""

from typing import Final

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES: Final = ("desk_journal_line", "desk_journal_checkpoint")
SAID: Final = "the journal only grows"

SQLITE: Final = (
    *(
        f"CREATE TRIGGER {table}_{event.lower()} BEFORE {event} ON {table} BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        for table in TABLES
        for event in ("UPDATE", "DELETE")
    ),
    # INSERT OR REPLACE removes a row without asking the trigger above; a line in the wrong place is refused here.
    "CREATE TRIGGER desk_journal_line_insert BEFORE INSERT ON desk_journal_line"
    " WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM desk_journal_line)"
    f" BEGIN SELECT RAISE(ABORT, '{SAID}'); END",
    "CREATE TRIGGER desk_journal_checkpoint_insert BEFORE INSERT ON desk_journal_checkpoint"
    " WHEN EXISTS (SELECT 1 FROM desk_journal_checkpoint WHERE id = NEW.id)"
    f" BEGIN SELECT RAISE(ABORT, '{SAID}'); END",
)

POSTGRESQL: Final = (
    "CREATE FUNCTION desk_journal_refuse() RETURNS trigger LANGUAGE plpgsql AS"
    f" $$ BEGIN RAISE EXCEPTION '{SAID}'; END $$",
    "CREATE FUNCTION desk_journal_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM desk_journal_line) THEN"
    f" RAISE EXCEPTION '{SAID}'; END IF; RETURN NEW; END $$",
    *(
        f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION desk_journal_refuse()"
        for table in TABLES
    ),
    *(
        f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION desk_journal_refuse()"
        for table in TABLES
    ),
    "CREATE TRIGGER desk_journal_line_insert BEFORE INSERT ON desk_journal_line"
    " FOR EACH ROW EXECUTE FUNCTION desk_journal_next()",
)


def refuse_changes(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers, in the words of the database at hand."""
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    """There is no way back: a journal that can be changed is none."""

    dependencies = [("desk", "0001_first")]
    operations = [migrations.RunPython(refuse_changes)]
