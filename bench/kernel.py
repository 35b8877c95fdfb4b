"""The kernel beside pdqhash, and its scan beside a flat faiss index: asked in turn, medians, ratios.

Run ``python bench/kernel.py``; it needs the ``bench`` dependency group. Absolute times depend on the machine and on who
else is using it, so every contestant is asked once per round and only the ratios are worth quoting.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import faiss
import numpy as np
import pdqhash
from numpy.typing import NDArray
from PIL import Image
from rich.console import Console
from rich.table import Table

from rescind import kernel

SAMPLES = Path(__file__).parents[1] / "tests" / "samples" / "images"
TABLE_ROWS = 1_000_000
WITHIN = 31

Ask = Callable[[], object]


def medians(asks: dict[str, Ask], rounds: int) -> dict[str, float]:
    """Milliseconds per call, each contestant once a round."""
    times: dict[str, list[float]] = {name: [] for name in asks}
    for _ in range(rounds):
        for name, ask in asks.items():
            start = time.perf_counter()
            ask()
            times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(spent) for name, spent in times.items()}


def picture_of(width: int, height: int) -> NDArray[np.uint8]:
    with Image.open(SAMPLES / "big-12mp.jpg") as photo:
        return np.array(photo.convert("RGB").resize((width, height), Image.Resampling.LANCZOS))


def same_bits(pixels: NDArray[np.uint8]) -> bool:
    bits, quality = pdqhash.compute(pixels)
    height, width = pixels.shape[:2]
    return kernel.pdq(pixels, width=width, height=height, channels=3) == (
        np.packbits(bits.astype(np.uint8)).tobytes(),
        quality,
    )


def contestants(pixels: NDArray[np.uint8]) -> dict[str, Ask]:
    height, width = pixels.shape[:2]
    luma = np.ascontiguousarray(pixels[:, :, 1])
    size = {"width": width, "height": height}
    return {
        "pdqhash": lambda: pdqhash.compute(pixels),
        "RGB, one turn": lambda: kernel.pdq(pixels, channels=3, **size),
        "RGB, eight turns": lambda: kernel.pdq_turns(pixels, channels=3, **size),
        "luma, one turn": lambda: kernel.pdq(luma, channels=1, **size),
        "luma, eight turns": lambda: kernel.pdq_turns(luma, channels=1, **size),
    }


def hashing(width: int, height: int, rounds: int) -> Table:
    pixels = picture_of(width, height)
    found = medians(contestants(pixels), rounds)
    agreed = "same bits" if same_bits(pixels) else "OTHER BITS"
    table = Table(
        "what", "ms", "times pdqhash", title=f"{width} x {height}, {agreed}, native {kernel.native}"
    )
    for name, spent in found.items():
        table.add_row(name, f"{spent:.3f}", f"{found['pdqhash'] / spent:.1f}")
    return table


def doubtful_pieces(count: int) -> Table:
    """Random pieces of photographs: the mean, which includes those where the exact way had to decide."""
    rng = np.random.default_rng(7)
    photos = [np.array(Image.open(path).convert("RGB")) for path in sorted(SAMPLES.glob("base-*.jpg"))]
    names = ("pdqhash", "RGB, one turn", "RGB, eight turns", "luma, one turn", "luma, eight turns")
    spent = dict.fromkeys(names, 0.0)
    for number in range(count):
        photo = photos[number % len(photos)]
        top, left = rng.integers(0, 60, 2)
        piece = np.ascontiguousarray(photo[top:, left:])
        asks = contestants(piece)
        for name in spent:
            spent[name] += medians({name: asks[name]}, 1)[name] / count
    table = Table("what", "ms", "times pdqhash", title=f"mean over {count} pieces of photographs")
    for name, mean in spent.items():
        table.add_row(name, f"{mean:.3f}", f"{spent['pdqhash'] / mean:.1f}")
    return table


def scanning(rounds: int) -> Table:
    rng = np.random.default_rng(8)
    rows = rng.integers(0, 256, (TABLE_ROWS, 32), dtype=np.uint8)
    query = rows[123_456].tobytes()
    index = faiss.IndexBinaryFlat(256)
    index.add(rows)
    faiss.omp_set_num_threads(1)
    asked = np.frombuffer(query, np.uint8)[None]
    found = medians(
        {
            "faiss flat, one thread": lambda: index.range_search(asked, WITHIN + 1),
            "scan": lambda: kernel.scan(rows, query, WITHIN),
        },
        rounds,
    )
    table = Table("what", "ms", "GB/s", "times faiss", title=f"{TABLE_ROWS:,} rows, within {WITHIN}")
    for name, spent in found.items():
        speed = TABLE_ROWS * 32 / spent / 1e6
        table.add_row(name, f"{spent:.3f}", f"{speed:.1f}", f"{found['faiss flat, one thread'] / spent:.2f}")
    return table


def main() -> None:
    console = Console()
    console.print(hashing(512, 375, 60))
    console.print(hashing(3776, 2520, 9))
    console.print(doubtful_pieces(150))
    console.print(scanning(31))


if __name__ == "__main__":
    main()
