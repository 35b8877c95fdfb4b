"""Read a playlist of HTTP Live Streaming: which pieces a video is cut into, or in which sizes it is there.

Source: RFC 8216. What is not needed to find the pieces is passed over; what would lead astray when it is passed
over (variables in addresses, a piece without a length) makes the playlist unreadable.
"""

import re
from dataclasses import dataclass, field

from rescind.net import MOST_CHARACTERS, Span
from rescind.person.watch.following import joined
from rescind.person.watch.unreadable import NotReadable

MOST_BYTES = 2 * 1024 * 1024
MOST_PIECES = 10_000
_MOST_LINES = 60_000
_MOST_VARIANTS = 100
_LONGEST_PIECE = 3600.0
_MOST_LENGTH = 1 << 40
_ATTRIBUTE = re.compile(r"([A-Z0-9-]{1,40})=(\"[^\"\r\n]*\"|[^\",\s]*)")
_SECONDS = re.compile(r"([0-9]{1,6}(?:\.[0-9]{0,12})?)(?:,|\Z)")
_BYTES = re.compile(r"([0-9]{1,13})(?:@([0-9]{1,13}))?")
_RESOLUTION = re.compile(r"([0-9]{1,5})x([0-9]{1,5})")
_LEAST_HEIGHT = 240
_UNKNOWN_HEIGHT = 720
_SOUND = ("mp4a", "ac-3", "ec-3", "opus", "flac", "vorbis", "mp3")


@dataclass(frozen=True)
class At:
    """Where bytes lie: an address, and which of them when it is not all."""

    address: str
    span: Span | None = None


@dataclass(frozen=True)
class Piece:
    """One piece of a video: it starts so many seconds in, lasts so many, and needs `opening` before it."""

    at: At
    starts: float
    seconds: float
    opening: At | None = None


@dataclass(frozen=True)
class Variant:
    """One size the video is there in. `height` is 0 when the playlist does not say it, `rate` bits a second."""

    address: str
    rate: int
    height: int
    sound_only: bool = False


@dataclass(frozen=True)
class Playlist:
    """What a playlist names: variants, or pieces in their order.

    `seconds` is how long all of it lasts, `locked` how many pieces are encrypted, `left_out` how many come after
    MOST_PIECES. `ended` is False for a broadcast that goes on.
    """

    variants: tuple[Variant, ...] = ()
    pieces: tuple[Piece, ...] = ()
    seconds: float = 0.0
    locked: int = 0
    left_out: int = 0
    ended: bool = False


def read_playlist(content: bytes, *, address: str) -> Playlist:
    """Return what the playlist says; addresses in it are seen from `address`. Raises NotReadable."""
    if len(content) > MOST_BYTES:
        raise NotReadable
    lines = content.decode("utf-8-sig", "replace").splitlines()
    if not lines or not lines[0].startswith("#EXTM3U") or len(lines) > _MOST_LINES:
        raise NotReadable
    reading = _Reading(address)
    for line in lines[1:]:
        reading.take(line.strip())
    return reading.playlist()


def smallest_sensible(variants: tuple[Variant, ...]) -> Variant | None:
    """Return the variant that costs the site least and still shows something; None when all are sound alone."""
    seen = [one for one in variants if not one.sound_only]
    tall = [one for one in seen if (one.height or _UNKNOWN_HEIGHT) >= _LEAST_HEIGHT]
    if tall:
        return min(tall, key=lambda one: (one.rate, one.height))
    return max(seen, key=lambda one: (one.height, one.rate), default=None)


