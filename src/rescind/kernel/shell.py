"""How a crowded bucket is cut up, so that a cluster of like prints is passed over as a whole.

A million copies of one picture share every bucket they are in. In a bucket of more than `crowded` rows a row
is taken as a pivot; the rows near it are ordered by their distance from it and cut into shells, each knowing
the least and the most of these distances. A query that is d from the pivot can only be within r of a row
whose distance from the pivot is between d - r and d + r, so most shells need not be looked into. Rows of
another cluster get a pivot of their own; what lies near no pivot is the last shell, always looked into.

A stored shell is 48 bytes: the pivot's print, then u32 begin, u32 end (places in the table), u16 least, u16
most, and four bytes of zero. Shells of a table follow each other in the order of `begin`, and those of a bucket
cover it from its first row to its last.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rescind.kernel.layout import MARK_BITS

MOST_PIVOTS = 16
REACH = 64  # bits from the pivot that still count as its cluster

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]
COUNT: NDArray[np.uint16] = np.array([value.bit_count() for value in range(1 << MARK_BITS)], np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class Shell:
    """Some rows of a bucket, ascending, and how far they are from a pivot."""

    pivot: bytes
    rows: Places
    least: int
    most: int


def apart(prints: Bytes, query: bytes) -> NDArray[np.int64]:
    """How many bits each print (N x 32) differs from the query by."""
    words = np.ascontiguousarray(prints).view(np.uint16) ^ np.frombuffer(query, np.uint16)
    total: NDArray[np.int64] = COUNT[words].sum(axis=1, dtype=np.int64)
    return total


def cut(prints: Bytes, rows: Places, crowd: int) -> list[Shell]:
    """The shells of a bucket that holds these rows (ascending), none but the last with under `crowd` rows."""
    shells: list[Shell] = []
    left = rows
    for _ in range(MOST_PIVOTS):
        if len(left) < crowd:
            break
        pivot = prints[left[0]].tobytes()
        far = apart(prints[left], pivot)
        inside = far <= REACH
        if inside.sum() >= crowd:
            shells.extend(_rings(pivot, left[inside], far[inside], crowd))
            left = left[~inside]
        else:
            left = np.roll(left, -1)  # a loner: the next one may do better
    if len(left):
        shells.append(Shell(bytes(32), np.sort(left), 0, 256))
    return shells


def _rings(pivot: bytes, rows: Places, far: NDArray[np.int64], crowd: int) -> list[Shell]:
    """The rows in shells by distance."""
    order = np.lexsort((rows, far))
    rows, far = rows[order], far[order]
    edges = [0]
    for edge in (np.flatnonzero(np.diff(far)) + 1).tolist():
        if edge - edges[-1] >= crowd and len(rows) - edge >= crowd:
            edges.append(edge)
    edges.append(len(rows))
    return [
        Shell(pivot, np.sort(rows[begin:end]), int(far[begin]), int(far[end - 1]))
        for begin, end in pairwise(edges)
    ]
