"""A picture brought to one size and at growing blur, with NumPy: what parts_blur.c does, value for value.

Every picture is looked at with about the same number of pixels. An octave halves it; its six levels grow in
blur by a third of an octave each. Brightness is counted in 128ths, in whole numbers of 16 bits, so that no
machine rounds otherwise.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

AREA = 196_608
SHORTEST = 32
SMALLEST_OCTAVE = 12
STEPS = 3
LEVELS = STEPS + 3
OCTAVES = 8
FIRST_SCALE = 1.6
AS_IT_COMES = 0.5  # pixels: how blurred a picture is taken to be

Level = NDArray[np.uint16]
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Octave:
    """One size of the picture at its six levels, each height x width."""

    levels: tuple[Level, ...]

    @property
    def between(self) -> NDArray[np.int16]:
        """What each level has more than the one before, five x height x width."""
        signed = [level.astype(np.int16) for level in self.levels]
        return np.stack([more - less for less, more in pairwise(signed)])


def octaves(luma: NDArray[np.uint8]) -> tuple[Octave, ...]:
    """Return the octaves of a picture (height x width), the largest first; none when a side would be too short."""
    size = _size(*luma.shape)
    if size is None:
        return ()
    first = _blurred(_shrunk(luma, *size), BELLS[0])
    made: list[Octave] = []
    while len(made) < OCTAVES and min(first.shape) >= SMALLEST_OCTAVE:
        levels = [first]
        for bell in BELLS[1:]:
            levels.append(_blurred(levels[-1], bell))
        made.append(Octave(tuple(levels)))
        first = levels[STEPS][::2, ::2]
    return tuple(made)


def _size(height: int, width: int) -> tuple[int, int] | None:
    scale = min(2.0, math.sqrt(AREA / (width * height)))
    wide, high = width * scale + 0.5, height * scale + 0.5
    return None if min(wide, high) < SHORTEST else (int(high), int(wide))


def _bell(width: float) -> tuple[int, ...]:
    """Return half a bell curve in 65536ths, the middle first."""
    half = [math.exp(-k * k / (2 * width * width)) for k in range(math.ceil(3 * width) + 1)]
    total = half[0] + 2 * sum(half[1:])
    sides = [math.floor(value / total * 65536 + 0.5) for value in half[1:]]
    return (65536 - 2 * sum(sides), *sides)


def _bells() -> tuple[tuple[int, ...], ...]:
    """Return what blurs a picture as it comes to the first level, and each level to the next."""
    scales = [FIRST_SCALE * 2 ** (level / STEPS) for level in range(LEVELS)]
    from_to = [(AS_IT_COMES, FIRST_SCALE), *pairwise(scales)]
    return tuple(_bell(math.sqrt(more * more - less * less)) for less, more in from_to)


BELLS = _bells()


def _shrunk(luma: NDArray[np.uint8], height: int, width: int) -> Level:
    """Return the picture at another size, each pixel the mean under a triangle as wide as a step."""
    down = _weighed(luma.astype(np.float32), height)
    across = _weighed(np.ascontiguousarray(down.T), width).T
    return (across * np.float32(128) + np.float32(0.5)).astype(np.uint16)


def _weighed(lines: Singles, wanted: int) -> Singles:
    """Return so many weighed sums of neighbouring lines, added one after the other."""
    first, weights = _plan(len(lines), wanted)
    sums = np.zeros((wanted, lines.shape[1]), np.float32)
    for k in range(weights.shape[1]):
        sums += weights[:, k : k + 1] * lines[np.minimum(first + k, len(lines) - 1)]
    return sums


def _plan(length: int, wanted: int) -> tuple[NDArray[np.intp], Singles]:
    step = length / wanted
    reach = max(step, 1.0)
    first, weights = np.zeros(wanted, np.intp), np.zeros((wanted, math.ceil(2 * reach) + 1), np.float32)
    for at in range(wanted):
        middle = (at + 0.5) * step - 0.5
        lowest = max(0, math.floor(middle - reach) + 1)
        highest = min(length - 1, math.ceil(middle + reach) - 1)
        shares = [1 - abs(k - middle) / reach for k in range(lowest, highest + 1)]
        total = 0.0
        for share in shares:
            total += share
        first[at] = lowest
        weights[at, : len(shares)] = [share / total for share in shares]
    return first, weights


def _blurred(level: Level, bell: tuple[int, ...]) -> Level:
    return _blurred_down(_blurred_down(level, bell).T, bell).T


def _blurred_down(level: Level, bell: tuple[int, ...]) -> Level:
    """Return the weighed mean down the columns; each product keeps its upper 16 bits."""
    reach, height = len(bell) - 1, len(level)
    padded = np.pad(level, ((reach, reach), (0, 0)), mode="edge").astype(np.uint32)
    total = padded[reach : reach + height] * bell[0] >> 16
    for k in range(1, reach + 1):
        pair = padded[reach - k : reach - k + height] + padded[reach + k : reach + k + height]
        total += pair * bell[k] >> 16
    return total.astype(np.uint16)
