"""Between any two lines of ours another process may act, or the person may interrupt us. Each test tries every such place:
a trace acts where a line of ours is run for the first time (or the first few), once at the first such place, then at the
second, and so on.
"""

import contextlib
import fcntl
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from rescind import kernel, match
from rescind.match import Index, Near, locking
from tests.match.index_writer import bits_of

OURS = tuple(str(Path(room.__file__ or "").parent) for room in (match, kernel))


class AtLine:
    """Acts once, at the place before which `left` others were passed, and not in the file `spared`; `acted` says whether
    it came to that. A line is as many places as it was run, up to `times`.
    """

    def __init__(
        self, left: int, act: Callable[[], object], spared: str | None = None, *, times: int = 1
    ) -> None:
        self.left, self.act, self.spared, self.times, self.acted = left, act, spared, times, False
        self.runs: Counter[tuple[str, int]] = Counter()

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        name = frame.f_code.co_filename
        if self.acted or not name.startswith(OURS) or name == self.spared:
            return None
        if event == "line":
            self.runs[name, frame.f_lineno] += 1
            self.left -= self.runs[name, frame.f_lineno] <= self.times
            if self.left < 0:
                self.acted = True
                self.act()
        return self

    @contextmanager
    def watching(self) -> Iterator[None]:
        before = sys.gettrace()
        sys.settrace(self)
        try:
            yield
        finally:
            sys.settrace(before)


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    """As many folders as one likes, each with the same index: a base of forty and one in the journal."""
    with Index.open(tmp_path / "first", merge_from=None) as index:
        index.add_many(range(40), [bits_of(id_) for id_ in range(40)])
        index.merge()
        index.add(100, bits_of(100))
    return (Path(shutil.copytree(tmp_path / "first", tmp_path / str(n))) for n in range(1000))


def is_locked(folder: Path) -> bool:
    """Whether one of the locks is held, so that the other process would have to wait."""
    for lock in folder.glob("*.lock"):
        descriptor = os.open(lock, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
    return False


def act_as_another(folder: Path, *, merging: bool = True) -> None:
    """What another process does unless it has to wait."""
    if is_locked(folder):
        return
    with Index.open(folder, merge_from=None) as other:
        other.add(200, bits_of(200))
        if merging:
            other.merge()
        other.add(201, bits_of(201))


def ask(index: Index) -> None:
    assert index.near(bits_of(100), 0).found == (Near(0, 100),)
    assert index.near(bits_of(3), 0).found == (Near(0, 3),)


def add(index: Index) -> None:
    index.add(300, bits_of(300))


@pytest.mark.parametrize("way", [ask, add, Index.merge, Index.verify])
def test_another_process_may_merge_and_add_between_any_two_lines(
    folders: Iterator[Path], way: Callable[[Index], None]
) -> None:
    places = 0
    for line, folder in enumerate(folders):
        trace = AtLine(line, lambda folder=folder: act_as_another(folder))
        with Index.open(folder, merge_from=None) as index:
            with trace.watching():
                way(index)
            ask(index)
            ids = {one.id for one in index.entries()}
            assert (200 in ids) == (201 in ids)
            assert (300 in ids) == (way is add)
        places += 200 in ids
        if not trace.acted:
            break
    assert places > 5


@pytest.mark.parametrize("merging", [False, True])
def test_another_process_may_make_the_same_index_between_any_two_lines(tmp_path: Path, merging: bool) -> None:
    places = 0
    for line in range(1000):
        folder = tmp_path / str(line)
        trace = AtLine(line, lambda folder=folder: act_as_another(folder, merging=merging))
        with trace.watching():
            index = Index.open(folder, merge_from=None)
        with index:
            places += len(index) == 2
            assert len(index) in (0, 2)
            index.verify()
        if not trace.acted:
            break
    assert places > 5


def interrupt() -> None:
    raise KeyboardInterrupt


CHANGES: dict[str, Callable[[Index], None]] = {
    "add": add,
    "add many": lambda index: index.add_many(range(300, 340), [bits_of(id_) for id_ in range(300, 340)]),
    "discard": lambda index: index.discard(3),
    "discard many": lambda index: index.discard_many([100, 3, 5]),
}


@pytest.mark.parametrize(
    ("change", "merged"),
    [*((change, False) for change in CHANGES.values()), (add, True), (ask, True)],
    ids=[*CHANGES, "add after a merge", "ask after a merge"],
)
def test_who_was_interrupted_knows_afterwards_what_is_in_the_index(
    folders: Iterator[Path], change: Callable[[Index], None], merged: bool
) -> None:
    for line, folder in enumerate(folders):
        trace = AtLine(line, interrupt, spared=locking.__file__)
        with Index.open(folder, merge_from=None) as index:
            if merged:
                act_as_another(folder)
            with contextlib.suppress(KeyboardInterrupt), trace.watching():
                change(index)
            index.add(400, bits_of(400))
            with Index.open(folder, merge_from=None) as fresh:
                assert list(index.entries()) == list(fresh.entries())
                assert len(index) == len(fresh)
                for id_ in (3, 5, 100, 300, 303, 400):
                    assert index.near(bits_of(id_), 0) == fresh.near(bits_of(id_), 0)
        if not trace.acted:
            break
    assert line > 20


def test_a_growing_list_that_was_interrupted_takes_more() -> None:
    for line in range(100):
        delta, trace = kernel.Delta(), AtLine(line, interrupt, times=3)
        delta.add_many(bytes(32 * 1024), bytes(2 * 1024))
        with contextlib.suppress(KeyboardInterrupt), trace.watching():
            delta.add(bytes(32), 1)
        for id_ in range(2000):
            delta.add(bits_of(id_), 2)
        assert [tag for row, _ in delta.near(bits_of(7), 0, at_most=9).hits for tag in [delta.tag(row)]] == [
            2
        ]
        if not trace.acted:
            break
    assert line > 5


def test_a_merge_waits_for_who_is_writing_before_it_speaks_of_damage(
    folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, locked, really = next(folders), [], fcntl.flock
    with Index.open(folder, merge_from=None) as index:
        add(index)
        [journal] = folder.glob("*.journal")
        sound = journal.read_bytes()
        journal.write_bytes(sound[:48] + bytes(48) + sound[96:])

        def lock(descriptor: int, how: int) -> None:
            locked.append(how)
            if locked == [fcntl.LOCK_EX, fcntl.LOCK_EX]:
                journal.write_bytes(sound)
            really(descriptor, how)

        monkeypatch.setattr(fcntl, "flock", lock)
        index.merge()
        assert {100, 300} <= {one.id for one in index.entries()}
