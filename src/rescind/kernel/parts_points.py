"""Points where brightness stands out from its surroundings, at the scale at which it does so most: what
parts_points.c does, number for number.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rescind.kernel.parts_blur import FIRST_SCALE, STEPS, Octave

LOW, FIRST_LOW = 30, 24
EDGE = 10
TRIES = 5
CELLS = 4
MOST_POINTS = 16_384

Between = NDArray[np.int16]
Three = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """`x`, `y` and `scale` are in the pixels of its octave; `level` is the one it is seen best in."""

    octave: int
    level: int
    x: float
    y: float
    scale: float
    worth: float


@dataclass(frozen=True, slots=True)
class _Slopes:
    """First and second differences around a value, in x, y and scale."""

    value: float
    x: float
    y: float
    s: float
    xx: float
    yy: float
    ss: float
    xy: float
    xs: float
    ys: float


def chosen(octaves: Sequence[Octave], most: int) -> list[Point]:
    """Return at most so many points, spread over the picture, the best of every field first."""
    points: list[Point] = []
    for number, octave in enumerate(octaves):
        for point in _points(octave.between, number):
            if len(points) < MOST_POINTS:
                points.append(point)
    points.sort(key=lambda point: -point.worth)
    height, width = octaves[0].levels[0].shape if octaves else (1, 1)
    return _spread(points, width, height, most)


def _points(between: Between, octave: int) -> Iterator[Point]:
    for step, y, x in np.argwhere(_peaks(between)).tolist():
        point = _refined(between, octave, step + 1, x + 1, y + 1)
        if point:
            yield point


def _peaks(between: Between) -> NDArray[np.bool_]:
    """Whether each inner value lies beyond all 26 neighbours on its side of zero."""
    scales, height, width = between.shape
    middle = between[1:-1, 1:-1, 1:-1]
    high, deep = middle >= FIRST_LOW, middle <= -FIRST_LOW
    for s in range(3):
        for y in range(3):
            for x in range(3):
                near = between[s : s + scales - 2, y : y + height - 2, x : x + width - 2]
                if (s, y, x) != (1, 1, 1):
                    high &= middle > near
                    deep &= middle < near
    return high | deep


def _slopes(between: Between, step: int, y: int, x: int) -> _Slopes:
    near = between[step - 1 : step + 2, y - 1 : y + 2, x - 1 : x + 2].tolist()
    a, b, c = near
    return _Slopes(
        value=b[1][1],
        x=(b[1][2] - b[1][0]) / 2.0,
        y=(b[2][1] - b[0][1]) / 2.0,
        s=(c[1][1] - a[1][1]) / 2.0,
        xx=b[1][2] + b[1][0] - 2.0 * b[1][1],
        yy=b[2][1] + b[0][1] - 2.0 * b[1][1],
        ss=c[1][1] + a[1][1] - 2.0 * b[1][1],
        xy=(b[2][2] - b[2][0] - b[0][2] + b[0][0]) / 4.0,
        xs=(c[1][2] - c[1][0] - a[1][2] + a[1][0]) / 4.0,
        ys=(c[2][1] - c[0][1] - a[2][1] + a[0][1]) / 4.0,
    )


def _top(d: _Slopes) -> Three | None:
    """Return where the parabola through the values has its top, relative to the middle one."""
    a, b, c = d.yy * d.ss - d.ys * d.ys, d.xy * d.ss - d.ys * d.xs, d.xy * d.ys - d.yy * d.xs
    det = d.xx * a - d.xy * b + d.xs * c
    if abs(det) < 1e-6:
        return None
    return (
        -(a * d.x - b * d.y + c * d.s) / det,
        -(-b * d.x + (d.xx * d.ss - d.xs * d.xs) * d.y - (d.xx * d.ys - d.xy * d.xs) * d.s) / det,
        -(c * d.x - (d.xx * d.ys - d.xs * d.xy) * d.y + (d.xx * d.yy - d.xy * d.xy) * d.s) / det,
    )


def _on_an_edge(d: _Slopes) -> bool:
    both, det = d.xx + d.yy, d.xx * d.yy - d.xy * d.xy
    return det <= 0 or both * both * EDGE >= (EDGE + 1) * (EDGE + 1) * det


def power_of_two(x: float) -> float:
    """Return 2 to the power of x by the series, so that it is the same on every machine."""
    whole = math.floor(x)
    rest, total = (x - whole) * 0.6931471805599453, 1.0
    for k in range(12, 0, -1):
        total = 1 + total * rest / k
    return math.ldexp(total, whole)


def _settled(d: _Slopes, off: Three, octave: int, step: int, x: int, y: int) -> Point | None:
    value = abs(d.value + 0.5 * (d.x * off[0] + d.y * off[1] + d.s * off[2]))
    if value < LOW or _on_an_edge(d):
        return None
    best = step + off[2]
    scale = FIRST_SCALE * power_of_two(best / STEPS)
    worth = value * math.sqrt(math.ldexp(scale, octave))
    return Point(octave, max(0, math.floor(best + 0.5)), x + off[0], y + off[1], scale, worth)


def _step_of(off: float) -> int:
    return (off > 0.6) - (off < -0.6)


def _refined(between: Between, octave: int, step: int, x: int, y: int) -> Point | None:
    """Move to where the top lies, a pixel or a level at a time, until it is less than 0.6 away."""
    _, height, width = between.shape
    for _ in range(TRIES):
        d = _slopes(between, step, y, x)
        off = _top(d)
        if off is None or max(map(abs, off)) > 3:
            return None
        if not any(map(_step_of, off)):
            return _settled(d, off, octave, step, x, y)
        x, y, step = x + _step_of(off[0]), y + _step_of(off[1]), step + _step_of(off[2])
        if not (1 <= step <= STEPS and 1 <= x < width - 1 and 1 <= y < height - 1):
            return None
    return None


def _field(at: float, octave: int, side: int) -> int:
    return min(max(int(math.ldexp(at, octave) * CELLS / side), 0), CELLS - 1)


def _spread(points: list[Point], width: int, height: int, most: int) -> list[Point]:
    """Take the best point of every field, then the next best of every field, and so on."""
    waiting: dict[tuple[int, int], list[int]] = {}
    for number, point in enumerate(points):
        place = _field(point.y, point.octave, height), _field(point.x, point.octave, width)
        waiting.setdefault(place, []).append(number)
    rounds = [(turn, number) for queue in waiting.values() for turn, number in enumerate(queue)]
    return [points[number] for _, number in sorted(rounds)[:most]]
