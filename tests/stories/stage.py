"""The stage a story is played on: folders of its own, a clean environment, and real processes.

A command finds the story's folder as its working directory, and its own home, temporary and settings
folders beside it. On its PATH there is only `rescind`, `python` and what the story needs. A witness in
each Python process writes down which addresses are called and which files are written.
"""

from __future__ import annotations

import hashlib
import json
import os
import shlex
import subprocess
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path

import pexpect

PATIENCE = 120.0
TYPING = 20.0
WITNESS = Path(__file__).resolve().parent / "witness"
FOLDERS = ("here", "home", "tmp", "config", "data", "cache", "state", "run")


@dataclass(frozen=True)
class Printed:
    """What a command printed, and the number it ended with. In a terminal everything is standard output."""

    output: str
    errors: str
    code: int

    @property
    def whole(self) -> str:
        """Standard output, then standard error."""
        return self.output + ("" if self.output.endswith("\n") else "\n") + self.errors


@dataclass(frozen=True)
class Seen:
    """What the witness wrote down: addresses called as host:port, names looked up, paths written."""

    called: frozenset[str]
    named: frozenset[str]
    written: frozenset[str]


class Stage:
    """The folders of one story and the commands run in them. `root` is an empty folder of the story's own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.here = root / "here"
        self.variables: dict[str, str] = {}
        self._book = root / "witness.jsonl"
        self._bin = root / "bin"
        for name in (*FOLDERS, "bin"):
            (root / name).mkdir(mode=0o700)
        for name in ("rescind", "python"):
            self.offer(name, Path(sys.executable).with_name(name))

    def offer(self, name: str, program: Path) -> None:
        """Make a program callable by this name in the story."""
        starter = self._bin / name
        starter.write_text(f'#!/bin/sh\nexec {shlex.quote(str(program))} "$@"\n')
        starter.chmod(0o755)

    def run(self, words: str, typed: str) -> Printed:
        """Run a command line without a terminal, give it `typed` as standard input, and wait for its end."""
        argv = self._argv(words)
        done = subprocess.run(
            argv,
            cwd=self.here,
            env=self._environment(),
            input=typed.encode(),
            capture_output=True,
            timeout=PATIENCE,
        )
        return Printed(
            done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), done.returncode
        )

    def open_terminal(self, words: str) -> pexpect.spawn[str]:
        """Start a command line in a terminal of its own, 100 columns wide."""
        argv = self._argv(words)
        with warnings.catch_warnings():
            # Python 3.12 warns of a fork beside threads (the board's); this child only executes a program.
            warnings.simplefilter("ignore", DeprecationWarning)
            return pexpect.spawn(
                argv[0],
                argv[1:],
                cwd=str(self.here),
                env=self._environment(),
                encoding="utf-8",
                codec_errors="replace",
                timeout=TYPING,
                dimensions=(50, 100),
            )

    def snapshot(self) -> dict[str, str]:
        """Every file and folder the commands could leave something in, with a digest of each file."""
        found = {}
        for folder in FOLDERS:
            for path in sorted((self.root / folder).rglob("*")):
                name = path.relative_to(self.root).as_posix()
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        return found

    def seen(self, since: int = 0) -> Seen:
        """What the witness wrote down, from the line `since` on (see `mark`)."""
        kinds: dict[str, set[str]] = {"called": set(), "named": set(), "written": set()}
        for line in self._witnessed()[since:]:
            for kind, value in json.loads(line).items():
                kinds[kind].add(value)
        return Seen(*(frozenset(kinds[kind]) for kind in ("called", "named", "written")))

    def mark(self) -> int:
        """How many lines the witness wrote so far."""
        return len(self._witnessed())

    def _witnessed(self) -> list[str]:
        return self._book.read_text().splitlines() if self._book.exists() else []

    def _argv(self, words: str) -> list[str]:
        name, *rest = shlex.split(words)
        return [str(self._bin / name), *rest]

    def _environment(self) -> dict[str, str]:
        at = {name: str(self.root / name) for name in FOLDERS}
        return {
            "PATH": str(self._bin),
            "HOME": at["home"],
            "TMPDIR": at["tmp"],
            "XDG_CONFIG_HOME": at["config"],
            "XDG_DATA_HOME": at["data"],
            "XDG_CACHE_HOME": at["cache"],
            "XDG_STATE_HOME": at["state"],
            "XDG_RUNTIME_DIR": at["run"],
            "LANG": "C.UTF-8",
            "TERM": "dumb",
            "NO_COLOR": "1",
            "COLUMNS": "100",
            "PYTHONPATH": str(WITNESS),
            "PYTHONDONTWRITEBYTECODE": "1",
            "STORY_WITNESS": str(self._book),
            **self.variables,
        } | ({"SSL_CERT_FILE": os.environ["SSL_CERT_FILE"]} if "SSL_CERT_FILE" in os.environ else {})
