"""Read a web address, and refuse what a careful browser would not open: other schemes, passwords, disguised
numbers.
"""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address

import httpx2

from rescind.net.reasons import NotFetched, Reason

MOST_CHARACTERS = 8192
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")
_NUMBER = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)\Z")
# The "bad ports" of the Fetch standard (https://fetch.spec.whatwg.org/#port-blocking): no browser opens them.
# fmt: off
_BAD_PORTS = frozenset({
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102,
    103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512,
    513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719,
    1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679,
    6697, 10080,
})
# fmt: on


@dataclass(frozen=True)
class Target:
    """One web address, taken apart. `text` is the whole of it in ASCII, without the part after `#`."""

    text: str
    scheme: str
    host: str
    port: int
    path: str


def target(address: str) -> Target:
    """Return the address taken apart, spelled one way only.

    Raises NotFetched(ADDRESS_NOT_ALLOWED) for anything but http and https, a user name or password inside it,
    a port no browser opens, a host that is no plain name, and an IPv4 address in any spelling but four
    decimal numbers.
    """
    url = _read(address)
    scheme = url.scheme
    _insist(scheme in _DEFAULT_PORTS and not url.userinfo and "\\" not in address)
    host = _host(url.raw_host.decode("ascii"))
    port = _DEFAULT_PORTS[scheme] if url.port is None else url.port
    _insist(0 < port < 65536 and port not in _BAD_PORTS)
    path = url.raw_path.decode("ascii")
    return Target(_spelled(scheme, host, port, path), scheme, host, port, path)


def joined(address: str, relative: str) -> str:
    """Return `relative` as seen from `address`. Raises NotFetched(ADDRESS_NOT_ALLOWED) when it cannot be
    read.
    """
    try:
        return str(httpx2.URL(address).join(relative.strip()))
    except (httpx2.InvalidURL, ValueError):
        raise NotFetched(Reason.ADDRESS_NOT_ALLOWED) from None


def _read(address: str) -> httpx2.URL:
    """Return the parsed address."""
    _insist(len(address) <= MOST_CHARACTERS)
    try:
        return httpx2.URL(address.strip())
    except (httpx2.InvalidURL, ValueError):
        raise NotFetched(Reason.ADDRESS_NOT_ALLOWED) from None


def _host(host: str) -> str:
    """Return the host in the one spelling allowed for it."""
    if ":" in host:
        return _v6(host)
    host = host.removesuffix(".")
    labels = host.split(".")
    _insist(len(host) <= 253 and all(_LABEL.match(label) for label in labels))
    if _NUMBER.match(labels[-1]):
        return _v4(host)
    return host


def _v4(host: str) -> str:
    """Return the IPv4 address; what only looks like one (`127.1`, `0x7f000001`) is refused."""
    try:
        return str(IPv4Address(host))
    except AddressValueError:
        raise NotFetched(Reason.ADDRESS_NOT_ALLOWED) from None


def _v6(host: str) -> str:
    """Return the IPv6 address in its short spelling; one with a zone is refused."""
    try:
        address = IPv6Address(host)
    except AddressValueError:
        raise NotFetched(Reason.ADDRESS_NOT_ALLOWED) from None
    _insist(address.scope_id is None)
    return str(address)


def _spelled(scheme: str, host: str, port: int, path: str) -> str:
    """Return the whole address, its port only where it is not the usual one."""
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}{'' if port == _DEFAULT_PORTS[scheme] else f':{port}'}{path}"


def _insist(allowed: bool) -> None:
    """Raise NotFetched(ADDRESS_NOT_ALLOWED) unless the rule holds."""
    if not allowed:
        raise NotFetched(Reason.ADDRESS_NOT_ALLOWED)
