"""A file that lies on a site, read a piece at a time: only what is asked for is fetched, and each piece once.

It can be read by whatever takes a `rescind.fingerprint.video.Source`. A site is asked as rarely as is sensible:
every request costs it a connection and the person a pause, so a little more is fetched than was asked for, and
more and more while reading goes on in one direction.
"""

from dataclasses import dataclass
from hashlib import sha256

from rescind.fingerprint import Enough
from rescind.net import VIDEOS, Fetch, Fetched, NotFetched, Reason, Span, mark_of

MEGABYTE = 1024 * 1024
BLOCK = 64 * 1024
_FIRST = 8
_STEP, _LONGEST_STEP = 4, 64
_SMALL = 8 * MEGABYTE
_REST = 4 * MEGABYTE


@dataclass(frozen=True)
class Bounds:
    """How much may be fetched of one file, and in how many requests."""

    most_bytes: int = 64 * MEGABYTE
    most_requests: int = 64


def open_site_file(address: str, *, fetch: Fetch, bounds: Bounds) -> "SiteFile":
    """Return the file at the address, its first piece fetched. Raises NotFetched, also for what is no video."""
    kinds = VIDEOS.up_to(bounds.most_bytes)
    most = min(_FIRST * BLOCK, bounds.most_bytes)
    return SiteFile(fetch(address, kinds=kinds, span=Span(0, most - 1)), fetch, bounds)


class SiteFile:
    """A file on a site. `first` is the answer to the first request; its body may be the start or all of it.

    `got` counts the bytes fetched so far, `requests` how often the site was asked. `cut` says that something was
    asked for which the bounds did not allow, or that the site gives nothing but the start.
    """

    def __init__(self, first: Fetched, fetch: Fetch, bounds: Bounds) -> None:
        portion = first.portion
        if portion is None or (portion.whole is None and first.status == 206):
            raise NotFetched(Reason.WRONG_PART)
        self.first = first
        self.size = len(first.body) if portion.whole is None else portion.whole
        self.got, self.requests, self.cut = len(first.body), 1, portion.whole is None
        self._gives_parts = first.status == 206
        self._mark = mark_of(dict(first.headers))
        self._fetch, self._bounds = fetch, bounds
        self._blocks: dict[int, bytes] = {}
        self._next, self._step = 0, _STEP
        self._keep(0, first.body)

    @property
    def is_small(self) -> bool:
        """Whether all of it costs a site no more than a few looks at a large one."""
        return self.size <= min(_SMALL, self._bounds.most_bytes)

    @property
    def whole(self) -> bool:
        """Whether every byte of it was fetched."""
        return not self.cut and len(self._blocks) == self._count

    def content(self) -> bytes:
        """Return what was fetched from the start on without a gap: all of it when it is `whole`."""
        return b"".join(self._blocks[number] for number in range(self._first_missing_from(0)))

    def digest(self) -> str:
        """Return the SHA-256 of the whole file in hex, or an empty string when not all of it was fetched."""
        return sha256(self.content()).hexdigest() if self.whole else ""

    def read_at(self, offset: int, length: int) -> bytes:
        """Return so many bytes from there on; fewer at the end and where no more may be fetched.

        Raises Enough when none may be fetched, and NotFetched.
        """
        end = min(offset + length, self.size)
        if offset < 0 or offset >= end:
            return b""
        last = (end - 1) // BLOCK
        held = []
        for number in range(offset // BLOCK, last + 1):
            if number not in self._blocks and not self._load(number, last):
                self.cut = True
                break
            held.append(self._blocks[number])
        start = offset % BLOCK
        read = b"".join(held)[start : start + end - offset]
        if not read:
            raise Enough
        return read

    @property
    def _count(self) -> int:
        """How many blocks the whole file has."""
        return -(-self.size // BLOCK)

    def _load(self, number: int, last: int) -> bool:
        """Fetch a block and as many after it as is sensible; return whether it is there now."""
        blocks = self._allowed(number, last)
        if not blocks:
            return False
        span = Span(number * BLOCK, min((number + blocks) * BLOCK, self.size) - 1, self._mark)
        self.requests += 1
        fetched = self._fetch(self.first.address, kinds=VIDEOS, span=span)
        self.got += len(fetched.body)
        self._insist_on_same(fetched)
        self._keep(number, fetched.body)
        return number in self._blocks

    def _allowed(self, number: int, last: int) -> int:
        """Return how many blocks from this one on to ask for; none when the bounds are reached."""
        if not self._gives_parts or self.requests >= self._bounds.most_requests:
            return 0
        allowed = (self._bounds.most_bytes - self.got) // BLOCK
        wanted = max(last - number + 1, self._ahead(number))
        return self._missing(number, min(wanted, allowed))

    def _ahead(self, number: int) -> int:
        """Return how many blocks are worth fetching at once: the rest when that is little, more of what is read onward."""
        if self.size - self.got <= _REST:
            return self._count
        goes_on = number == self._first_missing_from(self._next)
        self._step = min(2 * self._step, _LONGEST_STEP) if goes_on else _STEP
        return self._step

    def _missing(self, number: int, most: int) -> int:
        """Return how many blocks in a row are missing from this one on, `most` at most."""
        end = min(number + most, self._count)
        return next((other for other in range(number, end) if other in self._blocks), end) - number

    def _first_missing_from(self, number: int) -> int:
        """Return the first block from this one on that is missing."""
        return next((other for other in range(number, self._count) if other not in self._blocks), self._count)

    def _insist_on_same(self, fetched: Fetched) -> None:
        """Raise NotFetched(CHANGED) when the answer is of another version of the file than the first one was."""
        portion, etag = fetched.portion, dict(fetched.headers).get("etag")
        same_size = portion is not None and portion.whole in (None, self.size)
        if not same_size or etag != dict(self.first.headers).get("etag"):
            raise NotFetched(Reason.CHANGED)

    def _keep(self, number: int, content: bytes) -> None:
        """Take up the whole blocks of what was fetched; the file's last one may be short."""
        for at in range(0, len(content), BLOCK):
            block = content[at : at + BLOCK]
            if len(block) == BLOCK or number * BLOCK + at + len(block) == self.size:
                self._blocks[number + at // BLOCK] = block
        self._next = number + len(content) // BLOCK
