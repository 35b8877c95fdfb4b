"""Read a page saved as one MHTML file (`.mhtml`, `.mht`): a mail message whose parts are the page and its
pictures and videos.
"""

from collections.abc import Callable
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from itertools import count

from rescind.net import MOST_CHARACTERS
from rescind.person.watch.found import FoundAs, PageFound, PictureAt, VideoAt
from rescind.person.watch.held import only_held
from rescind.person.watch.page import pictures_on
from rescind.person.watch.unreadable import NotReadable

_MOST_PARTS = 2_000
_LONGEST_HEADER = 64 * 1024


def archived(content: bytes, *, word: str) -> tuple[str, PageFound, int, dict[str, bytes]]:
    """Return the page's address (else `word`), what it holds, how many pictures it names and does not hold,
    and the bytes of pictures and videos by address. Every such part counts, named in the HTML or not. Raises
    NotReadable.
    """
    parts = _parts(content)
    root = next(
        (part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    if root is None:
        raise NotReadable
    page = _where(root) or word
    pictures, videos = _files(parts, "image", page), _files(parts, "video", page)
    files = pictures | videos
    named = pictures_on(_bytes(root), address=page, content_type=str(root.get("Content-Type", "")))
    found, absent = only_held(named, lambda one: one.address in files)
    known = {one.address for one in found.pictures} | {one.address for one in found.videos}
    further = tuple(PictureAt(where, FoundAs.SAVED) for where in pictures if where not in known)
    films = tuple(VideoAt(where, FoundAs.SAVED) for where in videos if where not in known)
    whole = replace(
        found, pictures=(*found.pictures, *further), videos=(*found.videos, *films), next_pages=(), frames=0
    )
    return page, whole, absent, files


def _files(parts: list[Message], kind: str, page: str) -> dict[str, bytes]:
    """Return the bytes of the parts of a kind, by the address they came from or one made up for them."""
    return {
        _where(part) or f"{page}#part-{number}": _bytes(part)
        for number, part in enumerate(parts)
        if part.get_content_maintype() == kind
    }


def _parts(content: bytes) -> list[Message]:
    """Return the parts that are not made of parts themselves."""
    try:
        message = BytesParser(_counted(), policy=_Bounded()).parsebytes(content)
        leaves = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError):
        raise NotReadable from None
    return leaves


class _Bounded(Compat32):
    """How parts are read, with an end to the length of a header: taking one apart takes time by its square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return a header's name and value. Raises NotReadable for one that no browser writes."""
        if sum(map(len, sourcelines)) > _LONGEST_HEADER:
            raise NotReadable
        return super().header_source_parse(sourcelines)


def _counted() -> Callable[..., Message]:
    """Return what makes a part, and raises NotReadable when it has made too many."""
    numbers = count()

    def part(policy: Compat32) -> Message:
        if next(numbers) > _MOST_PARTS:
            raise NotReadable
        return Message(policy)

    return part


def _where(part: Message) -> str:
    """Return the address a part came from, in one spelling, or an empty string."""
    where = "".join(str(part.get("Content-Location", "")).split())
    told = where.startswith(("http://", "https://", "cid:")) and len(where) <= MOST_CHARACTERS
    return where if told else ""


def _bytes(part: Message) -> bytes:
    """Return the part's own bytes."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
