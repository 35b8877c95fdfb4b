"""Which network addresses are public. Everything else (home networks, this computer, clouds' inner doors) is
private.

Source: the IANA special-purpose registries for IPv4 and IPv6, as `ipaddress` holds them, plus the forms that
carry an IPv4 address inside an IPv6 one: a gateway would unwrap them after the check. They are refused whatever
they carry, all but one. On networks that speak only IPv6, as many phones' do, every IPv4-only site has a NAT64
address (64:ff9b::/96, RFC 6052); such a one is as public as the IPv4 address inside it.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_REFUSED_V4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_REFUSED_V6 = tuple(
    IPv6Network(text)
    for text in (
        "::/96",  # unspecified, loopback and the old "IPv4-compatible" form
        "::ffff:0:0/96",  # IPv4-mapped
        "::ffff:0:0:0/96",  # IPv4-translated
        "64:ff9b:1::/48",  # NAT64, for local use
        "100::/64",
        "2001::/23",  # Teredo and other protocol assignments
        "2001:db8::/32",
        "2002::/16",  # 6to4
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Return whether the numeric address may be called by default. Anything that is not such an address may
    not.
    """
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _public_v4(address)
    return _public_v6(address)


def _public_v4(address: IPv4Address) -> bool:
    """Return whether an IPv4 address is public."""
    return address.is_global and not any(address in network for network in _REFUSED_V4)


def _public_v6(address: IPv6Address) -> bool:
    """Return whether an IPv6 address is public; one with a zone never is, and only 2000::/3 was ever handed
    out. A NAT64 address is when the IPv4 address in its last 32 bits is.
    """
    if address.scope_id is not None:
        return False
    if address in _NAT64:
        return _public_v4(IPv4Address(address.packed[-4:]))
    if address not in _GLOBAL_V6:
        return False
    return address.is_global and not any(address in network for network in _REFUSED_V6)


def is_loopback(text: str) -> bool:
    """Return whether the numeric address is this computer itself."""
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False
