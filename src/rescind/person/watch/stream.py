"""Look at a video that a playlist cuts into pieces: a few pieces from all over it first, more when need be."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rescind.fingerprint import Enough, Held, Unclear
from rescind.fingerprint.video import Sampling, VideoFingerprint
from rescind.net import PLAYLIST, VIDEOS, Fetch, Fetched, NotFetched, Reason
from rescind.person.watch.film import OfVideo
from rescind.person.watch.moments import joined_in_time, moved
from rescind.person.watch.playlist import MOST_BYTES, At, Piece, Playlist, read_playlist, smallest_sensible
from rescind.person.watch.site_file import Bounds
from rescind.person.watch.unreadable import NotReadable

_FIRST_LOOK = 12
_SHORT = 120.0
_LARGEST_PIECE = 16 * 1024 * 1024
_PLAYLISTS = VIDEOS.up_to(MOST_BYTES)


def opened_stream(first: Fetched, *, fetch: Fetch, bounds: Bounds, of_video: OfVideo) -> "Stream":
    """Return the video of a playlist; of several sizes the one that costs the site least.

    Raises NotFetched, and NotReadable for what is no playlist, or one of sound alone.
    """
    playlist = read_playlist(first.body, address=first.address)
    requests = 1
    if playlist.variants:
        variant = smallest_sensible(playlist.variants)
        if variant is None:
            raise NotReadable
        answer = fetch(variant.address, kinds=_PLAYLISTS)
        if answer.media_type != PLAYLIST:
            raise NotReadable
        playlist = read_playlist(answer.body, address=answer.address)
        requests += 1
    if playlist.variants:
        raise NotReadable
    return Stream(first, playlist, fetch, bounds, of_video, requests)


@dataclass
class Stream:
    """A video in pieces. `got` counts the bytes of pieces fetched so far, `requests` how often a site was asked."""

    first: Fetched
    playlist: Playlist
    fetch: Fetch
    bounds: Bounds
    of_video: OfVideo
    requests: int = 1
    got: int = 0
    trouble: NotFetched | Unclear | None = None
    _contents: dict[At, bytes] = field(default_factory=dict)
    _seen: dict[Piece, VideoFingerprint] = field(default_factory=dict)

    @property
    def locked(self) -> bool:
        """Whether no piece of it can be read because all are encrypted."""
        return bool(self.playlist.locked) and not self.playlist.pieces

    def first_look(self) -> VideoFingerprint:
        """Return what a few pieces from all over the video show. Raises NotFetched, Unclear, Enough when that is
        nothing.
        """
        self._look(_spread(self.playlist.pieces, _FIRST_LOOK), Sampling.KEYS)
        if not self._seen:
            raise self.trouble or Enough
        return self._all_seen()

    def closer_look(self, *, found: bool) -> VideoFingerprint:
        """Return what as many pieces show as may be fetched: moment by moment when a copy was `found`, to say where
        it lies; else their key frames, and moment by moment where the whole is short.
        """
        closely = found or self.playlist.seconds <= _SHORT
        if closely:
            self._look(tuple(self._seen), Sampling.GRID)
        left = max(2, self.bounds.most_requests - self.requests + len(self._seen))
        pieces = [one for one in _spread(self.playlist.pieces, left) if one not in self._seen]
        self._look(pieces, Sampling.GRID if closely else Sampling.KEYS)
        return self._all_seen()

    def _look(self, pieces: Sequence[Piece], sampling: Sampling) -> None:
        """Look at each of the pieces."""
        for piece in pieces:
            self._take(piece, sampling)

    def _all_seen(self) -> VideoFingerprint:
        """Return all that was seen as one video."""
        pieces = sorted(self._seen, key=lambda piece: piece.starts)
        looks = [moved(self._seen[piece], piece.starts) for piece in pieces]
        return joined_in_time(looks, seconds=self.playlist.seconds)

    def _take(self, piece: Piece, sampling: Sampling) -> None:
        """Look at one piece; one that cannot be had, or read, is a gap, and the first trouble is kept."""
        try:
            content = self._content(piece)
            if content is not None:
                self._seen[piece] = _from_its_start(
                    self.of_video(Held(content), sampling=sampling, turns=False)
                )
        except (NotFetched, Unclear) as trouble:
            self.trouble = self.trouble or trouble

    def _content(self, piece: Piece) -> bytes | None:
        """Return the bytes of a piece, its opening before it; None when no more may be fetched. Raises NotFetched."""
        opening = self._fetched(piece.opening) if piece.opening else b""
        content = self._fetched(piece.at)
        return None if opening is None or content is None else opening + content

    def _fetched(self, at: At) -> bytes | None:
        """Return the bytes that lie there, fetched once."""
        if at not in self._contents:
            most = min(_LARGEST_PIECE, self.bounds.most_bytes - self.got)
            if self.requests >= self.bounds.most_requests or most <= 0:
                return None
            if at.span and at.span.length > most:
                return None
            self.requests += 1
            self._contents[at] = _bytes_at(at, self.fetch(at.address, kinds=VIDEOS.up_to(most), span=at.span))
            self.got += len(self._contents[at])
        return self._contents[at]


def _bytes_at(at: At, fetched: Fetched) -> bytes:
    """Return the bytes meant, also of a site that gave the whole file in place of a part. Raises NotFetched."""
    if at.span is None:
        return fetched.body
    body = fetched.body[: at.span.length]
    if len(body) != at.span.length:
        raise NotFetched(Reason.WRONG_PART)
    return body


def _from_its_start(piece: VideoFingerprint) -> VideoFingerprint:
    """Return the piece with its first moment at second 0: its own clock may count from the start of the video."""
    return moved(piece, -piece.frames[0].at) if piece.frames else piece


def _spread(pieces: Sequence[Piece], most: int) -> Sequence[Piece]:
    """Return so many of the pieces, the first and last among them, evenly from between."""
    if len(pieces) <= most:
        return pieces
    step = (len(pieces) - 1) / (most - 1)
    return [pieces[round(number * step)] for number in range(most)]
