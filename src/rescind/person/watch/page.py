"""Find every picture a page names, in whatever way a page can name one; nothing is run and nothing is
fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rescind.net import MOST_CHARACTERS, NotFetched, target
from rescind.person.watch.charset import text_of, whole_characters
from rescind.person.watch.elements import Naming, namings, shows_frame, shows_video
from rescind.person.watch.following import joined, next_pages
from rescind.person.watch.found import FoundAs, PageFound, PictureAt
from rescind.person.watch.layers import documents
from rescind.person.watch.named import inside, is_video_file
from rescind.person.watch.trial import insist_it_ends
from rescind.person.watch.unreadable import NotReadable

MOST_PICTURES = 500
"""The most pictures of one page that are looked at; how many more there were is told in `PageFound.left_out`."""

DEEPEST = 20_000
_MOST_JOINED = 10_000
_LONGEST_TITLE = 300
# fmt: off
_NEVER_CLOSED = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p",
    "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "param", "colgroup", "optgroup",
))
# fmt: on
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})")


def pictures_on(body: bytes, *, address: str, content_type: str = "") -> PageFound:
    """Return what the page names. `address` is where it came from; relative addresses are seen from there, or
    from the page's own `<base>`.

    Broken HTML is read as browsers read it. At most MOST_PICTURES are returned, the page's order kept. A
    picture written into the page as `data:` comes with its content. Raises NotReadable.
    """
    text = text_of(body, content_type)
    if _depth(text) > DEEPEST:
        raise NotReadable
    insist_it_ends(text)
    layers = documents(text)
    seen_from = _seen_from(layers[0], address)
    gathered = _Gathered(address, seen_from)
    videos = frames = 0
    for node in (node for layer in layers for node in layer.css("*")):
        videos += shows_video(node)
        frames += shows_frame(node)
        gathered.add(namings(node), group=_group(node))
    return PageFound(
        title=_title(layers[0]),
        pictures=gathered.pictures(),
        next_pages=next_pages(layers[0], address=address, seen_from=seen_from),
        left_out=gathered.left_out,
        videos=videos,
        frames=frames,
    )


def _depth(text: str) -> int:
    """Return roughly how deep elements nest: the parser takes time by its square. Scripts only make it look
    deeper.
    """
    deepest = depth = 0
    for match in _TAG.finditer(text):
        if match.group(2).lower() in _NEVER_CLOSED:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _group(node: LexborNode) -> int:
    """Return a number that elements share when they show one picture: those inside one `picture` element."""
    above = node.parent if node.tag in ("img", "source") else None
    return above.mem_id if above is not None and above.tag == "picture" else node.mem_id


def _seen_from(document: LexborHTMLParser, address: str) -> str:
    """Return the address that relative ones are seen from."""
    element = document.css_first("base[href]")
    named = (element.attributes.get("href") or "") if element else ""
    return joined(address, named) or address


def _title(document: LexborHTMLParser) -> str:
    """Return the page's title on one line, or an empty string."""
    element = document.css_first("head > title") or document.css_first("title")
    return " ".join(element.text().split())[:_LONGEST_TITLE] if element else ""


@dataclass(frozen=True)
class _Named:
    """A picture as it is named, before it is known whether there is room for it."""

    address: str
    found_as: FoundAs
    group: int


class _Gathered:
    """The pictures named so far, each once."""

    def __init__(self, page: str, seen_from: str) -> None:
        self._page = page
        self._seen_from = seen_from
        self._named: dict[str, _Named] = {}
        self._written: set[str] = set()
        self.left_out = 0

    def add(self, named: Iterator[Naming], *, group: int) -> None:
        """Take up what one element names."""
        for words, found_as in named:
            if words not in self._written:
                self._written.add(words)
                self._take(whole_characters(words.strip()), found_as, group)

    def _take(self, words: str, found_as: FoundAs, group: int) -> None:
        """Take up one picture, or count it as left out when there are enough."""
        address = self._address(words)
        if not _may_be_picture(address) or address in self._named:
            return
        if len(self._named) >= MOST_PICTURES:
            self.left_out += 1
            return
        self._named[address] = _Named(address, found_as, group)

    def _address(self, words: str) -> str:
        """Return the absolute address. One too long to be opened stays as written, to be refused and told; when
        far too many are named the rest is only counted, and stays as written too.
        """
        if words[:5].lower() == "data:" or len(words) > MOST_CHARACTERS or self.left_out > _MOST_JOINED:
            return words
        return joined(self._seen_from, words)

    def pictures(self) -> tuple[PictureAt, ...]:
        """Return the pictures, `data:` ones opened and those that hold no picture dropped."""
        found = (self._picture(named) for named in self._named.values())
        return tuple({picture.address: picture for picture in found}.values())

    def _picture(self, named: _Named) -> PictureAt:
        """Return one picture; a `data:` one that cannot be read keeps empty content, for the reader to
        report.
        """
        if named.address[:5].lower() != "data:":
            return PictureAt(_spelled(named.address), named.found_as, named.group)
        content = inside(named.address) or b""
        mark = sha256(content or named.address.encode("utf-8", "replace")).hexdigest()[:16]
        return PictureAt(f"{joined(self._page, '')}#inside-{mark}", named.found_as, named.group, content)


def _may_be_picture(address: str) -> bool:
    """Return whether the address is one that can hold a picture; videos, scripts and the like are not."""
    start = address[:11].lower()
    if start.startswith("data:"):
        return start.startswith("data:image/")
    return (
        bool(address)
        and not start.startswith(("javascript:", "about:", "blob:", "mailto:"))
        and not is_video_file(address)
    )


def _spelled(address: str) -> str:
    """Return the address in the one spelling `rescind.net` gives it; one it refuses stays as written."""
    try:
        return target(address).text
    except NotFetched:
        return address
