"""Straight lines across a picture that may be the edges of another picture shown in it.

A line lies between two rows, or at either end. A row-line that is an edge has, along it, more steps of
brightness than the rows before and after, or rows that are smooth on one side and not on the other. Columns
are the rows of the transposed picture.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Luma = NDArray[np.uint8]
Numbers = NDArray[np.float32]
Places = NDArray[np.int64]

STEP = 8
"""Brightness by which two rows must differ at a pixel to make a step there."""

ACTIVE = 2
"""Brightness by which neighbours must differ to be more than smooth; JPEG leaves flat ground below."""

STRIPS = 12
"""A line may cross only a part of the picture, so it is looked for in strips."""

ROUGH = 0.03
"""Share of a row's pixels that are not smooth, above which the row is not."""

MOST_LINES = 20
_LEAST = 0.12
_DUE = 0.25
_APART = 2
_REACH = 5  # rows on each side that a line is compared with


@dataclass(frozen=True, slots=True)
class Marks:
    """Of a picture (height x width): `steps` (strips x height + 1) and `active` (strips x height), the share
    of each strip's pixels that step across a line or are not smooth in a row; `seen` (width x height) says
    which pixels are not smooth.
    """

    steps: Numbers
    active: Numbers
    seen: NDArray[np.bool_]


def gap(first: Luma, second: Luma) -> Luma:
    """Return how far apart the two are, pixel by pixel."""
    return np.maximum(first, second) - np.minimum(first, second)


def marks_of(turned: Luma) -> Marks:
    """Return the marks of a picture given transposed (width x height), so that its rows are summed fast."""
    width, height = turned.shape
    across = gap(turned[:, 1:], turned[:, :-1])
    step = np.zeros((width, height + 1), np.bool_)
    step[:, 1:height] = across > STEP
    seen = np.zeros((width, height), np.bool_)
    seen[:, 1:] = across > ACTIVE
    seen[1:] |= gap(turned[1:], turned[:-1]) > ACTIVE
    return Marks(_by_strip(step), _by_strip(seen), seen)


def _by_strip(marked: NDArray[np.bool_]) -> Numbers:
    """Return the share of marked pixels in each strip of the first axis."""
    strips = min(STRIPS, len(marked))
    size = len(marked) // strips
    inside = marked[: strips * size].view(np.uint8).reshape(strips, size, -1)
    sums: Numbers = inside.sum(1, dtype=np.uint16).astype(np.float32) / np.float32(size)
    return sums


def smooth_ends(marks: Marks) -> tuple[int, int] | None:
    """Return the first row that is not smooth and the one after the last such; None when all are smooth."""
    rough = np.flatnonzero(marks.active.mean(0) > ROUGH)
    return (int(rough[0]), int(rough[-1]) + 1) if len(rough) else None


def lines_of(marks: Marks, certain: tuple[int, ...]) -> Places:
    """Return the likeliest lines, ascending: both ends, the certain ones, and at most `MOST_LINES` more."""
    height = marks.active.shape[1]
    likely = _likely(marks)
    likely[:_REACH] = likely[-_REACH:] = 0
    taken = [0, height, *certain]
    for line in certain:
        likely[max(0, line - _APART) : line + _APART + 1] = 0
    for _ in range(MOST_LINES):
        line = int(np.argmax(likely))
        if likely[line] <= _LEAST:
            break
        taken.append(line)
        likely[max(0, line - _APART) : line + _APART + 1] = 0
    return np.array(sorted(set(taken)), np.int64)


def _likely(marks: Marks) -> Numbers:
    """Return for each line how much of it stands out, as the sum over the best run of strips."""
    steps, active = _more_steps(marks.steps), _other_ground(marks.active)
    evidence = np.maximum(steps, 0.8 * active) + 0.2 * np.minimum(steps, active) - _DUE
    run = best = np.zeros(evidence.shape[1], np.float32)
    for strip in evidence:
        run = np.maximum(run + strip, 0)
        best = np.maximum(best, run)
    return best


def _more_steps(steps: Numbers) -> Numbers:
    """Return the steps of each line beyond those of the quieter of the lines before and after."""
    count = steps.shape[1]
    wide = np.pad(steps, ((0, 0), (4, 4)))
    before = wide[:, 1 : count + 1] + wide[:, 2 : count + 2]
    after = wide[:, 6 : count + 6] + wide[:, 7 : count + 7]
    more: Numbers = steps - np.float32(0.5) * np.minimum(before, after)
    return more


def _other_ground(active: Numbers) -> Numbers:
    """Return for each line how much more goes on in the five rows on one side than on the other."""
    rows = active.shape[1]
    sums = np.zeros((len(active), rows + 1), np.float32)
    np.cumsum(active, 1, out=sums[:, 1:])
    at = np.arange(rows + 1)
    before, after = np.maximum(at - 5, 0), np.minimum(at + 5, rows)
    other: Numbers = np.abs(sums[:, after] - 2 * sums[:, at] + sums[:, before]) / np.float32(5)
    return other


@dataclass(frozen=True, slots=True)
class Along:
    """Along each line, counted from its start: pixels with a step here, four rows before and four after, and
    pixels that are not smooth just before and just after (each lines x width + 1).
    """

    here: Numbers
    earlier: Numbers
    later: Numbers
    before: Numbers
    after: Numbers


def along(luma: Luma, seen: NDArray[np.bool_], lines: Places) -> Along:
    """Return the counts along the lines of a picture (height x width); `seen` is transposed, as in Marks."""
    height = len(luma)
    step = np.zeros((height + 1, luma.shape[1]), np.bool_)
    step[1:height] = gap(luma[1:], luma[:-1]) > STEP
    lively = seen.T

    def near(offset: int) -> NDArray[np.bool_]:
        place = lines + offset
        at = (np.clip(place + move, 0, height) for move in (-1, 0, 1))
        return _any([step[row] for row in at])

    def any_of(offsets: tuple[int, ...]) -> NDArray[np.bool_]:
        return _any([lively[np.clip(lines + move, 0, height - 1)] for move in offsets])

    earlier, later = near(-4), near(4)
    before, after = any_of((-2, -3, -4)), any_of((1, 2, 3))
    first, last = lines < _REACH, lines > height - _REACH
    earlier[first], later[last] = later[first], earlier[last]
    before[first], after[last] = False, False
    return Along(*(_counted(marked) for marked in (near(0), earlier, later, before, after)))


def _any(marked: list[NDArray[np.bool_]]) -> NDArray[np.bool_]:
    either: NDArray[np.bool_] = np.logical_or.reduce(marked)
    return either


def _counted(marked: NDArray[np.bool_]) -> Numbers:
    """Return how many are marked before each place, along the second axis."""
    sums = np.zeros((len(marked), marked.shape[1] + 1), np.float32)
    np.cumsum(marked, 1, out=sums[:, 1:])
    return sums
