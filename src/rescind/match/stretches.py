"""Which stretches of one's own video another video, a picture or a row of pictures shows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Final

from rescind.fingerprint import VideoFingerprint
from rescind.match.aligning import Run, runs
from rescind.match.comparing import Extent, Likeness
from rescind.match.moments import Agreement, Moment, Prints, Seen, moments_of
from rescind.match.moments_by_parts import PartsOfMoments

LOOK_EVERY: Final = 0.9
"""Seconds between two moments of the other that are looked up, besides the ends of its scenes."""

FIRST_BY_PARTS, MOST_BY_PARTS = 8, 60
"""Moments of the other that are compared by parts: so many at first, and further ones if something is alike."""

MOSTLY: Final = 4
"""Parts are left alone where fewer than one in so many moments is alike in no other way."""

FEW: Final = 40
"""So many moments of the other are all looked up."""

APART: Final = 0.5
"""Seconds between two moments that count as two."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `mine_from` to `mine_to` my video is what the other shows from `other_from` to `other_to`, in seconds.

    A single moment has the same start and end. Of `of` moments of the other that were looked up between those,
    `agreeing` are alike; `distance` is the middle one of theirs, in bits. `likeness` is SAME or NEAR; `turn`,
    `extent` and `share` are as in `Comparison`, of most of the moments. `speed` is how many seconds of mine pass
    in a second of the other, 1 when that cannot be told.
    """

    mine_from: float
    mine_to: float
    other_from: float
    other_to: float
    agreeing: int
    of: int
    likeness: Likeness
    distance: int
    turn: str
    extent: Extent
    share: float = 1.0
    speed: float = 1.0


def stretches(mine: Seen, other: Seen) -> tuple[Stretch, ...]:
    """Return what the two have in common, in the order of the other; nothing when they have nothing.

    Either may be a video, a picture, or a row of pictures in their order (the tiles of a sheet, the frames of an
    animation), whose times then count one a second. Mine must have its turns, of the other the upright prints
    count. Raises TurnsMissing.
    """
    return Reel(mine).stretches(other)


class Reel:
    """Something of one's own, made ready to be compared with many others."""

    def __init__(self, mine: Seen) -> None:
        """Raises TurnsMissing when it was fingerprinted without its turns."""
        self._moments = moments_of(mine)
        self._prints = Prints(self._moments)
        self._parts = PartsOfMoments(self._moments)

    def stretches(self, other: Seen) -> tuple[Stretch, ...]:
        """Return the stretches, as `rescind.match.stretches` does."""
        theirs = moments_of(other)
        looked = _looked_up(theirs)
        timed = isinstance(other, VideoFingerprint)
        agreements = self._agreements(theirs, looked)
        found = (
            _stretch(run, self._moments, theirs, looked, timed=timed)
            for run in runs(agreements, self._moments, theirs, timed=timed)
        )
        return tuple(sorted((one for one in found if one), key=lambda one: one.other_from))

    def _agreements(self, theirs: Sequence[Moment], looked: list[int]) -> list[Agreement]:
        """Return what agrees as a whole or as a panel; of moments that have nothing of that, what does by parts."""
        found = list(self._prints.alike((number, theirs[number]) for number in looked))
        known = {one.other for one in found}
        left = [number for number in looked if number not in known and theirs[number].print.parts]
        if len(left) * MOSTLY > len(looked):
            found += self._by_parts(theirs, left)
        return found

    def _by_parts(self, theirs: Sequence[Moment], left: list[int]) -> list[Agreement]:
        """Return what agrees by parts: of a few moments first, and of more when any of those do."""
        few = left[:: -(-len(left) // FIRST_BY_PARTS)]
        found = list(self._parts.alike((number, theirs[number]) for number in few))
        if not found:
            return []
        more = [number for number in left if number not in few]
        some = more[:: -(-len(more) // MOST_BY_PARTS) or 1]
        return found + list(self._parts.alike((number, theirs[number]) for number in some))


def _looked_up(theirs: Sequence[Moment]) -> list[int]:
    """Return the numbers of the moments that are looked up: those that tell something, not all too close."""
    telling = [number for number, moment in enumerate(theirs) if moment.print.tells]
    if len(telling) <= FEW:
        return telling
    return list(_spaced(telling, theirs))


def _spaced(numbers: Sequence[int], theirs: Sequence[Moment]) -> Iterator[int]:
    last = -LOOK_EVERY
    for number in numbers:
        if theirs[number].at >= last + LOOK_EVERY:
            last = theirs[number].at
            yield number


def _stretch(
    run: Run, mine: Sequence[Moment], other: Sequence[Moment], looked: list[int], *, timed: bool
) -> Stretch | None:
    first, last = run.agreements[0], run.agreements[-1]
    likeness = _likeness(run.agreements, mine, other, timed=timed)
    if likeness is Likeness.NONE:
        return None
    start, _ = _met(first, run, mine, other)
    _, end = _met(last, run, mine, other)
    turn, extent = _most(run.agreements)
    return Stretch(
        start,
        max(start, end),
        other[first.other].at,
        other[last.other].until,
        len(run.agreements),
        _compared(run, other, looked),
        likeness,
        median_low(one.distance for one in run.agreements),
        turn,
        extent,
        max(one.share for one in run.agreements if one.extent is extent),
        run.speed,
    )


def _compared(run: Run, other: Sequence[Moment], looked: list[int]) -> int:
    """Return how many moments between the first and the last could have agreed in the way that those did."""
    first, last = run.agreements[0].other, run.agreements[-1].other
    by_parts = all(one.between for one in run.agreements)
    return sum(first <= one <= last and bool(other[one].print.parts or not by_parts) for one in looked)


def _met(one: Agreement, run: Run, mine: Sequence[Moment], other: Sequence[Moment]) -> tuple[float, float]:
    """Return from when to when of mine the two moments are shown together, were both at this speed."""
    ours, theirs = mine[one.mine], other[one.other]
    if len(run.agreements) == 1:
        return ours.at, ours.at + min(ours.until - ours.at, theirs.until - theirs.at)
    first, last = (run.speed * second + run.start for second in (theirs.at, theirs.until))
    return min(max(first, ours.at), ours.until), min(max(last, ours.at), ours.until)


def _likeness(
    row: Sequence[Agreement], mine: Sequence[Moment], other: Sequence[Moment], *, timed: bool
) -> Likeness:
    """Return SAME when two moments surely are, or the only one; NEAR when two are near, or the only picture.

    Of two videos a single moment that is alike by parts alone is NEAR: so many are weighed.
    """
    sure = [one for one in row if one.sure]
    if _apart(sure, mine, other):
        return Likeness.SAME
    if len(row) == 1 and sure and (not timed or not sure[0].between):
        return Likeness.SAME
    return Likeness.NEAR if sure or not timed or _apart(row, mine, other) else Likeness.NONE


def _apart(row: Sequence[Agreement], mine: Sequence[Moment], other: Sequence[Moment]) -> bool:
    """Whether there are two different moments among these, in either of the two."""
    if not row:
        return False
    first, last = row[0], row[-1]
    moved = other[last.other].at - other[first.other].at >= APART
    return first.mine != last.mine and moved and mine[last.mine].at != mine[first.mine].at


def _most(row: Sequence[Agreement]) -> tuple[str, Extent]:
    """Return the turn and the extent that most moments have, of the nearest ones where they are even."""
    ranked = sorted(row, key=lambda one: one.distance)
    (both, _), *_ = Counter((one.turn, one.extent) for one in ranked).most_common(1)
    return both
