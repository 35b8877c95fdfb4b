"""The process `work` and the commands around hooks, as an operator types them."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from rescind.cli.exits import Exit
from rescind.desk.management.starting import start
from rescind.removal import document
from tests.desk.conftest import Make
from tests.desk.test_served import Served, free_port, made, serving, typed
from tests.fakes.receiver import Receiver, Reply, receiving
from tests.house.sources import ROOT

start(None)

from rescind.desk.flows.keep_hooks import KINDS  # noqa: E402 - only when Django is set up
from rescind.desk.outbox.owing import (  # noqa: E402
    COMPLAINT,
    HIDE,
    NOTIFY,
    OVERDUE,
    REMOVE,
    RESTORE,
    TRY,
)


def until(holds: Callable[[], object], seconds: float = 30) -> bool:
    """Wait until something holds; false when it does not in time."""
    pause = Event()
    for _ in range(int(seconds / 0.05)):
        if holds():
            return True
        pause.wait(0.05)
    return False


@contextmanager
def working(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Let `work` run until the end of the block, and see it end politely."""
    command = [sys.executable, "-m", "rescind", "desk", "work", "--folder", str(folder)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield running
    finally:
        if running.poll() is None:
            running.send_signal(signal.SIGTERM)
        said, _ = running.communicate(timeout=30)
    assert running.returncode == 0, said


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "desk.sqlite3")) as connection:
        return connection.execute(query).fetchall()


