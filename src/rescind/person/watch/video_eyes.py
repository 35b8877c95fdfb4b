"""Look at one video: at as little of it as tells, compare it with the person's own, and remember the outcome."""

from dataclasses import dataclass, replace
from pathlib import Path

from rescind.fingerprint import Enough, Reason, Unclear
from rescind.fingerprint.video import Sampling, VideoFingerprint, VideoNote
from rescind.match import Likeness
from rescind.net import FIRST_BYTES, PLAYLIST, Fetch, Fetched, NotFetched, sniff
from rescind.person.sighting import NotLooked
from rescind.person.watch.alike import Alike
from rescind.person.watch.film import Film, OfVideo
from rescind.person.watch.look import Likely, Outcome, kept_headers, trouble_of
from rescind.person.watch.moments import CLOSE, is_telling, joined_in_time, longest_gap
from rescind.person.watch.playlist import MOST_BYTES
from rescind.person.watch.site_file import Bounds, SiteFile, open_site_file
from rescind.person.watch.stream import Stream, opened_stream
from rescind.person.watch.unreadable import NotReadable
from rescind.words import phrase, phrases

SURE = 4
"""Moments in order that are the same in both."""


@dataclass(frozen=True)
class _Seen:
    """What was seen of a video in the end, and what of the person's own it shows."""

    video: VideoFingerprint
    likely: tuple[Likely, ...]


class VideoEyes:
    """Looks at videos for copies of the person's own. Keeps a copy's bytes only when `keep` asks for it, and all
    of them were fetched anyway.
    """

    def __init__(self, alike: Alike, *, of_video: OfVideo, fetch: Fetch, keep: bool, bounds: Bounds) -> None:
        self._alike = alike
        self._of_video = of_video
        self._fetch = fetch
        self._keep = keep
        self._bounds = bounds

    def missing(self) -> str:
        """Return why no video can be looked at here, or an empty string."""
        try:
            self._of_video(b"", sampling=Sampling.KEYS, turns=False)
        except Unclear as unclear:
            return str(unclear) if unclear.reason is Reason.NEEDS_VIDEO else ""
        return ""

    def on_site(self, address: str) -> Outcome:
        """Look at the video at an address: a file, or a playlist."""
        try:
            file = open_site_file(address, fetch=self._fetch, bounds=self._bounds)
            return self._on_stream(file) if file.first.media_type == PLAYLIST else self._on_file(file)
        except NotFetched as problem:
            return trouble_of(problem)
        except Unclear as unclear:
            return _unclear(unclear)
        except Enough:
            return Outcome(NotLooked.TOO_LARGE, _too_far())
        except NotReadable:
            return Outcome(NotLooked.VIDEO, _no_playlist())

    def on_own(self, video: Path | bytes) -> Outcome:
        """Look at a video on this computer, or written into a page. Raises OSError."""
        try:
            seen = self._of_video(video, sampling=Sampling.GRID, turns=False)
        except Unclear as unclear:
            return _unclear(unclear)
        outcome = self._outcome(_Seen(seen, self._alike.to_video(seen)))
        size, kind = _size_and_kind(video)
        digest = seen.sha256.hex() if seen.sha256 else ""
        whole = video if isinstance(video, bytes) else None
        return self._with_evidence(replace(outcome, sha256=digest, size=size, media_type=kind), whole)

    def _on_file(self, file: SiteFile) -> Outcome:
        """Look at a file on a site. Raises NotFetched, Unclear, Enough."""
        outcome = _answered(self._outcome(self._watched(Film(file, self._of_video))), file.first)
        whole = file.content() if file.whole else None
        return self._with_evidence(replace(outcome, sha256=file.digest(), size=file.size), whole)

    def _on_stream(self, file: SiteFile) -> Outcome:
        """Look at the video of a playlist. Raises NotFetched, Unclear, Enough, NotReadable."""
        whole = replace(file.first, body=file.read_at(0, MOST_BYTES + 1))
        stream = opened_stream(whole, fetch=self._fetch, bounds=self._bounds, of_video=self._of_video)
        if stream.locked:
            return Outcome(NotLooked.VIDEO, _locked(), status=file.first.status)
        outcome = _answered(self._outcome(self._watched(stream)), file.first)
        return replace(outcome, size=stream.got, unseen=outcome.unseen or _unseen_of(stream))

    def _watched(self, film: Film | Stream) -> _Seen:
        """Look, and look again more closely when the first look tells too little, or what it found is not sure."""
        video = film.first_look()
        likely = self._alike.to_video(video)
        doubtful = bool(likely) and not any(map(_is_sure, likely))
        if (likely and not doubtful) or (not likely and is_telling(video)):
            return _Seen(video, likely)
        closer = film.closer_look(found=doubtful)
        if closer is None:
            return _Seen(video, likely)
        both = joined_in_time((video, closer))
        return _Seen(both, self._alike.to_video(closer) or likely)

    def _outcome(self, seen: _Seen) -> Outcome:
        """Return what was seen as an outcome."""
        return Outcome(
            likely=seen.likely,
            plain=seen.video.plain and not seen.likely,
            how=_how(seen.video),
            unseen=_unseen(seen.video),
        )

    def _with_evidence(self, outcome: Outcome, whole: bytes | None) -> Outcome:
        """Return the outcome with the copy's bytes, when they are there, asked for, and those of a copy."""
        return replace(outcome, evidence=whole) if self._keep and outcome.likely else outcome


