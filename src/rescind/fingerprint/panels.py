"""Pictures within a picture: what is left when borders are cut off, and what a screenshot or a sheet shows.

Only straight edges, smooth ground and gaps are looked at, never what a picture shows. A rectangle too many
costs little: its fingerprint is like no other. A missing one costs a copy.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from rescind.fingerprint.panels_choice import LEAST_AREA, LEAST_SIDE, Choice, Rectangle, way
from rescind.fingerprint.panels_edges import exact
from rescind.fingerprint.panels_lines import along, lines_of, marks_of, smooth_ends
from rescind.fingerprint.values import PanelKind

LONG_SIDE = 512
"""Pixels of the longer side at which lines are looked for; where they lie exactly is seen at full size."""

_SHORTEST = 32


@dataclass(frozen=True, slots=True)
class Found:
    """A rectangle in pixels; right and bottom lie just outside it."""

    kind: PanelKind
    left: int
    top: int
    right: int
    bottom: int


def found(luma: NDArray[np.uint8], most: int) -> tuple[Found, ...]:
    """Return at most so many rectangles of an upright picture (height x width), the likeliest first.

    Each has at least 8 % of the area and 64 pixels a side and is less than the whole. The same pixels give
    the same rectangles.
    """
    height, width = luma.shape
    factor = max(1, -(-max(height, width) // LONG_SIDE))
    if most < 1 or min(height, width) < max(LEAST_SIDE, _SHORTEST * factor):
        return ()
    small = luma if factor == 1 else np.asarray(Image.fromarray(luma).reduce(factor))
    seen: list[Found] = []
    for kind, rectangle in _rectangles(small[: height // factor, : width // factor], factor, most + 1):
        one = _at_full_size(luma, kind, rectangle, factor)
        if one is not None and not any(_same(one, other) for other in seen):
            seen.append(one)
    return tuple(seen[:most])


def _rectangles(small: NDArray[np.uint8], factor: int, most: int) -> list[tuple[PanelKind, Rectangle]]:
    """Return the likeliest rectangles of the reduced picture, what is left of it without its border first."""
    height, width = small.shape
    turned = np.ascontiguousarray(small.T)
    rows, columns = marks_of(turned), marks_of(small)
    down, across = smooth_ends(rows), smooth_ends(columns)
    if down is None or across is None:
        return []
    row_lines = lines_of(rows, tuple(line for line in down if 0 < line < height))
    column_lines = lines_of(columns, tuple(line for line in across if 0 < line < width))
    shortest = -(-LEAST_SIDE // factor)
    choice = Choice(
        way(row_lines, along(small, rows.seen, row_lines), rows, shortest),
        way(column_lines, along(turned, columns.seen, column_lines), columns, shortest),
    )
    return _chosen(choice, Rectangle(across[0], down[0], across[1], down[1], 0), most)


def _chosen(choice: Choice, trim: Rectangle, most: int) -> list[tuple[PanelKind, Rectangle]]:
    """Return the likeliest rectangles; what is left without a border is the first, or the last of a screen."""
    panels: list[tuple[PanelKind, Rectangle]] = []
    while len(panels) < most and (best := choice.best()):
        panels.append((PanelKind.PANEL, best))
        choice.leave_out(best)
    place = most - 2 if choice.is_screen(trim) else 0
    panels.insert(place, (PanelKind.TRIMMED, trim))
    return panels


def _at_full_size(
    luma: NDArray[np.uint8], kind: PanelKind, rectangle: Rectangle, factor: int
) -> Found | None:
    """Return the rectangle in the pixels of the picture; None when it is too small or the whole."""
    height, width = luma.shape
    right = width if rectangle.right >= width // factor else rectangle.right * factor
    bottom = height if rectangle.bottom >= height // factor else rectangle.bottom * factor
    near = (rectangle.left * factor, rectangle.top * factor, right, bottom)
    one = Found(kind, *exact(luma, near, 3 * factor + 2))
    wide, tall = one.right - one.left, one.bottom - one.top
    large = min(wide, tall) >= LEAST_SIDE and wide * tall >= LEAST_AREA * width * height
    return one if large and (wide, tall) != (width, height) else None


def _same(one: Found, other: Found) -> bool:
    """Whether the two differ by less than changes a fingerprint."""
    apart = (one.left - other.left, one.top - other.top, one.right - other.right, one.bottom - other.bottom)
    return max(map(abs, apart)) <= max(1, (one.right - one.left + one.bottom - one.top) // 400)
