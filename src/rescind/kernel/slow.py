"""PDQ in plain Python, one pixel at a time: the slow twin that defines what right is.

It follows Meta's reference implementation operation by operation, because in flat or evenly patterned
pictures the bits hang on how each single-precision step is rounded. Sources, named below by file:
``pdq/cpp`` of the ThreatExchange repository (``hashing/pdqhashing.cpp``, ``downscaling/downscaling.cpp``,
``hashing/torben.cpp``) and the luma of the ``pdqhash`` package (``bindings.pyx``). Python counts in double
precision; rounding each sum, product or quotient of two single-precision numbers to single precision gives
exactly what single-precision hardware gives.
"""

import math
from collections.abc import Sequence
from ctypes import c_float
from itertools import pairwise

from rescind.kernel.turn import EIGHT, Turn

SIDE = 64  # pdqhashing.cpp: the picture is brought down to 64 by 64 points
WAVES = 16  # pdqhashing.cpp: the lowest 16 by 16 waves, the constant one left out
SMALLEST_SIDE = 5  # pdqhashing.cpp, MIN_HASHABLE_DIM
PASSES = 2  # pdqhashing.cpp, PDQ_NUM_JAROSZ_XY_PASSES

Row = list[float]
Plane = list[Row]


def pdq(pixels: Sequence[int], width: int, height: int, channels: int, turn: int = 0) -> tuple[bytes, int]:
    """The fingerprint (32 bytes) of one turn and the quality (0 to 100) of the picture as it lies; all zero
    when a side is under five pixels.
    """
    if min(width, height) < SMALLEST_SIDE:
        return bytes(32), 0
    points = shrunk(luma(pixels, width, height, channels))
    seen = shrunk(luma(*turned(pixels, width, height, channels, EIGHT[turn]), channels)) if turn else points
    return bits_of(waves_of(seen)), quality_of(points)


def pdq_turns(pixels: Sequence[int], width: int, height: int, channels: int) -> tuple[tuple[bytes, ...], int]:
    """The fingerprints of the picture turned in all eight ways, and the quality of the upright one."""
    _, quality = pdq(pixels, width, height, channels)
    prints = (pdq(pixels, width, height, channels, turn) for turn in range(len(EIGHT)))
    return tuple(bits for bits, _ in prints), quality


def distance(a: bytes, b: bytes) -> int:
    """The number of bits that differ."""
    return (int.from_bytes(a) ^ int.from_bytes(b)).bit_count()


def scan(table: bytes | memoryview, query: bytes, within: int) -> list[tuple[int, int]]:
    """Every row of 32 bytes at most ``within`` bits from ``query``, as (row, distance), rows ascending."""
    rows = (bytes(table[at : at + 32]) for at in range(0, len(table), 32))
    apart = ((row, distance(bits, query)) for row, bits in enumerate(rows))
    return [(row, bits) for row, bits in apart if bits <= within]


def turned(
    pixels: Sequence[int], width: int, height: int, channels: int, turn: Turn
) -> tuple[list[int], int, int]:
    """The turned pixels with their new width and height."""
    down = range(height - 1, -1, -1) if turn.rows else range(height)
    across = range(width - 1, -1, -1) if turn.columns else range(width)
    if turn.exchange:
        order = [(y, x) for x in across for y in down]
        width, height = height, width
    else:
        order = [(y, x) for y in down for x in across]
    stride = len(across)
    return [pixels[(y * stride + x) * channels + c] for y, x in order for c in range(channels)], width, height


def single(number: float) -> float:
    """The nearest single-precision number."""
    return c_float(number).value


def luma(pixels: Sequence[int], width: int, height: int, channels: int) -> Plane:
    """Brightness per pixel. One channel is brightness already; red, green and blue are weighed in double
    precision and rounded once at the end (bindings.pyx). Equal red, green and blue come out as exactly that
    value.
    """
    if channels == 1:
        flat = [float(value) for value in pixels]
    else:
        thirds = zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True)
        flat = [single(red * 0.299 + green * 0.587 + blue * 0.114) for red, green, blue in thirds]
    return [flat[y * width : (y + 1) * width] for y in range(height)]


