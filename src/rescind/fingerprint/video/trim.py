"""Find the picture within the frames of a video: without the bars or the padding around it.

Several frames together say what one cannot: bars stay while the picture moves, and the straight edge between
padding and picture stands where it is, whatever is shown on either side.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Luma = NDArray[np.uint8]
Rectangle = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels; right and bottom lie just outside."""

BAR_SPREAD: Final = 18
"""Steps of brightness, of 255, within which a bar stays, but for what a codec does beside its edge."""

FEW: Final = 0.03
"""Share of a bar's pixels that may be anything."""

POINTS_OF_LINE: Final = 64
FRAMES_OF_PADDING: Final = 4
"""So many are looked at; all of them would cost more than decoding."""

LEAST_SIDE: Final = 0.3
"""Of the frame's width or height that a picture within it has at least."""

LEAST_CUT: Final = 0.012
"""Of width or height that must be cut off, all in all; less changes no fingerprint by much."""

EDGE_STEP: Final = 10.0
"""Mean step of brightness across the edge of padding, that at least so much of its length shows."""

EDGE_LENGTH: Final = 0.55


def picture_within(frames: Sequence[Luma]) -> Rectangle | None:
    """Return where the picture lies in frames of one size (height x width), None when it fills them."""
    stack = np.stack(frames)
    _, height, width = stack.shape
    left, right = _sides(stack.swapaxes(1, 2))
    top, bottom = _sides(stack[:, :, left:right])
    cut = (left + width - right) / width, (top + height - bottom) / height
    large = right - left >= LEAST_SIDE * width and bottom - top >= LEAST_SIDE * height
    return (left, top, right, bottom) if large and max(cut) >= LEAST_CUT else None


def _sides(stack: NDArray[np.uint8]) -> tuple[int, int]:
    """Return the first line of the picture, and the first behind it; lines run along the last axis."""
    lines = stack.shape[1]
    low, high = _spread(stack)
    first, last = _flat(low, high), lines - _flat(low[::-1], high[::-1])
    if first >= last:
        return 0, lines
    if first + lines - last < LEAST_CUT * lines:
        some = stack[:: max(1, len(stack) // FRAMES_OF_PADDING)].astype(np.int16)
        first, last = _padding(some), lines - _padding(some[:, ::-1])
    return (first, last) if first < last else (0, lines)


def _spread(stack: NDArray[np.uint8]) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """Return how dark and how bright each line is, but for a few of its points; some points of each tell."""
    some = stack[:, :, :: max(1, stack.shape[2] // POINTS_OF_LINE)]
    ranked = np.sort(some.swapaxes(0, 1).reshape(stack.shape[1], -1), axis=1).astype(np.int16)
    few = round(ranked.shape[1] * FEW)
    return ranked[:, few], ranked[:, -1 - few]


def _flat(low: NDArray[np.int16], high: NDArray[np.int16]) -> int:
    """Return how many lines from the first on have one brightness, the same in all frames."""
    middle = (low + high) // 2
    bar = (high - low <= BAR_SPREAD) & (abs(middle - middle[0]) <= BAR_SPREAD)
    return int(np.argmin(bar)) if not bar.all() else len(bar)


def _padding(stack: NDArray[np.int16]) -> int:
    """Return how many lines from the first on are blurred padding, which ends at a straight edge."""
    half = stack[:, : stack.shape[1] // 2 + 1]
    shown = (np.abs(np.diff(half, axis=1)).mean(axis=0) > EDGE_STEP).mean(axis=1)
    edges = np.flatnonzero(shown > EDGE_LENGTH)
    if not len(edges):
        return 0
    detail = np.abs(np.diff(stack, n=2, axis=2)).mean(axis=(0, 2))
    return next((int(edge) + 1 for edge in edges if _smooth_before(detail, int(edge))), 0)


def _smooth_before(detail: NDArray[np.float64], edge: int) -> bool:
    """Whether what lies before the edge has far less detail than what lies behind it; `detail` is that of each line."""
    if edge < 2:
        return False
    behind = detail[edge + 2 : 2 * edge + 4]
    return bool(len(behind)) and float(detail[:edge].mean()) * 2.5 < float(behind.mean())
