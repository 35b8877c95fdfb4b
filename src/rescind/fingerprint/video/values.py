"""What a video becomes: the moments chosen from it, each with its fingerprint, and how it was read."""

from dataclasses import dataclass, field
from enum import StrEnum

from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.values import PLAIN_BELOW


class Sampling(StrEnum):
    """How many moments of a video are looked at.

    DENSE is for a video that is kept and looked for: up to four moments a second, whatever moves. GRID is for a
    video that is compared with one: one moment a second and one at each change of scene. KEYS decodes key
    frames only, for a first look: a tenth of the work, and a short piece between two key frames is missed.
    """

    DENSE = "dense"
    GRID = "grid"
    KEYS = "keys"


class VideoNote(StrEnum):
    """Something a reader should know about how a video was read."""

    TURNED = "turned"
    MIRRORED = "mirrored"
    NOT_SQUARE = "not-square"
    FIRST_PART = "first-part"
    FROM_HIGH_DEPTH = "from-high-depth"


@dataclass(frozen=True, slots=True)
class HowVideo:
    """How a video was read. `width` and `height` are upright, in the video's own pixels; `format` is the kind
    of file, `codec` the kind of picture in it. NOT_SQUARE: a player would stretch the pixels, the fingerprints
    do not. FIRST_PART: only the beginning could be read, and `stopped` says why.
    """

    format: str
    codec: str
    width: int
    height: int
    notes: tuple[VideoNote, ...] = ()
    stopped: Reason | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment: shown from `at` to `until`, in seconds from the start, with hardly any change between.

    `turns` are as in `Fingerprint`: eight prints of 32 bytes, or the upright one. `trimmed` are as many prints
    of the frame without the bars or the padding around it, empty where there are none; `quality` and
    `trimmed_quality` are 0 to 100. `scene` marks the first frame of the video and of each scene.
    """

    at: float
    until: float
    quality: int
    turns: tuple[bytes, ...] = field(repr=False)
    trimmed: tuple[bytes, ...] = field(default=(), repr=False)
    trimmed_quality: int = 0
    scene: bool = False

    @property
    def bits(self) -> bytes:
        """The fingerprint of the upright frame, 32 bytes."""
        return self.turns[0]

    @property
    def plain(self) -> bool:
        """Whether the frame is too plain (dark, one colour) to be told apart from others."""
        return max(self.quality, self.trimmed_quality) < PLAIN_BELOW


@dataclass(frozen=True, slots=True)
class VideoFingerprint:
    """The fingerprints of a video, in the order of time.

    `seconds` is how long the video is, as far as that is known; `seen` up to where it was looked at. `sha256`
    and `md5` are of the whole file, None when not all of it was read.
    """

    frames: tuple[Frame, ...] = field(repr=False)
    seconds: float
    seen: float
    sampling: Sampling
    how: HowVideo
    sha256: bytes | None = field(default=None, repr=False)
    md5: bytes | None = field(default=None, repr=False)

    @property
    def usable(self) -> int:
        """How many frames can be told apart from others; 0 means that nothing can be looked for."""
        return sum(not frame.plain for frame in self.frames)

    @property
    def plain(self) -> bool:
        """Whether no frame can be told apart from others."""
        return not self.usable
