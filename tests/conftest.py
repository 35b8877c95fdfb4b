"""What tests of several rooms share: the sample pictures, and the demo board."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from demo.board import Board

ROOT = Path(__file__).resolve().parent.parent

# The demo and the tests' own modules are imported from the checkout; only `src` is installed.
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


def pytest_configure() -> None:
    """Let the programs that tests start hear Ctrl-C, even when the tests were started in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


ONE_BY_ONE = frozenset({"test_stories.py", "test_backup.py", "test_faults.py", "test_interrupted.py"})
"""Files of long tests that share nothing: any process takes the next one of them."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file in one process: many share a browser or a desk, which then is started once."""
    for item in items:
        if item.path.name not in ONE_BY_ONE:
            item.add_marker(pytest.mark.xdist_group(f"{item.path.parent.name}-{item.path.stem}"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample pictures; its README says what each one is."""
    return ROOT / "tests" / "samples"


@pytest.fixture(scope="session")
def _one_board() -> Iterator[Callable[[], Board]]:
    """Starts the board when it is first asked for, and gives the same one again after that."""
    from demo.board import Board

    running: list[Board] = []

    def start() -> Board:
        if not running:
            running.append(Board().__enter__())
        return running[0]

    yield start
    for one in running:
        one.__exit__(None, None, None)


@pytest.fixture
def board(_one_board: Callable[[], Board]) -> Callable[[], Board]:
    """Call it for the demo board with everything in its place and no request counted yet."""

    def fresh() -> Board:
        one = _one_board()
        one.restore_all()
        one.forget_hits()
        return one

    return fresh


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Real Chromium; skips where there is none.

    A file of tests has its own and ends it: as long as one runs, its event loop is in the way of every other (and of Django)
    in the same process.
    """
    from tests.chromium import program, started

    if program() is None:
        pytest.skip("Chromium is not installed")
    with started() as running:
        yield running
