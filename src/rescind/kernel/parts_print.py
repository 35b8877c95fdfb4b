"""Which way a point's window is turned, and the print of what it shows: what parts_print.c does, number for
number.

The print says how brightness runs in 4 by 4 fields of the window: how much of it to each of eight sides. These
128 numbers are compared with each other by fixed sums and differences; each of the 256 bits says which way one
comparison went.
"""

import math

import numpy as np
from numpy.typing import NDArray

from rescind.kernel.parts_blur import Level, Singles
from rescind.kernel.parts_points import Point

RAYS = 36
ARM, ROUND = 7, 52
SECOND = 0.85
ARM_SCALES, WINDOW_SCALES = 4.5, 12
SIDES, FIELDS, SAMPLES = 8, 4, 16
NUMBERS = FIELDS * FIELDS * SIDES
EDGED = SAMPLES + 2
TURN = 6.283185307179586
ATAN: Singles = np.array(
    [0.159151763, -0.0529498085, 0.0308781862, -0.0187289622, 0.00860425923, -0.00195619627], np.float32
)
"""The angle whose tangent is z, for z from 0 to 1, in turns: z times a polynomial in its square."""

BELL_ROUND = [math.floor(math.exp(-square / (2 * 12.25 * 0.89)) * 65536 + 0.5) for square in range(ROUND + 1)]
BELL_WINDOW: Singles = np.array(
    [math.floor(math.exp(-((at - 7.5) ** 2) / 128) * 4096 + 0.5) / 4096 for at in range(SAMPLES)], np.float32
)
ARMS = [
    (i, j)
    for j in range(-ARM, ARM + 1)
    for i in range(-ARM, ARM + 1)
    if i * i + j * j <= ROUND
]  # fmt: skip
ARM_WEIGHTS: Singles = np.array([BELL_ROUND[i * i + j * j] for i, j in ARMS], np.float32)


def directions(level: Level, point: Point) -> list[float]:
    """Return the one or two directions, in turns of 0 to 1, in which most brightness runs around the point."""
    rays = _smoothed(_smoothed(_rays(level, point)))
    most = max(rays)
    found: list[tuple[float, float]] = []
    for ray in range(RAYS):
        before, own, after = rays[ray - 1], rays[ray], rays[(ray + 1) % RAYS]
        if own > before and own >= after and own >= SECOND * most:
            found.append((own, _ray_turn(before, own, after, ray)))
    return [turn for _, turn in sorted(found, key=lambda one: -one[0])[:2]]


def prints(level: Level, point: Point, turn: float) -> tuple[bytes, bytes]:
    """Return the print of the window around the point, and the one it has in the mirrored picture."""
    numbers = _levelled(_runs(_window(level, point, turn)).reshape(-1))
    if numbers is None:
        return bytes(32), bytes(32)
    mirrored = numbers.reshape(FIELDS, FIELDS, SIDES)[::-1, :, (SIDES - np.arange(SIDES)) % SIDES]
    return _bits(numbers), _bits(mirrored.reshape(-1))


def turns_of(x: Singles, y: Singles) -> Singles:
    """Return the angles of directions in turns, 0 to 1, right to a millionth."""
    wide, high = np.abs(x), np.abs(y)
    more = np.maximum(wide, high)
    z = np.minimum(wide, high) / np.where(more > 0, more, np.float32(1))
    square, turn = z * z, ATAN[5]
    for factor in ATAN[4::-1]:
        turn = factor + square * turn
    turn = z * turn
    turn = np.where(high < wide, turn, np.float32(0.25) - turn)
    turn = np.where(x < 0, np.float32(0.5) - turn, turn)
    turns: Singles = np.where(y < 0, np.float32(1) - turn, turn)
    return turns


def sides_of(turn: float) -> tuple[float, float]:
    """Return cosine and sine of an angle in turns, by their series around the nearest quarter."""
    quarter = math.floor(turn * 4 + 0.5)
    angle = (turn - quarter / 4.0) * TURN
    square, c, s = angle * angle, 1.0, 1.0
    for k in range(12, 0, -2):
        c = 1 - c * square / (k * (k - 1))
        s = 1 - s * square / (k * (k + 1))
    s *= angle
    return ((c, s), (-s, c), (-c, -s), (s, -c))[quarter & 3]


def _pixels(level: Level, x: NDArray[np.int64], y: NDArray[np.int64]) -> Level:
    """Return the pixels nearest to places that may lie outside."""
    height, width = level.shape
    return level[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)]


def _rays(level: Level, point: Point) -> list[float]:
    """Return how much brightness runs along each ray, added one arm after the other."""
    step = point.scale * ARM_SCALES / ARM
    x = np.array([math.floor(point.x + i * step + 0.5) for i, _ in ARMS])
    y = np.array([math.floor(point.y + j * step + 0.5) for _, j in ARMS])
    across = _pixels(level, x + 1, y).astype(np.float32) - _pixels(level, x - 1, y)
    down = _pixels(level, x, y + 1).astype(np.float32) - _pixels(level, x, y - 1)
    length = np.sqrt(across * across + down * down) * ARM_WEIGHTS
    ray = turns_of(across, down) * np.float32(RAYS) + np.float32(0.5)
    whole = ray.astype(np.int64)
    part = ray - whole.astype(np.float32)
    rays = np.zeros(RAYS, np.float32)
    places = np.stack([(whole + RAYS - 1) % RAYS, whole % RAYS], axis=1)
    np.add.at(rays, places.reshape(-1), np.stack([length * (1 - part), length * part], axis=1).reshape(-1))
    return [float(one) for one in rays]


