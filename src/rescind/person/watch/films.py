"""Which videos one element of a page names: players and their sources, announcements, links, and what the scripts
that build players are given.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from rescind.person.watch.elements import Attributes, Naming
from rescind.person.watch.found import FoundAs
from rescind.person.watch.named import is_video_file

_META_NAMES = frozenset(
    ("og:video", "og:video:url", "og:video:secure_url", "twitter:player:stream", "contenturl")
)
_PLAYED = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy")
_MOST_NODES = 50_000
_MOST_IN_SCRIPTS = 200
_QUOTED = re.compile(r"[\"'`]((?:https?:)?(?:\\?/)[^\"'`\s<>]{1,2000}+|[^\"'`\s<>:]{1,300}+)[\"'`]")
_SLASHES = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(/))")
_IN_TEXT = re.compile(r"\.(?:mp4|m4v|webm|mov|m3u8|ogv)", re.IGNORECASE)


def films(node: LexborNode, held: Attributes) -> Iterator[Naming]:
    """Yield what videos the element with these attributes names."""
    match node.tag:
        case "video":
            yield from _player(held)
        case "source" if _parent(node) == "video":
            yield from _player(held)
        case "meta" | "link":
            yield from _announced(held)
        case "a" | "area" | "object" | "embed" | "img":
            yield from _linked(held)
        case "script":
            yield from _in_script(node, held)
    yield from _kept_for_later(held)


def is_address(words: str) -> bool:
    """Return whether a file can be asked for there: what a script makes in the browser has no address."""
    return bool(words.strip()) and not words.strip()[:12].lower().startswith(
        ("blob:", "about:", "javascript:", "mediastream:")
    )


def _parent(node: LexborNode) -> str:
    """Return the tag of the element around this one, or an empty string."""
    return (node.parent.tag or "") if node.parent is not None else ""


def _type(held: Attributes) -> str:
    """Return the media type an element says it holds."""
    return (held.get("type") or "").partition(";")[0].strip().lower()


def _player(held: Attributes) -> Iterator[Naming]:
    """Yield the file a player shows, at once or later."""
    for name in _PLAYED:
        value = held.get(name)
        if value:
            yield value, FoundAs.SHOWN if name == "src" else FoundAs.LATER


def _announced(held: Attributes) -> Iterator[Naming]:
    """Yield the video a page announces for previews, or asks for early."""
    names = [(held.get(key) or "").strip().lower() for key in ("property", "name", "itemprop")]
    value = held.get("content") or held.get("href") or ""
    early = held.get("as") == "video"
    if value and (early or any(name in _META_NAMES for name in names)):
        yield value, FoundAs.ANNOUNCED


def _linked(held: Attributes) -> Iterator[Naming]:
    """Yield the video an element leads to, told by its type or by how its address ends."""
    for name in ("href", "data", "src"):
        value = held.get(name) or ""
        if value and (_type(held).startswith("video/") or is_video_file(value.strip())):
            yield value, FoundAs.LINKED


def _kept_for_later(held: Attributes) -> Iterator[Naming]:
    """Yield the video files any element keeps for a script to show."""
    for name, value in held.items():
        if value and name.startswith("data-") and is_video_file(value.strip()):
            yield value, FoundAs.LATER


def _in_script(node: LexborNode, held: Attributes) -> Iterator[Naming]:
    """Yield what a JSON-LD block describes, or the video files a script is given by name."""
    if _type(held) == "application/ld+json":
        yield from ((address, FoundAs.DESCRIBED) for address in _described(node.text()))
        return
    text = node.text()
    if _IN_TEXT.search(text) is None:
        return
    found: dict[str, None] = {}
    for match in _QUOTED.finditer(text):
        address = _SLASHES.sub(_unescaped, match[1])
        if is_video_file(address) and len(found) < _MOST_IN_SCRIPTS:
            found[address] = None
    yield from ((address, FoundAs.LATER) for address in found)


def _unescaped(match: re.Match[str]) -> str:
    """Return the character a JavaScript escape stands for."""
    return chr(int(match[1], 16)) if match[1] else match[2]


def _described(text: str) -> Iterator[str]:
    """Yield the video addresses of a JSON-LD block, however deep; one that cannot be read yields nothing."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            yield from _content_of(node)
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _content_of(node: dict[str, Any]) -> Iterator[str]:
    """Yield the addresses of the file that a JSON-LD node describes, when it is a video."""
    kinds = node.get("@type")
    is_video = "VideoObject" in (kinds if isinstance(kinds, list) else [kinds])
    for key, value in node.items():
        if key.lower() == "contenturl":
            listed = value if isinstance(value, list) else [value]
            yield from (one for one in listed if isinstance(one, str) and (is_video or is_video_file(one)))
