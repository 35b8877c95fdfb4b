"""Which rectangles between lines are likely to be pictures of their own.

Every pair of row-lines with every pair of column-lines is a rectangle. Its four sides speak for it, each by
the steps along it and by how much more goes on inside than outside; the edge of the whole picture says little
either way. Lines that cross it, and empty rows or columns in it, speak for several things in one. The weights
were found by trying them on drawn screens.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rescind.fingerprint.panels_lines import Along, Marks, Numbers, Places

LEAST_AREA = 0.08
"""Share of the picture's area under which a rectangle is not looked at."""

LEAST_SIDE = 64
"""Pixels of the whole picture that a side must have."""

_GROUND = 0.5  # what a smooth outside counts against a step
_AT_EDGE = 0.4  # what the edge of the whole picture counts as a side
_SHARPER = 1.6
_WEAKEST = 0.8
_CROSSED = 0.45
_EMPTY = 0.45
_LIVELY = 0.22
_OVERLAP = 0.17
_SAME = 3  # lines
_SCREEN = 0.1


@dataclass(frozen=True, slots=True)
class Way:
    """One direction: the lines, the pairs of them that are far enough apart, and what was counted along."""

    lines: Places
    first: Places
    last: Places
    along: Along
    marks: Marks

    @property
    def start(self) -> Places:
        """Where each pair starts."""
        return self.lines[self.first]

    @property
    def end(self) -> Places:
        """Where each pair ends."""
        return self.lines[self.last]

    @property
    def length(self) -> Places:
        """How far the lines of each pair are apart."""
        return self.end - self.start


