"""Run by test_index_files: damage copies of an index in many ways, open them, and ask them everything.

    python -m tests.match.index_fuzzed FOLDER SEED ROUNDS     prints one JSON line: how often what came of it

FOLDER holds an index. A damaged copy is refused by an error of ours, or opens; then nothing it is asked may crash, and
when its files verify, it holds what was in it, or, with a shorter journal, what was in it earlier.
"""

import json
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rescind.match import Entry, Index, MatchError

RECORD = 48
Damage = Callable[[bytearray, random.Random], None]


def cut_off(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def flip_a_bit(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def flip_a_bit_in_front(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(min(200, len(content)))] ^= 1 << chance.randrange(8)


def overwrite(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    end = min(len(content), at + chance.choice((1, 8, 100, 5000)))
    content[at:end] = chance.choice((bytes(end - at), b"\xff" * (end - at), chance.randbytes(end - at)))


def append(content: bytearray, chance: random.Random) -> None:
    content += chance.choice((bytes(chance.randrange(1, 200)), chance.randbytes(chance.randrange(1, 200))))


def replace(content: bytearray, chance: random.Random) -> None:
    content[:] = chance.randbytes(chance.choice((0, 3, 64, 4096, len(content))))


def leave_out(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content))
    del content[at : at + chance.choice((1, RECORD, 4096))]


def double(content: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(content)) // RECORD * RECORD
    content[at:at] = content[at : at + RECORD]


DAMAGES: tuple[Damage, ...] = (
    *(cut_off, flip_a_bit, flip_a_bit_in_front, overwrite, append, replace, leave_out, double),
)


def ask(folder: Path, prints: list[bytes]) -> tuple[bool, list[Entry]]:
    """Whether the files verify, and what is in the index. Everything is asked, so that a crash would show."""
    with Index.open(folder, merge_from=None) as index:
        for within in (0, 31, 60, {0: 31, 3: 256}):
            index.near_many(prints, within, at_most=50)
        entries = list(index.entries())
        try:
            index.verify()
        except MatchError:
            return False, entries
        index.add((1 << 64) - 1, bytes(32))
        index.discard((1 << 64) - 1)
        index.merge()
        return True, list(index.entries())


def earlier(folder: Path) -> list[list[Entry]]:
    """What was in the index after each record of its journal, the newest last."""
    [journal] = folder.glob("*.journal")
    content, states = journal.read_bytes(), []
    for end in range(RECORD, len(content) + 1, RECORD):
        journal.write_bytes(content[:end])
        with Index.open(folder, merge_from=None) as index:
            states.append(list(index.entries()))
    return states


def main(folder: str, seed: str, rounds: str) -> None:
    chance = random.Random(int(seed))
    seen: Counter[str] = Counter()
    copy = Path(folder).with_name("copy")
    states = earlier(Path(folder))
    prints = [entry.bits for entry in states[-1][:: max(1, len(states[-1]) // 10)]]
    names = [one.name for one in Path(folder).iterdir() if not one.name.endswith(".lock")]
    for _ in range(int(rounds)):
        shutil.copytree(folder, copy)
        damaged, damage = copy / chance.choice(names), chance.choice(DAMAGES)
        content = bytearray(damaged.read_bytes())
        damage(content, chance)
        damaged.write_bytes(content)
        try:
            verified, entries = ask(copy, prints)
        except MatchError as error:
            seen[type(error).__name__] += 1
        else:
            allowed = states if damaged.suffix == ".journal" else states[-1:]
            seen["WRONG"] += verified and entries not in allowed
            seen["verified" if verified else "found out by verify"] += 1
        shutil.rmtree(copy)
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
