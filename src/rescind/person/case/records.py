"""What a case holds: frozen values with aware UTC times. No file names, no paths of pictures, no pixels, no
EXIF.

`more`, where a value has it, is canonical JSON text of keys a newer program wrote and this one does not know;
it is carried along untouched, so that an older program loses nothing. Empty text means there is nothing of
that kind.
"""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import Enum

from rescind.fingerprint import WHOLE, Box, Fingerprint, Panel, Parts
from rescind.fingerprint.video import VideoFingerprint
from rescind.match import Comparison, Extent, Likeness
from rescind.person.sighting import Passage
from rescind.removal.moment import in_utc
from rescind.removal.request import Asker, Request


@dataclass(frozen=True)
class _Timed:
    """A value whose every time is aware and in UTC; a naive one raises the removal room's NotAMoment."""

    def __post_init__(self) -> None:
        for field in fields(self):
            at = getattr(self, field.name)
            if isinstance(at, datetime):
                object.__setattr__(self, field.name, in_utc(at))


@dataclass(frozen=True)
class AgeStatement(_Timed):
    """The person said that everyone shown was 18 or over when the pictures were made; `at` is when they said
    it.
    """

    at: datetime
    more: str = ""


@dataclass(frozen=True)
class Prints:
    """What finds edited copies of a picture: the panels and parts of its fingerprint."""

    panels: tuple[Panel, ...]
    parts: Parts


@dataclass(frozen=True)
class Picture(_Timed):
    """One picture of the person's: its fingerprint, and never its name, its place, its pixels or its EXIF.

    `sha256` is the hex digest of the file's bytes. `label` is the person's own word for it, or None.
    """

    number: int
    added_at: datetime
    fingerprint: Fingerprint
    sha256: str
    label: str | None = None
    more: str = ""

    @property
    def prints(self) -> Prints | None:
        """What finds edited copies of the picture; None when it was added before there was such a thing."""
        parts = self.fingerprint.parts
        return None if parts is None else Prints(self.fingerprint.panels, parts)

    @property
    def turns(self) -> tuple[bytes, ...]:
        """The eight fingerprints of 32 bytes, in the order of `kernel.TURNS`."""
        return self.fingerprint.turns

    @property
    def quality(self) -> int:
        """The quality of the fingerprint, 0 to 100."""
        return self.fingerprint.quality


@dataclass(frozen=True)
class Video(_Timed):
    """One video of the person's: the fingerprints of its moments, and never its name, its place or its pictures.

    Numbers are shared with the pictures: a video and a picture never have the same one. `sha256` is the hex
    digest of the file's bytes. `label` is the person's own word for it, or None.
    """

    number: int
    added_at: datetime
    fingerprint: VideoFingerprint
    sha256: str
    label: str | None = None
    more: str = ""


@dataclass(frozen=True)
class WatchedPlace(_Timed):
    """A place the person named, in their own word for it (an address or a path), and when it was last looked
    at.
    """

    word: str
    added_at: datetime
    last_looked_at: datetime | None = None
    last_outcome: str | None = None
    more: str = ""


class Stand(Enum):
    """Whether a copy that was seen is still at its place."""

    THERE = "there"
    GONE = "gone"
    BACK = "back"


@dataclass(frozen=True)
class Seen(_Timed):
    """One copy at one place: the newest sighting of it, and its history.

    A copy is the same copy when `page`, `file` and `picture` are the same. The fields up to `media_type` are
    those of `person.sighting.Sighting`, and so are `extent`, `share`, `box`, `agreeing` and `passages`; `likeness` and
    `extent` are the names of a `match.Likeness` and a `match.Extent`, `found_as` the value of its enumeration.
    `evidence_ids` name the `Evidence` kept of it, oldest first.
    """

    place: str
    page: str
    file: str
    title: str
    seen_at: datetime
    picture: int
    distance: int
    likeness: str
    turn: str
    found_as: str
    how: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    sha256: str
    size: int
    media_type: str
    first_seen_at: datetime
    last_seen_at: datetime
    stand: Stand = Stand.THERE
    gone_at: datetime | None = None
    back_at: datetime | None = None
    evidence_ids: tuple[str, ...] = ()
    extent: str = Extent.WHOLE.name
    share: float = 1.0
    box: Box = WHOLE
    agreeing: int = 0
    passages: tuple[Passage, ...] = ()
    more: str = ""

    @property
    def comparison(self) -> Comparison:
        """How the copy is like the person's picture."""
        likeness, extent = Likeness[self.likeness], Extent[self.extent]
        return Comparison(self.distance, likeness, self.turn, extent, self.share, self.box, self.agreeing)

    @property
    def evidence_id(self) -> str | None:
        """The newest evidence kept of this copy, or None."""
        return self.evidence_ids[-1] if self.evidence_ids else None

    @property
    def key(self) -> tuple[str, str, int]:
        """What makes it the same copy: page, file, picture."""
        return self.page, self.file, self.picture


@dataclass(frozen=True)
class Entry(_Timed):
    """One line of the person's own log, in plain words."""

    at: datetime
    what: str
    more: str = ""


@dataclass(frozen=True)
class Evidence:
    """The bytes of a copy, kept because the person asked. `id` is their SHA-256 in hex, so the same copy is
    kept once.
    """

    id: str
    media_type: str
    content: bytes
    more: str = ""


@dataclass(frozen=True)
class Case(_Timed):
    """Everything about one case. Pictures and videos are in the order they were added; no number is used twice."""

    made_at: datetime
    adults: AgeStatement
    pictures: tuple[Picture, ...] = ()
    next_picture: int = 1
    places: tuple[WatchedPlace, ...] = ()
    sightings: tuple[Seen, ...] = ()
    requests: tuple[Request, ...] = ()
    asker: Asker | None = None
    log: tuple[Entry, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    videos: tuple[Video, ...] = ()
    more: str = ""
