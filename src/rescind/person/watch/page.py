"""Find every picture and video a page names, in whatever way a page can name one; nothing is run and nothing is
fetched.
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rescind.person.watch.charset import text_of
from rescind.person.watch.elements import namings, shows_frame
from rescind.person.watch.films import films, is_address
from rescind.person.watch.following import joined, next_pages
from rescind.person.watch.found import FoundAs, PageFound, PictureAt, VideoAt
from rescind.person.watch.gathered import Gathered
from rescind.person.watch.layers import documents
from rescind.person.watch.trial import insist_it_ends
from rescind.person.watch.unreadable import NotReadable

MOST_PICTURES = 500
"""The most pictures of one page that are looked at; how many more there were is told in `PageFound.left_out`."""

MOST_VIDEOS = 40
"""The most videos of one page that are looked at; how many more is told in `PageFound.videos_left_out`."""

DEEPEST = 20_000
_LONGEST_TITLE = 300
_TELL_WITHOUT = frozenset(("style", "script", "video"))
"""Elements that tell something without any attribute."""

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

    Broken HTML is read as browsers read it. At most MOST_PICTURES and MOST_VIDEOS are returned, the page's order
    kept. A picture written into the page as `data:` comes with its content. Raises NotReadable.
    """
    text = text_of(body, content_type)
    if _depth(text) > DEEPEST:
        raise NotReadable
    insist_it_ends(text)
    layers = documents(text)
    seen_from = _seen_from(layers[0], address)
    pictures = Gathered(address, seen_from, kind="image/", most=MOST_PICTURES)
    videos = Gathered(address, seen_from, kind="video/", most=MOST_VIDEOS)
    frames, players = 0, _Players()
    for node in (node for layer in layers for node in layer.css("*")):
        held = node.attributes
        if not held and node.tag not in _TELL_WITHOUT:
            continue
        frames += shows_frame(node)
        pictures.add(namings(node, held), group=_group(node))
        named = tuple(films(node, held))
        if named or node.tag == "video":
            videos.add(iter(named), group=_video_group(node))
            players.count(node, [words for words, _ in named])
    shown = tuple(VideoAt(one.address, one.found_as, one.group, one.content) for one in videos.named())
    return PageFound(
        title=_title(layers[0]),
        pictures=tuple(
            PictureAt(one.address, one.found_as, one.group, one.content) for one in pictures.named()
        ),
        next_pages=next_pages(layers[0], address=address, seen_from=seen_from),
        left_out=pictures.left_out,
        videos=shown,
        frames=frames,
        videos_left_out=videos.left_out,
        nameless=players.nameless(shown),
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


def _video_group(node: LexborNode) -> int:
    """Return a number that elements share when they name one video in several forms: the sources of one player, and
    all announcements of a page.
    """
    if node.tag in ("meta", "link"):
        return 0
    return node.parent.mem_id if node.tag == "source" and node.parent is not None else node.mem_id


@dataclass
class _Players:
    """The players of a page, and those that name a file: themselves or in a source inside them."""

    all: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)

    def count(self, node: LexborNode, words: list[str]) -> None:
        """Count an element that is a player, or the source of one."""
        if node.tag == "video":
            self.all.add(node.mem_id)
        if any(is_address(one) for one in words):
            self.named.add(_video_group(node))

    def nameless(self, shown: tuple[VideoAt, ...]) -> int:
        """Return how many videos no file is known for: a file named elsewhere on the page is taken for that of one
        player without any.
        """
        elsewhere = {video.group for video in shown if video.found_as is not FoundAs.LINKED} - self.all
        return max(0, len(self.all - self.named) - len(elsewhere))


def _seen_from(document: LexborHTMLParser, address: str) -> str:
    """Return the address that relative ones are seen from."""
    element = document.css_first("base[href]")
    named = (element.attributes.get("href") or "") if element else ""
    return joined(address, named) or address


def _title(document: LexborHTMLParser) -> str:
    """Return the page's title on one line, or an empty string."""
    element = document.css_first("head > title") or document.css_first("title")
    return " ".join(element.text().split())[:_LONGEST_TITLE] if element else ""
