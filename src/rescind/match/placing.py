"""Where one picture's parts lie in another: whether they agree on one placement.

Each pair of parts that look alike tells by itself where all of my picture would lie in the other: how large, how
far turned, and where. Chance pairs tell as many different stories as they are; those of a copy tell one. The
story most pairs agree on is fitted (stretched and slanted a little, as a photo of a screen is), and counted again.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rescind import kernel
from rescind.fingerprint import WHOLE, Box, Fingerprint, Parts
from rescind.match.corners import Corners, area, clipped
from rescind.match.frame_around import Around, around, covered, in_panels
from rescind.match.thresholds import (
    NEAR_EVIDENCE,
    PART_SPREAD,
    PART_WITHIN,
    SAME_COVERED,
    SAME_EVIDENCE,
    SAME_SHARE,
)

Numbers = NDArray[np.float64]
Matrix = NDArray[np.float64]
Size = tuple[float, float]
Seen = tuple[float, float, float, float]

MOST_PAIRS = 240
"""How many pairs are weighed against each other, the likest first."""

FEWEST = 4
"""Fewer agreeing pairs than these never make a placement: three can lie on any."""

MISSED = 4.0
"""Where so many parts or more should agree on average and none does, my picture is not shown."""

_TURN = 2 * math.pi


@dataclass(frozen=True, slots=True)
class Placement:
    """How my picture lies in the other, by its parts.

    `sure` says whether that many parts agree by chance in fewer than one in a million pairs of unrelated
    pictures; `turn` is the nearest of `rescind.kernel.TURNS`, and `angle` by how many degrees the copy is turned
    further, clockwise, -45 to 45; `share` is how much of my picture's area the other shows; `box` is where in the
    other it lies; `agreeing` counts the parts that agree and `distance` is the middle one of theirs, in bits.
    """

    sure: bool
    turn: str
    angle: float
    share: float
    box: Box
    agreeing: int
    distance: int


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of parts that look alike: x, y, scale and direction of each in mine and in the other, in units of
    the longer side, by how many bits they differ, and in how many pairs one of the two places is.
    """

    mine: Numbers
    other: Numbers
    apart: Numbers
    crowd: Numbers

    def __len__(self) -> int:
        return len(self.apart)

    def only(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "_Pairs":
        return _Pairs(self.mine[which], self.other[which], self.apart[which], self.crowd[which])


@dataclass(frozen=True, slots=True)
class Agreement:
    """The pairs that agree, how my picture's places become the other's (2 x 3), and how much it all tells."""

    pairs: _Pairs
    matrix: Matrix
    mirrored: bool
    evidence: float


def place(mine: Fingerprint, other: Fingerprint) -> Placement | None:
    """Return the placement that most parts agree on; None when there is none that chance does not explain.

    Of mine the prints count, of the other also the mirrored ones, where it has any.
    """
    found = agreement(mine, other)
    if found is None or found.evidence < NEAR_EVIDENCE:
        return None
    expected = _expected(found, mine, _size(other))
    lies = around(found.pairs.mine, expected, mine.panels, _size(mine))
    if lies is Around.FRAME:
        return None
    turn, angle = _turned(found)
    seen = _seen(found, mine, _size(other))
    share, box = _shown(found, seen, _size(mine), _size(other))
    return Placement(
        sure=lies is Around.NO
        and found.evidence >= SAME_EVIDENCE
        and share >= SAME_SHARE
        and covered(found.pairs.mine, expected, seen) >= SAME_COVERED
        and _within_panels(found, mine) >= NEAR_EVIDENCE,
        turn=turn,
        angle=angle,
        share=share,
        box=box,
        agreeing=len(found.pairs),
        distance=int(np.median(found.pairs.apart)),
    )


def agreement(mine: Fingerprint, other: Fingerprint) -> Agreement | None:
    """Return the best agreement of the parts of two pictures, upright or mirrored, however weak."""
    if not mine.parts or not other.parts:
        return None
    width, _ = _size(other)
    upright = _agreed(_alike(mine.parts, other.parts, other.parts.prints), mirrored=False)
    if not other.parts.mirrored:
        return upright
    turned_over = _turned_over(_alike(mine.parts, other.parts, other.parts.mirrored), width)
    mirrored = _agreed(turned_over, mirrored=True)
    return max((one for one in (upright, mirrored) if one), key=lambda one: one.evidence, default=None)


def _size(picture: Fingerprint) -> Size:
    """Return width and height in units of the longer side."""
    longer = max(picture.how.width, picture.how.height)
    return picture.how.width / longer, picture.how.height / longer


def _alike(mine: Parts, other: Parts, prints: bytes) -> _Pairs:
    """Return the pairs of places whose prints are near, the nearest first."""
    found = np.frombuffer(kernel.pairs(mine.prints, prints, PART_WITHIN), np.uint16).reshape(-1, 3)
    found = found[np.argsort(found[:, 2], kind="stable")]
    here, there = _spots(mine)[found[:, 0]], _spots(other)[found[:, 1]]
    _, first = np.unique(here.astype(np.uint64) << 32 | there, return_index=True)
    kept = np.sort(first)[:MOST_PAIRS]
    crowd = np.maximum(_counts(here[kept]), _counts(there[kept]))
    ours, theirs = _places(mine)[found[kept, 0]], _places(other)[found[kept, 1]]
    return _Pairs(ours, theirs, found[kept, 2].astype(np.float64), crowd)


def _spots(parts: Parts) -> NDArray[np.uint32]:
    """Return one number for where each part lies; a window with two directions is two parts in one place."""
    return np.frombuffer(parts.places, "<u4")[::2]


def _counts(spots: NDArray[np.uint32]) -> Numbers:
    """Return for each number how often it is there."""
    _, which, counts = np.unique(spots, return_inverse=True, return_counts=True)
    return counts[which].astype(np.float64)


def _places(parts: Parts) -> Numbers:
    """Return x, y, scale and direction (in radians) of each part."""
    places: Numbers = np.frombuffer(parts.places, "<u2").reshape(-1, 4) / 65536
    x, y, scale, direction = places.T
    return np.stack([x, y, np.maximum(scale, 1 / 65536), direction * _TURN], axis=1)


def _turned_over(pairs: _Pairs, width: float) -> _Pairs:
    """Return the pairs with the other picture mirrored."""
    x, y, scale, direction = pairs.other.T
    theirs = np.stack([width - x, y, scale, math.pi - direction], axis=1)
    return _Pairs(pairs.mine, theirs, pairs.apart, pairs.crowd)


def _agreed(pairs: _Pairs, *, mirrored: bool) -> Agreement | None:
    """Return what most of the pairs agree on, fitted, each part counted once."""
    if len(pairs) < FEWEST:
        return None
    agreeing = _distinct(pairs.only(_most_agreed(pairs)))
    matrix = None
    for reach in (0.06, 0.04, 0.03):
        if len(agreeing) < FEWEST:
            return None
        matrix = _fitted(agreeing)
        agreeing = _distinct(pairs.only(_as_fitted(pairs, matrix, reach)))
    if matrix is None or len(agreeing) < FEWEST or not _plausible(matrix):
        return None
    return Agreement(agreeing, matrix, mirrored, _evidence(agreeing))


def _most_agreed(pairs: _Pairs) -> NDArray[np.bool_]:
    """Return which pairs agree with the pair that most agree with."""
    agree = _agreements(pairs)
    best: NDArray[np.bool_] = agree[int(np.argmax(agree @ (_likeness(pairs) / pairs.crowd)))]
    return best


def _likeness(pairs: _Pairs) -> Numbers:
    """Return how much each pair tells by itself: about 3 where no bit differs, 1 at the widest."""
    return (64 - pairs.apart) / 20


def _agreements(pairs: _Pairs) -> NDArray[np.bool_]:
    """Return for each pair (row) which pairs (columns) lie where it would have them, as large and turned so."""
    grown = pairs.other[:, 2] / pairs.mine[:, 2]
    turned = pairs.other[:, 3] - pairs.mine[:, 3]
    there = pairs.other[:, 0] + 1j * pairs.other[:, 1]
    here = pairs.mine[:, 0] + 1j * pairs.mine[:, 1]
    step = grown * np.exp(1j * turned)
    moved = step[:, None] * (here[None, :] - here[:, None])
    off = np.abs(moved - (there[None, :] - there[:, None]))
    near = off <= 0.2 * np.abs(moved) + 1.5 * pairs.other[:, 2]
    ratio = grown[None, :] / grown[:, None]
    straight = np.cos(turned[None, :] - turned[:, None]) > 0.9
    agree: NDArray[np.bool_] = near & straight & (ratio < 1.5) & (ratio > 1 / 1.5)
    return agree


def _distinct(pairs: _Pairs) -> _Pairs:
    """Return the pairs with no place of mine and none of the other taken twice, the likest kept."""
    ours, theirs, kept = set(), set(), []
    for row in range(len(pairs)):
        here, there = tuple(pairs.mine[row, :2]), tuple(pairs.other[row, :2])
        if here not in ours and there not in theirs:
            ours.add(here)
            theirs.add(there)
            kept.append(row)
    return pairs.only(np.array(kept, np.intp))


def _fitted(pairs: _Pairs) -> Matrix:
    """Return the matrix (2 x 3) that brings my places nearest to the other's, drawn a little to a similar figure."""
    here, there = pairs.mine[:, :2], pairs.other[:, :2]
    middle, centre = here.mean(axis=0), there.mean(axis=0)
    p, q = here - middle, there - centre
    similar = _similar(p, q)
    spread = p.T @ p
    pull = 0.05 * np.trace(spread) * np.eye(2) + 1e-9 * np.eye(2)
    linear = (q.T @ p + similar @ pull) @ np.linalg.inv(spread + pull)
    return np.column_stack([linear, centre - linear @ middle])


def _similar(p: Numbers, q: Numbers) -> Matrix:
    """Return the turn and growth that bring one cloud of places nearest to another."""
    a = float((p * q).sum())
    b = float((p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]).sum())
    size = float((p * p).sum()) or 1.0
    return np.array([[a, -b], [b, a]]) / size


