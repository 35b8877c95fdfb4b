"""Which addresses are read, in which spelling, and which are refused before any name is looked up."""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.net import PICTURES, NotFetched, Outside, Reason, joined, open_fetch, target
from tests.net.site import outside, reply, site


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("http://Board.Example", "http://board.example/"),
        ("https://board.example:443/a", "https://board.example/a"),
        ("http://board.example:443/a", "http://board.example:443/a"),
        ("https://board.example:8443/a?b=c#d", "https://board.example:8443/a?b=c"),
        ("https://board.example./a", "https://board.example/a"),
        (" https://board.example/ü b ", "https://board.example/%C3%BC%20b"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2606:2800:21F::1]:8080/", "http://[2606:2800:21f::1]:8080/"),
        ("http://127.0.0.1:80/a", "http://127.0.0.1/a"),
        ("http://127。0。0。1/a", "http://127.0.0.1/a"),
    ],
)
def test_an_address_has_one_spelling(written: str, read: str) -> None:
    assert target(written).text == read
    assert target(read).text == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "board.example",
        "ftp://board.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "http:///path",
        "http://",
        "http://me:secret@board.example/",
        "http://board.example\\@other.example/",
        "http://board.example\n/",
        "http://board..example/",
        "http://-board.example/",
        "http://bo%61rd.example/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://board.example:99999/",
        "http://board.example:0/",
        "http://board.example:22/",
        "http://board.example:25/",
        "http://board.example:6667/",
        "http://" + "a" * 64 + ".example/",
        "http://board.example/" + "a" * 9000,
        "http://１２７.0.0.1/",
    ],
)
def test_what_a_careful_browser_would_not_open_is_refused(written: str) -> None:
    with pytest.raises(NotFetched) as refused:
        target(written)
    assert refused.value.reason is Reason.ADDRESS_NOT_ALLOWED


def _spellings(number: IPv4Address) -> list[str]:
    """Return the ways `inet_aton` reads this number, besides the plain one."""
    a, b, c, d = number.packed
    whole = int(number)
    return [
        str(whole),
        hex(whole),
        f"0{whole:o}",
        f"0x{a:02x}.0x{b:02x}.0x{c:02x}.0x{d:02x}",
        f"0{a:o}.0{b:o}.0{c:o}.0{d:o}",
        f"{a}.{whole & 0xFFFFFF}",
        f"{a}.{b}.{whole & 0xFFFF}",
        f"{a}.{b}.{c}.0x{d:x}",
        f"{a}.{b}.{c}.{d:03d}0",
        f"0X{whole:X}",
    ]


@settings(deadline=None, derandomize=True)
@given(st.ip_addresses(v=4))
def test_a_number_in_disguise_is_refused(number: IPv4Address) -> None:
    for written in _spellings(number):
        with pytest.raises(NotFetched) as refused:
            target(f"http://{written}/")
        assert refused.value.reason is Reason.ADDRESS_NOT_ALLOWED


@settings(deadline=None, derandomize=True)
@given(st.ip_addresses(v=4))
def test_a_plain_number_is_read(number: IPv4Address) -> None:
    assert target(f"http://{number}/").host == str(number)


PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.8.8.8",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.215.14",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b::6440:1",
    "64:ff9b::",
    "64:ff9b::1:5db8:d70e",
    "64:ff9b:1::1",
    "64:ff9b:1::5db8:d70e",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:5db8:d70e::1",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "4000::1",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_a_private_number_is_refused_however_it_is_reached(number: str) -> None:
    written = f"[{number}]" if ":" in number else number
    with site(lambda caller: caller.say(reply())) as here:
        way = outside({"named.example": [number], number: [number]}, {number: here.port})
        with open_fetch(pause=0, outside=way) as fetch:
            for address in (f"http://{written}/", "http://named.example/"):
                with pytest.raises(NotFetched) as refused:
                    fetch(address, kinds=PICTURES)
                assert refused.value.reason is Reason.PRIVATE_ADDRESS
    assert here.asked == []


