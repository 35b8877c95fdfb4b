"""Parts of a picture, and which parts of two pictures look alike: the border, where arguments are checked.

A part is a window that the picture's own structure marks, so the same windows are found again in a copy that was
cut, turned, enlarged or framed. `docs/decisions/0012-edited-copies.md` says how they were chosen.
"""

import hashlib
from typing import Protocol

from rescind.kernel import border, parts_array

MOST_PARTS = 4096
MOST_ROWS = 1 << 16

_ANSWER = "6700ef5786d63513aaa889091f14fc37dbee68b6a48d71192dfd3e7ff35dbc53"


class PartFinder(Protocol):
    """What every implementation offers, arguments by position; see `rescind.kernel.parts_array`."""

    def parts(self, luma: memoryview, width: int, height: int, most: int, /) -> tuple[bytes, bytes, bytes]:
        """Prints, mirrored prints and places."""

    def pairs(self, mine: memoryview, other: memoryview, within: int, at_most: int, /) -> bytes:
        """Rows of two tables that are near each other."""


def parts(luma: object, *, width: int, height: int, most: int) -> tuple[bytes, bytes, bytes]:
    """At most `most` parts of a picture, the strongest first, spread over it: prints, mirrored prints and places.

    `luma` is any contiguous buffer of width x height bytes, row by row. Each part has 32 bytes of print, 32 of
    the print the same window has in the mirrored picture, and 8 of place: four numbers of 16 bits, lower byte
    first, x and y of its middle and its scale in 65536ths of the picture's longer side, and its direction in
    65536ths of a turn, clockwise from the right. The bytes are the same on every machine. A plain picture has
    few parts, one with a very short side none. Raises TypeError or ValueError when the arguments do not fit.
    """
    view = border.picture(luma, width, height, 1)
    return _finder.parts(view, width, height, min(border.most(most), MOST_PARTS))


def pairs(mine: object, other: object, within: int, *, at_most: int = MOST_ROWS) -> bytes:
    """Every row of `mine` and row of `other` (32 bytes a row) at most `within` bits apart, up to `at_most` pairs.

    Each is three unsigned numbers of 16 bits as this machine keeps them: row of `mine`, row of `other`, bits.
    Rows of `mine` ascend, and for each those of `other`. Raises ValueError when a table has a broken row or
    more than 65536, or a number is negative.
    """
    ours, theirs = border.rows(mine), border.rows(other)
    if max(ours.nbytes, theirs.nbytes) > MOST_ROWS * border.ROW:
        raise ValueError("a table may have at most 65536 rows")
    return _finder.pairs(ours, theirs, border.radius(within), border.most(at_most))


def agrees(finder: PartFinder) -> bool:
    """Whether an implementation finds the stored parts in a picture; an older build may not even have them."""
    luma = bytes(x * y % 251 ^ x * 7 & 255 for y in range(48) for x in range(64))
    try:
        found = finder.parts(memoryview(luma), 64, 48, 12)
        near = finder.pairs(memoryview(found[0]), memoryview(found[1]), 128, 20)
    except (AttributeError, TypeError, ValueError):
        return False
    return hashlib.sha256(b"".join(found) + near).hexdigest() == _ANSWER


def _chosen() -> PartFinder:
    """The C where it was built and gives the stored answers, NumPy elsewhere."""
    try:
        from rescind.kernel import _native
    except ImportError:
        return parts_array
    return _native if agrees(_native) else parts_array


_finder: PartFinder = _chosen()
