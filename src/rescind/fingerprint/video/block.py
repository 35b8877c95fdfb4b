"""Moments in a row, finished together: what is found in several frames is cut out of each of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rescind import kernel
from rescind.fingerprint.values import PLAIN_BELOW, Box, Fingerprint, How, Panel, PanelKind, Parts, Wanted
from rescind.fingerprint.video.luma import Luma
from rescind.fingerprint.video.trim import Rectangle, picture_within
from rescind.fingerprint.video.values import Frame

LONGEST = 12
"""Moments that are held, with their pixels, before they are finished."""

_WHOLE = 10_000
_ALIKE = 120


@dataclass(slots=True)
class Moment:
    """A moment that is kept: as in `Frame`, with its pixels still there."""

    at: float
    until: float
    scene: bool
    luma: Luma
    panels: tuple[Panel, ...] = ()
    parts: Parts | None = None


class Block:
    """Holds moments until there are enough of them, or of another size, or no more."""

    def __init__(self, wanted: Wanted, how: How, *, trims: bool) -> None:
        self._trims = trims
        self._wanted = wanted
        self._how = how
        self._moments: list[Moment] = []

    def last(self) -> Moment | None:
        """Return the moment added last, while it is still held."""
        return self._moments[-1] if self._moments else None

    def add(self, moment: Moment) -> Iterator[Frame]:
        """Hold one more; yield frames that are finished by that."""
        if self._moments and (
            len(self._moments) >= LONGEST or self._moments[0].luma.shape != moment.luma.shape
        ):
            yield from self.finish()
        self._moments.append(moment)

    def finish(self) -> Iterator[Frame]:
        """Yield the frames of all that is held."""
        moments, self._moments = self._moments, []
        within = picture_within([moment.luma for moment in moments]) if moments and self._trims else None
        for moment in moments:
            yield self._frame(moment, within)

    def _frame(self, moment: Moment, within: Rectangle | None) -> Frame:
        turns, quality = self._prints(moment.luma)
        trimmed = self._trimmed(moment.luma, within) if within else ()
        others = tuple(one for one in moment.panels if not trimmed or not _alike(one.box, trimmed[0].box))
        panels = (*trimmed, *others)
        seen = Fingerprint(turns, quality, self._how, None, panels, moment.parts)
        return Frame(moment.at, moment.until, seen, moment.scene)

    def _trimmed(self, luma: Luma, within: Rectangle) -> tuple[Panel, ...]:
        left, top, right, bottom = within
        turns, quality = self._prints(np.ascontiguousarray(luma[top:bottom, left:right]))
        if quality < PLAIN_BELOW:
            return ()
        tall, wide = luma.shape
        across = (round(left * _WHOLE / wide), round(right * _WHOLE / wide))
        down = (round(top * _WHOLE / tall), round(bottom * _WHOLE / tall))
        return (Panel(PanelKind.TRIMMED, (across[0], down[0], across[1], down[1]), turns, quality),)

    def _prints(self, luma: Luma) -> tuple[tuple[bytes, ...], int]:
        tall, wide = luma.shape
        if self._wanted.turns:
            return kernel.pdq_turns(luma, width=wide, height=tall, channels=1)
        bits, quality = kernel.pdq(luma, width=wide, height=tall, channels=1)
        return (bits,), quality


def _alike(one: Box, other: Box) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
