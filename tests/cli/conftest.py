"""What tests of the commands share: an empty folder to stand in, lines piped in, and sealed files in memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from rescind.cli.main import run
from rescind.person import casefile
from tests.cli.shelf import Shelf

PASSPHRASE = "seven quiet words that nobody else knows"
NOTES = Path("notes.age")

Piped = Callable[[str], None]


@dataclass(frozen=True)
class Printed:
    """What a command printed, and the number it ended with."""

    output: str
    errors: str
    code: int


Typed = Callable[..., Printed]


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Piped]:
    """Call it with a text: that text waits in the pipe that is standard input, and then the pipe ends."""
    with ExitStack() as opened:

        def pipe(text: str) -> None:
            reading, writing = os.pipe()
            os.write(writing, text.encode())
            os.close(writing)
            monkeypatch.setattr(sys, "stdin", opened.enter_context(os.fdopen(reading, encoding="utf-8")))

        yield pipe


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands are typed in, with a passphrase file that they find by themselves."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "secret.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("RESCIND_PASSPHRASE_FILE", "secret.txt")
    monkeypatch.delenv("RESCIND_CASE", raising=False)
    return tmp_path


@pytest.fixture
def typed(here: Path, piped: Piped, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command in the empty folder; `answers` are piped in. Returns what it printed."""

    def type_(*words: str, answers: str = "") -> Printed:
        piped(answers)
        capsys.readouterr()
        code = run(words)
        output, errors = capsys.readouterr()
        return Printed(output, errors, code)

    return type_


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Sealed files in memory, for every command that opens or makes one."""
    made = Shelf()
    for name in ("look", "open_case", "create_case"):
        monkeypatch.setattr(casefile, name, getattr(made, name))
    return made
