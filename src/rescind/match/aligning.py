"""Agreements of moments put in order: which of them lie on one line of time.

A copy runs at one speed, so a moment at second t of it shows second a * t + b of the original. All agreements
vote for pairs of a and b; those near the winning line, without long gaps, make a run; what is left votes again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rescind.match.moments import Agreement, Moment

SLOWEST, FASTEST = 0.5, 2.0
"""How many seconds of the original may pass in a second of the copy."""

TOLERANCE: Final = 0.6
"""Seconds by which a moment may lie off the line: the grid of the other side, and frames left out by an encoder."""

GAP: Final = 5.0
"""Seconds of the other without any agreement that end a run, when at least `GAP_MOMENTS` moments are in them."""

GAP_MOMENTS: Final = 3
MOST_RUNS: Final = 40

_SPEEDS = np.unique(
    np.concatenate((np.geomspace(SLOWEST, FASTEST, 49), (1.0, 0.8, 1.25, 1.5, 24 / 25, 25 / 24)))
)
_STEP: Final = 0.03
_HALVED: Final = 4.0
"""Bits by which an agreement must be farther than the nearest one to count half."""

CHANGED, CHANGED_SHARE = 0.4, 0.1
"""Votes, and share of all votes, by which another speed must win over an unchanged one."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Run:
    """Agreements in the order of time, one for each moment of the other; `speed` and `start` are a and b."""

    agreements: tuple[Agreement, ...]
    speed: float
    start: float


@dataclass(frozen=True, slots=True)
class _Columns:
    """The agreements as columns: when each is shown in either video."""

    mine_from: Numbers
    mine_to: Numbers
    other_from: Numbers
    other_to: Numbers
    number: NDArray[np.intp]
    distance: Numbers

    def only(self, rows: NDArray[np.bool_]) -> "_Columns":
        return _Columns(*(getattr(self, name)[rows] for name in self.__slots__))


def runs(
    agreements: Sequence[Agreement], mine: Sequence[Moment], other: Sequence[Moment], *, timed: bool = True
) -> tuple[Run, ...]:
    """Return the runs, those with most moments first; no moment of the other is in two of them.

    `timed` is False when the times of the other are not known, but only their order.
    """
    left = list(agreements)
    found: list[Run] = []
    while left and len(found) < MOST_RUNS:
        run = _longest(left, mine, other) if timed else _in_order(left, mine)
        found.append(run)
        used = {one.other for one in run.agreements}
        left = [one for one in left if one.other not in used]
    return tuple(sorted(found, key=lambda run: -len(run.agreements)))


def _longest(left: list[Agreement], mine: Sequence[Moment], other: Sequence[Moment]) -> Run:
    columns = _columns(left, mine, other)
    speed, start = _voted(columns)
    near = np.flatnonzero(_off(columns, speed, start) <= TOLERANCE)
    chosen = _one_each(left, columns, near, speed, start)
    if len(chosen) < 2:  # nothing lies in a row with anything, so the most alike goes first
        return Run((min(left, key=lambda one: one.distance),), 1.0, 0.0)
    return Run(_without_gaps(chosen, other), speed, start)


def _columns(left: list[Agreement], mine: Sequence[Moment], other: Sequence[Moment]) -> _Columns:
    return _Columns(
        np.array([mine[one.mine].at - one.between for one in left]),
        np.array([mine[one.mine].until + one.between for one in left]),
        np.array([other[one.other].at for one in left]),
        np.array([other[one.other].until for one in left]),
        np.array([one.other for one in left]),
        np.array([one.distance for one in left], dtype=np.float64),
    )


def _voted(columns: _Columns) -> tuple[float, float]:
    """Return the speed and the start that most moments of the other agree with; an unchanged speed goes first."""
    weight = _weights(columns)
    best = _best_of(_SPEEDS, columns, weight)
    closer = best[1] * np.linspace(1 - _STEP, 1 + _STEP, 9)
    _, speed, start = max(best, _best_of(closer, columns, weight))
    return speed, start


