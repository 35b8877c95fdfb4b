"""Send one body to one address and read what it answers: the desk's hooks, under the same rules as every other call.

Sent once, to a checked number, within one budget of time and bytes. A redirect is an answer like any other, and is not
followed: whoever is called was named by the operator, and nobody else may name another.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ssl import SSLContext
from typing import Final

import httpcore2
import httpx2

from rescind.net.address import Target, target
from rescind.net.kinds import FIRST_BYTES, MEGABYTE, media_type
from rescind.net.outside import Budget, GuardedBackend, Local, Outside
from rescind.net.reasons import NotFetched, Reason
from rescind.version import VERSION

CALLER: Final = f"Rescind/{VERSION} (+calls the hooks of its own platform)"


@dataclass(frozen=True)
class Posted:
    """What was answered, whatever its status. `media_type` is what the first bytes show, else what was said."""

    status: int
    body: bytes
    media_type: str


def post(
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    local_hosts: Iterable[str] = (),
    timeout: float,
    most_bytes: int,
    clock: Callable[[], float] = time.monotonic,
    outside: Outside | None = None,
    trust: SSLContext | None = None,
) -> Posted:
    """Send the body and return the answer; raise NotFetched when there is none.

    The address must be `https`; only a host among `local_hosts` may lie in a private network, or do without TLS.
    `timeout` bounds everything, in seconds, and `most_bytes` the answer.
    """
    local = Local(allowed=True, hosts=frozenset(local_hosts))
    here = target(address)
    if here.scheme != "https" and not local.admits(here.host):
        raise NotFetched(Reason.ADDRESS_NOT_ALLOWED)
    budget = Budget(timeout, most_bytes + MEGABYTE, clock)
    proof = (trust or httpx2.create_ssl_context(trust_env=False)) if here.scheme == "https" else None
    try:
        with httpcore2.HTTPConnection(
            httpcore2.Origin(here.scheme.encode(), here.host.encode(), here.port),
            ssl_context=proof,
            network_backend=GuardedBackend(outside or Outside(), budget, local=local),
        ) as connection:
            return _answered(connection, here, body, headers, most_bytes)
    except (httpcore2.ProtocolError, httpcore2.NetworkError, httpcore2.TimeoutException, OSError, ValueError):
        raise NotFetched(Reason.BROKEN) from None


def _answered(
    connection: httpcore2.HTTPConnection,
    here: Target,
    body: bytes,
    headers: Mapping[str, str],
    most_bytes: int,
) -> Posted:
    """Send, and read no more of the answer than is allowed."""
    address = httpcore2.URL(scheme=here.scheme, host=here.host, port=here.port, target=here.path)
    with connection.stream("POST", address, headers=_headers(here, body, headers), content=body) as response:
        received = bytearray()
        for chunk in response.iter_stream():
            received += chunk
            if len(received) > most_bytes:
                raise NotFetched(Reason.TOO_LARGE, status=response.status)
        named = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        kind = media_type(named.get("content-type", ""), bytes(received[:FIRST_BYTES]))
        return Posted(response.status, bytes(received), kind)


def _headers(here: Target, body: bytes, more: Mapping[str, str]) -> list[tuple[bytes | str, bytes | str]]:
    authority = here.text.removeprefix(f"{here.scheme}://").partition("/")[0]
    return [
        ("Host", authority),
        ("User-Agent", CALLER),
        ("Accept-Encoding", "identity"),
        ("Content-Length", str(len(body))),
        ("Connection", "close"),
        *more.items(),
    ]
