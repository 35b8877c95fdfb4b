"""Which moments of two videos show parts of the same picture: what was cropped, covered or framed is found so.

Only some moments have parts, and weighing two against each other costs a thousand times a glance at their prints.
So all parts of many of my moments are looked through at once, and only the moments with most pairs are weighed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from rescind import kernel
from rescind.fingerprint import Fingerprint
from rescind.match.comparing import Extent
from rescind.match.moments import Agreement, Moment
from rescind.match.placing import FEWEST, place
from rescind.match.thresholds import PART_WITHIN

WEIGHED: Final = 5
"""Moments of mine that are weighed against one of the other."""

BETWEEN: Final = 1.0
"""Seconds by which my moments with parts lie apart from those without, half of what is between two."""

_PRINT: Final = 32
_MOST_ROWS: Final = 60_000


class PartsOfMoments:
    """The parts of all my moments that have any, in tables that are looked through at once."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        self._moments = moments
        self._tables: list[tuple[bytes, np.ndarray]] = []
        prints: bytearray = bytearray()
        owners: list[int] = []
        for number, moment in enumerate(moments):
            own = moment.print.parts.prints if moment.print.parts else b""
            if len(prints) + len(own) > _MOST_ROWS * _PRINT:
                self._tables.append((bytes(prints), np.array(owners)))
                prints, owners = bytearray(), []
            prints += own
            owners += [number] * (len(own) // _PRINT)
        if owners:
            self._tables.append((bytes(prints), np.array(owners)))

    def alike(self, others: Iterable[tuple[int, Moment]]) -> Iterator[Agreement]:
        """Yield what agrees with these moments of the other, in their order."""
        for number, moment in others:
            for mine in self._likely(moment.print):
                placed = place(self._moments[mine].print, moment.print)
                if placed:
                    yield Agreement(
                        mine,
                        number,
                        placed.distance,
                        placed.turn,
                        Extent.PART,
                        placed.share,
                        sure=placed.sure,
                        between=BETWEEN,
                    )

    def _likely(self, other: Fingerprint) -> list[int]:
        """Return the moments of mine with most parts like those of the other, the likeliest first."""
        if not other.parts or not self._tables:
            return []
        votes = np.zeros(len(self._moments), np.intp)
        for prints, owners in self._tables:
            for theirs in (other.parts.prints, other.parts.mirrored):
                found = np.frombuffer(kernel.pairs(prints, theirs, PART_WITHIN), np.uint16).reshape(-1, 3)
                votes += np.bincount(owners[found[:, 0]], minlength=len(votes))
        likely = np.argsort(-votes, kind="stable")[:WEIGHED]
        return [int(one) for one in likely if votes[one] >= FEWEST]
