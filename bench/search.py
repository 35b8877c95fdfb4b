"""Every print within a distance among millions: ours beside faiss and ThreatExchange, one thread, as ratios.

Every contestant answers some of the same 2,000 queries in each round, in turn (A B C A B C ...), other queries each
round; half of them are copies of stored prints with up to 31 bits changed. A ratio is taken within each round and the
median stands in the table, so that a busy computer slows all alike; what is counted is the processor's time of the
one thread. All exact ways must find the same rows.

    python bench/search.py [--size 1M,10M] [--prints even,pictures,copies,crowds] [--rounds N] [--full]
                           [--without threatexchange,multi-hash] [--kernel-only]

`--full` runs 1, 10 and 50 million, evenly spread and with copies and crowds; it takes an hour and 16 GB. ThreatExchange's
index is left out above ten million, where it would need 25 GB.
"""

import argparse
import os
import platform
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import faiss
import numpy as np
from rich.console import Console
from rich.table import Table
from searching import contestants
from searching.contestants import Contestant, Hits
from searching.prints import KINDS, Prints, questions

from rescind import kernel, match

QUERIES = 2000
CHECKED = 60  # queries whose answers are compared
MOST_FOR_THREATEXCHANGE = 10_000_000
MOST_FOR_MULTI_HASH = 10_000_000
DISTANCES = (31, 40, 50)


def enter(rows: Prints, folder: Path, without: set[str]) -> list[Contestant]:
    """Everybody who takes part, ours first."""
    found = contestants.our_ways(rows, folder, DISTANCES)
    found += [contestants.our_scan(rows), contestants.bare_read(rows), contestants.faiss_flat(rows)]
    found.append(contestants.faiss_flat_many(rows))
    if "multi-hash" not in without and len(rows) <= MOST_FOR_MULTI_HASH:
        found.append(contestants.faiss_hashes(rows))
    if "threatexchange" not in without and len(rows) <= MOST_FOR_THREATEXCHANGE:
        found.append(contestants.threatexchange(rows))
    return found


def compare_answers(entered: list[Contestant], asked: list[bytes]) -> float:
    """All who look within 31 bits find the same rows; how many a query. faiss's multi-index is the exception: it may
    miss what its one flip does not reach, but must find nothing else.
    """
    right = sorted_rows(entered[0].ask(asked))
    for one in entered:
        if "within 4" in one.name or "within 5" in one.name or "read" in one.name:
            continue
        found = sorted_rows(one.ask(asked))
        if one.name in ("faiss multi-hash", "threatexchange"):
            assert all(set(some) <= set(all_) for some, all_ in zip(found, right, strict=True)), one.name
            missed = sum(map(len, right)) - sum(map(len, found))
            print(f"{one.name} misses {missed} of {sum(map(len, right))} rows") if missed else None
        else:
            assert found == right, one.name
    return sum(map(len, right)) / len(asked)


def sorted_rows(found: Hits) -> Hits:
    return [sorted(rows) for rows in found]


def in_turn(entered: list[Contestant], asked: list[bytes], rounds: int) -> dict[str, list[float]]:
    """Seconds a query, for each contestant and round."""
    spent: dict[str, list[float]] = {one.name: [] for one in entered}
    for turn in range(rounds):
        for one in entered:
            first = turn * 97 % len(asked)
            some = [asked[(first + k) % len(asked)] for k in range(one.at_once)]
            started = time.thread_time()
            one.ask(some)
            spent[one.name].append((time.thread_time() - started) / len(some))
    return spent


def single_times(entered: list[Contestant], asked: list[bytes]) -> Iterator[str]:
    """The spread of our single queries."""
    for one in entered[: len(DISTANCES)]:
        times = []
        for query in asked[:1000]:
            started = time.thread_time()
            one.ask([query])
            times.append(time.thread_time() - started)
        half, most, worst = np.percentile(np.array(times) * 1e6, [50, 95, 100])
        yield f"{one.name}: median {half:.0f} us, 95 of 100 under {most:.0f} us, worst {worst:.0f} us"


