"""Whose address counts: the header is believed only from the operator's own proxies, and read from its end."""

from __future__ import annotations

import pytest

from rescind.desk.settings.proxy import Proxy, caller, read_proxy

OURS = Proxy(networks=("127.0.0.0/8", "10.0.0.0/24", "::1/128"))


@pytest.mark.parametrize(
    ("remote", "header", "counted"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7, 10.0.0.9", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "nonsense", "unknown"),
        ("127.0.0.1", "nonsense, 10.0.0.9", "unknown"),
        ("", "203.0.113.7", "unknown"),
        ("127.0.0.1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("127.0.0.1", "::ffff:203.0.113.7", "203.0.113.7"),
        ("::1", "203.0.113.7," + "x," * 500 + "203.0.113.8", "203.0.113.8"),
    ],
)
def test_who_is_counted(remote: str, header: str, counted: str) -> None:
    assert caller({"REMOTE_ADDR": remote, "HTTP_X_FORWARDED_FOR": header}, OURS) == counted


def test_another_header_can_be_named() -> None:
    proxy = Proxy("X-Real-IP", ("10.0.0.0/24",))
    asked = {
        "REMOTE_ADDR": "10.0.0.1",
        "HTTP_X_REAL_IP": "203.0.113.7",
        "HTTP_X_FORWARDED_FOR": "198.51.100.1",
    }
    assert caller(asked, proxy) == "203.0.113.7"


@pytest.mark.parametrize(
    ("table", "right"),
    [
        (None, True),
        ({}, True),
        ({"networks": ["10.0.0.0/8"]}, True),
        ({"networks": []}, True),
        ({"networks": ["10.0.0.1/8"]}, False),
        ({"networks": "10.0.0.0/8"}, False),
        ({"networks": [7]}, False),
        ({"header": 7}, False),
        ("127.0.0.1", False),
    ],
)
def test_the_part_of_the_settings_is_read_strictly(table: object, right: bool) -> None:
    faults: list[str] = []
    read_proxy(table, faults)
    assert bool(faults) is not right
