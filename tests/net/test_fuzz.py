"""Whatever an address, a header or an answer is made of, a fetch gives a page or a reason, and soon."""

import gzip
import random
import socket
import time

import pytest

from rescind.net import EITHER, PICTURES, Fetched, Kinds, NotFetched, Outside, Reason, open_fetch
from tests.net.site import HOST, PUBLIC, Caller, outside, reply, site

SEED = 20_261_124
PAGE = b"<!doctype html><title>A page</title>"
SMALL = Kinds("text/html", 20_000, ("text/html",))
# fmt: off
PIECES = (
    "http://", "https://", "HTTP:", "//", "/", "\\", "@", ":", "[", "]", "%", "%25", "%2e", "#", "?", ".", "..", "。",
    "．",
    "⒈", "127.0.0.1", "2130706433", "0x7f", "0177", "::1", "::ffff:", "fe80::1%eth0", "64:ff9b::", "localhost",
    "board.example",
    "xn--", "ß", "\u200b", "\u00ad", "\ud800", "\0", "\r\n", "\t", " ", "８０", ":80", ":22", "user:pass@", "file:",
    "data:",
    "javascript:", "a" * 70, "9" * 400, "ä" * 300,
)
HEADS = (
    b"HTTP/1.1 200 OK", b"HTTP/1.0 200", b"HTTP/1.1 302 Found", b"HTTP/1.1 429 Wait", b"HTTP/1.1 503 Wait",
    b"HTTP/9.9 200 OK",
    b"HTTP/1.1 999 \xff", b"HTTP/1.1 -1 OK", b"HTTP/1.1 101 Switching", b"HTTP/1.1 204 None", b"\0", b"GET / HTTP/1.1",
)
FIELDS = (
    b"Content-Type: text/html", b"Content-Type: \xff;;;=\xff", b"Content-Length: 36", b"Content-Length: -1",
    b"Content-Length: " + b"9" * 5000, b"Content-Length: \xb2", b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: gzip, chunked",
    b"Content-Encoding: gzip", b"Content-Encoding: gzip, gzip", b"Content-Encoding: \xff", b"Location: http://[::1",
    b"Location: ",
    b"Location: /\xff\xfe", b"Location: //@", b"Location: http://board.example:99999999999/",
    b"Location: data:text/html,x",
    b"Location: http://127.0.0.1\\@board.example/", b"Location: file:///etc/passwd", b"Location: \x01", b" folded",
    b"Retry-After: 0", b"Retry-After: " + b"9" * 5000, b"Retry-After: Wed, 21 Oct 99999999999 07:28:00 GMT",
    b"Retry-After: Wed, 21 Oct 2015 07:28:00 +99999999999999999999", b"Date: Wed, 21 Oct 2015 07:28:00 -0000",
    b"Date: " + b"(" * 500, b"Set-Cookie: a=b", b"NoColon", b": empty", b"X\xff: 1", b"X: a\rY: b", b"X: \0",
)
BODIES = (
    PAGE, b"", b"24\r\n" + PAGE + b"\r\n0\r\n\r\n", b"ffffffffffffffffff\r\n", b"-1\r\n", gzip.compress(PAGE),
    gzip.compress(PAGE)[:9],
    gzip.compress(gzip.compress(PAGE)), b"1\r\na\r\n" * 50, b"0\r\nX: a\r\n" * 20, bytes(30_000),
    gzip.compress(bytes(3_000_000)),
)
# fmt: on


def test_no_address_gives_anything_but_a_reason_or_a_call_to_a_checked_number() -> None:
    def dial(number: str, port: int, seconds: float) -> socket.socket:
        assert number == PUBLIC, "only the checked number is called"
        if port != 80:
            raise OSError
        return socket.create_connection((HOST, here.port), seconds)

    chance, called = random.Random(SEED), 0
    with site(lambda caller: caller.say(reply(PAGE))) as here:
        names = outside({"board.example": [PUBLIC], "localhost": [HOST]}).look_up
        with open_fetch(pause=0, outside=Outside(names, dial), timeout=2) as fetch:
            for _ in range(20_000):
                words = "".join(chance.choices(PIECES, k=chance.randint(1, 6)))
                try:
                    called += fetch(words, kinds=EITHER).body == PAGE
                except NotFetched:
                    continue
    assert called == len(here.asked)
    assert not [head for head in here.asked if "\r\nHost: board.example" not in head]


def _answer(chance: random.Random) -> bytes:
    lines = [chance.choice(HEADS), *chance.choices(FIELDS, k=chance.randint(0, 5)), b"", b""]
    answer = bytearray(b"\r\n".join(lines) + chance.choice(BODIES))
    for _ in range(chance.choice((0, 0, 1, 8))):
        answer[chance.randrange(len(answer))] = chance.randrange(256)
    return bytes(answer)


def test_no_answer_gives_anything_but_a_page_or_a_reason_and_each_soon() -> None:
    chance, seen = random.Random(SEED), set[object]()
    with (
        site(lambda caller: caller.say(_answer(chance))) as here,
        open_fetch(allow_local=True, pause=0, timeout=2, sleep=lambda seconds: None) as fetch,
    ):
        for _ in range(600):
            before = time.monotonic()
            try:
                answer = fetch(here.address, kinds=SMALL)
                assert isinstance(answer, Fetched)
                assert len(answer.body) <= SMALL.most_bytes
                seen.add("page")
            except NotFetched as refused:
                seen.add(refused.reason)
            assert time.monotonic() - before < 4
    assert {"page", Reason.BROKEN, Reason.BUSY, Reason.ADDRESS_NOT_ALLOWED} <= seen


@pytest.mark.parametrize(
    "asked",
    ["Wed, 21 Oct 99999999999 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 +99999999999999999999", "9" * 5000],
)
def test_a_wait_that_no_clock_can_hold_is_called_busy(asked: str) -> None:
    def answer(caller: Caller) -> None:
        caller.say(reply(b"", f"Retry-After: {asked}", status="429 Too Many Requests"))

    with (
        site(answer) as here,
        open_fetch(allow_local=True) as fetch,
        pytest.raises(NotFetched) as refused,
    ):
        fetch(here.address, kinds=SMALL)
    assert refused.value.reason is Reason.BUSY


@pytest.mark.parametrize("trouble", [UnicodeError("label too long"), ValueError("strange"), OSError("odd")])
def test_what_the_system_makes_of_a_strange_number_is_a_reason_too(trouble: Exception) -> None:
    def dial(number: str, port: int, seconds: float) -> None:
        raise trouble

    way = Outside(lambda host, port: [PUBLIC], dial)  # type: ignore[arg-type]
    with open_fetch(outside=way) as fetch, pytest.raises(NotFetched) as refused:
        fetch("http://board.example/", kinds=PICTURES)
    assert refused.value.reason in (Reason.BROKEN, Reason.NO_CONNECTION)
