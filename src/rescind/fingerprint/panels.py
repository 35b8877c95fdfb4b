"""Pictures within a picture: what is left when borders are cut off, and what a screenshot or a sheet shows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rescind.fingerprint.values import PanelKind


@dataclass(frozen=True, slots=True)
class Found:
    """A rectangle in pixels; right and bottom lie just outside it."""

    kind: PanelKind
    left: int
    top: int
    right: int
    bottom: int


def found(luma: NDArray[np.uint8], most: int) -> tuple[Found, ...]:
    """Return at most so many rectangles of an upright picture (height x width), the likeliest first."""
    del luma, most
    return ()
