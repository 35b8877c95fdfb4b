"""Run by test_index_shared and test_index_full: another process that uses an index, one command a line.

    python -m tests.match.index_writer FOLDER

`add FIRST COUNT`, `many FIRST COUNT`, `discard ID`, `merge`, `limit BYTES` (no file may grow beyond), `free`, `count`.
It answers each with `done`, a number, or the name of the error and its sentence.
"""

import random
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from rescind.match import Index, MatchError


def bits_of(id_: int) -> bytes:
    return random.Random(id_).randbytes(32)


def add(index: Index, first: int, count: int) -> str:
    for id_ in range(first, first + count):
        index.add(id_, bits_of(id_))
    return "done"


def many(index: Index, first: int, count: int) -> str:
    ids = range(first, first + count)
    index.add_many(ids, [bits_of(id_) for id_ in ids])
    return "done"


def discard(index: Index, id_: int) -> str:
    index.discard(id_)
    return "done"


def merge(index: Index) -> str:
    index.merge()
    return "done"


def limit(index: Index, most: int) -> str:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    return "done"


def free(index: Index) -> str:
    return limit(index, resource.RLIM_INFINITY)


def count(index: Index) -> str:
    return str(len(index))


COMMANDS: dict[str, Callable[..., str]] = {
    one.__name__: one for one in (add, many, discard, merge, limit, free, count)
}


def main(folder: str) -> None:
    with Index.open(Path(folder), merge_from=None) as index:
        for line in sys.stdin:
            name, *numbers = line.split()
            try:
                answer = COMMANDS[name](index, *map(int, numbers))
            except MatchError as error:
                answer = f"{type(error).__name__} {error}"
            sys.stdout.write(answer + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