@settings(deadline=None, derandomize=True)
@given(st.ip_addresses(v=4), st.sampled_from(("::ffff:0:0/96", "64:ff9b:1::/96", "::/96")))
def test_an_ipv4_number_inside_an_ipv6_one_is_refused(number: IPv4Address, prefix: str) -> None:
    wrapped = IPv6Address(int(IPv6Network(prefix).network_address) | int(number))
    with open_fetch(pause=0, outside=outside({})) as fetch, pytest.raises(NotFetched) as refused:
        fetch(f"http://[{wrapped}]/", kinds=PICTURES)
    assert refused.value.reason is Reason.PRIVATE_ADDRESS


@settings(deadline=None, derandomize=True)
@given(st.ip_addresses(v=4))
def test_a_nat64_number_is_as_public_as_the_ipv4_number_inside_it(number: IPv4Address) -> None:
    def dial(where: str, port: int, seconds: float) -> socket.socket:
        called.append(where)
        raise OSError

    def reason(where: str) -> Reason:
        way = Outside(lambda host, port: [where], dial)
        with open_fetch(pause=0, outside=way) as fetch, pytest.raises(NotFetched) as refused:
            fetch("http://board.example/", kinds=PICTURES)
        return refused.value.reason

    called: list[str] = []
    wrapped = str(IPv6Address(int(IPv6Address("64:ff9b::")) | int(number)))
    assert reason(wrapped) is reason(str(number))
    assert called in ([], [wrapped, str(number)])


def test_a_network_that_speaks_only_ipv6_reaches_a_site_that_speaks_only_ipv4() -> None:
    number = "64:ff9b::5db8:d70e"
    with site(lambda caller: caller.say(reply(b"GIF89a", kind="image/gif"))) as here:
        way = outside({"board.example": [number]}, {number: here.port})
        with open_fetch(pause=0, outside=way) as fetch:
            assert fetch("http://board.example/", kinds=PICTURES).body == b"GIF89a"


@pytest.mark.parametrize("numbers", [["93.184.215.14", "127.0.0.1"], ["2606:2800:21f::1", "fd00::1"]])
def test_one_private_number_among_public_ones_is_enough_to_refuse(numbers: list[str]) -> None:
    with (
        open_fetch(pause=0, outside=outside({"mixed.example": numbers})) as fetch,
        pytest.raises(NotFetched) as refused,
    ):
        fetch("http://mixed.example/", kinds=PICTURES)
    assert refused.value.reason is Reason.PRIVATE_ADDRESS


@pytest.mark.parametrize(
    "spelling",
    [
        "http://0x7f.1:{port}/",
        "http://2130706433:{port}/",
        "http://me@127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
    ],
)
def test_allowing_local_addresses_lifts_no_other_rule(spelling: str) -> None:
    with site(lambda caller: caller.say(reply())) as here, open_fetch(allow_local=True) as fetch:
        with pytest.raises(NotFetched) as refused:
            fetch(spelling.format(port=here.port), kinds=PICTURES)
        assert refused.value.reason is Reason.ADDRESS_NOT_ALLOWED
    assert here.asked == []


def test_a_name_without_numbers_has_its_own_reason() -> None:
    with open_fetch(outside=outside({})) as fetch, pytest.raises(NotFetched) as refused:
        fetch("http://nowhere.example/", kinds=PICTURES)
    assert refused.value.reason is Reason.NO_SUCH_HOST


@pytest.mark.parametrize(
    ("relative", "whole"),
    [
        ("b.jpg", "https://board.example/a/b.jpg"),
        ("//cdn.example/b", "https://cdn.example/b"),
        (" ?p=2", "https://board.example/a/?p=2"),
    ],
)
def test_a_relative_address_is_seen_from_its_page(relative: str, whole: str) -> None:
    assert joined("https://board.example/a/", relative) == whole
