"""Whether two pictures share more than what lies around them, as a program's bars, a talk or a caption does.

Places are x and y in units of the picture's longer side, sizes are width and height in that unit.
"""

from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from rescind.fingerprint import WHOLE, Box, Panel, PanelKind
from rescind.match.thresholds import FRAME_EXPECTED, FRAME_SHARE

Numbers = NDArray[np.float64]
Size = tuple[float, float]

FIELDS = 4
"""What is seen of my picture is cut into so many by so many fields, to tell a picture from its frame."""


def covered(agreeing: Numbers, expected: Numbers, seen: tuple[float, float, float, float]) -> float:
    """Return in what share of the fields of what is seen, where several of my parts are expected, any agrees.

    What unrelated pictures share, a program's frame or a caption, leaves the middle empty.
    """
    within = ((expected[:, :2] >= seen[:2]) & (expected[:, :2] <= seen[2:])).all(axis=1)
    if not within.any():
        return 0.0
    (left, top), (right, bottom) = expected[within, :2].min(axis=0), expected[within, :2].max(axis=0)
    around = float(left), float(top), float(right), float(bottom)
    rich = _in_fields(expected[within], around) >= 3
    found = _in_fields(agreeing, around)
    return float((found[rich] > 0).mean()) if rich.any() else 0.0


def in_panels(places: Numbers, panels: Sequence[Panel], size: Size) -> NDArray[np.bool_]:
    """Return which places lie in any of the panels."""
    inside = np.zeros(len(places), np.bool_)
    for panel in panels:
        inside |= _in_box(places, panel.box, size)
    return inside


class Around(IntEnum):
    """How far what agrees lies around the picture my screenshot shows, and not in it: not so; beside it, as a caption
    does, or what is left of a picture in a narrow crop; or on opposite sides of it, as a frame does.
    """

    NO = 0
    BESIDE = 1
    FRAME = 2


def around(agreeing: Numbers, expected: Numbers, panels: Sequence[Panel], size: Size) -> Around:
    """Return how what agrees lies to the picture shown, where many of that picture's parts are expected in the other and
    are not there. My smallest panel is taken for that picture.
    """
    shown = min((one.box for one in panels if one.kind is PanelKind.PANEL), key=_area, default=None)
    if shown is None:
        return Around.NO
    wanted, found = _in_box(expected, shown, size), _in_box(agreeing, shown, size)
    if wanted.sum() < FRAME_EXPECTED or wanted.all():
        return Around.NO
    outside = (~found).sum() / max(int((~wanted).sum()), 1)
    if found.sum() / wanted.sum() > FRAME_SHARE * outside:
        return Around.NO
    return Around.FRAME if _on_opposite_sides(agreeing, shown, size) else Around.BESIDE


def _on_opposite_sides(places: Numbers, box: Box, size: Size) -> bool:
    """Return whether places lie above and below a rectangle, or left and right of it."""
    x, y = _as_in_a_box(places, size)
    left, top, right, bottom = box
    across, down = (x < left).any() and (x > right).any(), (y < top).any() and (y > bottom).any()
    return bool(across or down)


def _area(box: Box) -> int:
    left, top, right, bottom = box
    return (right - left) * (bottom - top)


def _in_box(places: Numbers, box: Box, size: Size) -> NDArray[np.bool_]:
    x, y = _as_in_a_box(places, size)
    left, top, right, bottom = box
    inside: NDArray[np.bool_] = (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    return inside


def _as_in_a_box(places: Numbers, size: Size) -> Numbers:
    """Return x and y (2 x places) in the unit of a box, ten-thousandths of width and height."""
    shares: Numbers = places[:, :2] / size * WHOLE[2:]
    return shares.T


def _in_fields(places: Numbers, seen: tuple[float, float, float, float]) -> NDArray[np.intp]:
    """Return how many places lie in each field of a rectangle."""
    left, top, right, bottom = seen
    at = (places[:, :2] - (left, top)) / (max(right - left, 1e-6), max(bottom - top, 1e-6))
    inside = at[((at >= 0) & (at <= 1)).all(axis=1)]
    column, row = np.minimum((inside * FIELDS).astype(np.intp), FIELDS - 1).T
    return np.bincount(row * FIELDS + column, minlength=FIELDS * FIELDS)
