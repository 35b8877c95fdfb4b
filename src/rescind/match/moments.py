"""Which moments of two videos show the same picture: every moment of the one against the prints of the other.

The prints of mine lie in one table, all turns of the whole frame and of what is within its bars; those of the
other are looked up in it one by one. Nothing is decided here about time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rescind import kernel
from rescind.fingerprint import WHOLE, Box, Fingerprint, Frame, PanelKind, VideoFingerprint
from rescind.kernel import TURNS
from rescind.match.comparing import Extent, TurnsMissing
from rescind.match.thresholds import MIN_QUALITY, NEAR_WITHIN, SAME_WITHIN

SHOWN_AT_MOST: Final = 1.0
"""Seconds by which a frame is taken to be shown after it was last seen, until the next one is."""

MOST_AGREEING: Final = 24
"""Moments of mine that are kept for one of the other: a still scene has many, and the nearest tell enough."""

_BITS: Final = 32


@dataclass(frozen=True, slots=True)
class Moment:
    """One picture and when it is shown, in seconds from the start."""

    at: float
    until: float
    print: Fingerprint


@dataclass(frozen=True, slots=True)
class Agreement:
    """Moment number `mine` of mine and number `other` of the other are alike, in this turn of mine.

    `sure` says whether they are the same, or only near. `between` is by how many seconds either may really be
    shown earlier or later, because not every moment of mine was looked through.
    """

    mine: int
    other: int
    distance: int
    turn: str
    extent: Extent
    share: float = 1.0
    sure: bool = True
    between: float = 0.0


Seen = VideoFingerprint | Fingerprint | Sequence[Fingerprint]


def moments_of(seen: Seen) -> tuple[Moment, ...]:
    """Return the moments of a video, of an animation or of a sheet's tiles; one for another picture, and one a
    second for pictures whose times are unknown.
    """
    if isinstance(seen, Fingerprint):
        return tuple(_row(seen)) if seen.row else (Moment(0.0, 0.0, seen),)
    if isinstance(seen, VideoFingerprint):
        return tuple(_shown(seen.frames))
    return tuple(Moment(float(place), float(place), one) for place, one in enumerate(seen))


def _row(seen: Fingerprint) -> Iterator[Moment]:
    """Yield the picture with all its prints, and then each of those that it shows."""
    yield Moment(0.0, 0.0, seen)
    for one in seen.row:
        if one.bits != seen.bits:
            yield Moment(one.at, one.at, Fingerprint((one.bits,), one.quality, seen.how))


def _shown(frames: Sequence[Frame]) -> Iterator[Moment]:
    """Yield each frame, shown until the next one is unless nobody looked for long."""
    for place, frame in enumerate(frames):
        then = frames[place + 1] if place + 1 < len(frames) else None
        until = min(frame.until + SHOWN_AT_MOST, then.at) if then else frame.until
        yield Moment(frame.at, max(until, frame.until), frame.print)


@dataclass(frozen=True, slots=True)
class _Row:
    moment: int
    turn: int
    extent: Extent
    box: Box


class Prints:
    """The prints of all my moments, to be looked up in. Raises TurnsMissing when there are no turns."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        self._rows: list[_Row] = []
        table = bytearray()
        for number, moment in enumerate(moments):
            for extent, box, turns in _views(moment.print):
                if len(turns) != len(TURNS):
                    raise TurnsMissing
                self._rows += [_Row(number, turn, extent, box) for turn in range(len(turns))]
                table += b"".join(turns)
        self._table = bytes(table)

    def alike(self, others: Iterable[tuple[int, Moment]]) -> Iterator[Agreement]:
        """Yield what agrees with these moments of the other, in their order, the nearest first."""
        for number, moment in others:
            best: dict[int, Agreement] = {}
            for found in self._found(number, moment.print):
                before = best.get(found.mine)
                if before is None or found.distance < before.distance:
                    best[found.mine] = found
            yield from sorted(best.values(), key=lambda one: one.distance)[:MOST_AGREEING]

    def _found(self, number: int, other: Fingerprint) -> Iterator[Agreement]:
        for extent, _, turns in _views(other):
            for place, distance in kernel.scan(self._table, turns[0], NEAR_WITHIN):
                row = self._rows[place]
                told = _extent(row.extent, extent)
                sure, share = distance <= SAME_WITHIN, _area(row.box)
                yield Agreement(row.moment, number, distance, TURNS[row.turn], told, share, sure)


def _views(picture: Fingerprint) -> Iterator[tuple[Extent, Box, tuple[bytes, ...]]]:
    """Yield the whole and each panel, unless it is too plain to be told apart from others."""
    if not picture.plain:
        yield Extent.WHOLE, WHOLE, picture.turns
    for panel in picture.panels:
        if panel.quality >= MIN_QUALITY:
            yield (
                Extent.TRIMMED if panel.kind is PanelKind.TRIMMED else Extent.PART,
                panel.box,
                panel.turns,
            )


def _extent(mine: Extent, other: Extent) -> Extent:
    """Return what of the two is alike, as `rescind.match.compare` says it."""
    framed = Extent.TRIMMED if other is not Extent.WHOLE else Extent.WHOLE
    return framed if mine is Extent.WHOLE else mine


def _area(box: Box) -> float:
    left, top, right, bottom = box
    return (right - left) * (bottom - top) / (WHOLE[2] * WHOLE[3])
