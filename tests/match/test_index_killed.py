"""Whenever a writer is killed, what it acknowledged is there, what it began is whole or not there, and nothing is left."""

import json
import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT


def test_a_killed_writer_loses_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.match.index_killed", str(tmp_path), "23"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["killed at a line"] > 150
    assert seen["acknowledged"] > 100
    assert seen["generations"] > 3
    wrong = ("BROKEN", "LEFT BEHIND", "LOST", "NEVER ASKED FOR")
    assert {name: seen.get(name, 0) for name in wrong} == dict.fromkeys(wrong, 0)
