"""Those who search: ours over mapped files, faiss, ThreatExchange's index, and a bare read of the memory."""

import mmap
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray
from threatexchange.signal_type.pdq.pdq_index import PDQIndex

from rescind import kernel

Prints = NDArray[np.uint8]
Hits = list[list[int]]
ALL = 1 << 32


@dataclass(frozen=True)
class Contestant:
    """One way to search: answers queries with the rows found, and how it was made."""

    name: str
    ask: Callable[[list[bytes]], Hits]
    at_once: int  # queries a round, so that each round takes a similar time
    seconds: float  # to make it
    bytes_a_print: float


def ours(rows: Prints, folder: Path) -> tuple[kernel.Base, float, float]:
    """A base whose prints and tables lie in mapped files; seconds to build the tables, and bytes a print with id and
    tag.
    """
    prints, tables = folder / "prints", folder / "tables"
    rows.tofile(prints)
    plan = kernel.plan(len(rows))
    size = kernel.tables_bytes(plan, len(rows))
    with tables.open("wb+") as file:
        file.truncate(size)
        room = mmap.mmap(file.fileno(), size)
    with prints.open("rb") as file:
        stored = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    started = time.thread_time()
    kernel.build(stored, plan, room)
    spent = time.thread_time() - started
    base = kernel.open_base(stored, bytes(2 * len(rows)), room, plan)
    return base, spent, size / len(rows) + 42


def our_ways(rows: Prints, folder: Path, distances: tuple[int, ...]) -> list[Contestant]:
    """Single queries and batches, for each distance."""
    base, seconds, size = ours(rows, folder)

    def single(within: int) -> Callable[[list[bytes]], Hits]:
        return lambda asked: [
            [row for row, _ in kernel.near(base, one, within, at_most=ALL).hits] for one in asked
        ]

    def batch(within: int) -> Callable[[list[bytes]], Hits]:
        return lambda asked: [
            [row for row, _ in found.hits] for found in kernel.near_many(base, asked, within, at_most=ALL)
        ]

    ways = [
        Contestant(f"rescind, within {within}", single(within), 100, seconds, size) for within in distances
    ]
    many = f"rescind, within {distances[0]}, many"
    return [*ways, Contestant(many, batch(distances[0]), 1000, seconds, size)]


def our_scan(rows: Prints) -> Contestant:
    """Every row looked at."""
    return Contestant(
        "rescind, scan",
        lambda asked: [[row for row, _ in kernel.scan(rows, one, 31)] for one in asked],
        3,
        0,
        32,
    )


def bare_read(rows: Prints) -> Contestant:
    """All prints read once and added up: no scan can be quicker on this memory."""
    words = rows.view(np.uint64).ravel()
    return Contestant("read of all prints", lambda asked: [[int(words.sum())] for _ in asked], 3, 0, 32)


def faiss_flat(rows: Prints) -> Contestant:
    """faiss's exact scan, one thread."""
    before, started = resident(), time.thread_time()
    index = faiss.IndexBinaryFlat(256)
    index.add(rows)
    spent, grown = time.thread_time() - started, resident() - before
    return Contestant("faiss flat", lambda asked: range_search(index, asked), 3, spent, grown / len(rows))


def faiss_flat_many(rows: Prints) -> Contestant:
    """The same, asked a batch at once."""
    index = faiss.IndexBinaryFlat(256)
    index.add(rows)
    at_once = max(8, min(1000, 2 * 10**8 // len(rows)))
    return Contestant("faiss flat, many", lambda asked: range_search(index, asked), at_once, 0, 32)


def faiss_hashes(rows: Prints) -> Contestant:
    """faiss's multi-index as ThreatExchange sets it up (16 x 16 bits, one flip), filled directly."""
    before, started = resident(), time.thread_time()
    index = faiss.IndexBinaryMultiHash(256, 16, 16)
    index.add(rows)
    index.nflip = 1
    spent, grown = time.thread_time() - started, resident() - before
    return Contestant(
        "faiss multi-hash", lambda asked: range_search(index, asked), 8, spent, grown / len(rows)
    )


def threatexchange(rows: Prints) -> Contestant:
    """ThreatExchange's own index, asked as its users ask it."""
    before, started = resident(), time.thread_time()
    index: PDQIndex[int] = PDQIndex((row.tobytes().hex(), number) for number, row in enumerate(rows))
    spent, grown = time.thread_time() - started, resident() - before
    return Contestant(
        "threatexchange",
        lambda asked: [[match.metadata for match in index.query(one.hex())] for one in asked],
        20,
        spent,
        grown / len(rows),
    )


def range_search(index: faiss.IndexBinary, asked: list[bytes]) -> Hits:
    """The rows within 31 bits; faiss's radius is the first distance that does not count."""
    wanted = np.frombuffer(b"".join(asked), np.uint8).reshape(-1, 32)
    ends, _, rows = index.range_search(wanted, 32)
    return [sorted(rows[ends[k] : ends[k + 1]].tolist()) for k in range(len(asked))]


def resident() -> int:
    """Bytes of memory this program holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def workplace() -> tempfile.TemporaryDirectory[str]:
    """A folder for the mapped files."""
    return tempfile.TemporaryDirectory(prefix="search-")
