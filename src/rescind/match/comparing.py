"""Compare one picture with another, however the other was turned, mirrored, framed or cut."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rescind import kernel
from rescind.fingerprint import WHOLE, Box, Fingerprint, PanelKind
from rescind.match.errors import MatchError
from rescind.match.placing import place
from rescind.match.thresholds import NEAR_WITHIN, SAME_WITHIN


class TurnsMissing(MatchError):
    """My picture was fingerprinted without its turns, so turned and mirrored copies would be passed over."""


class Likeness(StrEnum):
    """How alike two pictures are."""

    SAME = "same"
    NEAR = "near"
    NONE = "none"


class Extent(StrEnum):
    """What of the two pictures is alike: all of both; all but a border or what a screen shows around one of
    them; or a part of mine.
    """

    WHOLE = "whole"
    TRIMMED = "trimmed"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`turn`, one of `rescind.kernel.TURNS`, says what was done to my picture to make the other: "turned_90"
    means that mine, turned clockwise by a quarter, is what the other shows upright.

    `distance` is in bits, 0 to 256, of the prints that are alike; for a part, the middle one of its parts'.
    `share` is how much of my picture's area the other shows, above 0 and at most 1. `box` is where in the
    other it lies. `agreeing` counts the parts that lie as one placement of my picture would have them; it is 0
    where parts were not needed.
    """

    distance: int
    likeness: Likeness
    turn: str
    extent: Extent = Extent.WHOLE
    share: float = 1.0
    box: Box = WHOLE
    agreeing: int = 0


@dataclass(frozen=True, slots=True)
class _View:
    """One rectangle of a picture that may be alike: the whole or a panel."""

    turns: tuple[bytes, ...]
    extent: Extent
    box: Box


def compare(mine: Fingerprint, other: Fingerprint) -> Comparison:
    """Return how two pictures are most alike: as wholes before panels, panels before parts.

    Each comes in the turn of mine that is nearest to the other; the first such turn in the order of `TURNS`
    when several are. Of the other only upright prints count, so it may have been made without turns. What is
    too plain to be told apart from others is like nothing, whatever the distance. Raises TurnsMissing when
    mine does not have all eight.
    """
    if len(mine.turns) != len(kernel.TURNS):
        raise TurnsMissing
    best = _wholes(mine, other)
    if not _settled(best):
        best = min((best, *_panels(mine, other)), key=_order)
    if not _settled(best):
        best = min((best, *_parts(mine, other)), key=_order)
    return best


def _settled(found: Comparison) -> bool:
    """Return whether nothing better can be found: all of my picture is surely there."""
    return found.likeness is Likeness.SAME and found.share == 1


def _order(found: Comparison) -> tuple[int, float]:
    """Return the place in which one comparison goes before another: what is surer, then what shows more of my
    picture, by tenths; the earlier of equals comes first.
    """
    return tuple(Likeness).index(found.likeness), -round(found.share, 1)


def _wholes(mine: Fingerprint, other: Fingerprint) -> Comparison:
    found = _nearest(_whole(mine), _whole(other))
    if mine.plain or other.plain:
        return Comparison(found.distance, Likeness.NONE, found.turn)
    return found


def _panels(mine: Fingerprint, other: Fingerprint) -> Iterator[Comparison]:
    """Yield every comparison in which a panel of either takes part, panels against wholes first."""
    of_mine, of_other = _views(mine), _views(other)
    for number, (ours, theirs) in enumerate((a, b) for a in of_mine for b in of_other):
        if number or mine.plain or other.plain:
            yield _nearest(ours, theirs)


def _views(picture: Fingerprint) -> tuple[_View, ...]:
    """Return the whole, unless it is too plain, and the panels."""
    extents = {PanelKind.TRIMMED: Extent.TRIMMED, PanelKind.PANEL: Extent.PART}
    panels = tuple(_View(one.turns, extents[one.kind], one.box) for one in picture.panels)
    return panels if picture.plain else (_whole(picture), *panels)


def _whole(picture: Fingerprint) -> _View:
    return _View(picture.turns, Extent.WHOLE, WHOLE)


def _nearest(mine: _View, other: _View) -> Comparison:
    distances = [kernel.distance(turn, other.turns[0]) for turn in mine.turns]
    distance = min(distances)
    framed = Extent.TRIMMED if other.extent is not Extent.WHOLE else Extent.WHOLE
    extent = framed if mine.extent is Extent.WHOLE else mine.extent
    turn = kernel.TURNS[distances.index(distance)]
    return Comparison(distance, _likeness(distance), turn, extent, _area(mine.box), other.box)


def _area(box: Box) -> float:
    left, top, right, bottom = box
    return (right - left) * (bottom - top) / (WHOLE[2] * WHOLE[3])


def _parts(mine: Fingerprint, other: Fingerprint) -> Iterator[Comparison]:
    """Yield the comparison by parts, where both have any and they lie in one placement."""
    placed = place(mine, other)
    if placed:
        likeness = Likeness.SAME if placed.sure else Likeness.NEAR
        yield Comparison(
            placed.distance, likeness, placed.turn, Extent.PART, placed.share, placed.box, placed.agreeing
        )


def _likeness(distance: int) -> Likeness:
    if distance <= SAME_WITHIN:
        return Likeness.SAME
    return Likeness.NEAR if distance <= NEAR_WITHIN else Likeness.NONE
