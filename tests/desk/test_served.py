"""The desk over real HTTP: made, checked and served by its commands, and asked by a client that knows only the address."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import psycopg
import pytest

from rescind import removal
from rescind.desk.management.starting import start
from rescind.removal import document
from rescind.removal.receipt import read as read_receipt
from rescind.words import language, wished
from tests.desk.conftest import Make, renamed

start(None)


TRYING = "http://localhost:8600"
PUBLIC = "https://desk.example"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: Any


def typed(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rescind", "desk", *words, "--folder", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def made(folder: Path, address: str = TRYING) -> Path:
    done = typed("init", "--name", "Board", "--address", address, folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def free_port() -> int:
    """A port outside of what the system gives to callers, different for each process that runs tests."""
    first = 20_000 + os.getpid() * 37 % 10_000
    for port in range(first, first + 100):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise RuntimeError("no port is free")


@dataclass(frozen=True)
class Served:
    """A desk that answers at a port of this machine."""

    port: int
    folder: Path

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request(method, path, body, {"Host": "localhost", **named})
            answer = connection.getresponse()
            content = answer.read()
        return Answer(
            answer.status, {k.lower(): v for k, v in answer.getheaders()}, json.loads(content or "null")
        )


def answers(port: int, running: subprocess.Popen[str]) -> bool:
    """Wait until the port answers; false when the program ended instead."""
    tries, pause = 600, Event()
    while running.poll() is None and tries:
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return True
        tries -= 1
        pause.wait(0.05)
    return False


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Served]:
    """Serve the desk until the end of the block, and see it end politely."""
    port = free_port()
    command = [sys.executable, "-m", "rescind", "desk", "serve", "--folder", str(folder), "--port", str(port)]
    running = subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert answers(port, running), "it ended instead of answering"
        yield Served(port, folder)
    finally:
        running.send_signal(signal.SIGTERM)
        rest, _ = running.communicate(timeout=30)
        (folder / "log.txt").write_text(rest, encoding="utf-8")
    assert running.returncode == 0


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(made(tmp_path_factory.mktemp("served") / "desk"), "--processes", "2") as one:
        yield one


def numbered(make: Make, n: int) -> bytes:
    """A request document that is not the same as another one."""
    return document.write(make(id=f"n-{n}"))


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written).astimezone(UTC)


def test_a_document_becomes_a_receipt_and_a_status(served: Served, make: Make) -> None:
    receipt = served.ask("POST", "/v1/requests", document.write(make(), fingerprints=True))
    assert receipt.status == 201
    assert receipt.body["state"] == "running"
    assert receipt.body["missing"] == []
    received = moment(receipt.body["received_at"])
    assert moment(receipt.body["due_at"]) - received == timedelta(hours=48)
    assert abs(datetime.now(UTC) - received) < timedelta(minutes=2)
    assert receipt.headers["location"] == f"{TRYING}/v1/requests/{receipt.body['number']}"

    signed = read_receipt(json.dumps(receipt.body["receipt"]).encode())
    assert signed.receipt.request == "r-1"
    assert (signed.receipt.number, signed.receipt.platform) == (receipt.body["number"], "Board")
    assert (signed.receipt.received_at, signed.receipt.due_at) == (received, moment(receipt.body["due_at"]))
    assert (
        signed.key.hex()
        == json.loads(typed("init", "--again", "--json", folder=served.folder).stdout)["public_key"]
    )
    assert receipt.body["code"] not in json.dumps(receipt.body["receipt"])

    path = f"/v1/requests/{receipt.body['number']}"
    status = served.ask("GET", path, Authorization=f"Receipt {receipt.body['code']}")
    assert status.status == 200
    told = {"number", "state", "received_at", "due_at", "missing"}
    assert status.body == {key: receipt.body[key] for key in told}


def test_what_is_missing_is_named_at_once_in_the_askers_language(served: Served, make: Make) -> None:
    whole = json.loads(document.write(make()))
    lacking = json.dumps({**whole, "declarations": []}).encode()
    receipt = served.ask("POST", "/v1/requests", lacking)
    assert receipt.status == 201
    assert receipt.body["state"] == "incomplete"
    assert receipt.body["due_at"]
    expected = removal.missing(make(declarations=frozenset()), removal.law("us-take-it-down"))
    assert [each["sentence"] for each in receipt.body["missing"]] == [each.sentence for each in expected]
    arabic = served.ask("POST", "/v1/requests", lacking, Accept_Language="ar-EG,en;q=0.5")
    with language("ar"):
        expected = removal.missing(make(declarations=frozenset()), removal.law("us-take-it-down"))
    assert [each["sentence"] for each in arabic.body["missing"]] == [each.sentence for each in expected]
    assert [wished(said) for said in ("ar-EG,en", "xx, ar;q=0.5", "", "xx", "*")] == [
        "ar",
        "ar",
        "en",
        "en",
        "en",
    ]


def test_the_same_document_again_is_the_same_request_and_its_code_is_not_told_again(
    served: Served, make: Make
) -> None:
    content = document.write(make(id="twice"))
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: served.ask("POST", "/v1/requests", content), range(8)))
    assert sorted(answer.status for answer in answers) == [200] * 7 + [201]
    assert len({answer.body["number"] for answer in answers}) == 1
    [first] = [answer for answer in answers if answer.status == 201]
    again = next(answer for answer in answers if answer.status == 200)
    assert "code" not in again.body
    assert again.body["receipt"] == first.body["receipt"]
    assert {**again.body, "code": first.body["code"]} == first.body


def test_a_stranger_and_a_missing_number_get_the_same_answer(served: Served, make: Make) -> None:
    receipt = served.ask("POST", "/v1/requests", document.write(make())).body
    path, right = f"/v1/requests/{receipt['number']}", f"Receipt {receipt['code']}"
    answers = [
        served.ask("GET", path),
        served.ask("GET", path, Authorization="Receipt 0000 0000 0000 0000"),
        served.ask("GET", path, Authorization=right.replace("Receipt", "Bearer")),
        served.ask("GET", "/v1/requests/NOTHERE234", Authorization=right),
        served.ask("GET", "/v1/requests/x", Authorization=right),
        served.ask("GET", "/v1/requests/%00", Authorization=right),
    ]
    assert {answer.status for answer in answers} == {404}
    assert len({json.dumps(answer.body) for answer in answers}) == 1


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "error"),
    [
        ("POST", "/v1/requests", b"", 400, "not_a_document"),
        ("POST", "/v1/requests", b"{}", 400, "not_a_document"),
        ("POST", "/v1/requests", b"\xff\xfe", 400, "not_a_document"),
        ("POST", "/v1/requests", b"[" * 100_000, 400, "not_a_document"),
        ("GET", "/v1/requests", None, 405, "method"),
        ("DELETE", "/v1/requests/x", None, 405, "method"),
        ("POST", "/health", b"", 405, "method"),
        ("GET", "/nowhere", None, 404, "no_such_address"),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(
    served: Served, method: str, path: str, body: bytes | None, status: int, error: str
) -> None:
    answer = served.ask(method, path, body)
    assert (answer.status, answer.body["error"]) == (status, error)
    assert answer.body["sentence"].endswith(".")


def test_a_body_that_is_too_large_is_refused_before_it_is_read(served: Served) -> None:
    answer = served.ask("POST", "/v1/requests", None, Content_Length=str(8 * 1024 * 1024 + 1))
    assert (answer.status, answer.body["error"]) == (413, "too_large")


def test_no_answer_sets_a_cookie_or_lets_anything_foreign_in(served: Served, make: Make) -> None:
    for answer in (
        served.ask("GET", "/health"),
        served.ask("POST", "/v1/requests", document.write(make())),
        served.ask("GET", "/nowhere"),
    ):
        assert "set-cookie" not in answer.headers
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe-inline" not in policy
        assert "http" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-frame-options"] == "DENY"


def test_health_says_that_work_is_dead(served: Served) -> None:
    answer = served.ask("GET", "/health")
    assert answer.status == 200
    assert answer.body == {
        "desk": "degraded",
        "database": "reachable",
        "tables": "current",
        "work": {"state": "never seen", "last_alive": None},
        "owed": {"waiting": 0, "without_hook": 0, "stopped": 0},
        "overdue": 0,
    }


def test_two_processes_keep_one_journal(served: Served, make: Make) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: served.ask("POST", "/v1/requests", numbered(make, n)), range(40)))
    assert {answer.status for answer in answers} == {201}
    assert len({answer.body["number"] for answer in answers}) == 40
    verified = typed("journal", "verify", "--json", folder=served.folder)
    assert verified.returncode == 0, verified.stderr
    assert json.loads(verified.stdout)["lines"] >= 41


def test_a_second_desk_does_not_take_half_of_the_calls_at_a_port(served: Served) -> None:
    done = typed("serve", "--port", str(served.port), folder=served.folder)
    assert done.returncode == 8
    assert f"Something answers at port {served.port} already." in done.stderr
    assert "answers at http" not in done.stderr
    done = typed("serve", "--listen", "192.0.2.1", folder=served.folder)
    assert done.returncode == 8
    assert "This computer cannot listen at 192.0.2.1" in done.stderr


def test_behind_a_proxy_everything_but_health_wants_tls(tmp_path: Path, make: Make) -> None:
    with serving(made(tmp_path / "desk", PUBLIC)) as desk:
        assert desk.ask("GET", "/health").status == 200
        content = document.write(make())
        bare = desk.ask("GET", "/v1/requests/x", Host="desk.example")
        assert (bare.status, bare.headers["location"]) == (301, f"{PUBLIC}/v1/requests/x")
        told = desk.ask("POST", "/v1/requests", content, Host="desk.example", X_Forwarded_Proto="https")
        assert told.status == 201
        assert told.body["status_at"].startswith(PUBLIC)
        assert "max-age" in told.headers["strict-transport-security"]
        other = desk.ask("GET", "/v1/requests/x", Host="elsewhere.example", X_Forwarded_Proto="https")
        assert (other.status, other.body["error"]) == (400, "not_understood")


def in_database(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "desk.sqlite3")) as connection, connection:
        connection.execute(statement)


def test_when_something_breaks_a_sentence_is_said_and_the_log_holds_nothing_private(
    tmp_path: Path, make: Make
) -> None:
    content = document.write(make())
    with serving(made(tmp_path / "desk")) as desk:
        receipt = desk.ask("POST", "/v1/requests", content).body
        path, right = f"/v1/requests/{receipt['number']}", f"Receipt {receipt['code']}"
        assert desk.ask("GET", path).status == 404
        in_database(desk.folder, "UPDATE desk_request SET sealed = x'00'")
        broken = desk.ask("GET", path, Authorization=right)
        assert (broken.status, broken.body["error"]) == (500, "our_mistake")
        in_database(desk.folder, "DROP TABLE desk_place")
        busy = desk.ask("POST", "/v1/requests", numbered(make, 2))
        assert (busy.status, busy.body["error"]) == (503, "busy")
        assert int(busy.headers["retry-after"]) > 0
        in_database(desk.folder, "UPDATE desk_request SET own_key = x''")
        assert desk.ask("GET", path, Authorization=right).status == 404
    with closing(sqlite3.connect(desk.folder / "desk.sqlite3")) as connection:
        assert connection.execute("SELECT COUNT(*) FROM desk_request").fetchone() == (1,)
    log = (desk.folder / "log.txt").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    errors = {line["error"]: line["way"] for line in lines if "error" in line}
    assert "rescind.desk.records.sealing:" in errors["rescind.desk.records.sealing.NotOpened"]
    assert "django.db.utils.OperationalError" in errors
    assert {line["level"] for line in lines} <= {"warning", "error"}
    private = (
        receipt["number"],
        receipt["code"],
        "/v1/requests",
        "mail.example",
        "board.example",
        "desk_place",
    )
    assert [words for words in private if words in log] == []


def test_postgresql_is_named_by_the_environment(
    tmp_path: Path, make: Make, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE served")
    monkeypatch.setenv("DATABASE_URL", renamed(postgres, "served"))
    with serving(made(tmp_path / "desk"), "--processes", "2") as desk:
        with ThreadPoolExecutor(6) as pool:
            told = list(pool.map(lambda n: desk.ask("POST", "/v1/requests", numbered(make, n)), range(12)))
        assert {answer.status for answer in told} == {201}
        one = told[0].body
        status = desk.ask("GET", f"/v1/requests/{one['number']}", Authorization=f"Receipt {one['code']}")
        assert status.body["state"] == "running"
        assert not (desk.folder / "desk.sqlite3").exists()
    verified = typed("journal", "verify", "--json", folder=desk.folder)
    assert json.loads(verified.stdout)["lines"] == 13
