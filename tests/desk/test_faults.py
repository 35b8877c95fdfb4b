"""What breaks: a process is killed anywhere, or the disk is full. Nothing is lost, nothing is half, and it is said."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from threading import Event

import psycopg
import pytest
from django.db import DatabaseError, connection

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.removal import document
from tests.desk.conftest import NOW, Make, renamed
from tests.desk.test_served import made, typed
from tests.desk.test_work import OWE, in_process, rows, until
from tests.fakes.receiver import receiving
from tests.house.sources import ROOT

start(None)

from rescind.desk.flows.receive import receive  # noqa: E402 - only when Django is set up
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records.models import JournalLine, Place, RequestRow  # noqa: E402

KILLS = 6
FEWEST_POINTS = 30


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_grant_that_is_killed_anywhere_is_whole_or_not_at_all_and_is_delivered(
    kind: str, tmp_path: Path, make: Make, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "postgresql":
        server = request.getfixturevalue("postgres")
        with psycopg.connect(server, autocommit=True) as connected:
            connected.execute("CREATE DATABASE killed")
        monkeypatch.setenv("DATABASE_URL", renamed(server, "killed"))
    folder = made(tmp_path / "desk")
    (tmp_path / "request.json").write_bytes(document.write(make()))
    with receiving() as board:
        assert typed("hook", "add", "board", board.address, folder=folder).returncode == 0
        command = [sys.executable, "-m", "tests.desk.killing", str(folder), str(tmp_path / "request.json")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=500, check=False)
        assert done.returncode == 0, done.stderr
        told = Counter(call.body["request"] for call in board.of("remove"))
    numbers = done.stdout.split()
    assert len(numbers) > FEWEST_POINTS
    assert set(told) == set(numbers)


def test_work_that_is_killed_again_and_again_delivers_everything(tmp_path: Path) -> None:
    folder, chance = made(tmp_path / "desk"), Random(7)
    with receiving() as board:
        assert typed("hook", "add", "board", board.address, folder=folder).returncode == 0
        in_process(folder, OWE.format(count=60))
        for _ in range(KILLS):
            command = [sys.executable, "-m", "rescind", "desk", "work", "--folder", str(folder)]
            before = len(board.calls)
            running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            until(lambda before=before: len(board.calls) > before)  # type: ignore[misc]
            Event().wait(chance.uniform(0, 0.05))
            running.send_signal(signal.SIGKILL)
            running.wait(30)
        leased = "UPDATE desk_owed SET leased_until = NULL WHERE done_at IS NULL"
        in_process(folder, f"from django.db import connection\nconnection.cursor().execute({leased!r})")
        assert typed("work", "--once", folder=folder).returncode == 0
        assert {call.body["request"] for call in board.calls} == {f"R{n}" for n in range(60)}
        for call in board.calls:
            assert len({one.headers["idempotency-key"] for one in board.calls if one.body == call.body}) == 1
    assert rows(folder, "SELECT COUNT(*) FROM desk_owed WHERE done_at IS NULL") == [(0,)]
    assert typed("journal", "verify", folder=folder).returncode == 0


def test_a_full_disk_takes_nothing_by_halves(on_sqlite: Desk, make: Make) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 12}")
    numbers: list[str] = []
    with pytest.raises(DatabaseError, match="full"):
        numbers.extend(receive(make(id=f"r-{count}"), now=NOW).number for count in range(500))
    assert numbers
    assert {row.number for row in RequestRow.objects.all()} == set(numbers)
    assert Place.objects.count() == 2 * len(numbers)
    assert JournalLine.objects.filter(event="received").count() == len(numbers)
    verifying.verify_database()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    numbers.append(receive(make(id="r-more"), now=NOW).number)
    assert RequestRow.objects.count() == len(numbers)
