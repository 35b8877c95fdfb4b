"""The parts of a picture that its own structure marks, each with a print, so that a piece of it is found again."""

import numpy as np
from numpy.typing import NDArray

from rescind import kernel
from rescind.fingerprint.values import Parts


def parts_of(luma: NDArray[np.uint8], *, most: int, mirrored: bool) -> Parts:
    """Return at most so many parts of an upright picture (height x width), the strongest first."""
    height, width = luma.shape
    prints, mirror_prints, places = kernel.parts(
        np.ascontiguousarray(luma), width=width, height=height, most=most
    )
    return Parts(prints, places, mirror_prints if mirrored else b"")
