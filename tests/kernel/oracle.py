"""Made-up pictures that any language can draw again, and what the reference says about them.

``python tests/kernel/oracle.py`` writes vectors/pdq-oracle.csv with the answers of the pdqhash package.
Rows are only ever added. docs/formats/fingerprint.md tells the drawing in words; the functions here are the
same in Python.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

VECTORS = Path(__file__).parents[2] / "vectors" / "pdq-oracle.csv"
ROWS = 324

# Tiny, under and over 64, at the edges of each window, long and thin, and a few of ordinary size.
SIZES = (
    (1, 1), (4, 90), (90, 4), (5, 5), (7, 5), (5, 200), (16, 16), (24, 17), (31, 33), (48, 64), (63, 63), (64, 64),
    (64, 65), (65, 64), (70, 50), (97, 41), (100, 100), (120, 90), (127, 128), (128, 127), (128, 128), (129, 128),
    (128, 129), (131, 130), (150, 100), (255, 30), (256, 60), (257, 50), (30, 257), (384, 20), (385, 21), (21, 513),
    (900, 9), (9, 1100), (200, 150), (320, 213),
)  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One row: how to draw the picture, and what the reference makes of it and of its turns."""

    seed: int
    kind: str
    width: int
    height: int
    channels: int
    quality: int
    turns: tuple[bytes, ...]


def dice(seed: int) -> Callable[[], int]:
    """Numbers from 0 to 255: Marsaglia's xorshift of 32 bits, its top byte."""
    state = seed * 2654435761 % 2**32 | 1

    def throw() -> int:
        nonlocal state
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        return state >> 24

    return throw


Draw = Callable[[Callable[[], int], int, int, int], Iterator[int]]


def noise(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    return (throw() for _ in range(width * height * channels))


def flat(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    colour = [throw() for _ in range(channels)]
    return (value for _ in range(width * height) for value in colour)


def faint(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    colour = [throw() for _ in range(channels)]
    return ((value + throw() % 3) % 256 for _ in range(width * height) for value in colour)


def bilevel(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    for _ in range(width * height):
        value = 255 if throw() >= 128 else 0
        yield from (value for _ in range(channels))


def grey(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    for _ in range(width * height):
        value = throw()
        yield from (value for _ in range(channels))


def gradient(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    slopes = [(throw(), throw() % 16, throw() % 16) for _ in range(channels)]
    for y in range(height):
        for x in range(width):
            yield from ((start + (across * x + down * y) // 4) % 256 for start, across, down in slopes)


def ramp(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    slopes = [(throw() // 3, throw() // 3, throw() // 3) for _ in range(channels)]
    for y in range(height):
        for x in range(width):
            yield from (start + across * x // width + down * y // height for start, across, down in slopes)


def tiles(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    side = 2 + throw() % 30
    colours = [[throw() for _ in range(channels)] for _ in range(8)]
    for y in range(height):
        for x in range(width):
            yield from colours[(x // side * 3 + y // side * 5) % 8]


def boxes(throw: Callable[[], int], width: int, height: int, channels: int) -> Iterator[int]:
    ground = [throw() for _ in range(channels)]
    drawn = []
    for _ in range(6):
        left, top = throw() * width // 256, throw() * height // 256
        right, bottom = left + 1 + throw() * width // 512, top + 1 + throw() * height // 512
        drawn.append((left, top, right, bottom, [throw() for _ in range(channels)]))
    for y in range(height):
        for x in range(width):
            colour = ground
            for left, top, right, bottom, paint in drawn:
                if left <= x < right and top <= y < bottom:
                    colour = paint
            yield from colour


KINDS: dict[str, Draw] = {
    draw.__name__: draw for draw in (noise, flat, faint, bilevel, grey, gradient, ramp, tiles, boxes)
}


def draw(seed: int, kind: str, width: int, height: int, channels: int) -> bytes:
    """The pixels of one made-up picture, row by row."""
    return bytes(KINDS[kind](dice(seed), width, height, channels))


def answers() -> list[Answer]:
    """The stored rows."""
    with VECTORS.open(newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [_answer(row) for row in rows]


def _answer(row: dict[str, str]) -> Answer:
    numbers = {name: int(row[name]) for name in ("seed", "width", "height", "channels", "quality")}
    turns = tuple(bytes.fromhex(row[f"turn_{turn}"]) for turn in range(8))
    return Answer(kind=row["kind"], turns=turns, **numbers)


def _plan(seed: int) -> tuple[int, str, int, int, int]:
    kind = list(KINDS)[seed % len(KINDS)]
    width, height = SIZES[seed // len(KINDS) % len(SIZES)]
    return seed, kind, width, height, 1 if seed % 4 == 3 else 3


def write(file: TextIO) -> None:
    """Asks the pdqhash package and writes every row."""
    from reference import turned_prints

    file.write(
        "# PDQ of made-up pictures by the reference (pdqhash 0.2.8); docs/formats/fingerprint.md says how to\n"
    )
    file.write(
        "# draw them. turn_0 to turn_7 in the order of TURNS; one-channel pictures were asked as grey RGB.\n"
    )
    out = csv.writer(file, lineterminator="\n")
    out.writerow(
        ["seed", "kind", "width", "height", "channels", "quality", *(f"turn_{turn}" for turn in range(8))]
    )
    for seed in range(ROWS):
        plan = _plan(seed)
        prints, quality = turned_prints(draw(*plan), *plan[2:])
        out.writerow([*plan, quality, *(bits.hex() for bits in prints)])


if __name__ == "__main__":
    with VECTORS.open("w") as vectors:
        write(vectors)
