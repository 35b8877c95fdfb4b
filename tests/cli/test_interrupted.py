"""A check that is cut off, by Ctrl-C, by closing the window or by a polite kill, keeps what was seen."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from demo.board import Board
from rescind.person import casefile

ROOT = Path(__file__).parents[2]
PASSPHRASE = "these words open the sample file"


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_what_was_seen_is_kept_when_a_check_is_cut_off(
    name: str, tmp_path: Path, board: Callable[[], Board]
) -> None:
    shutil.copy(ROOT / "vectors/casefile/v1-quick.case", tmp_path / "notes.age")
    (tmp_path / "secret.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    places = board()
    command = [sys.executable, "-m", "rescind", "check", "--allow-local", "--passphrase-file", "secret.txt"]
    for page in ("/thread/1", "/thread/2", "/thread/4", "/slow"):
        command += ["--place", places.address + page]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "Add the same files once more" in process.stderr.readline()  # the file is of the first version
        _until_it_asks_for(places, "/slow")
        process.send_signal(getattr(signal, name))
        assert "Saving what was seen" in process.stderr.readline()
        process.send_signal(signal.SIGINT)  # once more, out of impatience: saving goes on
        said = process.stderr.read()
        assert process.wait(timeout=60) == 130
    assert "Saved." in said
    with casefile.open_case(tmp_path / "notes.age", PASSPHRASE, write=False) as box:
        assert {place.word for place in box.case.places} >= {places.address + "/thread/1"}


def _until_it_asks_for(board: Board, path: str) -> None:
    for _ in range(10_000_000):
        if any(hit.target == path for hit in board.hits):
            return
    raise AssertionError("the page was never asked for")