def tell(title: str, entered: list[Contestant], spent: dict[str, list[float]]) -> Table:
    ours = spent[entered[0].name]
    table = Table("who", "us a query", "times ours", "bytes a print", "made in s", title=title)
    for one in entered:
        times = spent[one.name]
        slower = median(theirs / mine for theirs, mine in zip(times, ours, strict=True))
        table.add_row(
            one.name,
            f"{median(times) * 1e6:,.0f}",
            f"{slower:,.2f}",
            f"{one.bytes_a_print:.0f}",
            f"{one.seconds:.2f}",
        )
    return table


def measure(size: int, kind: str, rounds: int, without: set[str], console: Console) -> None:
    rng = np.random.default_rng(20_261)
    rows = KINDS[kind](size, rng)
    asked = questions(rows, QUERIES, rng)
    with contestants.workplace() as folder:
        entered = enter(rows, Path(folder), without)
        hits = compare_answers(entered, asked[:CHECKED])
        spent = in_turn(entered, asked, rounds)
        console.print(tell(f"{size:,} prints, {kind}, {hits:.1f} found a query", entered, spent))
        for line in single_times(entered, asked):
            console.print(line)
        built = size / max(entered[0].seconds, 1e-9) / 1e6
        console.print(f"{size:,} prints, {kind}: tables built at {built:.2f} million a second")


def growing(console: Console) -> None:
    """A list of entries not yet merged: what one more costs, and a query."""
    rng = np.random.default_rng(5)
    rows = [row.tobytes() for row in KINDS["pictures"](300_000, rng)]
    delta = kernel.Delta()
    for end in (100_000, 300_000):
        started = time.perf_counter()
        for bits in rows[len(delta) : end]:
            delta.add(bits, 0)
        added = (time.perf_counter() - started) / (end - end // 3 * (end > 100_000))
        times = []
        for query in questions(np.frombuffer(b"".join(rows), np.uint8).reshape(-1, 32), 500, rng):
            started = time.perf_counter()
            delta.near(query, 31, at_most=contestants.ALL)
            times.append(time.perf_counter() - started)
        console.print(
            f"growing list of {end:,}: add {added * 1e6:.2f} us, query {median(times) * 1e6:.0f} us"
        )


def files(size: int, console: Console) -> None:
    """The index on disk: filling it, opening it, one more entry, a query."""
    rng = np.random.default_rng(6)
    rows = KINDS["even"](size, rng)
    with tempfile.TemporaryDirectory(prefix="index-") as folder:
        place = Path(folder) / "index"
        with match.Index.open(place, merge_from=None) as index:
            started = time.perf_counter()
            index.add_many(range(size), rows.tobytes())
            filled = time.perf_counter() - started
        started = time.perf_counter()
        with match.Index.open(place, merge_from=None) as index:
            opened = time.perf_counter() - started
            added, asked = [], []
            for number, bits in enumerate(questions(rows, 1000, rng)):
                started = time.perf_counter()
                index.add(size + number, bits)
                added.append(time.perf_counter() - started)
                started = time.perf_counter()
                index.near(bits, 31)
                asked.append(time.perf_counter() - started)
    console.print(
        f"match.Index of {size:,}: filled in {filled:.1f} s, opened in {opened * 1e3:.1f} ms, "
        f"add {median(added) * 1e6:.0f} us, query {median(asked) * 1e6:.0f} us"
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Search among millions of prints, beside others.")
    parser.add_argument("--size", default="1M")
    parser.add_argument("--prints", default="pictures,crowds")
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--without", default="")
    parser.add_argument("--kernel-only", action="store_true")
    parser.add_argument("--full", action="store_true")
    return parser.parse_args()


def main() -> None:
    chosen = arguments()
    console = Console(width=110)
    faiss.omp_set_num_threads(1)
    console.print(
        f"{platform.machine()}, {os.cpu_count()} cores, native {kernel.native}, faiss {faiss.__version__}"
    )
    sizes = "1M,10M,50M" if chosen.full else chosen.size
    kinds = "even,copies,crowds" if chosen.full else chosen.prints
    for size in (int(float(told.removesuffix("M")) * 1e6) for told in sizes.split(",")):
        for kind in kinds.split(","):
            measure(size, kind, chosen.rounds, set(chosen.without.split(",")), console)
        if not chosen.kernel_only:
            files(size, console)
    growing(console)


if __name__ == "__main__":
    main()
