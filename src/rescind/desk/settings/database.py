"""Which database the desk uses, as Django's settings want it: SQLite beside `desk.toml`, or PostgreSQL by URL."""

from pathlib import Path
from typing import Any, Final, cast

import dj_database_url

from rescind.desk.settings.desk_file import DeskNotSetUp
from rescind.words import phrase

SQLITE: Final = "django.db.backends.sqlite3"
POSTGRESQL: Final = "django.db.backends.postgresql"
WAIT: Final = 20
"""Seconds a writer waits for another one before it gives up."""

_SQLITE_OPTIONS: Final = {
    # A transaction that reads first and writes later would fail under load; this one takes its turn at the start.
    "transaction_mode": "IMMEDIATE",
    "timeout": WAIT,
    # What is deleted is overwritten, so that a key that was thrown away is not left in the file.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON",
}


def configured(url: str, folder: Path) -> dict[str, Any]:
    """Return the settings of one database; raise DeskNotSetUp for a URL that is neither SQLite nor PostgreSQL."""
    try:
        parsed = cast(
            "dict[str, Any]", dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
        )
    except ValueError as error:
        raise _not_understood() from error
    if parsed["ENGINE"] == SQLITE:
        return parsed | {"NAME": _in(folder, parsed["NAME"]), "OPTIONS": dict(_SQLITE_OPTIONS)}
    if parsed["ENGINE"] == POSTGRESQL:
        return parsed
    raise _not_understood()


def _in(folder: Path, name: str) -> str:
    return name if name == ":memory:" else str((folder / name).absolute())


def _not_understood() -> DeskNotSetUp:
    return DeskNotSetUp(
        phrase("The database must be named by an address that begins with sqlite: or postgresql:")
    )