@dataclass
class _Reading:
    """What the lines so far came to, and what they say of the next address."""

    seen_from: str
    variants: list[Variant] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    clock: float = 0.0
    locked: int = 0
    left_out: int = 0
    ended: bool = False
    encrypted: bool = False
    opening: At | None = None
    _seconds: float | None = None
    _bytes: tuple[int, int | None] | None = None
    _stream: dict[str, str] | None = None
    _gap: bool = False
    _ends: dict[str, int] = field(default_factory=dict)

    def take(self, line: str) -> None:
        """Take up one line."""
        if line.startswith("#"):
            tag, _, told = line.partition(":")
            self._tag(tag, told)
        elif line:
            self._address(line)

    def _tag(self, tag: str, told: str) -> None:
        """Take up what a line says of what follows."""
        match tag:
            case "#EXTINF":
                self._seconds = _seconds(told)
            case "#EXT-X-BYTERANGE":
                self._bytes = _length_and_start(told)
            case "#EXT-X-STREAM-INF":
                self._stream = _attributes(told)
            case "#EXT-X-KEY":
                self.encrypted = _attributes(told).get("METHOD") != "NONE"
            case "#EXT-X-MAP":
                self.opening = self._opening(_attributes(told))
            case "#EXT-X-GAP":
                self._gap = True
            case "#EXT-X-ENDLIST":
                self.ended = True
            case "#EXT-X-DEFINE":
                raise NotReadable

    def playlist(self) -> Playlist:
        """Return the whole. A playlist that names nothing is none."""
        if not (self.variants or self.pieces or self.locked):
            raise NotReadable
        return Playlist(
            tuple(self.variants), tuple(self.pieces), self.clock, self.locked, self.left_out, self.ended
        )

    def _address(self, line: str) -> None:
        """Take up an address: of a variant when its line was announced so, else of a piece."""
        address = joined(self.seen_from, line) if len(line) <= MOST_CHARACTERS else ""
        if not address:
            raise NotReadable
        if self._stream is not None:
            if len(self.variants) < _MOST_VARIANTS:
                self.variants.append(_variant(address, self._stream))
            self._stream = None
        else:
            self._piece(address)

    def _piece(self, address: str) -> None:
        """Take up a piece, and let the clock run on."""
        if self._seconds is None:
            raise NotReadable
        starts, seconds, at = self.clock, self._seconds, At(address, self._span(address, self._bytes))
        missing, self._gap = self._gap, False
        self.clock, self._seconds, self._bytes = starts + seconds, None, None
        if self.encrypted:
            self.locked += 1
        elif len(self.pieces) >= MOST_PIECES:
            self.left_out += 1
        elif not missing:
            self.pieces.append(Piece(at, starts, seconds, self.opening))

    def _opening(self, told: dict[str, str]) -> At | None:
        """Return where the bytes lie that every further piece needs before it."""
        address = joined(self.seen_from, told.get("URI", ""))
        if not told.get("URI") or not address:
            raise NotReadable
        length = _length_and_start(told["BYTERANGE"]) if "BYTERANGE" in told else None
        return At(address, self._span(address, length and (length[0], length[1] or 0)))

    def _span(self, address: str, told: tuple[int, int | None] | None) -> Span | None:
        """Return which bytes of the address are meant; without a start they follow the last ones named."""
        if told is None:
            return None
        length, start = told
        first = self._ends.get(address, 0) if start is None else start
        self._ends[address] = first + length
        return Span(first, first + length - 1)


def _variant(address: str, told: dict[str, str]) -> Variant:
    """Return a variant from its attributes; what is not said or odd counts as 0."""
    rate = told.get("BANDWIDTH", "")
    size = _RESOLUTION.fullmatch(told.get("RESOLUTION", ""))
    codecs = [one.strip().lower() for one in told.get("CODECS", "").split(",") if one.strip()]
    return Variant(
        address,
        int(rate) if rate.isascii() and rate.isdigit() and len(rate) < 13 else 0,
        min(int(size[1]), int(size[2])) if size else 0,
        bool(codecs) and not size and all(one.startswith(_SOUND) for one in codecs),
    )


def _attributes(told: str) -> dict[str, str]:
    """Return the attributes of a tag, quotes taken off."""
    return {match[1]: match[2].strip('"') for match in _ATTRIBUTE.finditer(told)}


def _seconds(told: str) -> float:
    """Return how long a piece lasts. Raises NotReadable."""
    match = _SECONDS.match(told)
    if match is None or float(match[1]) > _LONGEST_PIECE:
        raise NotReadable
    return float(match[1])


def _length_and_start(told: str) -> tuple[int, int | None]:
    """Return how many bytes are meant, and where they start when that is said. Raises NotReadable."""
    match = _BYTES.fullmatch(told.strip())
    if match is None or not 0 < int(match[1]) < _MOST_LENGTH:
        raise NotReadable
    return int(match[1]), None if match[2] is None else int(match[2])