def way(lines: Places, counted: Along, marks: Marks, shortest: int) -> Way:
    """Return the direction with all pairs of its lines at least so far apart."""
    first, last = np.triu_indices(len(lines), 1)
    apart = lines[last] - lines[first] >= shortest
    return Way(lines, first[apart], last[apart], counted, marks)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Left, top, right and bottom in pixels of the picture looked at, and how likely it is."""

    left: int
    top: int
    right: int
    bottom: int
    score: float


class Choice:
    """All rectangles of a picture (pairs of row-lines x pairs of column-lines) with their scores."""

    def __init__(self, down: Way, across: Way) -> None:
        self._down, self._across = down, across
        self._area = (down.length[:, None] * across.length[None]).astype(np.float32)
        self._whole = float(down.lines[-1] * across.lines[-1])
        self._empty, single = _single(down, across)
        self._score = self._supported() * single

    def _supported(self) -> Numbers:
        down, across = self._down, self._across
        top, bottom = _sides(down, across)
        left, right = (side.T for side in _sides(across, down))
        sides = np.stack((top, bottom, left, right))
        share = self._area / np.float32(self._whole)
        mean, weakest = sides.mean(0, dtype=np.float32), sides.min(0)
        score: Numbers = np.multiply(mean + np.float32(_WEAKEST) * weakest, np.cbrt(share), dtype=np.float32)
        score[(share < LEAST_AREA) | (weakest <= 0)] = 0
        ends = (down.length == down.lines[-1])[:, None] & (across.length == across.lines[-1])[None]
        score[ends] = 0
        return score

    def best(self) -> Rectangle | None:
        """Return the likeliest rectangle left; None when there is none."""
        row, column = divmod(int(np.argmax(self._score)), self._score.shape[1])
        score = float(self._score[row, column])
        down, across = self._down, self._across
        return Rectangle(
            int(across.start[column]), int(down.start[row]), int(across.end[column]), int(down.end[row]), score
        ) if score > 0 else None  # fmt: skip

    def is_screen(self, rectangle: Rectangle) -> bool:
        """Whether a tenth of its rows and columns are empty, as on a page of text, and seldom in a picture."""
        down, across = self._down, self._across
        row = _same(down, rectangle.top, rectangle.bottom, 0)
        column = _same(across, rectangle.left, rectangle.right, 0)
        empty = self._empty[np.ix_(row, column)]
        return bool(empty.size and empty.max() > _SCREEN)

    def leave_out(self, taken: Rectangle) -> None:
        """From now on make rectangles less likely the more they overlap, and what is the same impossible."""
        down, across = self._down, self._across
        tall = np.minimum(down.end, taken.bottom) - np.maximum(down.start, taken.top)
        wide = np.minimum(across.end, taken.right) - np.maximum(across.start, taken.left)
        both = (np.maximum(tall, 0)[:, None] * np.maximum(wide, 0)[None]).astype(np.float32)
        area = (taken.right - taken.left) * (taken.bottom - taken.top)
        self._score *= 1 - np.float32(_OVERLAP) * both / (self._area + np.float32(area) - both)
        row = _same(down, taken.top, taken.bottom, _SAME)
        self._score[np.ix_(row, _same(across, taken.left, taken.right, _SAME))] = 0


def _same(pairs: Way, start: int, end: int, apart: int) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = (np.abs(pairs.start - start) <= apart) & (np.abs(pairs.end - end) <= apart)
    return near


def _between(sums: Numbers, pairs: Way) -> Numbers:
    """Return the share of pixels counted between the lines of each pair (lines x pairs)."""
    share = (sums[:, pairs.end] - sums[:, pairs.start]) / pairs.length
    return share.astype(np.float32)


def _sides(pairs: Way, along: Way) -> tuple[Numbers, Numbers]:
    """Return how well the first and the last line of each pair speak for a side as long as each pair `along`."""
    counted = pairs.along
    here, earlier, later = (_between(sums, along) for sums in (counted.here, counted.earlier, counted.later))
    steps = here - np.minimum(earlier, later)
    more = _between(counted.after, along) - _between(counted.before, along)
    first = _speaks(steps, more)
    last = _speaks(steps, -more)
    first[0] = last[-1] = _AT_EDGE
    return first[pairs.first], last[pairs.last]


def _speaks(steps: Numbers, more: Numbers) -> Numbers:
    raw = steps + np.float32(_GROUND) * np.maximum(more, 0)
    raw[raw <= 0.1] = 0
    spoken: Numbers = np.minimum(raw / np.float32(0.9 + 0.6 * _GROUND), 1) ** np.float32(_SHARPER)
    return spoken


def _single(down: Way, across: Way) -> tuple[Numbers, Numbers]:
    """Return the share of each rectangle's rows and columns that are empty, and how likely it is one thing
    and not several, or none: 0 to 1.
    """
    rows, active = _empty(down, across)
    columns, _ = _empty(across, down)
    empty = rows / down.length[:, None] + columns.T / across.length[None]
    gaps = rows + columns.T
    crossed = np.maximum(_crossed(down, across), _crossed(across, down).T)
    one = (1 - np.float32(_CROSSED) * np.clip((crossed - 0.25) / 0.6, 0, 1)) * (
        1 - np.float32(_EMPTY) * np.minimum(empty, 1)
    )
    one *= (1 - np.float32(0.05) * np.minimum(gaps, 3)) * np.where(gaps > 0, np.float32(0.9), np.float32(1))
    single = one * np.sqrt(np.minimum(active / np.float32(_LIVELY), 1))
    return empty.astype(np.float32), single.astype(np.float32)


def _empty(pairs: Way, along: Way) -> tuple[Numbers, Numbers]:
    """Return how many rows inside are smooth from side to side, and the share of pixels that are not."""
    between = np.add.reduceat(pairs.marks.seen.view(np.uint8), along.lines[:-1], 0, dtype=np.int32)
    sums = np.zeros((len(along.lines), between.shape[1]), np.int32)
    np.cumsum(between, 0, out=sums[1:])
    active = sums[along.last] - sums[along.first]
    smooth = active <= np.maximum(1, along.length // 50)[:, None]
    empty, lively = _totals(smooth), _totals(active)
    inner, outer = np.minimum(pairs.start + 2, pairs.end), np.maximum(pairs.end - 2, pairs.start)
    rows = np.maximum(empty[:, outer] - empty[:, inner], 0).T
    share = (lively[:, pairs.end] - lively[:, pairs.start]).T / (pairs.length[:, None] * along.length[None])
    return rows.astype(np.float32), share.astype(np.float32)


def _totals(counts: NDArray[np.bool_] | NDArray[np.int32]) -> NDArray[np.int32]:
    sums = np.zeros((len(counts), counts.shape[1] + 1), np.int32)
    np.cumsum(counts, 1, out=sums[:, 1:])
    return sums


def _crossed(pairs: Way, along: Way) -> Numbers:
    """Return how clear the clearest line inside is that goes from side to side, in each of four quarters."""
    clear = np.ones((len(pairs.lines), len(along.first)), np.float32)
    cuts = [along.start + along.length * quarter // 4 for quarter in range(5)]
    for start, end in pairwise(cuts):
        np.minimum(clear, _clear(pairs.along, start, end), out=clear)
    crossed = np.zeros((len(pairs.first), len(along.first)), np.float32)
    for place, (first, last) in enumerate(zip(pairs.first, pairs.last, strict=True)):
        if last > first + 1:
            np.max(clear[first + 1 : last], 0, out=crossed[place])
    return crossed


def _clear(counted: Along, start: Places, end: Places) -> Numbers:
    long = (end - start).astype(np.float32)
    here, earlier, later, before, after = (
        (sums[:, end] - sums[:, start]) / long
        for sums in (counted.here, counted.earlier, counted.later, counted.before, counted.after)
    )
    clear: Numbers = np.maximum(here - np.minimum(earlier, later), np.float32(0.6) * np.abs(after - before))
    return clear
