"""Which of the person's own pictures and videos a picture or a video found somewhere is like."""

from collections.abc import Callable, Sequence
from typing import Protocol

from rescind.fingerprint import Fingerprint, VideoFingerprint
from rescind.match import Comparison, Likeness, Stretch
from rescind.person.sighting import Passage
from rescind.person.watch.look import Clock, Compare, Likely, Mine, MyVideo

Seen = Fingerprint | VideoFingerprint


class Reel(Protocol):
    """One of the person's own, made ready to be compared with many others; see `rescind.match.Reel`."""

    def stretches(self, other: Seen) -> Sequence[Stretch]:
        """Return what the two have in common."""
        ...


class Alike:
    """The person's own, ready to be compared with. `reel` makes one of them ready for comparison with a video."""

    def __init__(
        self,
        mine: Sequence[Mine | MyVideo],
        *,
        compare: Compare,
        reel: Callable[[Seen], Reel],
        clock: Clock,
    ) -> None:
        self._mine = tuple(mine)
        self._compare = compare
        self._make_reel = reel
        self._clock = clock
        self._reels: dict[int, Reel] = {}

    def to_picture(self, other: Fingerprint) -> tuple[Likely, ...]:
        """Return which of mine a picture is like: pictures, and videos that it may be a moment of. A picture that
        shows several, one after the other or side by side, may be like any of mine in one of them.
        """
        found = (
            self._picture(mine, other) if isinstance(mine, Mine) else self._moment(place, mine, other)
            for place, mine in enumerate(self._mine)
        )
        return tuple(likely for likely in found if likely is not None)

    def to_video(self, other: VideoFingerprint) -> tuple[Likely, ...]:
        """Return which of mine a video shows: videos, and pictures that may be a moment of it."""
        found = (self._moment(place, mine, other) for place, mine in enumerate(self._mine))
        return tuple(likely for likely in found if likely is not None)

    def _picture(self, mine: Mine, other: Fingerprint) -> Likely | None:
        """Return how a picture of mine is like another, or like one of those it shows in a row."""
        found = self._compare(mine.fingerprint, other)
        if found.likeness is Likeness.NONE and other.row:
            shown = (Fingerprint((one.bits,), one.quality, other.how) for one in other.row)
            found = min((self._compare(mine.fingerprint, one) for one in shown), key=_nearness)
        return None if found.likeness is Likeness.NONE else Likely(mine.number, found, self._clock())

    def _moment(self, place: int, mine: Mine | MyVideo, other: Seen) -> Likely | None:
        """Return how two of which one at least is a video are alike: as their best stretch is, and all stretches."""
        stretches = self._reel(place, mine).stretches(other)
        if not stretches:
            return None
        best = min(stretches, key=_order)
        comparison = Comparison(best.distance, best.likeness, best.turn, best.extent, best.share)
        passages = sorted(map(_passage, stretches), key=lambda one: (one.copy_from, one.mine_from))
        return Likely(mine.number, comparison, self._clock(), tuple(passages))

    def _reel(self, place: int, mine: Mine | MyVideo) -> Reel:
        """Return one of mine, made ready when it is first needed."""
        if place not in self._reels:
            self._reels[place] = self._make_reel(mine.fingerprint if isinstance(mine, Mine) else mine.video)
        return self._reels[place]


def _nearness(found: Comparison) -> tuple[int, int]:
    """Return the place of a comparison among others: the surest first."""
    return tuple(Likeness).index(found.likeness), found.distance


def _order(found: Stretch) -> tuple[int, int]:
    """Return the place of a stretch among others: the surest first."""
    return tuple(Likeness).index(found.likeness), found.distance


def _passage(stretch: Stretch) -> Passage:
    """Return the stretch as it is told."""
    return Passage(
        stretch.mine_from, stretch.mine_to, stretch.other_from, stretch.other_to, stretch.agreeing, stretch.of
    )
