"""What a site learns of us, how often it is asked, and what it may ask of us."""

import logging

import pytest

from rescind.net import EITHER, NotFetched, Reason, open_fetch
from rescind.version import VERSION
from tests.net.site import PUBLIC, Caller, outside, reply, site

PAGE = b"<!doctype html><title>A page</title>"


class Time:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def test_a_site_learns_who_asks_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with site(lambda caller: caller.say(reply(PAGE))) as here, open_fetch(allow_local=True) as fetch:
        fetch(f"{here.address}/a?b=c#private", kinds=EITHER)
    first, *lines = here.asked[0].removesuffix("\r\n\r\n").split("\r\n")
    assert first == "GET /a?b=c HTTP/1.1"
    assert sorted(lines) == [
        "Accept-Encoding: gzip, identity;q=0.5",
        "Accept: text/html,image/*;q=0.9",
        "Connection: close",
        f"Host: 127.0.0.1:{here.port}",
        f"User-Agent: Rescind/{VERSION} (+checks pages its user names)",
    ]


def test_a_cookie_is_neither_kept_nor_told() -> None:
    def answer(caller: Caller) -> None:
        cookie = ("Set-Cookie: seen=1; Path=/", "Set-Cookie2: seen=1")
        caller.say(
            reply(b"", "Location: /b", *cookie, status="302 Found")
            if caller.path == "/a"
            else reply(PAGE, *cookie)
        )

    with site(answer) as here, open_fetch(allow_local=True) as fetch:
        fetched = fetch(f"{here.address}/a", kinds=EITHER)
        fetch(f"{here.address}/a", kinds=EITHER)
    assert not [head for head in here.asked if "cookie" in head.lower() or "referer" in head.lower()]
    assert not [name for name, _ in fetched.headers if "cookie" in name]
    assert fetched.asked.endswith("/a")
    assert fetched.address.endswith("/b")


def test_no_address_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.DEBUG),
        site(lambda caller: caller.say(reply(PAGE))) as here,
        open_fetch(allow_local=True) as fetch,
    ):
        fetch(f"{here.address}/somewhere", kinds=EITHER)
    assert str(here.port) not in caplog.text
    assert "somewhere" not in caplog.text


def test_requests_to_one_host_are_spaced_and_other_hosts_are_not_waited_for() -> None:
    time = Time()
    with site(lambda caller: caller.say(reply(PAGE))) as here:
        way = outside({"a.example": [PUBLIC], "b.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(pause=2.0, outside=way, clock=time.clock, sleep=time.sleep) as fetch:
            fetch("http://a.example/1", kinds=EITHER)
            fetch("http://b.example/1", kinds=EITHER)
            assert time.slept == []
            fetch("http://a.example/2", kinds=EITHER)
            assert time.slept == [2.0]
            time.now += 60
            fetch("http://a.example/3", kinds=EITHER)
    assert time.slept == [2.0]


def test_a_redirect_and_a_failure_are_spaced_too() -> None:
    def answer(caller: Caller) -> None:
        moved = reply(b"", "Location: /b", status="301 Moved")
        caller.say(moved if caller.path == "/a" else reply(b"", status="404 Not Found"))

    time = Time()
    with site(answer) as here:
        way = outside({"a.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(pause=2.0, outside=way, clock=time.clock, sleep=time.sleep) as fetch:
            for _ in range(2):
                with pytest.raises(NotFetched):
                    fetch("http://a.example/a", kinds=EITHER)
    assert time.slept == [2.0, 2.0, 2.0]


def test_this_computer_needs_no_sparing() -> None:
    time = Time()
    with (
        site(lambda caller: caller.say(reply(PAGE))) as here,
        open_fetch(pause=2.0, allow_local=True, clock=time.clock, sleep=time.sleep) as fetch,
    ):
        fetch(here.address, kinds=EITHER)
        fetch(here.address, kinds=EITHER)
    assert time.slept == []


def test_waiting_our_turn_does_not_use_up_the_time() -> None:
    time = Time()
    with site(lambda caller: caller.say(reply(PAGE))) as here:
        way = outside({"a.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(pause=50, timeout=5, outside=way, clock=time.clock, sleep=time.sleep) as fetch:
            fetch("http://a.example/1", kinds=EITHER)
            assert fetch("http://a.example/2", kinds=EITHER).body == PAGE


def _busy(
    *headers: str, times: int, status: str = "429 Too Many Requests"
) -> tuple[list[float], Reason | None]:
    """Return how long was slept, and why the fetch failed if it did, at a site that is busy so many times."""
    busy = iter([reply(b"", *headers, status=status)] * times)
    time = Time()
    with site(lambda caller: caller.say(next(busy, reply(PAGE)))) as here:
        way = outside({"a.example": [PUBLIC]}, {PUBLIC: here.port})
        with open_fetch(pause=1.0, outside=way, clock=time.clock, sleep=time.sleep) as fetch:
            try:
                fetch("http://a.example/", kinds=EITHER)
            except NotFetched as problem:
                return time.slept, problem.reason
    return time.slept, None


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_site_that_asks_us_to_come_back_is_obeyed_once(status: str) -> None:
    assert _busy("Retry-After: 30", times=1, status=status) == ([30.0], None)
    assert _busy("Retry-After: 30", times=2, status=status) == ([30.0], Reason.BUSY)


def test_asking_for_no_wait_does_not_lift_our_own_pace() -> None:
    assert _busy("Retry-After: 0", times=1) == ([1.0], None)


def test_a_date_to_come_back_is_reckoned_by_the_sites_own_clock() -> None:
    told = ("Date: Fri, 05 Jun 2026 10:00:00 GMT", "Retry-After: Fri, 05 Jun 2026 10:00:20 GMT")
    assert _busy(*told, times=1) == ([20.0], None)


@pytest.mark.parametrize(
    "told",
    [
        (),
        ("Retry-After: 61",),
        ("Retry-After: 99999999999999999999",),
        ("Retry-After: soon",),
        ("Retry-After: -5",),
        ("Retry-After: Fri, 05 Jun 2026 10:00:20 GMT",),
        ("Date: Fri, 05 Jun 2026 10:00:00 GMT", "Retry-After: Fri, 05 Jun 2026 11:00:00 GMT"),
    ],
)
def test_a_wait_that_is_long_or_unclear_is_reported_at_once(told: tuple[str, ...]) -> None:
    assert _busy(*told, times=1) == ([], Reason.BUSY)
