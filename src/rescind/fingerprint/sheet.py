"""The tiles of a sheet: many small pictures of one size in rows and columns, as players show of a video.

A sheet is told by its lines alone: at every place where a grid of equal tiles would have a line, across the
whole sheet, there is one, or a gap without anything in it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rescind.fingerprint.panels_lines import ACTIVE, Luma, gap

MOST_ALONG = 30
"""Tiles side by side, in either direction."""

FEWEST_TILES = 6
LEAST_TILE = 24
"""Pixels a side."""

_STEP = 6
_LINE = 0.12  # how far each line must stand out
_LINES = 0.22  # and all of them on average
_SMOOTH = 0.01  # share of a row that may be lively in a gap
_SLACK = 0.03  # of a tile: how far a line may lie from its place


@dataclass(frozen=True, slots=True)
class Sheet:
    """`boxes` are left, top, right and bottom of every tile in pixels, row by row; right and bottom lie just
    outside.
    """

    columns: int
    rows: int
    boxes: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Profile:
    """Of each line between two rows, how far it stands out; of each row, whether it is smooth."""

    lines: NDArray[np.float32]
    smooth: NDArray[np.bool_]


def sheet(luma: Luma) -> Sheet | None:
    """Return the tiles of an upright picture (height x width) that is a sheet; None when it is none."""
    if min(luma.shape) < 2 * LEAST_TILE:
        return None
    rows, columns = _spans(_profile(luma)), _spans(_profile(np.ascontiguousarray(luma.T)))
    if len(rows) < 2 or len(columns) < 2 or len(rows) * len(columns) < FEWEST_TILES:
        return None
    boxes = tuple((left, top, right, bottom) for top, bottom in rows for left, right in columns)
    return Sheet(len(columns), len(rows), boxes)


def _profile(luma: Luma) -> _Profile:
    often = np.zeros(len(luma) + 1, np.float32)
    often[1:-1] = (gap(luma[1:], luma[:-1]) > _STEP).mean(1, dtype=np.float32)
    wide = np.pad(often, 3, mode="edge")
    around = np.maximum(wide[:-6], wide[6:])
    smooth = (gap(luma[:, 1:], luma[:, :-1]) > ACTIVE).mean(1, dtype=np.float32) <= _SMOOTH
    return _Profile(often - around, smooth)


def _spans(profile: _Profile) -> list[tuple[int, int]]:
    """Return where each row of tiles starts and ends, for the finest grid that has all its lines."""
    height = len(profile.smooth)
    for count in range(min(MOST_ALONG, height // LEAST_TILE), 1, -1):
        breaks = _breaks(profile, count)
        if breaks and sum(clear for _, _, clear in breaks) / len(breaks) >= _LINES:
            return _between(profile, [(start, end) for start, end, _ in breaks], height / count)
    return []


def _breaks(profile: _Profile, count: int) -> list[tuple[int, int, float]]:
    """Return every break between so many rows of tiles; none as soon as one of them is not there."""
    height, found = len(profile.smooth), []
    for place in range(1, count):
        one = _break(profile, round(height * place / count), height / count)
        if one[2] < _LINE:
            return []
        found.append(one)
    return found


def _break(profile: _Profile, place: int, tile: float) -> tuple[int, int, float]:
    """Return the end of one row of tiles and the start of the next near a place, and how clear that is."""
    slack = max(2, round(tile * _SLACK))
    first, last = max(1, place - slack), min(len(profile.smooth), place + slack)
    empty = np.flatnonzero(profile.smooth[first:last])
    if len(empty):
        start, end = first + int(empty[0]), first + int(empty[-1]) + 1
        before, after = (
            profile.smooth[max(0, start - 2 * slack) : start],
            profile.smooth[end : end + 2 * slack],
        )
        start, end = start - _run(before[::-1]), end + _run(after)
        wide = end - start > 4 * slack  # no gap but a plain part of the tiles
        return (place, place, 1.0) if wide else (start, end, 1.0)
    line = first + int(np.argmax(profile.lines[first : last + 1]))
    return line, line, float(profile.lines[line])


def _run(smooth: NDArray[np.bool_]) -> int:
    """Return how many at the front are smooth."""
    return len(smooth) if smooth.all() else int(np.argmin(smooth))


def _between(profile: _Profile, breaks: list[tuple[int, int]], tile: float) -> list[tuple[int, int]]:
    """Return the spans between the breaks; a smooth margin no wider than a gap may be is cut off both ends."""
    height, slack = len(profile.smooth), max(2, round(tile * _SLACK))
    rough = np.flatnonzero(~profile.smooth)
    first = int(rough[0]) if len(rough) and rough[0] <= slack else 0
    last = int(rough[-1]) + 1 if len(rough) and rough[-1] >= height - 1 - slack else height
    starts, ends = (first, *(end for _, end in breaks)), (*(start for start, _ in breaks), last)
    return list(zip(starts, ends, strict=True))
