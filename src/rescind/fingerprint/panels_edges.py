"""Where exactly an edge lies: a rectangle found in a reduced picture is set on the strongest lines near it.

Of several such lines the innermost is taken, so that thin frames and the margins of windows stay outside.
"""

import numpy as np
from numpy.typing import NDArray

from rescind.fingerprint.panels_lines import ACTIVE, ROUGH, Luma, gap

_INWARD = 14
"""Pixels that are looked at from the edge inward: frames and margins this thin are left out."""

_STEP = 6
_MOST = 40  # a step of more than this says no more
_STRONG = 0.75  # of the strongest line near
_CLEAR = 0.6  # what a line further inward must have at least
_LEAST = 0.15
_STRAIGHT = 0.3  # share of a margin's end that steps
_HAIR = 3  # pixels of margin that may go whatever follows


def exact(luma: Luma, near: tuple[int, int, int, int], reach: int) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a rectangle that lies within `reach` pixels of the one given.

    Sides at the edge of the picture stay there.
    """
    left, top, right, bottom = near
    turned = luma.T
    upper = _set(luma, top, (left, right), inward=1, reach=reach)
    lower = _set(luma, bottom, (left, right), inward=-1, reach=reach)
    first = _set(turned, left, (top, bottom), inward=1, reach=reach)
    last = _set(turned, right, (top, bottom), inward=-1, reach=reach)
    return first, upper, last, lower


def _set(luma: Luma, line: int, span: tuple[int, int], *, inward: int, reach: int) -> int:
    """Return the innermost strong line near the one given, or that itself, and past a smooth margin."""
    if 0 < line < len(luma):
        line = _strongest(luma, line, span, inward, reach)
    inside = luma[line : line + _INWARD] if inward > 0 else luma[max(0, line - _INWARD) : line][::-1]
    return line + inward * _margin(inside[:, span[0] : span[1]])


def _strongest(luma: Luma, line: int, span: tuple[int, int], inward: int, reach: int) -> int:
    back, forth = (reach, _INWARD) if inward > 0 else (_INWARD, reach)
    start, end = max(1, line - back), min(len(luma), line + forth + 1)
    strength = _strength(luma[start - 1 : end, span[0] : span[1]])
    strongest = int(np.argmax(strength))
    if strength[strongest] < _LEAST:
        return line
    clear = np.flatnonzero(strength >= max(_STRONG * strength[strongest], _CLEAR))
    return start + (int(clear[-1 if inward > 0 else 0]) if len(clear) else strongest)


def _margin(inside: Luma) -> int:
    """Return how many of the rows, from the edge inward, are smooth and end at once, as a sky does not."""
    rough = np.flatnonzero((gap(inside[:, 1:], inside[:, :-1]) > ACTIVE).mean(1) > ROUGH)
    rows = int(rough[0]) if len(rough) else 0
    if rows <= _HAIR:
        return rows
    return rows if (gap(inside[rows], inside[rows - 1]) > _STEP).mean() >= _STRAIGHT else 0


def _strength(rows: Luma) -> NDArray[np.float32]:
    """Return how much each line between the rows stands out from those three away; their ends do not count,
    where corners may be round.
    """
    end = rows.shape[1] // 20
    inner = rows[:, end : rows.shape[1] - end]
    steps = gap(inner[1:], inner[:-1])
    often = (steps > _STEP).mean(1, dtype=np.float32)
    strong = np.minimum(steps, _MOST).mean(1, dtype=np.float32) / np.float32(_MOST)
    both = np.pad(often + strong, 3, mode="edge")
    outstanding: NDArray[np.float32] = both[3:-3] - np.float32(0.6) * np.maximum(both[:-6], both[6:])
    return outstanding
