"""Which rectangles between lines are likely to be pictures of their own.

Every pair of row-lines with every pair of column-lines is a rectangle. Its four sides speak for it, each by
the steps along it and by how much more goes on inside than outside; the edge of the whole picture says little
either way. Lines that cross it, and empty rows or columns in it, speak for several things in one. The weights
were found by trying them on drawn screens.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rescind.fingerprint.panels_lines import Along, Marks, Numbers, Places

LEAST_AREA = 0.08
"""Share of the picture's area under which a rectangle is not looked at."""

LEAST_SIDE = 64
"""Pixels of the whole picture that a side must have."""

_GROUND = 0.5  # what a smooth outside counts against a step
_AT_EDGE = 0.4  # what the edge of the whole picture counts as a side
_SHARPER = 1.6  # roots and powers are taken in double precision: libraries round the single ones differently
_WEAKEST = 0.8
_CROSSED = 0.45
_EMPTY = 0.45
_LIVELY = 0.22
_OVERLAP = 0.17
_SAME = 3  # lines
_SCREEN = 0.1
_LOOKED_AT = 160


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
    """The rectangles of a picture whose sides speak for them best, with their scores."""

    def __init__(self, down: Way, across: Way) -> None:
        supported, own = _supported(down, across)
        best = _largest(supported.ravel(), _LOOKED_AT)
        row, column = np.divmod(best, supported.shape[1])
        rows, columns = _some(down, row), _some(across, column)
        self._boxes = np.stack((columns.start, rows.start, columns.end, rows.end))
        self._area = (rows.length * columns.length).astype(np.float32)
        self._empty, single = _single(rows, columns, own[row, column])
        self._score = supported[row, column] * single

    def best(self) -> Rectangle | None:
        """Return the likeliest rectangle left; None when there is none."""
        if not len(self._score):
            return None
        place = int(np.argmax(self._score))
        left, top, right, bottom = (int(side) for side in self._boxes[:, place])
        score = float(self._score[place])
        return Rectangle(left, top, right, bottom, score) if score > 0 else None

    def is_screen(self, rectangle: Rectangle) -> bool:
        """Whether a tenth of its rows and columns are empty, as on a page of text, and seldom in a picture."""
        empty = self._empty[self._apart(rectangle) == 0]
        return bool(len(empty) and empty.max() > _SCREEN)

    def leave_out(self, taken: Rectangle) -> None:
        """From now on make rectangles less likely the more they overlap, and what is the same impossible."""
        left, top, right, bottom = self._boxes
        wide = np.maximum(np.minimum(right, taken.right) - np.maximum(left, taken.left), 0)
        tall = np.maximum(np.minimum(bottom, taken.bottom) - np.maximum(top, taken.top), 0)
        both = (wide * tall).astype(np.float32)
        area = np.float32((taken.right - taken.left) * (taken.bottom - taken.top))
        self._score *= 1 - np.float32(_OVERLAP) * both / (self._area + area - both)
        self._score[self._apart(taken) <= _SAME] = 0

    def _apart(self, other: Rectangle) -> Places:
        """Return how far the worst side of each rectangle lies from that of the other."""
        sides = np.array((other.left, other.top, other.right, other.bottom), np.int64)
        apart: Places = np.abs(self._boxes - sides[:, None]).max(0)
        return apart


def _largest(scores: Numbers, most: int) -> Places:
    """Return where the largest lie, the largest first and equal ones in their order."""
    if len(scores) > most:
        least = np.partition(scores, len(scores) - most)[len(scores) - most]
        places = np.flatnonzero(scores >= least)
    else:
        places = np.arange(len(scores))
    return places[np.argsort(-scores[places], kind="stable")[:most]]


def _some(pairs: Way, chosen: Places) -> Way:
    return Way(pairs.lines, pairs.first[chosen], pairs.last[chosen], pairs.along, pairs.marks)


