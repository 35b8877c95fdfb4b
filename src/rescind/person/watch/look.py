"""Look at one picture: fingerprint it, compare it with the person's own, and remember the outcome, not the
picture.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from rescind.fingerprint import Fingerprint, Unclear
from rescind.fingerprint.video import VideoFingerprint
from rescind.match import Comparison
from rescind.net import SVG, Fetched, NotFetched, Reason, sniff
from rescind.person.sighting import KEPT_HEADERS, NotLooked, Passage

OfImage = Callable[[bytes], Fingerprint]
Clock = Callable[[], datetime]
Compare = Callable[[Fingerprint, Fingerprint], Comparison]

_KINDS = {
    Reason.ADDRESS_NOT_ALLOWED: NotLooked.NOT_ALLOWED,
    Reason.PRIVATE_ADDRESS: NotLooked.NOT_ALLOWED,
    Reason.NO_SUCH_HOST: NotLooked.NO_SUCH_HOST,
    Reason.NO_CONNECTION: NotLooked.NO_CONNECTION,
    Reason.TIMED_OUT: NotLooked.TIMED_OUT,
    Reason.TOO_LARGE: NotLooked.TOO_LARGE,
    Reason.TOO_MANY_REDIRECTS: NotLooked.BROKEN,
    Reason.UNPROTECTED_REDIRECT: NotLooked.NOT_SAFE,
    Reason.REFUSED_BY_SITE: NotLooked.REFUSED,
    Reason.BUSY: NotLooked.BUSY,
    Reason.NOT_FOUND: NotLooked.GONE,
    Reason.SERVER_ERROR: NotLooked.SERVER_ERROR,
    Reason.TLS: NotLooked.NOT_SAFE,
    Reason.WRONG_KIND: NotLooked.WRONG_KIND,
    Reason.WRONG_PART: NotLooked.BROKEN,
    Reason.CHANGED: NotLooked.BROKEN,
    Reason.BROKEN: NotLooked.BROKEN,
}


@dataclass(frozen=True)
class Mine:
    """One of the person's pictures: a number they know it by, and its fingerprint. No name, no file."""

    number: int
    fingerprint: Fingerprint


@dataclass(frozen=True)
class MyVideo:
    """One of the person's videos, likewise; pictures and videos are numbered in one row."""

    number: int
    video: VideoFingerprint


@dataclass(frozen=True)
class Likely:
    """One of the person's pictures or videos that this one is the same as, or near to, and when that was seen
    (UTC). `passages` says which stretches are, when one of the two is a video.
    """

    number: int
    comparison: Comparison
    seen_at: datetime
    passages: tuple[Passage, ...] = ()


ToPicture = Callable[[Fingerprint], tuple[Likely, ...]]
"""Which of the person's own a picture is like."""


@dataclass(frozen=True)
class Outcome:
    """What looking at one picture or video came to.

    `trouble` and `reason` say why it was not looked at; else the rest holds. `unseen` says how much of a video was
    not seen, when that is worth a sentence. `status` and `headers` are the site's answer, if one was asked.
    """

    trouble: NotLooked | None = None
    reason: str = ""
    likely: tuple[Likely, ...] = ()
    plain: bool = False
    drawing: bool = False
    how: str = ""
    sha256: str = ""
    size: int = 0
    media_type: str = ""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    evidence: bytes | None = field(default=None, repr=False)
    unseen: str = ""


def trouble_of(problem: NotFetched) -> Outcome:
    """Return the outcome of a fetch that failed."""
    return Outcome(trouble=_KINDS[problem.reason], reason=str(problem), status=problem.status)


def kept_headers(headers: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the headers worth keeping as evidence."""
    return tuple(pair for pair in headers if pair[0] in KEPT_HEADERS)


class Eyes:
    """Looks at pictures for copies of the person's own. Keeps a copy's bytes only when `keep` asks for it."""

    def __init__(self, alike: ToPicture, *, of_image: OfImage, keep: bool) -> None:
        self._alike = alike
        self._of_image = of_image
        self._keep = keep

    def on_fetched(self, fetched: Fetched) -> Outcome:
        """Look at what an address answered."""
        return self._look(fetched.body, fetched.media_type, fetched.status, kept_headers(fetched.headers))

    def on_bytes(self, content: bytes) -> Outcome:
        """Look at bytes that were not fetched."""
        return self._look(content, sniff(content[:1024]), None, ())

    def _look(
        self, content: bytes, media_type: str, status: int | None, headers: tuple[tuple[str, str], ...]
    ) -> Outcome:
        """Fingerprint and compare."""
        if media_type == SVG:
            return Outcome(drawing=True)
        try:
            fingerprint = self._of_image(content)
        except Unclear as unclear:
            return Outcome(trouble=NotLooked.UNCLEAR, reason=str(unclear), status=status)
        if not fingerprint.tells:
            return Outcome(plain=True)
        likely = self._alike(fingerprint)
        return Outcome(
            likely=likely,
            how=_how(fingerprint),
            sha256=sha256(content).hexdigest(),
            size=len(content),
            media_type=media_type,
            status=status,
            headers=headers,
            evidence=content if self._keep and likely else None,
        )


def _how(fingerprint: Fingerprint) -> str:
    """Return how the copy was read, in a few stable words: "JPEG 640x480", "JPEG 4032x3024 1/8
    turned-by-exif".
    """
    how = fingerprint.how
    words = [how.format, f"{how.width}x{how.height}", *([f"1/{how.reduced}"] if how.reduced > 1 else [])]
    return " ".join([*words, *(note.value for note in how.notes)])
