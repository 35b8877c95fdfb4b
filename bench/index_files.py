"""What the files of an index cost: filling, opening, adding, taking out, flushing, merging, and the memory of each. Linux
only.

Each step runs in a process of its own, and the memory is the most that was seen while it ran: *own* is what nobody
else shares, *mapped* are pages of the files, which all processes share and the system takes back when it needs them.

    python bench/index_files.py [--size 1M] [--folder FOLDER]
"""

import argparse
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from rescind.match import Index

PIECE = 1 << 20
AT_ONCE = 10_000  # as one change of the journal; very many would become a base


def prints_of(count: int) -> np.ndarray:
    chance = np.random.default_rng(8)
    rows = np.empty(count * 32, np.uint8)
    for at in range(0, len(rows), PIECE):
        rows[at : at + PIECE] = np.frombuffer(chance.bytes(min(PIECE, len(rows) - at)), np.uint8)
    return rows


def memory() -> tuple[int, int]:
    """Own and mapped memory of this process, in millions of bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    told = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith("Rss")}
    return told["RssAnon"] * 1024 // 10**6, (told["RssFile"] + told["RssShmem"]) * 1024 // 10**6


def watched(step: Callable[[], str]) -> str:
    """Run a step; say what it says and how much memory it took beyond what was there before."""
    before, peak, done = memory(), [0, 0], threading.Event()

    def watch() -> None:
        while not done.wait(0.01):
            peak[:] = map(max, peak, memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        said = step()
    finally:
        done.set()
        watcher.join()
    own, mapped = (max(0, most - first) for most, first in zip(peak, before, strict=True))
    return f"{said}; own memory {own} MB, mapped {mapped} MB"


def fill(folder: Path, count: int) -> str:
    rows, ids = prints_of(count), np.arange(count, dtype=np.uint64) * 3

    def step() -> str:
        started = time.perf_counter()
        with Index.open(folder, merge_from=None) as index:
            index.add_many(ids, rows, 1)
        seconds = time.perf_counter() - started
        return f"filled in {seconds:.1f} s, {count / seconds / 1e6:.2f} million a second"

    return watched(step)


def open_it(folder: Path, _count: int) -> str:
    def step() -> str:
        started = time.perf_counter()
        with Index.open(folder, merge_from=None) as index:
            return f"{len(index):,} opened in {(time.perf_counter() - started) * 1e3:.1f} ms"

    return watched(step)


def change(folder: Path, count: int) -> str:
    """As many changes as come before a merge: additions one by one, some taken out."""
    rows = prints_of(20_000)[::-1].reshape(-1, 32)
    added, gone = [], []
    with Index.open(folder, merge_from=None) as index:
        for number, row in enumerate(rows):
            bits, started = row.tobytes(), time.perf_counter()
            index.add(3 * number + 1, bits, 2)
            added.append(time.perf_counter() - started)
        for number in range(2_000):
            started = time.perf_counter()
            index.discard(3 * number)
            gone.append(time.perf_counter() - started)
        started = time.perf_counter()
        index.sync()
        flushed = time.perf_counter() - started
        for first in range(22_000, count // 100, AT_ONCE):
            ids = np.arange(first, first + AT_ONCE, dtype=np.uint64) * 3 + 2 + 3 * count
            index.add_many(ids, np.random.default_rng(first).bytes(32 * AT_ONCE))
    middle, mean, late = np.median(added), np.mean(added), np.percentile(added, 99)
    return (
        f"add {middle * 1e6:.1f} us (mean {mean * 1e6:.1f}, 99 of 100 under {late * 1e6:.1f}), "
        f"discard {np.median(gone) * 1e6:.1f} us, flushed in {flushed * 1e3:.1f} ms"
    )


def merge(folder: Path, _count: int) -> str:
    def step() -> str:
        with Index.open(folder, merge_from=None) as index:
            started = time.perf_counter()
            index.merge()
            merged = time.perf_counter() - started
            started = time.perf_counter()
            size = len(index)
            changed = time.perf_counter() - started
        return f"{size:,} merged in {merged:.1f} s, changed over to in {changed * 1e3:.1f} ms"

    return watched(step)


def verify(folder: Path, _count: int) -> str:
    with Index.open(folder, merge_from=None) as index:
        started = time.perf_counter()
        index.verify()
        return f"verified in {time.perf_counter() - started:.1f} s"


def apart(step: Callable[[Path, int], str], folder: Path, count: int) -> None:
    """Run a step in a process of its own, which starts with no memory of the others."""
    if (child := os.fork()) == 0:
        try:
            print(f"{step.__name__.removesuffix('_it'):>7}: {step(folder, count)}", flush=True)
            os._exit(0)
        finally:
            os._exit(1)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        sys.exit(f"{step.__name__} failed")


def main() -> None:
    parser = argparse.ArgumentParser(description="What the files of an index cost.")
    parser.add_argument("--size", default="1M")
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    count = int(float(chosen.size.removesuffix("M")) * 1e6)
    with tempfile.TemporaryDirectory(prefix="index-", dir=chosen.folder) as place:
        folder = Path(place) / "index"
        for step in (fill, open_it, change, open_it, merge, open_it, verify):
            apart(step, folder, count)
        [base] = folder.glob("*.base")
        print(f"{base.stat().st_size / count:.1f} bytes an entry on the disk, all told")


if __name__ == "__main__":
    main()
