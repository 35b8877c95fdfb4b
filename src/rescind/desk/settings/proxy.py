"""Whose network address a call came from, behind a proxy of the operator's own.

A caller can write anything into a header. So the header is believed only when the call itself comes from an address
that `desk.toml` names as a proxy, and it is read from its end, where that proxy wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from rescind.words import phrase

UNKNOWN: Final = "unknown"
IPV6_PREFIX: Final = 64
"""One home or office commonly has this much of IPv6 for itself, and could take a new address for each call."""

LIMIT: Final = 50


@dataclass(frozen=True, slots=True)
class Proxy:
    """The header that the operator's proxies write the caller's address into, and the networks those proxies are in."""

    header: str = "X-Forwarded-For"
    networks: tuple[str, ...] = ("127.0.0.0/8", "::1/128")

    def is_of(self, address: str) -> bool:
        """Say whether an address belongs to one of the proxies."""
        at = _parsed(address)
        return at is not None and any(at in ip_network(one) for one in self.networks)


def read_proxy(table: object, faults: list[str]) -> Proxy:
    """Return what the table `proxy` of `desk.toml` says, the usual without one; add to `faults` when it is not right."""
    values = {} if table is None else table
    header = values.get("header", Proxy().header) if isinstance(values, dict) else None
    networks = values.get("networks", list(Proxy().networks)) if isinstance(values, dict) else None
    if (
        not isinstance(header, str)
        or not isinstance(networks, list)
        or len(networks) > LIMIT
        or not all(isinstance(one, str) and _is_network(one) for one in networks)
    ):
        faults.append(
            phrase("The part [proxy] of desk.toml is not right. It holds a header and a list of networks.")
        )
        return Proxy()
    return Proxy(header, tuple(networks))


def caller(meta: Mapping[str, object], proxy: Proxy) -> str:
    """Return who called, from what the web server says of the call: an address, or the first /64 of an IPv6 one."""
    at = str(meta.get("REMOTE_ADDR", ""))
    said = str(meta.get(f"HTTP_{proxy.header.upper().replace('-', '_')}", ""))
    for hop in reversed([one.strip() for one in said.split(",")[-LIMIT:] if one.strip()]):
        if not proxy.is_of(at):
            break
        at = hop
    return told(at)


def told(address: str) -> str:
    """Return the address as it is counted; `unknown` for what is none."""
    at = _parsed(address)
    if at is None:
        return UNKNOWN
    if isinstance(at, IPv6Address):
        return str(IPv6Network((int(at), IPV6_PREFIX), strict=False))
    return str(at)


def _parsed(address: str) -> IPv4Address | IPv6Address | None:
    try:
        at = ip_address(address.strip("[]"))
    except ValueError:
        return None
    return at.ipv4_mapped or at if isinstance(at, IPv6Address) else at


def _is_network(written: str) -> bool:
    try:
        ip_network(written)
    except ValueError:
        return False
    return True
