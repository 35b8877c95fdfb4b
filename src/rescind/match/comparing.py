"""Compare one picture with another, however the other was turned or mirrored."""

from dataclasses import dataclass
from enum import StrEnum

from rescind import kernel
from rescind.fingerprint import Fingerprint
from rescind.match.index import MatchError
from rescind.match.thresholds import NEAR_WITHIN, SAME_WITHIN


class TurnsMissing(MatchError):
    """My picture was fingerprinted without its turns, so turned and mirrored copies would be passed over."""


class Likeness(StrEnum):
    """How alike two pictures are."""

    SAME = "same"
    NEAR = "near"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`distance` is in bits, 0 to 256. `turn`, one of `rescind.kernel.TURNS`, says what was done to my picture to make
    the other: "turned_90" means that mine, turned clockwise by a quarter, is what the other shows upright.
    """

    distance: int
    likeness: Likeness
    turn: str


def compare(mine: Fingerprint, other: Fingerprint) -> Comparison:
    """Return how far apart two pictures are in the turn of mine that comes nearest to the other; the first
    such turn in the order of `TURNS` when several do.

    Of the other only the upright fingerprint counts, so it may have been made without turns. When either is
    too plain to be told apart from others, the likeness is NONE whatever the distance. Raises TurnsMissing
    when mine does not have all eight.
    """
    if len(mine.turns) != len(kernel.TURNS):
        raise TurnsMissing
    distances = [kernel.distance(turn, other.bits) for turn in mine.turns]
    distance = min(distances)
    turn = kernel.TURNS[distances.index(distance)]
    if mine.plain or other.plain:
        return Comparison(distance, Likeness.NONE, turn)
    return Comparison(distance, _likeness(distance), turn)


def _likeness(distance: int) -> Likeness:
    if distance <= SAME_WITHIN:
        return Likeness.SAME
    return Likeness.NEAR if distance <= NEAR_WITHIN else Likeness.NONE
