"""Read what one host answers to one request, no further than it is of use."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

import httpcore2

from rescind.net.address import Target
from rescind.net.decode import ACCEPT_ENCODING, unpacked
from rescind.net.kinds import FIRST_BYTES, Kinds, media_type
from rescind.net.pace import retry_after
from rescind.net.reasons import NotFetched, Reason
from rescind.net.span import Portion, Span, headers_for, portion_given
from rescind.version import VERSION

USER_AGENT = f"Rescind/{VERSION} (+checks pages its user names)"
_REDIRECTS = (301, 302, 303, 307, 308)
_KEPT_APART = ("set-cookie", "set-cookie2")


@dataclass(frozen=True)
class Fetched:
    """What an address answered.

    `asked` is the address asked for and `address` where the answer came from after redirects, both without
    the part after `#`. `headers` have lower-case names and never hold a cookie. `media_type` is what the
    first bytes show, else what the site said. `body` is unpacked. `portion` is there when a part was asked for,
    and says which part `body` is.
    """

    asked: str
    address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    media_type: str
    portion: Portion | None = None


@dataclass(frozen=True)
class Answer:
    """One answer of one host: a body, or the address it sends on to, or the seconds it asks us to wait."""

    fetched: Fetched | None = None
    sent_on: str | None = None
    come_back: float | None = None


@dataclass(frozen=True)
class Wish:
    """What is wanted of an address: which kinds of things, and which part, None for the whole."""

    kinds: Kinds
    span: Span | None = None


def read_answer(connection: httpcore2.HTTPConnection, asked: Target, here: Target, wish: Wish) -> Answer:
    """Send the request and read the answer, no further than it is of use."""
    address = httpcore2.URL(scheme=here.scheme, host=here.host, port=here.port, target=here.path)
    with connection.stream("GET", address, headers=_headers(here, wish)) as response:
        headers = _readable(response.headers)
        named = dict(reversed(headers))
        sent_on = named.get("location")
        if response.status in _REDIRECTS and sent_on is not None:
            return Answer(sent_on=sent_on)
        if response.status == 429 or (response.status == 503 and "retry-after" in named):
            return Answer(come_back=_come_back(named))
        _insist_on_success(response.status, wish.span)
        kind, body, portion = _content(response, named, wish)
        return Answer(Fetched(asked.text, here.text, response.status, headers, body, kind, portion))


def _headers(here: Target, wish: Wish) -> list[tuple[bytes | str, bytes | str]]:
    """Return the request's headers: who we are and what we can read, never where we come from."""
    authority = here.text.removeprefix(f"{here.scheme}://").partition("/")[0]
    return [
        ("Host", authority),
        ("User-Agent", USER_AGENT),
        ("Accept", wish.kinds.accept),
        *(headers_for(wish.span) if wish.span else [("Accept-Encoding", ACCEPT_ENCODING)]),
        ("Connection", "close"),
    ]