def _supported(down: Way, across: Way) -> tuple[Numbers, Numbers]:
    """Return for each rectangle (pairs of row-lines x pairs of column-lines) how well its sides speak for it,
    and how well those do on average that do not lie at the edge of the picture.
    """
    top, bottom = _sides(down, across)
    left, right = (side.T for side in _sides(across, down))
    area = (down.length[:, None] * across.length[None]).astype(np.float32)
    share = area / np.float32(down.lines[-1] * across.lines[-1])
    total = top + bottom + left + right
    weakest = np.minimum(np.minimum(top, bottom), np.minimum(left, right))
    at_edge = _at_edge(down)[:, None] + _at_edge(across)[None]
    supported = (total / 4 + np.float32(_WEAKEST) * weakest) * np.cbrt(share, dtype=np.float64).astype(
        np.float32
    )
    supported[(share < LEAST_AREA) | (weakest <= 0) | (at_edge == 4)] = 0
    own = (total - np.float32(_AT_EDGE) * at_edge) / np.maximum(4 - at_edge, 1)
    return supported.astype(np.float32), own.astype(np.float32)


def _at_edge(pairs: Way) -> Places:
    """Return how many lines of each pair lie at the edge of the picture."""
    ends: Places = (pairs.first == 0).astype(np.int64) + (pairs.last == len(pairs.lines) - 1)
    return ends


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
    share = np.minimum(raw / np.float32(0.9 + 0.6 * _GROUND), 1)
    return np.power(share, _SHARPER, dtype=np.float64).astype(np.float32)


def _single(rows: Way, columns: Way, own: Numbers) -> tuple[Numbers, Numbers]:
    """Return the share of each rectangle's rows and columns that are empty, and how likely it is one thing
    and not several, or none: 0 to 1.
    """
    bare, active = _bare(rows, columns)
    naked, _ = _bare(columns, rows)
    empty = bare / rows.length + naked / columns.length
    crossed = np.maximum(_crossed(rows, columns), _crossed(columns, rows)) / np.maximum(own, 0.05)
    one = 1 - np.float32(_CROSSED) * np.clip((crossed - 0.3) / 0.7, 0, 1)
    one *= 1 - np.float32(_EMPTY) * np.minimum(empty, 1)
    one *= np.where(bare + naked > 0, 0.9, 1) * (1 - 0.05 * np.minimum(bare + naked, 3))
    one *= np.sqrt(np.minimum(active / np.float32(_LIVELY), 1))
    return empty.astype(np.float32), one.astype(np.float32)


def _bare(rows: Way, columns: Way) -> tuple[Numbers, Numbers]:
    """Return how many rows of each rectangle are smooth from side to side, its outermost two left out, and
    the share of its pixels that are not smooth.
    """
    between = np.add.reduceat(rows.marks.seen.view(np.uint8), columns.lines[:-1], 0, dtype=np.int32)
    sums = np.zeros((len(columns.lines), between.shape[1]), np.int32)
    np.cumsum(between, 0, out=sums[1:])
    active = sums[columns.last] - sums[columns.first]
    at = np.arange(active.shape[1])
    inside = (at >= rows.start[:, None]) & (at < rows.end[:, None])
    inner = (at >= rows.start[:, None] + 2) & (at < rows.end[:, None] - 2)
    bare = (inner & (active <= np.maximum(1, columns.length // 50)[:, None])).sum(1)
    share = (active * inside).sum(1) / (rows.length * columns.length)
    return bare.astype(np.float32), share.astype(np.float32)


def _crossed(rows: Way, columns: Way) -> Numbers:
    """Return how clear the clearest row-line in each rectangle is that goes from side to side, in each of
    four quarters.
    """
    clear = np.ones((len(rows.lines), len(columns.first)), np.float32)
    cuts = [columns.start + columns.length * quarter // 4 for quarter in range(5)]
    for start, end in pairwise(cuts):
        np.minimum(clear, _clear(rows.along, start, end), out=clear)
    place = np.arange(len(rows.lines))[:, None]
    crossed: Numbers = np.where((place > rows.first) & (place < rows.last), clear, 0).max(0)
    return crossed


def _clear(counted: Along, start: Places, end: Places) -> Numbers:
    """Return how clear each line is from start to end: lines x rectangles."""
    long = (end - start).astype(np.float32)
    here, earlier, later, before, after = (
        (sums[:, end] - sums[:, start]) / long
        for sums in (counted.here, counted.earlier, counted.later, counted.before, counted.after)
    )
    clear: Numbers = np.maximum(here - np.minimum(earlier, later), np.float32(0.6) * np.abs(after - before))
    return clear