def _is_sure(likely: Likely) -> bool:
    """Whether a copy was seen in so many moments that nothing further need be fetched to be sure of it."""
    same = likely.comparison.likeness is Likeness.SAME
    return same and max(passage.moments for passage in likely.passages) >= SURE


def _answered(outcome: Outcome, first: Fetched) -> Outcome:
    """Return the outcome with what the site said when it was first asked."""
    headers = kept_headers(first.headers)
    return replace(outcome, media_type=first.media_type, status=first.status, headers=headers)


def _size_and_kind(video: Path | bytes) -> tuple[int, str]:
    """Return how many bytes there are, and what kind of file they show. Raises OSError."""
    if isinstance(video, bytes):
        return len(video), sniff(video[:FIRST_BYTES])
    with video.open("rb") as file:
        return video.stat().st_size, sniff(file.read(FIRST_BYTES))


def _unclear(unclear: Unclear) -> Outcome:
    """Return the outcome of a video that gives no fingerprint."""
    needs_more = unclear.reason is Reason.NEEDS_VIDEO
    return Outcome(NotLooked.VIDEO if needs_more else NotLooked.UNCLEAR, str(unclear))


def _how(video: VideoFingerprint) -> str:
    """Return how a video was read, in a few stable words: "mov h264 1280x720 keys 24"."""
    how = video.how
    words = [how.format, how.codec, f"{how.width}x{how.height}", video.sampling.value, str(len(video.frames))]
    return " ".join([*words, *(note.value for note in how.notes)])


def _unseen(video: VideoFingerprint) -> str:
    """Return how much of a video was not seen, or an empty string when that is little."""
    gap = longest_gap(video)
    if VideoNote.FIRST_PART in video.how.notes and video.how.stopped is None:
        return phrase("I looked at the first {n} seconds of this video only.", n=round(video.seen))
    if gap <= CLOSE:
        return ""
    return phrases(
        "I looked at {n} moment of this video, not at all of it. Of {seconds} seconds in a row I saw nothing.",
        "I looked at {n} moments of this video, not at all of it. Of {seconds} seconds in a row I saw nothing.",
        len(video.frames),
        seconds=round(gap),
    )


def _unseen_of(stream: Stream) -> str:
    """Return what of a playlist could not be looked at, or an empty string."""
    if stream.playlist.locked:
        return phrase("Some pieces of this video are locked. I did not look at those.")
    if not stream.playlist.ended:
        return phrase("This is a broadcast that goes on. I looked at what was there.")
    return ""


def _locked() -> str:
    return phrase("This video is locked, so that only its own player can open it. I cannot look at it.")


def _no_playlist() -> str:
    return phrase("This video is sent in a way that I cannot read.")


def _too_far() -> str:
    return phrase("This video is very large, and I could not reach a picture in the part that I may fetch.")