def _readable(raw: list[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    """Return the answer's headers as text, cookies left out."""
    pairs = ((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in raw)
    return tuple(pair for pair in pairs if pair[0] not in _KEPT_APART)


def _come_back(named: dict[str, str]) -> float | None:
    """Return the seconds a busy site asks for; the site's own clock decides what a date means."""
    return retry_after(named.get("retry-after", ""), said_at=named.get("date", ""))


def _insist_on_success(status: int, span: Span | None) -> None:
    """Raise NotFetched unless the status says that the thing itself follows, or the part of it asked for."""
    if span and status == 416:
        raise NotFetched(Reason.WRONG_PART, status=status)
    if status in (404, 410):
        raise NotFetched(Reason.NOT_FOUND, status=status)
    if 400 <= status < 500:
        raise NotFetched(Reason.REFUSED_BY_SITE, status=status)
    if status >= 500:
        raise NotFetched(Reason.SERVER_ERROR, status=status)
    if not 200 <= status < 300:
        raise NotFetched(Reason.BROKEN, status=status)


def _content(
    response: httpcore2.Response, named: dict[str, str], wish: Wish
) -> tuple[str, bytes, Portion | None]:
    """Return the media type, the bytes, and which part they are when a part was asked for."""
    if wish.span is None:
        return *_body(response, named, wish.kinds), None
    if response.status == 206:
        return _part(response, named, wish.kinds, wish.span)
    return _start(response, named, wish.kinds, wish.span)


def _part(
    response: httpcore2.Response, named: dict[str, str], kinds: Kinds, span: Span
) -> tuple[str, bytes, Portion]:
    """Return the part of a file that was asked for. What lies in its middle shows no kind: there any will do."""
    portion = portion_given(span, named.get("content-range", ""), named.get("content-encoding", ""))
    body = _exactly(response.iter_stream(), portion.last - portion.first + 1)
    if span.first:
        return media_type(named.get("content-type", ""), b""), body, portion
    return _wanted_kind(named, body[:FIRST_BYTES], kinds), body, portion


def _exactly(chunks: Iterable[bytes], length: int) -> bytes:
    """Return the bytes, so many. Raises NotFetched(WRONG_PART) when they are more or fewer."""
    collected = bytearray()
    for chunk in chunks:
        collected += chunk
        if len(collected) > length:
            break
    if len(collected) != length:
        raise NotFetched(Reason.WRONG_PART)
    return bytes(collected)


def _start(
    response: httpcore2.Response, named: dict[str, str], kinds: Kinds, span: Span
) -> tuple[str, bytes, Portion]:
    """Return as much of a file as may be read, from a site that does not give parts.

    Raises NotFetched: CHANGED when a version was asked for that is no more, WRONG_PART when the part wanted does
    not lie at the start.
    """
    if span.mark:
        raise NotFetched(Reason.CHANGED)
    if span.first:
        raise NotFetched(Reason.WRONG_PART)
    kind, body, ended = _first_bytes(response, named, kinds)
    whole = len(body) if ended else _told_size(named)
    return kind, body, Portion(0, len(body) - 1, whole)


def _first_bytes(
    response: httpcore2.Response, named: dict[str, str], kinds: Kinds
) -> tuple[str, bytes, bool]:
    """Return the media type, at most so many bytes as may be read, and whether that was all."""
    collected, kind = bytearray(), ""
    for chunk in unpacked(response.iter_stream(), named.get("content-encoding", ""), most=sys.maxsize):
        collected += chunk
        if not kind and len(collected) >= FIRST_BYTES:
            kind = _wanted_kind(named, bytes(collected[:FIRST_BYTES]), kinds)
        if len(collected) > kinds.most_bytes:
            return kind, bytes(collected[: kinds.most_bytes]), False
    return kind or _wanted_kind(named, bytes(collected), kinds), bytes(collected), True


def _told_size(named: dict[str, str]) -> int | None:
    """Return how large the site says the file is, or None when it says nothing that can be believed."""
    told = named.get("content-length", "")
    if named.get("content-encoding", "") or not (told.isascii() and told.isdigit() and len(told) < 16):
        return None
    return int(told)


def _body(response: httpcore2.Response, named: dict[str, str], kinds: Kinds) -> tuple[str, bytes]:
    """Return the media type and the whole body; stop at its first bytes when it is of no use."""
    _insist_on_size(named.get("content-length", ""), kinds.most_bytes)
    chunks = unpacked(response.iter_stream(), named.get("content-encoding", ""), most=kinds.most_bytes)
    collected = bytearray()
    kind = ""
    for chunk in chunks:
        collected += chunk
        if not kind and len(collected) >= FIRST_BYTES:
            kind = _wanted_kind(named, bytes(collected[:FIRST_BYTES]), kinds)
    return kind or _wanted_kind(named, bytes(collected), kinds), bytes(collected)


def _insist_on_size(declared: str, most: int) -> None:
    """Raise NotFetched(TOO_LARGE) when the site itself says that the answer is too large."""
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > most:
        raise NotFetched(Reason.TOO_LARGE)


def _wanted_kind(named: dict[str, str], first: bytes, kinds: Kinds) -> str:
    """Return the media type. Raises NotFetched(WRONG_KIND) when it is not one of those wanted."""
    kind = media_type(named.get("content-type", ""), first)
    if not kinds.take(kind):
        raise NotFetched(Reason.WRONG_KIND)
    return kind
