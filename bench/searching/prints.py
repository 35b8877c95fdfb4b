"""Prints by the million, seeded: spread evenly, like those of pictures, with near copies, with dense crowds."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rescind.kernel.array import TABLE

Prints = NDArray[np.uint8]
PIECE = 1 << 16  # rows made at a time
SAMPLES = Path(__file__).parents[2] / "tests" / "samples" / "images"
CROPS = 60  # of each sample picture
Make = Callable[[int, np.random.Generator], Prints]


def evenly(count: int, rng: np.random.Generator) -> Prints:
    """Every bit by chance."""
    return rng.integers(0, 256, (count, 32), dtype=np.uint8)


def like_pictures(count: int, rng: np.random.Generator) -> Prints:
    """Blends of the waves of two pieces of the sample pictures, so that bits hang together as they do in life."""
    waves = sample_waves(rng)
    rows = np.empty((count, 32), np.uint8)
    for start in range(0, count, PIECE):
        some = rows[start : start + PIECE]
        first, second = rng.integers(0, len(waves), (2, len(some)))
        mixed = waves[first] + rng.uniform(-1.5, 1.5, (len(some), 1)).astype(np.float32) * waves[second]
        mixed += rng.standard_normal(mixed.shape, np.float32) * np.float32(0.7)
        middle = np.partition(mixed, 127, axis=1)[:, 127:128]
        some[:] = np.packbits(mixed > middle, axis=1)
    return rows


def with_copies(count: int, rng: np.random.Generator) -> Prints:
    """As in life, and a fifth are near copies of others, ten of each."""
    rows = like_pictures(count, rng)
    copies = rng.permutation(count)[: count // 5]
    scatter(rows, copies, rng.integers(0, count, max(1, len(copies) // 10)), 31, rng)
    return rows


def with_crowds(count: int, rng: np.random.Generator) -> Prints:
    """As in life, but a tenth lies in a hundred dense clusters, and a fiftieth is one print, flooded in a row."""
    rows = like_pictures(count, rng)
    crowd = rng.permutation(count)[: count // 10]
    scatter(rows, crowd, rng.integers(0, count, 100), 12, rng)
    rows[count // 2 : count // 2 + count // 50] = rows[count // 2]
    return rows


KINDS: dict[str, Make] = {
    "even": evenly,
    "pictures": like_pictures,
    "copies": with_copies,
    "crowds": with_crowds,
}


def scatter(
    rows: Prints, places: NDArray[np.int64], of: NDArray[np.int64], bits: int, rng: np.random.Generator
) -> None:
    """Overwrite rows with copies of others that differ by up to so many bits."""
    models = rows[of].copy()
    for start in range(0, len(places), PIECE):
        some = places[start : start + PIECE]
        rows[some] = changed(models[rng.integers(0, len(models), len(some))], bits, rng)


def changed(rows: Prints, bits: int, rng: np.random.Generator) -> Prints:
    """The rows with 0 to `bits` bits flipped in each."""
    share = rng.integers(0, bits + 1, (len(rows), 1)).astype(np.float32) / 256
    flips = rng.random((len(rows), 256), np.float32) < share
    return rows ^ np.packbits(flips, axis=1)


def questions(rows: Prints, count: int, rng: np.random.Generator) -> list[bytes]:
    """Half unrelated prints, half copies of stored ones with up to 31 bits changed, mixed."""
    near = changed(rows[rng.integers(0, len(rows), count // 2)], 31, rng)
    asked = np.concatenate([evenly(count - len(near), rng), near])
    return [row.tobytes() for row in asked[rng.permutation(count)]]


def sample_waves(rng: np.random.Generator) -> NDArray[np.float32]:
    """The 256 waves of seeded pieces of every sample photograph, brought to one scale."""
    waves = []
    for path in sorted(SAMPLES.glob("base-*.jpg")):
        with Image.open(path) as image:
            luma = image.convert("L")
        for _ in range(CROPS):
            side = rng.uniform(0.3, 0.9) * min(luma.size)
            left, top = rng.uniform(0, luma.width - side), rng.uniform(0, luma.height - side)
            piece = luma.crop((int(left), int(top), int(left + side), int(top + side))).resize((64, 64))
            values = TABLE @ np.asarray(piece, np.float32) @ TABLE.T
            waves.append((values / np.abs(values).mean()).ravel())
    return np.array(waves, np.float32)
