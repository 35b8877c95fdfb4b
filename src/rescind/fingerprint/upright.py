"""Which turn of a stored picture is the upright one, and in which order the others follow it.

Turning is exact on fingerprints: the eight turns of the upright picture are the eight turns of the stored one
in another order, so no pixel is moved; where pixels are needed, they are turned truly. A turn is written
(mirrored, quarters): mirrored left to right first when `mirrored` is 1, then turned clockwise by `quarters`;
its place in `rescind.kernel.TURNS` is 4 * mirrored + quarters.
"""

import numpy as np
from numpy.typing import NDArray

from rescind.kernel import TURNS

_TO_UPRIGHT = {2: (1, 0), 3: (0, 2), 4: (1, 2), 5: (1, 3), 6: (0, 1), 7: (1, 1), 8: (0, 3)}
"""EXIF orientation to the turn that makes the picture upright (Exif 2.32, tag 0x0112)."""

SIDEWAYS = frozenset({5, 6, 7, 8})
"""The orientations in which width and height change places."""


def upright_turns(turns: tuple[bytes, ...], orientation: int) -> tuple[bytes, ...]:
    """Return the eight turns of the upright picture, given those of the picture as stored.

    An orientation outside 2 to 8 leaves them alone.
    """
    first = _TO_UPRIGHT.get(orientation, (0, 0))
    return tuple(turns[_both(first, (place // 4, place % 4))] for place in range(8))


def upright_turn(orientation: int) -> str:
    """Return the turn, one of `TURNS`, of the stored picture that is the upright one."""
    return TURNS[_both(_TO_UPRIGHT.get(orientation, (0, 0)), (0, 0))]


def turned_upright(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Return a view of the stored pixels (height x width) that is the upright picture."""
    mirrored, quarters = _TO_UPRIGHT.get(orientation, (0, 0))
    return np.rot90(pixels[:, ::-1] if mirrored else pixels, -quarters)


def _both(first: tuple[int, int], then: tuple[int, int]) -> int:
    """Return the place of the one turn that equals `first` followed by `then`."""
    mirrored, quarters = then
    whole = quarters - first[1] if mirrored else quarters + first[1]
    return 4 * (first[0] ^ mirrored) + whole % 4
