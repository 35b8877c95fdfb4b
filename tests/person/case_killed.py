"""Run by test_case_store: kill a writer of a file at every line it runs, then at random moments, and look each time.

    python -m tests.person.case_killed FOLDER OLD NEW     prints one JSON line with what was seen

A writer is a forked process that takes the lock, sweeps and replaces the file, again and again. After each kill the
file must be whole, old or new, and what lies beside it must be the beginning of sealed bytes.
"""

import json
import os
import random
import select
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from rescind.person.casefile import disk

ROUNDS = 15


def write_once(target: Path, contents: list[bytes]) -> None:
    with disk.locked(target):
        disk.sweep(target)
        disk.replace_whole(target, contents[1])


def die_at_line(count: int) -> None:
    """Kill this process, as with kill -9, when the `count`-th line of disk.py is about to run."""
    left = [count]

    def trace(frame: FrameType, event: str, _arg: object):
        if frame.f_code.co_filename != disk.__file__:
            return None
        if event == "line":
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def look(target: Path, contents: list[bytes], seen: Counter[str]) -> None:
    found = target.read_bytes()
    seen["new" if found == contents[1] else "old" if found == contents[0] else "BROKEN"] += 1
    for left in disk.leftovers(target):
        part = left.read_bytes()
        seen["leftover" if any(content.startswith(part) for content in contents) else "STRANGE"] += 1


def at_every_line(target: Path, contents: list[bytes], seen: Counter[str]) -> None:
    for count in range(1, 1000):
        target.write_bytes(contents[0])
        if (child := os.fork()) == 0:
            die_at_line(count)
            write_once(target, contents)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        look(target, contents, seen)
        if ended == 0:
            return
        seen["killed at a line"] += 1


def at_random_moments(target: Path, contents: list[bytes], seen: Counter[str]) -> None:
    moments = random.Random(7)
    target.write_bytes(contents[0])
    for _ in range(ROUNDS):
        started, start = os.pipe()
        if (child := os.fork()) == 0:
            os.write(start, b".")
            while True:
                write_once(target, contents)
                write_once(target, contents[::-1])
        os.read(started, 1)
        select.select([], [], [], moments.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(started)
        os.close(start)
        look(target, contents, seen)
        seen["killed at a moment"] += 1


def main(folder: str, old: str, new: str) -> None:
    target = Path(folder) / "notes.age"
    contents = [Path(old).read_bytes(), Path(new).read_bytes()]
    seen: Counter[str] = Counter()
    at_every_line(target, contents, seen)
    at_random_moments(target, [content * 300 for content in contents], seen)
    target.write_bytes(contents[0])
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
