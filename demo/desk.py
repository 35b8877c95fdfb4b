"""A desk of the demo board's own: made, served and worked by the `rescind` command itself, in a folder that is kept.

The one thing that is not real is the reviewer, a program that says so (`demo.reviewer`): in earnest a person looks.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any

from demo.board import Board
from demo.platform import HOOK, Platform

READY_SECONDS = 60.0
STOP_SECONDS = 20.0
SCOPES = ("match", "feedback", "requests")


class Desk:
    """The running desk. Use it in a `with` block; it serves and works from entering to leaving."""

    def __init__(self, board: Board, folder: Path, *, processes: int = 1) -> None:
        self.board = board
        self.folder = folder
        self.address = f"http://localhost:{_free_port()}"
        self._processes = processes
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Desk:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.run("init", "--name", "Small Board", "--address", self.address)
        hook = json.loads(self.run("hook", "add", "board", self.board.address + HOOK, "--json"))
        scopes = [word for scope in SCOPES for word in ("--scope", scope)]
        key = json.loads(self.run("key", "add", "board", *scopes, "--json"))
        self.board.platform = Platform(self.address, key["key"], hook["secret"])
        port = self.address.rpartition(":")[2]
        self.start("serve", "--port", port, "--processes", str(self._processes))
        self.start("work")
        self._wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        for one in self._running:
            one.terminate()
        for one in self._running:
            try:
                one.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
        self.board.platform = None

    def run(self, *words: str) -> str:
        """Run one `rescind desk` command and return what it printed; raises CalledProcessError."""
        done = subprocess.run(
            self.command(*words), env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"rescind desk {words[0]} did not work: {done.stderr}")
        return done.stdout

    def start(self, *words: str) -> None:
        """Start one `rescind desk` command that goes on until the desk is left."""
        self._running.append(
            subprocess.Popen(self.command(*words), env=self.environment, stdout=subprocess.DEVNULL, text=True)
        )

    @property
    def environment(self) -> dict[str, str]:
        """What the commands see: which desk it is."""
        return {**os.environ, "RESCIND_DESK": str(self.folder.absolute()), "NO_COLOR": "1"}

    @staticmethod
    def command(*words: str) -> list[str]:
        """The words as a command line."""
        return [sys.executable, "-m", "rescind", "desk", *words]

    def file(self, document: bytes) -> dict[str, Any]:
        """Send a request document, as a person does at the desk's form, and return what the desk answered."""
        return self._asked("/v1/requests", document)

    def status(self, number: str, code: str) -> dict[str, Any]:
        """Where a request stands, for whoever has its receipt."""
        return self._asked(f"/v1/requests/{number}", headers={"Authorization": f"Receipt {code}"})

    def wait_for(self, state: str, filed: dict[str, Any]) -> str:
        """Wait until a request is in a state, and return the state it is in then."""
        ends = time.monotonic() + READY_SECONDS
        while time.monotonic() < ends:
            found = str(self.status(filed["number"], filed["code"])["state"])
            if found == state:
                return found
            time.sleep(0.1)
        raise SystemExit(f"the request is still {found}")

    def review(self, number: str) -> str:
        """Let the stand-in reviewer decide, and return what it said."""
        done = subprocess.run(
            [sys.executable, "-m", "demo.reviewer", str(self.folder.absolute()), number],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def _wait(self) -> None:
        """Wait until the desk answers and its `work` is alive."""
        ends = time.monotonic() + READY_SECONDS
        while time.monotonic() < ends:
            try:
                if self._asked("/health")["desk"] == "ok":
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise SystemExit("the desk did not come up")

    def _asked(
        self, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> dict[str, Any]:
        request = urllib.request.Request(
            self.address + path, data=body, headers={"Content-Type": "application/json", **(headers or {})}
        )
        with urllib.request.urlopen(request, timeout=STOP_SECONDS) as answer:
            said: dict[str, Any] = json.loads(answer.read())
        return said


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port
