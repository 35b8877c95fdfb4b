"""However a site drags, floods or lies, a fetch ends soon and small, with the right reason."""

import gzip
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable

import pytest

from rescind.net import Kinds, NotFetched, Outside, Reason, open_fetch
from tests.net.site import HOST, Caller, reply, site

PAGE = b"<!doctype html><title>A page</title>"
SMALL = Kinds("text/html", 100_000, ("text/html",))
SHORT = 0.3
"""Seconds a fetch may take in these tests."""


def _reason(answer: Callable[[Caller], None], *, timeout: float = 5.0) -> Reason:
    """Return why a fetch from a site that answers so fails."""
    with site(answer) as here, open_fetch(allow_local=True, timeout=timeout) as fetch:
        with pytest.raises(NotFetched) as refused:
            fetch(here.address, kinds=SMALL)
        return refused.value.reason


@pytest.mark.parametrize(
    "answer",
    [
        lambda caller: caller.hang(),
        lambda caller: caller.drip(reply(PAGE), every=0.05),
        lambda caller: (caller.say(reply(PAGE)[:-10]), caller.hang()),
        lambda caller: (
            caller.say(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
            caller.drip(PAGE * 9, every=0.05),
        ),
        lambda caller: caller.drip(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 99, every=0.02
        ),
    ],
    ids=["silence", "drip from the start", "silence in the middle", "drip of the body", "drip of chunks"],
)
def test_a_site_that_drags_is_left_in_time(answer: Callable[[Caller], None]) -> None:
    before = time.monotonic()
    assert _reason(answer, timeout=SHORT) is Reason.TIMED_OUT
    assert time.monotonic() - before < SHORT + 1.0


def test_a_site_that_never_ends_its_handshake_is_left_in_time() -> None:
    with (
        site(lambda caller: caller.hang()) as here,
        open_fetch(allow_local=True, timeout=SHORT) as fetch,
        pytest.raises(NotFetched) as refused,
    ):
        fetch(here.address.replace("http:", "https:"), kinds=SMALL)
    assert refused.value.reason is Reason.TIMED_OUT


def test_a_name_server_that_never_answers_is_left_in_time() -> None:
    over = threading.Event()

    def look_up(host: str, port: int) -> list[str]:
        over.wait(10)
        return []

    before = time.monotonic()
    with (
        open_fetch(timeout=SHORT, outside=Outside(look_up=look_up)) as fetch,
        pytest.raises(NotFetched) as refused,
    ):
        fetch("http://board.example/", kinds=SMALL)
    over.set()
    assert refused.value.reason is Reason.TIMED_OUT
    assert time.monotonic() - before < SHORT + 1.0


def test_redirects_share_one_time() -> None:
    def answer(caller: Caller) -> None:
        caller.over.wait(0.15)
        caller.say(reply(b"", f"Location: /{len(caller.path)}a", status="302 Found"))

    assert _reason(answer, timeout=SHORT) is Reason.TIMED_OUT


@pytest.mark.parametrize(("packing", "name"), [(gzip.compress, "gzip"), (zlib.compress, "deflate")])
def test_a_small_answer_that_unpacks_to_much_is_stopped_early(
    packing: Callable[[bytes], bytes], name: str
) -> None:
    bomb = packing(b"<!doctype html>" + bytes(90_000_000))
    assert len(bomb) < SMALL.most_bytes
    tracemalloc.start()
    try:
        reason = _reason(lambda caller: caller.say(reply(bomb, f"Content-Encoding: {name}")))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert reason is Reason.TOO_LARGE
    assert most < 20_000_000


def test_what_was_packed_is_unpacked() -> None:
    packed = gzip.compress(PAGE * 100, mtime=0)
    with (
        site(lambda caller: caller.say(reply(packed, "Content-Encoding: gzip"))) as here,
        open_fetch(allow_local=True) as fetch,
    ):
        assert fetch(here.address, kinds=SMALL).body == PAGE * 100


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE, mtime=0)[:-12], "Content-Encoding: gzip"),
        (b"not packed at all", "Content-Encoding: gzip"),
        (PAGE, "Content-Encoding: br"),
        (gzip.compress(gzip.compress(PAGE, mtime=0), mtime=0), "Content-Encoding: gzip, gzip"),
    ],
)
def test_packing_that_is_damaged_or_was_not_asked_for_is_refused(body: bytes, header: str) -> None:
    assert _reason(lambda caller: caller.say(reply(body, header))) is Reason.BROKEN


def _flood(caller: Caller, start: bytes, more: bytes) -> None:
    caller.say(start)
    while not caller.over.is_set():
        caller.say(more)


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("start", "more", "reasons"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"a" * 900 + b"\r\n", {Reason.BROKEN}),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"a" * 900, {Reason.BROKEN}),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 40, {Reason.TOO_LARGE}),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", b"a" * 900, {Reason.TOO_LARGE}),
        (CHUNKED, b"384\r\n" + b"a" * 900 + b"\r\n", {Reason.TOO_LARGE}),
        (CHUNKED + b"0\r\n", b"X-Trailer: a\r\n" * 60, {Reason.BROKEN, Reason.TOO_LARGE}),
        (CHUNKED, b"1;" + b"a" * 900, {Reason.BROKEN, Reason.TOO_LARGE}),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"<html>", mtime=0),
            b"\0" * 900,
            {Reason.TOO_LARGE},
        ),
    ],
    ids=[
        "headers",
        "one header",
        "go-aheads",
        "body",
        "chunks",
        "trailers",
        "chunk names",
        "bytes after the packing",
    ],
)
def test_a_flood_is_stopped(start: bytes, more: bytes, reasons: set[Reason]) -> None:
    assert _reason(lambda caller: _flood(caller, start, more), timeout=20) in reasons


def test_a_size_told_too_large_is_believed() -> None:
    started = []

    def answer(caller: Caller) -> None:
        caller.say(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n")
        caller.hang()
        started.append(True)

    assert _reason(answer) is Reason.TOO_LARGE


def test_a_size_told_too_small_cuts_what_follows() -> None:
    answer = reply(PAGE) + b"<img src=/hidden.jpg>"
    with site(lambda caller: caller.say(answer)) as here, open_fetch(allow_local=True) as fetch:
        assert fetch(here.address, kinds=SMALL).body == PAGE


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html>",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html",
        b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Length: 7\r\n\r\n<html>",
        b"HTTP/1.1 200 OK\r\nContent-Type: text",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"",
    ],
)
def test_an_answer_that_breaks_off_or_is_none_is_called_broken(answer: bytes) -> None:
    assert _reason(lambda caller: caller.say(answer)) is Reason.BROKEN


def test_after_the_block_nothing_is_fetched() -> None:
    with open_fetch(allow_local=True) as fetch:
        pass
    with pytest.raises(RuntimeError):
        fetch(f"http://{HOST}/", kinds=SMALL)
