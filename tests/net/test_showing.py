"""Files are shown to one browser of this computer: its address works once, and nobody else is given anything."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from rescind.net import showing

FILES = {"index.html": b"<p>hello", "in/deep.js": b"1", "secret.key": b"x"}


@pytest.fixture
def address() -> Iterator[str]:
    with showing(FILES, "not you") as found:
        yield found


def asked(address: str, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    place = urlsplit(address)
    calling = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=5)
    calling.request("GET", path, headers=headers)
    answer = calling.getresponse()
    found = answer.status, answer.read(), dict(answer.getheaders())
    calling.close()
    return found


def let_in(address: str) -> str:
    status, _, headers = asked(address, urlsplit(address).path)
    assert (status, headers["Location"]) == (303, "/")
    assert headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    return headers["Set-Cookie"].partition(";")[0]


def test_it_listens_on_this_computer_alone(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")


def test_the_address_works_once(address: str) -> None:
    let_in(address)
    assert asked(address, urlsplit(address).path)[:2] == (403, b"not you")


def test_whoever_came_in_gets_the_files_with_a_policy_that_forbids_calling_anybody(address: str) -> None:
    cookie = let_in(address)
    status, content, headers = asked(address, "/", Cookie=cookie)
    assert (status, content, headers["Content-Type"]) == (200, b"<p>hello", "text/html; charset=utf-8")
    assert "connect-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers or not headers["Server"].strip()
    assert asked(address, "/in/deep.js?x", Cookie=cookie)[1] == b"1"


@pytest.mark.parametrize("path", ["/", "/index.html", "/in/deep.js", "/x", "/%00", "//"])
def test_nobody_else_is_given_anything(address: str, path: str) -> None:
    let_in(address)
    for cookie in ("", "shown=", "shown=x", "other=1", "shown=\x7f;=", ";;"):
        assert asked(address, path, Cookie=cookie)[:2] == (403, b"not you")


def test_another_name_that_leads_here_is_refused(address: str) -> None:
    path = urlsplit(address).path
    assert asked(address, path, Host="evil.example")[0] == 403
    cookie = let_in(address)
    assert asked(address, "/", Host="evil.example", Cookie=cookie)[0] == 403


@pytest.mark.parametrize(
    "path", ["/secret.key", "/../pyproject.toml", "/in/../secret.key", "/none.js", "/in"]
)
def test_only_the_files_and_kinds_that_are_meant_are_given(address: str, path: str) -> None:
    assert asked(address, path, Cookie=let_in(address))[0] == 404
