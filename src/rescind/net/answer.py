"""Read what one host answers to one request, no further than it is of use."""

from dataclasses import dataclass

import httpcore2

from rescind.net.address import Target
from rescind.net.decode import ACCEPT_ENCODING, unpacked
from rescind.net.kinds import FIRST_BYTES, Kinds, media_type
from rescind.net.pace import retry_after
from rescind.net.reasons import NotFetched, Reason
from rescind.version import VERSION

USER_AGENT = f"Rescind/{VERSION} (+checks pages its user names)"
_REDIRECTS = (301, 302, 303, 307, 308)
_KEPT_APART = ("set-cookie", "set-cookie2")


@dataclass(frozen=True)
class Fetched:
    """What an address answered.

    `asked` is the address asked for and `address` where the answer came from after redirects, both without
    the part after `#`. `headers` have lower-case names and never hold a cookie. `media_type` is what the
    first bytes show, else what the site said. `body` is unpacked.
    """

    asked: str
    address: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    media_type: str


@dataclass(frozen=True)
class Answer:
    """One answer of one host: a body, or the address it sends on to, or the seconds it asks us to wait."""

    fetched: Fetched | None = None
    sent_on: str | None = None
    come_back: float | None = None


def read_answer(connection: httpcore2.HTTPConnection, asked: Target, here: Target, kinds: Kinds) -> Answer:
    """Send the request and read the answer, no further than it is of use."""
    address = httpcore2.URL(scheme=here.scheme, host=here.host, port=here.port, target=here.path)
    with connection.stream("GET", address, headers=_headers(here, kinds)) as response:
        headers = _readable(response.headers)
        named = dict(reversed(headers))
        sent_on = named.get("location")
        if response.status in _REDIRECTS and sent_on is not None:
            return Answer(sent_on=sent_on)
        if response.status == 429 or (response.status == 503 and "retry-after" in named):
            return Answer(come_back=_come_back(named))
        _insist_on_success(response.status)
        kind, body = _body(response, named, kinds)
        return Answer(Fetched(asked.text, here.text, response.status, headers, body, kind))


def _headers(here: Target, kinds: Kinds) -> list[tuple[bytes | str, bytes | str]]:
    """Return the request's headers: who we are and what we can read, never where we come from."""
    authority = here.text.removeprefix(f"{here.scheme}://").partition("/")[0]
    return [
        ("Host", authority),
        ("User-Agent", USER_AGENT),
        ("Accept", kinds.accept),
        ("Accept-Encoding", ACCEPT_ENCODING),
        ("Connection", "close"),
    ]


def _readable(raw: list[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    """Return the answer's headers as text, cookies left out."""
    pairs = ((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in raw)
    return tuple(pair for pair in pairs if pair[0] not in _KEPT_APART)


def _come_back(named: dict[str, str]) -> float | None:
    """Return the seconds a busy site asks for; the site's own clock decides what a date means."""
    return retry_after(named.get("retry-after", ""), said_at=named.get("date", ""))


def _insist_on_success(status: int) -> None:
    """Raise NotFetched unless the status says that the thing itself follows."""
    if status in (404, 410):
        raise NotFetched(Reason.NOT_FOUND, status=status)
    if 400 <= status < 500:
        raise NotFetched(Reason.REFUSED_BY_SITE, status=status)
    if status >= 500:
        raise NotFetched(Reason.SERVER_ERROR, status=status)
    if not 200 <= status < 300:
        raise NotFetched(Reason.BROKEN, status=status)


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
