"""What a check tells, one thing at a time: where it looks, what it saw, and what it could not look at."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from rescind.fingerprint import WHOLE, Box
from rescind.match import Comparison, Extent, Likeness
from rescind.person.watch.found import FoundAs

KEPT_HEADERS = frozenset(
    (
        "age",
        "cf-ray",
        "content-length",
        "content-type",
        "date",
        "etag",
        "last-modified",
        "location",
        "server",
        "via",
        "x-cache",
    )
)
"""The headers worth keeping as evidence. None of them names the person who looked."""


class NotLooked(Enum):
    """Why something was not looked at. The values are stable words for machine-readable output."""

    GONE = "gone"
    REFUSED = "refused"
    BUSY = "busy"
    NO_SUCH_HOST = "no-such-host"
    NO_CONNECTION = "no-connection"
    TIMED_OUT = "timed-out"
    SERVER_ERROR = "server-error"
    NOT_SAFE = "not-safe"
    NOT_ALLOWED = "not-allowed"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    WRONG_KIND = "wrong-kind"
    UNCLEAR = "unclear"
    NOT_SAVED = "not-saved"
    NO_PICTURES = "no-pictures"
    VIDEO = "video"
    FRAME = "frame"
    LINK = "link"
    LOCKED = "locked"
    UNREADABLE = "unreadable"
    BROKEN = "broken"


_PARTS = (
    NotLooked.TOO_MANY,
    NotLooked.NOT_SAVED,
    NotLooked.VIDEO,
    NotLooked.FRAME,
    NotLooked.NO_PICTURES,
    NotLooked.LINK,
    NotLooked.LOCKED,
)


@dataclass(frozen=True)
class Looking:
    """The next thing is being looked at: a page when `file` is None, else picture `number` of `of` on it."""

    place: str
    page: str
    file: str | None = None
    number: int = 0
    of: int = 0


@dataclass(frozen=True)
class Passage:
    """A stretch of one of the person's videos that a copy shows, and where in the copy; in seconds from the start.

    `mine_from` equals `mine_to` for a single moment of theirs, or when theirs is a picture and not a video;
    likewise `copy_from` and `copy_to`. `moments` of the `compared` ones in the stretch are alike.
    """

    mine_from: float
    mine_to: float
    copy_from: float
    copy_to: float
    moments: int
    compared: int


@dataclass(frozen=True)
class Sighting:
    """A copy of one of the pictures, at one address, at one moment.

    `place` is what the person named, in their words. `page` is the page's address, or for something on this
    computer the address it was saved from, else the word named. `file` is the picture's own address; a
    picture written into the page itself has the page's address and a mark after `#`. `picture` is the number
    of the person's picture; `seen_at` (UTC) is when its file was looked at. `distance`, `likeness`, `turn`,
    `extent`, `share`, `box` and `agreeing` are as `rescind.match.Comparison` says.
    `how` says how the copy was read. `status` and `headers` are the
    site's answer (None and empty for what was not fetched). `sha256` (hex), `size` and `media_type` are of
    the copy's bytes. `evidence` is those bytes when keeping was asked for, else None.

    When either is a video, `passages` says which stretches are alike, in the order of the copy; then `sha256` is
    empty and `evidence` None unless every byte of the copy was read, and `size` is what the site says.
    """

    place: str
    page: str
    file: str
    title: str
    seen_at: datetime
    picture: int
    distance: int
    likeness: Likeness
    turn: str
    found_as: FoundAs
    how: str
    status: int | None
    headers: tuple[tuple[str, str], ...]
    sha256: str
    size: int
    media_type: str
    evidence: bytes | None = field(default=None, repr=False)
    passages: tuple[Passage, ...] = ()
    extent: Extent = Extent.WHOLE
    share: float = 1.0
    box: Box = WHOLE
    agreeing: int = 0

    @property
    def comparison(self) -> Comparison:
        """How the copy is like the person's picture."""
        return Comparison(
            self.distance, self.likeness, self.turn, self.extent, self.share, self.box, self.agreeing
        )


@dataclass(frozen=True)
class NotLookedAt:
    """Something that was not looked at, and why: a whole page when `file` is None, else one file on it.

    `reason` is a plain sentence. `count` is how many files it speaks of when they are told together, each by
    no name.
    """

    place: str
    page: str
    file: str | None
    kind: NotLooked
    reason: str
    count: int = 1

    @property
    def whole_page(self) -> bool:
        """Whether nothing at all of the page was looked at. No `Looked` follows then."""
        return self.file is None and self.kind not in _PARTS


@dataclass(frozen=True)
class Looked:
    """A page was looked at to its end.

    `address` is where it came from after redirects. `pictures` were fingerprinted and compared; `plain` were
    too plain or too small to be told apart from others, `drawings` were line drawings (SVG): neither was
    compared. A picture that was the same file as one looked at before counts on each page. `videos` were looked
    at, all of each or as much as is told. `sighted` counts the sightings. `next_page` is the page that this one
    says comes after it, looked at or not.
    """

    place: str
    page: str
    address: str
    title: str
    looked_at: datetime
    pictures: int
    plain: int
    drawings: int
    sighted: int
    next_page: str | None = None
    videos: int = 0


Event = Looking | Sighting | NotLookedAt | Looked
