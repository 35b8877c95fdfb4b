"""Which moments of a video are fingerprinted, and which of those are kept.

Moments lie on a grid of time and at changes of scene. A copy has other frames, and its clock may start
elsewhere, so no rule picks the very same frames again: the video that is looked for is kept closely, and
whatever it is compared with needs to be seen only here and there.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from rescind import kernel
from rescind.fingerprint.values import PLAIN_BELOW
from rescind.fingerprint.video.values import Sampling

STEP: Final = {Sampling.DENSE: 0.25, Sampling.GRID: 1.0, Sampling.KEYS: 0.0, Sampling.EVERY: 0.0}
"""Seconds between two moments on the grid."""

SCENE_GAP: Final = 0.1
"""Seconds that lie at least between two fingerprints, however wildly the scenes change."""

LOOK_GAP: Final = 0.08
"""Seconds between two frames that are looked at for a change of scene: a player shows more, but no moment is shorter."""

SCENE_CHANGE: Final = 14.0
"""Mean difference of brightness, of 255, from one look to the next that makes a new scene."""

SCENE_TIMES: Final = 2.0
"""And how many times the usual change it must be, so that a fast pan is one scene."""

USUAL_SHARE: Final = 0.2
"""How much each change counts in the usual one."""

ALIKE_WITHIN: Final = 8
"""Bits; frames this near to the last one kept add nothing. Measured: docs/decisions/0013-video.md."""

PLAIN_GAP: Final = 2.0
"""Seconds between two frames that are kept although they are plain."""

KEY_MOMENT_GAP: Final = 2.0
"""Seconds of a video that is kept after which a moment gets panels and parts, besides the first of each scene; of
a video that is compared with it every moment does.
"""


class Chooser:
    """Sees the frames of one video in the order of time."""

    def __init__(self, sampling: Sampling) -> None:
        self._step = STEP[sampling]
        self._due = 0.0
        self._hashed_at, self._looked_at = -SCENE_GAP, -LOOK_GAP
        self._before: NDArray[np.int16] | None = None
        self._new_scene = True
        self._usual: float | None = None

    def looks(self, at: float) -> bool:
        """Whether to look at the frame that is shown at this second at all; if so, ask `wants` next."""
        if at < self._looked_at + LOOK_GAP:
            return False
        self._looked_at = at
        return True

    def wants(self, at: float, thumbnail: NDArray[np.uint8]) -> bool:
        """Whether to fingerprint the frame that is shown at this second and looks like this."""
        self._new_scene |= self._changed(thumbnail.astype(np.int16))
        due = at >= self._due
        if not due and not (self._new_scene and at >= self._hashed_at + SCENE_GAP):
            return False
        if due and self._step:
            self._due = (at // self._step + 1) * self._step
        self._hashed_at = at
        return True

    def is_new_scene(self) -> bool:
        """Whether the frame fingerprinted last is the first of its scene; asked once for each."""
        new, self._new_scene = self._new_scene, False
        return new

    def _changed(self, thumbnail: NDArray[np.int16]) -> bool:
        before, self._before = self._before, thumbnail
        if before is None or before.shape != thumbnail.shape:
            return True
        change = float(np.abs(thumbnail - before).mean())
        usual = change if self._usual is None else self._usual
        self._usual = usual + (change - usual) * USUAL_SHARE
        return change > max(SCENE_CHANGE, SCENE_TIMES * usual)


class Keeper:
    """Decides which fingerprints are kept, and which of those get panels and parts."""

    def __init__(self, sampling: Sampling) -> None:
        self._every = sampling is Sampling.EVERY
        self._key_gap = KEY_MOMENT_GAP if sampling is Sampling.DENSE else 0.0
        self._bits: bytes | None = None
        self._at = self._key_at = 0.0
        self._plain = False

    def keeps(self, at: float, bits: bytes, quality: int) -> bool:
        """Whether this moment is told apart from the last one kept."""
        if self._every:
            return True
        plain = quality < PLAIN_BELOW
        again = plain and self._plain and at - self._at < PLAIN_GAP
        if self._bits is not None and (again or kernel.distance(bits, self._bits) <= ALIKE_WITHIN):
            return False
        self._bits, self._at, self._plain = bits, at, plain
        return True

    def is_key(self, at: float, new_scene: bool) -> bool:
        """Whether the moment just kept gets panels and parts."""
        key = new_scene or at == 0 or at - self._key_at >= self._key_gap
        if key:
            self._key_at = at
        return key
