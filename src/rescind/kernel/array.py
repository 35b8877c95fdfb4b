"""PDQ with NumPy: the way of a machine that has no compiler. It gives exactly the bits of the slow twin.

The trick that keeps the rounding: ``np.add.accumulate`` adds strictly one after the other, so a running sum
is the accumulation of the values that enter the window and, with a minus, those that leave it, in the
twin's order.
"""

import numpy as np
from numpy.typing import NDArray

from rescind.kernel import slow
from rescind.kernel.turn import EIGHT, Turn

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

TABLE: Floats = np.array(slow.TABLE, np.float32)
COUNT: NDArray[np.uint16] = np.array([value.bit_count() for value in range(256)], np.uint16)
CHUNK = 1 << 15  # table rows looked at together: the block of differences stays within a megabyte


def pdq(pixels: memoryview, width: int, height: int, channels: int, turn: int = 0) -> tuple[bytes, int]:
    """The fingerprint of one turn and the quality as it lies, as `slow.pdq`."""
    plane = _luma(pixels, width, height, channels)
    upright = _pdq_of_plane(plane)
    return (_pdq_of_plane(_turned(plane, EIGHT[turn]))[0], upright[1]) if turn else upright


def pdq_turns(pixels: memoryview, width: int, height: int, channels: int) -> tuple[tuple[bytes, ...], int]:
    """The fingerprints of all eight turns and the quality of the upright picture, as `slow.pdq_turns`."""
    plane = _luma(pixels, width, height, channels)
    results = [_pdq_of_plane(_turned(plane, turn)) for turn in EIGHT]
    return tuple(bits for bits, _ in results), results[0][1]


def distance(a: bytes, b: bytes) -> int:
    """The number of bits that differ, as `slow.distance`."""
    return slow.distance(a, b)


def scan(table: memoryview, query: bytes, within: int) -> list[tuple[int, int]]:
    """Every row within the distance, as `slow.scan`."""
    rows = np.frombuffer(table, np.uint8).reshape(-1, 32)
    wanted = np.frombuffer(query, np.uint8)
    found: list[tuple[int, int]] = []
    for start in range(0, len(rows), CHUNK):
        apart = COUNT[rows[start : start + CHUNK] ^ wanted].sum(axis=1, dtype=np.int64)
        hits = np.flatnonzero(apart <= within)
        found.extend(zip((hits + start).tolist(), apart[hits].tolist(), strict=True))
    return found


def _pdq_of_plane(plane: Floats) -> tuple[bytes, int]:
    if min(plane.shape) < slow.SMALLEST_SIDE:
        return bytes(32), 0
    points = _shrunk(plane)
    return slow.bits_of(_waves(points).tolist()), _quality(points)


def _luma(pixels: memoryview, width: int, height: int, channels: int) -> Floats:
    values: Bytes = np.frombuffer(pixels, np.uint8).reshape(height, width, channels)
    if channels == 1:
        return values[:, :, 0].astype(np.float32)
    red, green, blue = (values[:, :, c].astype(np.float64) for c in range(3))
    return (red * 0.299 + green * 0.587 + blue * 0.114).astype(np.float32)


def _turned(plane: Floats, turn: Turn) -> Floats:
    plane = plane[::-1] if turn.rows else plane
    plane = plane[:, ::-1] if turn.columns else plane
    return plane.T if turn.exchange else plane


def _shrunk(plane: Floats) -> Floats:
    height, width = plane.shape
    if (height, width) == (slow.SIDE, slow.SIDE):
        return plane
    for _ in range(slow.PASSES):
        plane = _smoothed(_smoothed(plane.T, slow.window_for(width)).T, slow.window_for(height))
    return plane[np.ix_(slow.picks(height), slow.picks(width))]


def _smoothed(lines: Floats, window: int) -> Floats:
    """The moving mean down the first axis, in the order of `slow.smoothed`."""
    length = len(lines)
    ahead = (window + 2) // 2 - 1
    taken = np.arange(-ahead, length)  # where the window stands at each step, the first ones only filling it
    enters, leaves = taken + ahead, taken - (window - ahead)
    order = np.stack([np.where(enters < length, enters, -1), np.where(leaves >= 0, leaves, -1)], axis=1)
    used = order >= 0
    sign = np.broadcast_to(np.array([1, -1], np.float32), order.shape)[used]
    sums = np.add.accumulate(lines[order[used]] * sign[:, None], axis=0, dtype=np.float32)
    ends = np.cumsum(used.sum(axis=1))[ahead:] - 1
    counts = np.cumsum(np.where(used, (1, -1), 0).sum(axis=1))[ahead:].astype(np.float32)
    means: Floats = sums[ends] / counts[:, None]
    return means


def _quality(points: Floats) -> int:
    total = 0
    for axis in (0, 1):
        steps = -np.diff(points, axis=axis) * np.float32(100) / np.float32(255)
        total += int(np.abs(steps.astype(np.int64)).sum())
    return min(total // 90, 100)


def _waves(points: Floats) -> Floats:
    """The 256 waves row by row, each sum of products folded one product after the other as in
    `slow.folded`.
    """
    half = np.zeros((slow.WAVES, slow.SIDE), np.float32)
    for k in range(slow.SIDE):
        half += TABLE[:, k, None] * points[None, k]
    waves = np.zeros((slow.WAVES, slow.WAVES), np.float32)
    for k in range(slow.SIDE):
        waves += half[:, k, None] * TABLE[None, :, k]
    return waves.ravel()
