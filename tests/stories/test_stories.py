"""Every story in this folder is a test: what a person does, and what must come of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from demo.board import Board
from tests.stories.runner import play
from tests.stories.script import read

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize("path", sorted(HERE.glob("*.txt")), ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path, board: Callable[[], Board]) -> None:
    play(read(path), tmp_path, board)
