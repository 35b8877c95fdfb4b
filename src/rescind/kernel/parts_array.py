"""Parts of a picture and pairs of prints with NumPy: the twin of the C, which defines what right is, and the
way of a machine that has no compiler.
"""

import math
import struct

import numpy as np

from rescind.kernel.parts_blur import octaves
from rescind.kernel.parts_points import Point, chosen
from rescind.kernel.parts_print import directions, prints

_COUNT = np.array([value.bit_count() for value in range(256)], np.uint16)


def parts(luma: memoryview, width: int, height: int, most: int) -> tuple[bytes, bytes, bytes]:
    """Return the prints, mirrored prints and places of at most so many parts."""
    scales = octaves(np.frombuffer(luma, np.uint8).reshape(height, width))
    rows: list[tuple[bytes, bytes, bytes]] = []
    for point in chosen(scales, most):
        level = scales[point.octave].levels[point.level]
        for turn in directions(level, point):
            place = _place(point, turn, max(scales[0].levels[0].shape))
            rows.append((*prints(level, point, turn), place))
    prints_, mirrored, places = (b"".join(row[k] for row in rows[:most]) for k in range(3))
    return prints_, mirrored, places


def pairs(mine: memoryview, other: memoryview, within: int, at_most: int) -> bytes:
    """Return the pairs of rows at most so many bits apart: row of mine, row of the other and bits, 16 bits each."""
    ours, theirs = (np.frombuffer(table, np.uint8).reshape(-1, 32) for table in (mine, other))
    found = [np.zeros((0, 3), np.uint16)]
    for number, row in enumerate(ours):
        apart = _COUNT[theirs ^ row].sum(axis=1, dtype=np.int64)
        hits = np.flatnonzero(apart <= within)
        found.append(np.stack([np.full_like(hits, number), hits, apart[hits]], axis=1).astype(np.uint16))
    return np.concatenate(found)[:at_most].tobytes()


def _place(point: Point, turn: float, longer: int) -> bytes:
    unit = 65536.0 / longer
    numbers = (
        (math.ldexp(point.x, point.octave) + 0.5) * unit,
        (math.ldexp(point.y, point.octave) + 0.5) * unit,
        math.ldexp(point.scale, point.octave) * unit,
        turn * 65536,
    )
    return struct.pack("<4H", *(min(max(math.floor(number + 0.5), 0), 65535) for number in numbers))