def in_process(folder: Path, code: str) -> str:
    """Run a few lines in a desk's own process, as only its flows may change it; return what they print."""
    begin = f"from pathlib import Path\nfrom rescind.desk.management.starting import start\nstart(Path({str(folder)!r}))\n"
    done = subprocess.run([sys.executable, "-c", begin + code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


OWE = """
from datetime import UTC, datetime
from django.db import transaction
from rescind.desk import outbox
with transaction.atomic():
    for n in range({count}):
        outbox.owe("hide", {{"request": f"R{{n}}", "places": []}}, now=datetime.now(UTC))
"""


@pytest.fixture
def board() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


@pytest.fixture
def folder(tmp_path: Path, board: Receiver) -> Path:
    made_one = made(tmp_path / "desk")
    added = typed("hook", "add", "board", board.address, "--json", folder=made_one)
    assert added.returncode == 0, added.stderr
    assert len(json.loads(added.stdout)["secret"]) > 30
    return made_one


def test_work_says_that_it_is_alive_delivers_and_ends_with_a_signature(folder: Path, board: Receiver) -> None:
    in_process(folder, OWE.format(count=5))
    with serving(folder) as desk:
        assert desk.ask("GET", "/health").body["work"]["state"] == "never seen"
        with working(folder):
            assert until(lambda: len(board.calls) == 5)
            gaps = json.loads(typed("check", "--json", folder=folder).stdout)["gaps"]
            assert [gap.partition(" in ")[0] for gap in gaps] == ["No [mail]", "No [alarms]"]
            assert until(lambda: desk.ask("GET", "/health").body["work"]["state"] == "alive")
    assert rows(folder, "SELECT COUNT(*) FROM desk_owed WHERE done_at IS NULL") == [(0,)]
    verified = json.loads(typed("journal", "verify", "--json", folder=folder).stdout)
    assert verified["signed"] == verified["lines"]


def test_two_that_work_deliver_each_thing_once(folder: Path, board: Receiver) -> None:
    with working(folder), working(folder):
        in_process(folder, OWE.format(count=40))
        assert until(lambda: rows(folder, "SELECT COUNT(*) FROM desk_owed WHERE done_at IS NULL") == [(0,)])
    assert len(board.calls) == 40
    assert {call.body["request"] for call in board.calls} == {f"R{n}" for n in range(40)}


def test_ctrl_c_ends_it_too(folder: Path) -> None:
    with working(folder) as running:
        assert until(lambda: rows(folder, "SELECT COUNT(*) FROM desk_alive") == [(1,)])
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 0


def test_a_job_that_fails_is_named_and_the_others_go_on(folder: Path, board: Receiver) -> None:
    in_process(folder, OWE.format(count=1))
    with closing(sqlite3.connect(folder / "desk.sqlite3")) as connection, connection:
        connection.execute("ALTER TABLE desk_bank_entry RENAME TO elsewhere")
    done = typed("work", "--once", folder=folder)
    assert done.returncode == Exit.DESK
    assert "shelf" in done.stderr
    assert "rescind.desk.work.shelf" in done.stderr
    assert "desk_bank_entry" not in done.stderr
    assert len(board.calls) == 1


def test_hooks_are_listed_tried_rekeyed_moved_and_ended(folder: Path, board: Receiver) -> None:
    board.answer = lambda call: Reply(422)
    assert "422" in typed("hook", "test", "board", folder=folder).stdout
    in_process(folder, OWE.format(count=1))
    assert typed("work", "--once", folder=folder).returncode == 0
    hook, owed = map(json.loads, typed("hook", "list", "--json", folder=folder).stdout.splitlines())
    assert (hook["name"], hook["waiting"], hook["stopped"]) == ("board", 0, 1)
    assert (owed["stopped"], owed["last_error"], owed["attempts"]) == (True, "status 422", 1)
    board.answer = lambda call: Reply(204)
    again = typed("hook", "redeliver", "--number", str(owed["number"]), "--json", folder=folder)
    assert json.loads(again.stdout) == {"count": 1}
    assert typed("hook", "redeliver", "--hook", "nobody", folder=folder).returncode == Exit.DESK
    assert typed("work", "--once", folder=folder).returncode == 0
    assert len(board.of("hide")) == 2
    assert typed("hook", "secret", "board", folder=folder).returncode == 0
    assert typed("hook", "test", "board", folder=folder).returncode == 0
    assert board.calls[-1].headers["rescind-signature"].count("v1=") == 2
    assert typed("hook", "secret", "board", "--finish", folder=folder).returncode == 0
    assert typed("hook", "move", "board", board.address + "/2", folder=folder).returncode == 0
    assert typed("hook", "test", "board", folder=folder).returncode == 0
    assert board.calls[-1].path == "/hook/2"
    assert typed("hook", "end", "board", folder=folder).returncode == 0
    assert typed("hook", "list", folder=folder).stdout == ""
    assert typed("hook", "test", "board", folder=folder).returncode == Exit.DESK
    events = [event for (event,) in rows(folder, "SELECT event FROM desk_journal_line ORDER BY number")]
    assert [one for one in events if one.startswith("hook_")] == [
        "hook_added",
        "hook_secret_added",
        "hook_secret_dropped",
        "hook_moved",
        "hook_ended",
    ]


def test_the_receiver_of_the_docs_takes_a_call_and_refuses_a_wrong_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "platform" / "hooks.md").read_text(encoding="utf-8")
    [example] = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "receiver.py").write_text(example, encoding="utf-8")
    folder, port = made(tmp_path / "desk"), free_port()
    address = f"http://127.0.0.1:{port}/"
    secret = json.loads(typed("hook", "add", "board", address, "--json", folder=folder).stdout)["secret"]
    environment = {**os.environ, "DESK_SECRET": secret, "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    running = subprocess.Popen(
        [sys.executable, str(tmp_path / "receiver.py")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert until(lambda: typed("hook", "test", "board", folder=folder).returncode == 0)
        in_process(folder, OWE.format(count=1))
        assert typed("work", "--once", folder=folder).returncode == 0
        assert rows(folder, "SELECT COUNT(*) FROM desk_owed WHERE done_at IS NOT NULL") == [(1,)]
        typed("hook", "secret", "board", folder=folder)
        typed("hook", "secret", "board", "--finish", folder=folder)
        assert "401" in typed("hook", "test", "board", folder=folder).stdout
    finally:
        running.terminate()
        said, _ = running.communicate(timeout=30)
    assert "'request': 'R0'" in said


def test_a_request_over_http_reaches_the_hook_once_granted(folder: Path, board: Receiver, make: Make) -> None:
    with serving(folder) as desk, working(folder):
        number = receipt_number(desk, make)
        in_process(
            folder,
            f"""
from datetime import UTC, datetime
from rescind.desk.flows import decide
from rescind.desk.gates import Role, Staff
decide.grant(Staff("rana", frozenset({{Role.REVIEWER}})), {number!r}, now=datetime.now(UTC))
""",
        )
        assert until(lambda: board.of("remove"))
        assert board.of("remove")[0].body["request"] == number


def receipt_number(desk: Served, make: Make) -> str:
    return str(desk.ask("POST", "/v1/requests", document.write(make())).body["number"])


def test_every_kind_of_call_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "platform" / "hooks.md").read_text(encoding="utf-8")
    kinds = {*KINDS, TRY}
    assert {kind for kind in kinds if f"| `{kind}` |" not in page} == set()
    assert {HIDE, REMOVE, RESTORE, NOTIFY, OVERDUE, COMPLAINT} <= kinds
