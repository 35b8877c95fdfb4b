"""`serve` is killed at moments that are drawn: what it acknowledged is there, and what it did not is whole or absent."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from rescind.desk.management.starting import start
from tests.desk.conftest import Make
from tests.desk.test_served import Served, answers, free_port, made, numbered, serving, typed

start(None)

ROUNDS, LONGEST_SECONDS = 4, 0.4
Told = dict[str, str]


def ask_until_dead(served: Served, make: Make, told: Told, first: int) -> None:
    """Send one request after the other, and note number and code of each that was acknowledged."""
    for n in range(first, first + 1000):
        try:
            answer = served.ask(
                "POST", "/v1/requests", numbered(make, n), X_Forwarded_For=f"203.0.113.{n % 250}"
            )
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            return
        if answer.status == 201:
            told[answer.body["number"]] = answer.body["code"]


def serve_and_kill(folder: Path, make: Make, told: Told, after: float, first: int) -> None:
    port = free_port()
    command = [sys.executable, "-m", "rescind", "desk", "serve", "--folder", str(folder), "--port", str(port)]
    running = subprocess.Popen(
        [*command, "--processes", "2"], start_new_session=True, stderr=subprocess.DEVNULL, text=True
    )
    assert answers(port, running)
    asking = Thread(target=ask_until_dead, args=(Served(port, folder), make, told, first))
    before = len(told)
    asking.start()
    while len(told) == before and asking.is_alive():
        Event().wait(0.005)
    Event().wait(after)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(30)
    asking.join(60)


def test_what_was_acknowledged_survives_kill_9_of_every_serving_process(tmp_path: Path, make: Make) -> None:
    folder, told, chance = made(tmp_path / "desk"), Told(), random.Random(20261123)
    for n in range(ROUNDS):
        serve_and_kill(folder, make, told, chance.uniform(0, LONGEST_SECONDS), n * 1000)
    assert len(told) >= ROUNDS
    with serving(folder) as served:
        states = {
            number: served.ask("GET", f"/v1/requests/{number}", Authorization=f"Receipt {code}").status
            for number, code in told.items()
        }
    assert set(states.values()) == {200}
    verified = typed("journal", "verify", "--json", folder=folder)
    assert verified.returncode == 0, verified.stderr
    assert json.loads(verified.stdout)["lines"] > len(told)
