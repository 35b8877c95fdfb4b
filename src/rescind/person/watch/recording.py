"""Read a HAR recording: what a browser's developer tools write down of everything it loaded.

Format: HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/).
"""

import base64
import binascii
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from rescind.net import HTML, MOST_CHARACTERS
from rescind.person.watch.charset import whole_characters
from rescind.person.watch.found import FileAt, FoundAs, PageFound, PictureAt, VideoAt
from rescind.person.watch.page import pictures_on
from rescind.person.watch.unreadable import NotReadable

Taking = Callable[[FileAt], bytes]
_MOST_ENTRIES = 20_000


@dataclass(frozen=True)
class _Loaded:
    """One thing the browser loaded. `content` is None when the recording does not hold it."""

    page: str
    address: str
    media_type: str
    content: bytes | None


def recorded(recording: bytes, *, word: str) -> Iterator[tuple[str, PageFound, int, Taking]]:
    """Yield for each page of the recording its address (else `word`), what it holds, how many pictures were
    loaded and are not in it, and what gives the bytes of a picture or video. Raises NotReadable.
    """
    log = _log(recording)
    loaded = [one for one in map(_loaded, _dicts(log, "entries")[:_MOST_ENTRIES]) if one is not None]
    if not loaded:
        raise NotReadable
    titles = {_text(page, "id"): _text(page, "title") for page in _dicts(log, "pages")}
    pages: dict[str, list[_Loaded]] = {}
    for one in loaded:
        pages.setdefault(one.page, []).append(one)
    for page, together in pages.items():
        yield _page(together, titles.get(page, ""), word)


def _page(loaded: list[_Loaded], title: str, word: str) -> tuple[str, PageFound, int, Taking]:
    """Return one page of the recording."""
    document = next((one for one in loaded if one.media_type == HTML), None)
    page = document.address if document and len(document.address) <= MOST_CHARACTERS else word
    read = pictures_on((document.content if document else None) or b"", address=page)
    pictures, videos = _contents(loaded, "image/"), _contents(loaded, "video/")
    contents = pictures | videos
    there = [PictureAt(where, FoundAs.SAVED) for where, content in pictures.items() if content is not None]
    films = [VideoAt(where, FoundAs.SAVED) for where, content in videos.items() if content is not None]
    found = replace(
        read,
        title=read.title or title,
        pictures=(*there, *(one for one in read.pictures if one.content is not None)),
        videos=(*films, *(one for one in read.videos if one.content is not None)),
        videos_absent=len(videos.keys() | _named(read, contents)) - len(films),
        next_pages=(),
        left_out=0,
        frames=0,
    )

    def take(file: FileAt) -> bytes:
        return file.content if file.content is not None else contents[file.address] or b""

    return page, found, len(pictures) - len(there), take


def _named(read: PageFound, contents: dict[str, bytes | None]) -> set[str]:
    """Return the addresses of the videos that the page names, in one of their forms, and the browser did not load."""
    loaded = {one.group for one in read.videos if one.address in contents or one.content is not None}
    return {one.address for one in read.videos if one.group not in loaded}


def _contents(loaded: list[_Loaded], kind: str) -> dict[str, bytes | None]:
    """Return the files of a kind that were loaded, by address; of several answers one that is there wins."""
    contents: dict[str, bytes | None] = {}
    for one in loaded:
        if one.media_type.startswith(kind) and contents.get(one.address) is None:
            contents[one.address] = one.content
    return contents


def _log(recording: bytes) -> dict[str, Any]:
    """Return the recording's outer object."""
    try:
        whole = json.loads(recording)
    except (ValueError, RecursionError):
        raise NotReadable from None
    log = whole.get("log") if isinstance(whole, dict) else None
    if not isinstance(log, dict):
        raise NotReadable
    return log


def _loaded(entry: dict[str, Any]) -> _Loaded | None:
    """Return what one entry says was loaded, or None when it came from no web address."""
    request, response = _dict(entry, "request"), _dict(entry, "response")
    content = _dict(response, "content")
    address = _text(request, "url").partition("#")[0]
    if not address.startswith(("http://", "https://")):
        return None
    media_type = _text(content, "mimeType").partition(";")[0].strip().lower()
    return _Loaded(_text(entry, "pageref"), address, media_type, _body(content))


def _body(content: dict[str, Any]) -> bytes | None:
    """Return what the entry holds of the answer's body, or None when it holds nothing of it."""
    text = _text(content, "text")
    if not text:
        return None
    if _text(content, "encoding") != "base64":
        return text.encode("utf-8")
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return None


def _dicts(held: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Return the objects of a list under the key; anything else counts as absent."""
    value = held.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _dict(held: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the object under the key, else an empty one."""
    value = held.get(key)
    return value if isinstance(value, dict) else {}


def _text(held: dict[str, Any], key: str) -> str:
    """Return the text under the key, else an empty one."""
    value = held.get(key)
    return whole_characters(value) if isinstance(value, str) else ""