def _weights(columns: _Columns) -> Numbers:
    """Return the share of its vote that each moment of the other gives to each of its agreements: in a still
    scene nearly all are alike, and the nearest is the likeliest.
    """
    _, place = np.unique(columns.number, return_inverse=True)
    nearest = np.full(place.max() + 1, np.inf)
    np.minimum.at(nearest, place, columns.distance)
    share = np.exp2((nearest[place] - columns.distance) / _HALVED)
    return share / np.bincount(place, weights=share)[place]


def _best_of(speeds: Numbers, columns: _Columns, weight: Numbers) -> tuple[float, float, float]:
    """Return the votes, the speed and the start of the speed with most votes."""
    tried = ((*_densest(columns, float(speed), weight), float(speed)) for speed in speeds)
    handicap = CHANGED + CHANGED_SHARE * weight.sum()
    votes, start, speed = max(
        (votes - handicap * (speed != 1), start, speed) for votes, start, speed in tried
    )
    return votes, speed, start


def _densest(columns: _Columns, speed: float, weight: Numbers) -> tuple[float, float]:
    """Return the most votes that a start has at this speed, and that start.

    An agreement votes for every start at which its two moments meet, so a still scene votes for many.
    """
    low = columns.mine_from - speed * columns.other_to - TOLERANCE / 2
    high = columns.mine_to - speed * columns.other_from + TOLERANCE / 2
    ends = np.concatenate((low, high))
    order = np.argsort(ends, kind="stable")
    votes = np.cumsum(np.concatenate((weight, -weight))[order])
    most = int(np.argmax(votes))
    return float(votes[most]), float(ends[order[most : most + 2]].mean())


def _off(columns: _Columns, speed: float, start: float) -> Numbers:
    """Return by how many seconds each agreement misses the line: 0 where the two moments meet on it."""
    first, last = speed * columns.other_from + start, speed * columns.other_to + start
    return np.maximum(0.0, np.maximum(columns.mine_from - last, first - columns.mine_to))


def _one_each(
    left: list[Agreement], columns: _Columns, near: NDArray[np.intp], speed: float, start: float
) -> list[Agreement]:
    """Return for each moment of the other the agreement nearest to the line, in the order of the other."""
    off = _off(columns, speed, start)
    best: dict[int, int] = {}
    for row in near.tolist():
        before = best.get(left[row].other)
        if before is None or (off[row], left[row].distance) < (off[before], left[before].distance):
            best[left[row].other] = row
    return [left[best[number]] for number in sorted(best)]


def _without_gaps(chosen: list[Agreement], other: Sequence[Moment]) -> tuple[Agreement, ...]:
    """Return the longest piece between gaps."""
    pieces: list[list[Agreement]] = [[chosen[0]]]
    for before, then in pairwise(chosen):
        long = other[then.other].at - other[before.other].until > GAP
        if long and then.other - before.other > GAP_MOMENTS:
            pieces.append([])
        pieces[-1].append(then)
    return tuple(pieces[max(range(len(pieces)), key=lambda place: len(pieces[place]))])


def _in_order(left: list[Agreement], mine: Sequence[Moment]) -> Run:
    """Return the longest row of agreements in which the moments of both come one after the other."""
    ranked = sorted(left, key=lambda one: (one.other, mine[one.mine].at))
    length, before = [1] * len(ranked), [-1] * len(ranked)
    for this, one in enumerate(ranked):
        for earlier in range(this):
            prior = ranked[earlier]
            follows = prior.other < one.other and mine[prior.mine].at <= mine[one.mine].until
            if follows and length[earlier] + 1 > length[this]:
                length[this], before[this] = length[earlier] + 1, earlier
    at = max(range(len(ranked)), key=lambda this: (length[this], -ranked[this].distance))
    row = []
    while at >= 0:
        row.append(ranked[at])
        at = before[at]
    return Run(tuple(reversed(row)), 1.0, 0.0)