def _as_fitted(pairs: _Pairs, matrix: Matrix, reach: float) -> NDArray[np.bool_]:
    """Return which pairs lie where the matrix has them, as large and turned so."""
    placed = pairs.mine[:, :2] @ matrix[:, :2].T + matrix[:, 2]
    off = np.hypot(*(placed - pairs.other[:, :2]).T)
    growth = math.sqrt(abs(float(np.linalg.det(matrix[:, :2]))))
    angle = math.atan2(matrix[1, 0] - matrix[0, 1], matrix[0, 0] + matrix[1, 1])
    ratio = pairs.other[:, 2] / pairs.mine[:, 2] / (growth or 1.0)
    straight = np.cos(pairs.other[:, 3] - pairs.mine[:, 3] - angle) > 0.9
    fits: NDArray[np.bool_] = (off <= reach * growth + 0.7 * pairs.other[:, 2]) & straight
    return fits & (ratio < 1.5) & (ratio > 1 / 1.5)


def _plausible(matrix: Matrix) -> bool:
    """Whether a picture is stretched no more than one is when it is shown askew."""
    large, small = np.linalg.svd(matrix[:, :2], compute_uv=False)
    return bool(small > 0.6 * large and np.linalg.det(matrix[:, :2]) > 0)


def _evidence(pairs: _Pairs) -> float:
    """Return how much the pairs tell together: each less when its places look like many others, as bricks and
    letters do; all less when they lie along a line, as a caption, a watermark or a program's own bar does, which
    unrelated pictures may share.
    """
    likeness = float((_likeness(pairs) / np.sqrt(pairs.crowd)).sum())
    narrow = math.sqrt(max(0.0, float(np.linalg.eigvalsh(np.cov(pairs.mine[:, :2].T))[0])))
    return likeness * min(1.0, narrow / PART_SPREAD) ** 2


