"""`/health`: a dead `work`, a database that is not current or not there, are each said."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from tests.desk.conftest import NOW, pointed_at

start(None)

from rescind.desk.flows.condition import examined  # noqa: E402 - only when Django is set up
from rescind.desk.records.models import Alive  # noqa: E402


@pytest.mark.parametrize(
    ("ago", "state", "desk_is"),
    [
        (timedelta(seconds=5), "alive", "ok"),
        (timedelta(minutes=2), "alive", "ok"),
        (timedelta(hours=1), "dead", "degraded"),
    ],
)
def test_work_is_alive_until_it_is_silent_too_long(
    desk: Desk, ago: timedelta, state: str, desk_is: str
) -> None:
    Alive.objects.create(name="work", at=NOW)
    found = examined(NOW + ago)
    assert found["work"] == {"state": state, "last_alive": "2026-11-20T12:00:00Z"}
    assert found["desk"] == desk_is


def test_another_process_that_is_alive_is_not_work(on_sqlite: Desk) -> None:
    Alive.objects.create(name="something", at=NOW)
    assert examined(NOW)["work"] == {"state": "never seen", "last_alive": None}


def test_tables_of_another_version_are_said(on_sqlite: Desk) -> None:
    connection.cursor().execute("DELETE FROM django_migrations WHERE app = 'desk' AND name NOT LIKE '0001%'")
    found = examined(NOW)
    assert (found["desk"], found["tables"]) == ("down", "not current")


def test_a_database_that_is_not_there_is_said(on_sqlite: Desk, tmp_path: Path) -> None:
    with pointed_at("sqlite:///nowhere/desk.sqlite3", tmp_path):
        found = examined(NOW)
    assert (found["desk"], found["database"]) == ("down", "unreachable")
