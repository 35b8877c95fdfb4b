"""What a video becomes: the moments chosen from it, each with its fingerprint, and how it was read."""

from dataclasses import dataclass, field
from enum import StrEnum

from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.values import Fingerprint


class Sampling(StrEnum):
    """How many moments of a video are looked at.

    DENSE is for a video that is kept and looked for: up to four moments a second, whatever moves. GRID is for a
    video that is compared with one: one moment a second and one at each change of scene. KEYS decodes key
    frames only, for a first look: a tenth of the work, and a short piece between two key frames is missed. EVERY
    takes each frame as it is, nothing merged or trimmed, as exchanges of lists want it (`vpdq`).
    """

    DENSE = "dense"
    GRID = "grid"
    KEYS = "keys"
    EVERY = "every"


class VideoNote(StrEnum):
    """Something a reader should know about how a video was read.

    TURNED, MIRRORED: as its file asks of a player. NOT_SQUARE: a player would stretch the pixels, the
    fingerprints do not. FIRST_PART: only the beginning was read. DAMAGED: pieces of it could not be.
    """

    TURNED = "turned"
    MIRRORED = "mirrored"
    NOT_SQUARE = "not-square"
    FIRST_PART = "first-part"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class HowVideo:
    """How a video was read. `width` and `height` are upright, in the video's own pixels; `format` is the kind
    of file, `codec` the kind of picture in it. With FIRST_PART, `stopped` says why, or is None when the source
    gave no more or the time asked for was over.
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

    `print` has the turns of the frame, as a panel what is left without bars or padding around it, and at some
    moments, where they were asked for, panels and parts. `scene` marks the first frame of each scene.
    """

    at: float
    until: float
    print: Fingerprint = field(repr=False)
    scene: bool = False


@dataclass(frozen=True, slots=True)
class VideoFingerprint:
    """The fingerprints of a video, in the order of time.

    `seconds` is how long the video is, as far as that is known; `seen` up to where it was looked at. `sha256`
    and `md5` are of the whole file, None when it was not read to its end.
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
        return sum(frame.print.tells for frame in self.frames)

    @property
    def plain(self) -> bool:
        """Whether no frame can be told apart from others: all are dark, or of one colour."""
        return not self.usable


@dataclass(frozen=True, slots=True)
class WantedOfVideo:
    """What to make of a video: how many moments, whether with turns and with parts, of how many seconds, and for a
    first look how many key frames at most.
    """

    sampling: Sampling
    turns: bool
    parts: bool
    seconds: float
    most_keys: int