def _turned(found: Agreement) -> tuple[str, float]:
    """Return the nearest turn by quarters, and degrees beyond it; a mirrored picture is mirrored before it is turned."""
    linear = found.matrix[:, :2]
    angle = math.atan2(linear[1, 0] - linear[0, 1], linear[0, 0] + linear[1, 1]) * 4 / _TURN
    quarters = -angle if found.mirrored else angle
    nearest = round(quarters)
    return kernel.TURNS[nearest % 4 + 4 * found.mirrored], round((quarters - nearest) * 90, 1)


def _shown(found: Agreement, seen: Seen, ours: Size, other: Size) -> tuple[float, Box]:
    """Return the share of my picture that the other shows, and where in the other it lies."""
    (width, height), (left, top, right, bottom) = other, seen
    placed = _moved([(left, top), (right, top), (right, bottom), (left, bottom)], found.matrix)
    inside = clipped(placed, (width, height))
    share = (
        abs(area(inside))
        / max(abs(area(placed)), 1e-9)
        * (right - left)
        * (bottom - top)
        / (ours[0] * ours[1])
    )
    across = [(width - x if found.mirrored else x) / width for x, _ in inside] or [0.0]
    return min(max(share, 0.01), 1.0), _box(across, [y / height for _, y in inside] or [0.0])


