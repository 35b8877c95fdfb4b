"""A desk of the first release, with requests in it, becomes one of this release, on both databases, and loses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings import desk_file

start(None)

from django.core.management import call_command  # noqa: E402 - only when Django is set up
from django.db.migrations.executor import MigrationExecutor  # noqa: E402

from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.look_at import look_at  # noqa: E402
from rescind.desk.gates import Role, Staff  # noqa: E402
from rescind.desk.journal.chain import BEFORE_THE_FIRST, digest_of, line_body  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.management.making import bring_up_to_date  # noqa: E402
from rescind.desk.records import receipts, sealing  # noqa: E402
from rescind.removal import Received, State, advance, as_record, law  # noqa: E402
from tests.desk.conftest import NAMES, NOW, Make, pointed_at, renamed  # noqa: E402

RELEASED = [("desk", "0002_journal_only_grows")]
"""The last migration of every release so far."""

CODE = "1234 5678 9012 3456"
NUMBER = "23456789CF"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """A desk whose database has no table yet."""
    url = "sqlite:///desk.sqlite3"
    if request.param == "postgresql":
        server: str = request.getfixturevalue("postgres")
        name = f"old_{next(NAMES)}"
        with psycopg.connect(server, autocommit=True) as connected:
            connected.execute(f"CREATE DATABASE {name}".encode())
        url = renamed(server, name)
    made = replace(desk_file.fresh("Board", "http://localhost:8600"), database=url)
    with override_settings(DESK=made, DESK_FOLDER=tmp_path), pointed_at(url, tmp_path):
        yield


def tables_of(released: tuple[str, str]) -> Any:
    """The tables as they were then, after making them."""
    call_command("migrate", *released, verbosity=0, interactive=False)
    return MigrationExecutor(connection).loader.project_state([released]).apps


def fill_in(tables: Any, make: Make) -> None:
    """Put a running request with its place and its line of the journal into the old tables."""

    moved = advance(make(), Received(NOW, "Board"), law("us-take-it-down"))
    own_key = sealing.new_key(NUMBER)
    sealed_row = SimpleNamespace(own_key=own_key, number=NUMBER)
    row = tables.get_model("desk", "RequestRow").objects.create(
        number=NUMBER,
        code_hash=receipts.hashed(NUMBER, CODE),
        law=moved.law,
        state=moved.state.value,
        received_at=NOW,
        due_at=moved.due_at,
        own_key=own_key,
        sealed=sealing.seal_with(sealed_row, json.dumps(as_record(moved))),
    )
    tables.get_model("desk", "Place").objects.create(
        request=row, position=0, page="https://board.example/thread/7"
    )
    body = line_body(1, NOW, "received", NUMBER, "", {}, BEFORE_THE_FIRST)
    tables.get_model("desk", "JournalLine").objects.create(
        number=1, at=NOW, event="received", subject=NUMBER, body=body, digest=digest_of(body)
    )


@pytest.mark.parametrize("released", RELEASED, ids=lambda one: one[1])
def test_a_request_of_an_older_desk_goes_on(empty: None, released: tuple[str, str], make: Make) -> None:
    tables = tables_of(released)
    with transaction.atomic():
        fill_in(tables, make)
    bring_up_to_date(NOW + timedelta(hours=1))
    assert look_at(NUMBER, CODE).state is State.RUNNING
    decide.grant(Staff("rana", frozenset({Role.REVIEWER})), NUMBER, now=NOW + timedelta(hours=2))
    assert look_at(NUMBER, CODE).state is State.GRANTED
    assert verifying.verify_database().lines == 3


def test_the_tables_are_those_of_the_code(empty: None) -> None:
    bring_up_to_date(NOW)
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