def shrunk(plane: Plane) -> Plane:
    """The picture as 64 by 64 points: smoothed twice along rows and columns, then picked at the centres of
    a 64 by 64 grid. A picture that is 64 by 64 already is taken as it is (pdqhashing.cpp,
    pdqFloat256FromFloatLuma).
    """
    height, width = len(plane), len(plane[0])
    if width == SIDE and height == SIDE:
        return plane
    for _ in range(PASSES):
        plane = [smoothed(row, window_for(width)) for row in plane]
        plane = exchanged([smoothed(column, window_for(height)) for column in exchanged(plane)])
    return [[plane[y][x] for x in picks(width)] for y in picks(height)]


def exchanged(plane: Plane) -> Plane:
    """Rows become columns."""
    return [list(column) for column in zip(*plane, strict=True)]


def window_for(length: int) -> int:
    """How many pixels one smoothing averages: a 128th of the side, rounded up
    (computeJaroszFilterWindowSize).
    """
    return (length + 2 * SIDE - 1) // (2 * SIDE)


def picks(length: int) -> list[int]:
    """The 64 positions kept along a side: centres, not corners (decimateFloat)."""
    return [int((i + 0.5) * length / SIDE) for i in range(SIDE)]


def smoothed(line: Row, window: int) -> Row:
    """Each value replaced by the mean of the window around it, narrower at the ends (downscaling.cpp,
    box1DFloat).

    One running sum serves the whole line: a value is added on the right before one is taken off on the
    left, and the rounding of every step stays in the sum. That is part of the definition.
    """
    ahead = (window + 2) // 2 - 1
    behind = window - ahead
    total, count, means = 0.0, 0, []
    for at in range(-ahead, len(line)):
        if at + ahead < len(line):
            total = single(total + line[at + ahead])
            count += 1
        if at - behind >= 0:
            total = single(total - line[at - behind])
            count -= 1
        if at >= 0:
            means.append(single(total / count))
    return means


def quality_of(points: Plane) -> int:
    """How much there is to see, 0 to 100: steps between neighbours in hundredths of full brightness, cut to
    whole numbers, summed and scaled (pdqhashing.cpp, pdqImageDomainQualityMetric).
    """
    steps = 0
    for lines in (points, exchanged(points)):
        for line, below in pairwise(lines):
            for here, there in zip(line, below, strict=True):
                steps += abs(int(single(single(single(here - there) * 100.0) / 255.0)))
    return min(steps // 90, 100)


def wave_table() -> Plane:
    """The 16 by 64 matrix of the cosine transform (pdqhashing.cpp, dct_matrix_64): the factor and the
    products are single precision, the cosine is double.
    """
    factor = single(math.sqrt(2.0 / SIDE))
    turn = math.pi / 2.0 / SIDE
    return [
        [single(factor * math.cos(turn * (i + 1) * (2 * j + 1))) for j in range(SIDE)] for i in range(WAVES)
    ]


TABLE = wave_table()


def waves_of(points: Plane) -> Row:
    """How much of each of the 256 lowest waves is in the picture, row by row (pdqhashing.cpp, dct64To16)."""
    half = [[folded(wave, column) for column in exchanged(points)] for wave in TABLE]
    return [folded(line, wave) for line in half for wave in TABLE]


def folded(left: Row, right: Row) -> float:
    """The sum of products, in order, rounded after every product and every sum."""
    total = 0.0
    for a, b in zip(left, right, strict=True):
        total = single(total + single(a * b))
    return total


def bits_of(waves: Row) -> bytes:
    """One bit per wave: is it over the lower median (pdqBuffer16x16ToBits)? The last wave is the first bit.

    The reference finds the median by Torben's method; of 256 values it is the 128th smallest.
    """
    median = sorted(waves)[127]
    number = sum(1 << at for at, wave in enumerate(waves) if wave > median)
    return number.to_bytes(32)
