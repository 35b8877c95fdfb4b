"""Gather the files a page names, each once and in the page's order, with an end to how many."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from rescind.net import MOST_CHARACTERS, NotFetched, target
from rescind.person.watch.charset import whole_characters
from rescind.person.watch.following import joined
from rescind.person.watch.found import FoundAs
from rescind.person.watch.named import inside, is_video_file

_MOST_JOINED = 10_000
_NO_FILE = ("javascript:", "about:", "blob:", "mailto:", "mediastream:")


@dataclass(frozen=True)
class Named:
    """A file as it is named. `content` is there when the page itself holds it: empty when it cannot be read."""

    address: str
    found_as: FoundAs
    group: int
    content: bytes | None = field(default=None, repr=False)


class Gathered:
    """The files of one kind named so far, each once. `kind` is how their media types begin, `most` how many are
    taken up; `left_out` counts the rest.
    """

    def __init__(self, page: str, seen_from: str, *, kind: str, most: int) -> None:
        self._page = page
        self._seen_from = seen_from
        self._kind = kind
        self._most = most
        self._named: dict[str, Named] = {}
        self._written: set[str] = set()
        self.left_out = 0

    def add(self, named: Iterator[tuple[str, FoundAs]], *, group: int) -> None:
        """Take up what one element names."""
        for words, found_as in named:
            if words not in self._written:
                self._written.add(words)
                self._take(whole_characters(words.strip()), found_as, group)

    def named(self) -> tuple[Named, ...]:
        """Return the files, `data:` ones opened and those that hold nothing of the kind dropped."""
        found = (self._opened(one) for one in self._named.values())
        return tuple({one.address: one for one in found}.values())

    def _take(self, words: str, found_as: FoundAs, group: int) -> None:
        """Take up one file, or count it as left out when there are enough."""
        address = self._address(words)
        if not self._may_be(address) or address in self._named:
            return
        if len(self._named) >= self._most:
            self.left_out += 1
            return
        self._named[address] = Named(address, found_as, group)

    def _address(self, words: str) -> str:
        """Return the absolute address. One too long to be opened stays as written, to be refused and told; when
        far too many are named the rest is only counted, and stays as written too.
        """
        if words[:5].lower() == "data:" or len(words) > MOST_CHARACTERS or self.left_out > _MOST_JOINED:
            return words
        return joined(self._seen_from, words)

    def _may_be(self, address: str) -> bool:
        """Return whether the address is one that can hold a file of the kind; scripts and the like are not, nor is
        a picture what is called like a video.
        """
        start = address[:12].lower()
        if start.startswith("data:"):
            return start.startswith(f"data:{self._kind}")
        is_other = self._kind == "image/" and is_video_file(address)
        return bool(address) and not start.startswith(_NO_FILE) and not is_other

    def _opened(self, named: Named) -> Named:
        """Return one file as it is looked at; a `data:` one that cannot be read keeps empty content, for the reader
        to report.
        """
        if named.address[:5].lower() != "data:":
            return Named(_spelled(named.address), named.found_as, named.group)
        content = inside(named.address, kind=self._kind) or b""
        mark = sha256(content or named.address.encode("utf-8", "replace")).hexdigest()[:16]
        return Named(f"{joined(self._page, '')}#inside-{mark}", named.found_as, named.group, content)


def _spelled(address: str) -> str:
    """Return the address in the one spelling `rescind.net` gives it; one it refuses stays as written."""
    try:
        return target(address).text
    except NotFetched:
        return address