def _smoothed(rays: list[float]) -> list[float]:
    return [(rays[i - 1] + 2 * rays[i] + rays[(i + 1) % RAYS]) / 4 for i in range(RAYS)]


def _ray_turn(before: float, own: float, after: float, ray: int) -> float:
    """Return where the parabola through a ray and its neighbours has its top, in turns."""
    turn = (ray + 0.5 + 0.5 * (before - after) / (before - 2 * own + after)) / RAYS
    return turn + 1 if turn < 0 else turn if turn < 1 else turn - 1


def _window(level: Level, point: Point, turn: float) -> Singles:
    """Return the window, upright in its own direction, with one row and column more on each side."""
    step = point.scale * WINDOW_SCALES / SAMPLES
    cosine, sine = (side * step for side in sides_of(turn))
    at = np.arange(EDGED) - (EDGED - 1) / 2.0
    u, v = at.astype(np.float32)[None, :], at[:, None]
    x = (point.x - sine * v).astype(np.float32) + np.float32(cosine) * u
    y = (point.y + cosine * v).astype(np.float32) + np.float32(sine) * u
    left, top = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    right, down = x - left.astype(np.float32), y - top.astype(np.float32)
    a, b, c, d = (
        _pixels(level, left + i, top + j).astype(np.float32) for i, j in ((0, 0), (1, 0), (0, 1), (1, 1))
    )
    upper = a + right * (b - a)
    lower = c + right * (d - c)
    window: Singles = upper + down * (lower - upper)
    return window


def _shares() -> list[list[tuple[int, np.float32]]]:
    """Return for each sample of a row the fields it counts for, and how much."""
    shares = []
    for at in range(SAMPLES):
        first = (at + 2) // FIELDS - 1
        share = np.float32(1 - ((at + 2) % FIELDS * 2 + 1) / (2 * FIELDS))
        both = ((first, BELL_WINDOW[at] * share), (first + 1, BELL_WINDOW[at] * (np.float32(1) - share)))
        shares.append([(field, weight) for field, weight in both if 0 <= field < FIELDS])
    return shares


SHARES = _shares()


def _runs(window: Singles) -> Singles:
    """Return how much brightness runs to each side in each field, rows x columns x sides."""
    right = window[1:-1, 2:] - window[1:-1, :-2]
    down = window[2:, 1:-1] - window[:-2, 1:-1]
    wide, high = np.abs(right), np.abs(down)
    straight = np.where(wide >= high, np.where(right > 0, 0, 4), np.where(down > 0, 2, 6))
    slanted = np.where(right > 0, np.where(down > 0, 1, 7), np.where(down > 0, 3, 5))
    runs = np.zeros((SAMPLES, SAMPLES, SIDES), np.float32)
    np.put_along_axis(runs, straight[:, :, None], np.abs(wide - high)[:, :, None], axis=2)
    aslant = np.minimum(wide, high) * np.float32(1.41421356)
    np.put_along_axis(runs, slanted[:, :, None], aslant[:, :, None], axis=2)
    return _gathered(_gathered(runs.transpose(1, 0, 2)).transpose(1, 0, 2))


def _gathered(lines: Singles) -> Singles:
    """Return the four fields that sixteen lines count for, added one after the other."""
    fields = np.zeros((FIELDS, *lines.shape[1:]), np.float32)
    for at, shares in enumerate(SHARES):
        for field, weight in shares:
            fields[field] += weight * lines[at]
    return fields


def _sum(numbers: Singles) -> np.float32:
    """Return the sum: eight sums side by side, then those."""
    a, b, c, d, e, f, g, h = np.add.accumulate(numbers.reshape(-1, 8), axis=0, dtype=np.float32)[-1]
    total: np.float32 = ((a + e) + (b + f)) + ((c + g) + (d + h))
    return total


def _levelled(numbers: Singles) -> Singles | None:
    """Return every number as the root of its share, none over a fifth, and all around zero."""
    length = np.sqrt(_sum(numbers * numbers))
    if not length > 0:
        return None
    roots = np.sqrt(np.minimum(numbers / length, np.float32(0.2)))
    levelled: Singles = roots - _sum(roots) / np.float32(NUMBERS)
    return levelled


def _compared(values: Singles) -> Singles:
    """Return all sums and differences of a Hadamard matrix."""
    for _ in range(7):
        one, other = values[: NUMBERS // 2], values[NUMBERS // 2 :]
        values = np.stack([one + other, one - other], axis=1).reshape(-1)
    return values


def _drawn() -> tuple[list[int], Singles]:
    """Return another order of the numbers and other signs, drawn by a fixed rule (Fisher and Yates; the
    generator is the one of Numerical Recipes).
    """
    order, drawn, signs = list(range(NUMBERS)), 12345, []
    for i in range(NUMBERS - 1, 0, -1):
        drawn = (drawn * 1664525 + 1013904223) & 0xFFFFFFFF
        j = (drawn >> 8) % (i + 1)
        order[i], order[j] = order[j], order[i]
    for _ in range(NUMBERS):
        drawn = (drawn * 1664525 + 1013904223) & 0xFFFFFFFF
        signs.append(1 if drawn >> 31 else -1)
    return order, np.array(signs, np.float32)


ORDER, SIGNS = _drawn()


def _bits(numbers: Singles) -> bytes:
    values = np.concatenate([_compared(numbers), _compared(numbers[ORDER] * SIGNS)])
    return np.packbits(values > 0, bitorder="little").tobytes()
