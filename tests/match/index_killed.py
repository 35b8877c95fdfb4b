"""Run by test_index_killed: kill a writer of an index at the lines it runs, then at random moments, and look each time.

    python -m tests.match.index_killed FOLDER [STRIDE]     prints one JSON line with what was seen

With STRIDE it is killed at every so many lines only; 1 takes minutes.
A writer is a forked process. After each kill the index must open, hold everything that was acknowledged and nothing
that was not asked for, take a new entry, and then have no file lying about.
"""

import itertools
import json
import os
import random
import select
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import rescind.match.index
from rescind.match import Index

ROUNDS = 12
ROOM = str(Path(rescind.match.index.__file__).parent)
Step = Callable[[Path], None]


def bits_of(id_: int) -> bytes:
    return random.Random(id_).randbytes(32)


def prepared(folder: Path) -> Path:
    """An index with a base of 80, of which some are gone, and a journal on top."""
    with Index.open(folder, merge_from=None) as index:
        index.add_many(range(80), [bits_of(id_) for id_ in range(80)])
        index.merge()
        index.add_many(range(100, 110), [bits_of(id_) for id_ in range(100, 110)])
        for id_ in (0, 7, 79, 105):
            index.discard(id_)
    return folder


def add(folder: Path) -> None:
    with Index.open(folder) as index:
        index.add(500, bits_of(500))


def add_many(folder: Path) -> None:
    with Index.open(folder) as index:
        index.add_many(range(500, 520), [bits_of(id_) for id_ in range(500, 520)])


def add_as_base(folder: Path) -> None:
    with Index.open(folder, merge_from=15) as index:
        index.add_many(range(500, 520), [bits_of(id_) for id_ in range(500, 520)])


def discard(folder: Path) -> None:
    with Index.open(folder) as index:
        index.discard(3)


def merge(folder: Path) -> None:
    with Index.open(folder) as index:
        index.merge()


def make(folder: Path) -> None:
    with Index.open(folder.with_name("made")):
        pass


STEPS: tuple[Step, ...] = (add, add_many, add_as_base, discard, merge, make)


def state_of(folder: Path) -> set[int]:
    """The ids in an index that must open, verify, give back what was put in, and be usable."""
    with Index.open(folder, merge_from=None) as index:
        index.verify()
        entries = list(index.entries())
        if any(one.bits != bits_of(one.id) for one in entries if one.id != 999):
            raise AssertionError("an entry is not what was added")
        if entries and entries[-1] not in [index.get(one.id) for one in index.near(entries[-1].bits, 0)]:
            raise AssertionError("an entry is not found")
        index.add(999, bytes(32))
        index.discard(999)
    return {one.id for one in entries}


def lying_about(folder: Path) -> list[str]:
    names = {one.name for one in folder.iterdir()} - {"manifest", "writing.lock", "merging.lock"}
    return sorted(names) if len(names) != 2 or len({name[:16] for name in names}) != 1 else []


def die_at_line(count: int) -> None:
    """Kill this process, as with kill -9, when the `count`-th line of the room is about to run."""
    left = [count]

    def trace(frame: FrameType, event: str, _arg: object):
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        if event == "line":
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def at_every_line(folder: Path, step: Step, seen: Counter[str], stride: int) -> None:
    original = prepared(folder / "original")
    before = state_of(shutil.copytree(original, folder / "before"))
    step(shutil.copytree(original, folder / "after"))
    after = state_of(folder / "after")
    shutil.rmtree(folder / "made", ignore_errors=True)
    for count in itertools.count(1, stride):
        copy = shutil.copytree(original, folder / "copy")
        if (child := os.fork()) == 0:
            try:
                die_at_line(count)
                step(copy)
                os._exit(0)
            finally:
                os._exit(1)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if ended not in (0, -signal.SIGKILL):
            raise AssertionError("the writer failed by itself")
        found = state_of(copy)
        seen["whole" if found in ([after] if ended == 0 else [before, after]) else "BROKEN"] += 1
        if step is make:
            seen["whole" if state_of(folder / "made") == set() else "BROKEN"] += 1
            shutil.rmtree(folder / "made")
        seen["LEFT BEHIND"] += bool(lying_about(copy))
        shutil.rmtree(copy)
        if ended == 0:
            break
        seen["killed at a line"] += 1
    shutil.rmtree(folder)


def write_on(folder: Path, acknowledge: int, first: int) -> None:
    """Add and discard for ever, merging aside, and say so after each step."""
    with Index.open(folder, merge_from=25) as index:
        for id_ in itertools.count(first):
            index.add(id_, bits_of(id_))
            os.write(acknowledge, f"+{id_}\n".encode())
            if id_ % 3 == 0:
                index.discard(id_ - 1)
                os.write(acknowledge, f"-{id_ - 1}\n".encode())


def kill_after(child: int, said: int, words: int, seconds: float) -> bytes:
    """Kill a writer some moments after it said so much; what it said."""
    heard = b""
    while heard.count(b"\n") < words:
        more = os.read(said, 1 << 16)
        if not more:
            raise AssertionError("the writer ended by itself")
        heard += more
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return heard + b"".join(iter(lambda: os.read(said, 1 << 16), b""))


def acknowledged(words: bytes) -> tuple[set[int], int]:
    """What the dead writer said: the ids that are in, and the last one that it added."""
    said = words.decode().split()
    there = {int(word[1:]) for word in said if word[0] == "+"}
    return there - {int(word[1:]) for word in said if word[0] == "-"}, max(there, default=0)


def at_random_moments(folder: Path, seen: Counter[str]) -> None:
    """Two writers at once, the first of which is killed; then the other."""
    moments = random.Random(11)
    expected: set[int] = set()
    for number in range(ROUNDS):
        writers = []
        for first in (1_000_000 * (2 * number + 1), 1_000_000 * (2 * number + 2)):
            said, say = os.pipe()
            if (child := os.fork()) == 0:
                try:
                    write_on(folder, say, first)
                finally:
                    os._exit(1)
            os.close(say)
            writers.append((child, said, first))
        open_questions: set[int] = set()
        for child, said, first in writers:
            words = kill_after(child, said, moments.randrange(120), moments.uniform(0, 0.01))
            there, last = acknowledged(words)
            os.close(said)
            expected |= there
            # What it was at when it died: the next addition, or taking out the one before the last.
            open_questions |= {max(last, first - 1) + 1, last - 1}
        found = state_of(folder)
        seen["acknowledged"] += len(expected)
        seen["LOST"] += len(expected - found - open_questions)
        seen["NEVER ASKED FOR"] += len(found - expected - open_questions)
        seen["generations"] = max(int(one.name[:16], 16) for one in folder.glob("*.base"))
        expected = found
        seen["killed at a moment"] += 1


def main(folder: str, stride: str = "1") -> None:
    seen: Counter[str] = Counter()
    for step in STEPS:
        at_every_line(Path(folder) / step.__name__, step, seen, int(stride))
    at_random_moments(Path(folder) / "moments", seen)
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
