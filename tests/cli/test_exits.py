"""Every exit code, reached by a real command."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from rescind.cli.exits import Exit
from tests.cli.conftest import Typed

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = {"mine.jpg": "base-dogs.jpg", "plain.jpg": "white.jpg", "saved/copy.jpg": "copy-half.jpg"}
SAMPLE_WORDS = "these words open the sample file\n"

REACHED: dict[Exit, tuple[tuple[str, ...], str]] = {
    Exit.DONE: (("case", "show"), ""),
    Exit.FOUND: (("check", "mine.jpg", "--place", "saved", "--all-adults"), ""),
    Exit.USAGE: (("check", "mine.jpg", "--all-adults"), ""),
    Exit.NOT_EVERYTHING: (("fingerprint", "there-is-none.jpg", "--all-adults"), ""),
    Exit.ERROR: (("check", "plain.jpg", "--place", "saved", "--all-adults"), ""),
    Exit.UNDER_18: (("fingerprint", "mine.jpg"), "no\n"),
    Exit.CASE: (("case", "show", "--case", "elsewhere.age"), ""),
    Exit.INCOMPLETE: (("answer", "r-1", "granted"), ""),
    Exit.DESK: (("desk", "check"), ""),
}


@pytest.fixture
def _filled(here: Path, samples: Path) -> None:
    """Some pictures, and the small sealed sample file of the vectors, which opens fast."""
    (here / "saved").mkdir()
    for name, sample in SAMPLES.items():
        shutil.copyfile(samples / "images" / sample, here / name)
    shutil.copyfile(ROOT / "vectors" / "casefile" / "v1-quick.case", here / "notes.age")
    (here / "secret.txt").write_text(SAMPLE_WORDS, encoding="utf-8")


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("code", REACHED, ids=lambda code: code.name)
def test_each_exit_code_is_what_some_command_ends_with(code: Exit, typed: Typed) -> None:
    words, answers = REACHED[code]
    printed = typed(*words, answers=answers)
    assert printed.code == code, printed.errors
    assert "Traceback" not in printed.errors


@pytest.mark.usefixtures("_filled")
def test_ctrl_c_at_a_question_ends_with_interrupted(here: Path) -> None:
    asking = pexpect.spawn(
        sys.executable,
        ["-m", "rescind", "fingerprint", "mine.jpg"],
        cwd=str(here),
        encoding="utf-8",
        timeout=20,
    )
    asking.expect_exact("[yes/no]")
    asking.sendintr()
    asking.expect(pexpect.EOF)
    asking.wait()
    asking.close()
    assert asking.exitstatus == Exit.INTERRUPTED
    assert "Stopped." in str(asking.before)
    assert "Traceback" not in str(asking.before)


def test_no_exit_code_is_left_out() -> None:
    assert {*REACHED, Exit.INTERRUPTED} == set(Exit)