def _seen(
    found: Agreement, mine: Fingerprint, other: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Return the rectangle of my picture that the other shows: all of it, but for sides where the other would have
    room for more and yet several parts in a row do not agree, as in a crop that lies on a larger ground.
    """
    expected = _expected(found, mine, other)
    x = _side(expected, found.pairs.mine, 0, _size(mine)[0])
    y = _side(expected, found.pairs.mine, 1, _size(mine)[1])
    return x[0], y[0], x[1], y[1]


def _expected(found: Agreement, mine: Fingerprint, other: Size) -> Numbers:
    """Return the places of my parts that would lie inside the other."""
    places = _places(mine.parts) if mine.parts else np.zeros((0, 4))
    moved = places[:, :2] @ found.matrix[:, :2].T + found.matrix[:, 2]
    return places[((moved >= 0) & (moved <= other)).all(axis=1)]


def _within_panels(found: Agreement, mine: Fingerprint) -> float:
    """Return how much the pairs tell that lie in a panel of mine, where mine has any: around them is what a screen shows."""
    if not mine.panels:
        return found.evidence
    inside = in_panels(found.pairs.mine, mine.panels, _size(mine))
    return _evidence(found.pairs.only(inside)) if inside.sum() >= FEWEST else 0.0


def _side(expected: Numbers, agreeing: Numbers, axis: int, length: float) -> tuple[float, float]:
    """Return from where to where the picture is seen along one axis."""
    at, reach = agreeing[:, axis], 6 * agreeing[:, 2]
    low, high = float((at - reach).min()), float((at + reach).max())
    inner = ((expected[:, axis] >= at.min()) & (expected[:, axis] <= at.max())).sum()
    likely = len(agreeing) / max(int(inner), 1)
    before, after = (expected[:, axis] < low).sum(), (expected[:, axis] > high).sum()
    return (low if before * likely > MISSED else 0.0), (high if after * likely > MISSED else length)


def _moved(corners: Corners, matrix: Matrix) -> Corners:
    placed = np.array(corners) @ matrix[:, :2].T + matrix[:, 2]
    return [(float(x), float(y)) for x, y in placed]


def _box(across: list[float], down: list[float]) -> Box:
    """Return the box around places that are shares of width and height, never empty."""
    left, top, right, bottom = WHOLE
    return (
        min(max(left, round(min(across) * right)), right - 1),
        min(max(top, round(min(down) * bottom)), bottom - 1),
        max(min(right, round(max(across) * right)), left + 1),
        max(min(bottom, round(max(down) * bottom)), top + 1),
    )
