"""Where text names pictures: lists of sizes, style sheets, JSON-LD, file extensions, and `data:` addresses."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

MOST_INSIDE = 32 * 1024 * 1024
_MOST_NODES = 50_000
_PIECE = 64 * 1024
_PICTURE = re.compile(
    r"[^?#]*\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|hei[cf]|tiff?|bmp|jxl|jp2)\Z", re.IGNORECASE
)
_VIDEO = re.compile(r"[^?#]*\.(?:mp4|m4v|webm|mov|mkv|avi|wmv|flv|mpe?g|ogv|3gp|m3u8|mpd)\Z", re.IGNORECASE)
_NO_PICTURE = re.compile(r"[^?#]*\.(?:woff2?|ttf|otf|eot|css|js)\Z", re.IGNORECASE)
_URL = re.compile(
    r"url\(\s*+(?:\"([^\"]*)\"|'([^']*)'|((?:\\[0-9a-fA-F]{1,6}\s?|\\.|[^()\"'\s\\])*+))\s*+\)", re.IGNORECASE
)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_CANDIDATE = re.compile(r"[\s,]*(\S+)")
_SIZE = re.compile(r"([0-9]{1,7}(?:\.[0-9]{1,3})?)[wxh]")
_TELLING_KEYS = frozenset(("image", "thumbnail", "thumbnailurl", "contenturl", "photo", "primaryimageofpage"))


def is_picture_file(address: str) -> bool:
    """Return whether the address ends like a picture file."""
    return _PICTURE.match(_path(address)) is not None


def is_video_file(address: str) -> bool:
    """Return whether the address ends like a video file."""
    return _VIDEO.match(_path(address)) is not None


def _path(address: str) -> str:
    """Return the address without query and fragment."""
    return re.split(r"[?#]", address, maxsplit=1)[0]


def in_sizes(srcset: str) -> list[str]:
    """Return the candidates of a `srcset`, the largest first. Source: HTML standard, "parse a srcset
    attribute".
    """
    found: list[tuple[float, str]] = []
    at = 0
    while candidate := _CANDIDATE.match(srcset, at):
        address, at = candidate.group(1), candidate.end()
        size = 1.0
        if address.endswith(","):
            address = address.rstrip(",")
        else:
            end = srcset.find(",", at)
            end = len(srcset) if end < 0 else end
            told = _SIZE.search(srcset, at, end)
            size = float(told.group(1)) if told else 1.0
            at = end
        found.append((size, address))
    return [address for _, address in sorted(found, key=lambda pair: -pair[0]) if address]


def in_style(style: str) -> Iterator[str]:
    """Yield what a style sheet or a style attribute shows by `url(…)`, fonts and further sheets left out."""
    for match in _URL.finditer(style):
        address = _ESCAPED.sub(_unescaped, match.group(1) or match.group(2) or match.group(3) or "").strip()
        if address and not _NO_PICTURE.match(_path(address)):
            yield address


def _unescaped(match: re.Match[str]) -> str:
    """Return the character a CSS escape stands for."""
    if match.group(2) is not None:
        return match.group(2)
    number = int(match.group(1), 16)
    return chr(number) if 0 < number < 0xD800 or 0xDFFF < number < 0x110000 else "\ufffd"


def in_linked_json(text: str) -> Iterator[str]:
    """Yield the picture addresses of a JSON-LD block, however deep; one that cannot be read yields nothing."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting: list[tuple[Any, bool]] = [(whole, False)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node, told = waiting.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, list):
            waiting.extend((one, told) for one in reversed(node) if not isinstance(one, str) or told)
        elif isinstance(node, dict):
            waiting.extend(reversed(_members(node, told)))


def _members(node: dict[str, Any], told: bool) -> list[tuple[Any, bool]]:
    """Return the members that may hold a picture's address: any structure, and the strings of telling keys."""
    told_of = [(value, _tells(node, key, told)) for key, value in node.items()]
    return [(value, tells) for value, tells in told_of if tells or isinstance(value, dict | list)]


def _tells(node: dict[str, Any], key: str, told: bool) -> bool:
    """Return whether strings under this key are addresses of pictures."""
    name = key.lower()
    if name == "contenturl" and node.get("@type") == "VideoObject":
        return False
    if name == "url":
        return told or node.get("@type") == "ImageObject"
    return name in _TELLING_KEYS


def inside(address: str, *, kind: str = "image/") -> bytes | None:
    """Return the picture a `data:` address holds, or what else its kind begins with; None when it holds none, is
    broken or over MOST_INSIDE.
    """
    head, comma, rest = address[5:].partition(",")
    media, *options = (part.strip().lower() for part in head.split(";"))
    if not comma or not media.startswith(kind) or len(rest) > MOST_INSIDE * 4:
        return None
    content = _unquoted(rest.encode("utf-8", "replace"))
    if "base64" in options:
        content = _from_base64(content)
    return content if 0 < len(content) <= MOST_INSIDE else None


def _unquoted(written: bytes) -> bytes:
    """Return the bytes with `%41` and its like undone, a piece at a time: at once it takes sixty times the
    memory.
    """
    content, at = bytearray(), 0
    while at < len(written):
        end = at + _PIECE
        split = written.rfind(b"%", end - 2, end)
        end = end if split < 0 else split
        content += unquote_to_bytes(written[at:end])
        at = end
    return bytes(content)


def _from_base64(text: bytes) -> bytes:
    """Return the bytes, or none when the text is broken; missing padding is forgiven, as browsers do."""
    packed = b"".join(text.split()).rstrip(b"=").replace(b"-", b"+").replace(b"_", b"/")
    try:
        return base64.b64decode(packed + b"=" * (-len(packed) % 4), validate=True)
    except binascii.Error:
        return b""
