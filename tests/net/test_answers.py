"""What an answer is taken for: by its status, by where it sends on to, and by what its first bytes show."""

import pickle
from pathlib import Path

import pytest

from rescind.net import (
    EITHER,
    PAGES,
    PICTURES,
    VIDEOS,
    Kinds,
    NotFetched,
    Reason,
    media_type,
    open_fetch,
    sentence,
    sniff,
)
from tests.net.site import Caller, reply, site

PAGE = b"<!doctype html><title>A page</title>"
SAMPLES = Path(__file__).parents[1] / "samples" / "images"
JPEG = (SAMPLES / "copy-half.jpg").read_bytes()


def _fetched(answer: bytes, kinds: Kinds) -> str:
    """Return the media type fetched, or the reason it was not."""
    with site(lambda caller: caller.say(answer)) as here, open_fetch(allow_local=True) as fetch:
        try:
            return fetch(here.address, kinds=kinds).media_type
        except NotFetched as problem:
            return problem.reason.value


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, Reason.REFUSED_BY_SITE),
        (403, Reason.REFUSED_BY_SITE),
        (418, Reason.REFUSED_BY_SITE),
        (451, Reason.REFUSED_BY_SITE),
        (404, Reason.NOT_FOUND),
        (410, Reason.NOT_FOUND),
        (500, Reason.SERVER_ERROR),
        (503, Reason.SERVER_ERROR),
        (304, Reason.BROKEN),
        (302, Reason.BROKEN),
    ],
)
def test_a_status_that_is_no_success_has_its_reason(status: int, reason: Reason) -> None:
    with (
        site(lambda caller: caller.say(reply(PAGE, status=f"{status} Said"))) as here,
        open_fetch(allow_local=True) as fetch,
        pytest.raises(NotFetched) as refused,
    ):
        fetch(here.address, kinds=PAGES)
    assert (refused.value.reason, refused.value.status) == (reason, status)


def test_redirects_are_followed_to_the_fifth_and_no_further() -> None:
    def answer(caller: Caller) -> None:
        step = int(caller.path[1:])
        caller.say(reply(PAGE) if step == 0 else reply(b"", f"Location: {step - 1}", status="307 Temporary"))

    with site(answer) as here, open_fetch(allow_local=True) as fetch:
        assert fetch(f"{here.address}/5", kinds=PAGES).address == f"{here.address}/0"
        with pytest.raises(NotFetched) as refused:
            fetch(f"{here.address}/6", kinds=PAGES)
    assert refused.value.reason is Reason.TOO_MANY_REDIRECTS
    assert len(here.asked) == 12


def test_a_redirect_to_itself_ends() -> None:
    answer = reply(b"", "Location: /", status="302 Found")
    assert _fetched(answer, PAGES) == Reason.TOO_MANY_REDIRECTS.value


@pytest.mark.parametrize(
    "to",
    [
        "ftp://board.example/",
        "file:///etc/passwd",
        "http://board.example:22/",
        "http://[",
        "http://2130706433/",
    ],
)
def test_a_redirect_keeps_the_rules_for_addresses(to: str) -> None:
    assert (
        _fetched(reply(b"", f"Location: {to}", status="302 Found"), PAGES) == Reason.ADDRESS_NOT_ALLOWED.value
    )


@pytest.mark.parametrize(
    ("body", "said", "kinds", "taken_for"),
    [
        (PAGE, "text/html; charset=x", PAGES, "text/html"),
        (PAGE, "application/xhtml+xml", PAGES, "application/xhtml+xml"),
        (PAGE, "application/octet-stream", PAGES, "text/html"),
        (PAGE, "image/jpeg", PICTURES, "wrong-kind"),
        (JPEG, "application/octet-stream", PICTURES, "image/jpeg"),
        (JPEG, "text/html", PICTURES, "image/jpeg"),
        (JPEG, "text/html", PAGES, "wrong-kind"),
        (JPEG, "text/plain", EITHER, "image/jpeg"),
        (b"odd", "image/x-odd", PICTURES, "image/x-odd"),
        (b"odd", "text/plain", EITHER, "wrong-kind"),
        (b"odd", "", EITHER, "wrong-kind"),
        (b"%PDF-1.7 ...", "text/html", EITHER, "wrong-kind"),
        (b"\0\0\0\x20ftypisom", "image/jpeg", EITHER, "wrong-kind"),
        (b"<?xml version='1.0'?><svg xmlns='x'>", "text/xml", PICTURES, "image/svg+xml"),
        (b"\0\0\0\x20ftypisom", "text/html", VIDEOS, "video/mp4"),
        (b"\0\0\0\x18styp", "text/plain", VIDEOS, "video/mp4"),
        (b"\0\x20\0\0mdat", "", VIDEOS, "video/mp4"),
        (b"are free to go", "text/html", PAGES, "text/html"),
        (bytes([0x47, *bytes(187)]) * 4, "text/plain", VIDEOS, "video/mp2t"),
        (b"\x1a\x45\xdf\xa3", "", VIDEOS, "video/webm"),
        (b"FLV\x01", "", VIDEOS, "video/x-flv"),
        (b"\xef\xbb\xbf#EXTM3U\n", "text/plain", VIDEOS, "application/vnd.apple.mpegurl"),
        (b"#EXT", "application/x-mpegurl", VIDEOS, "wrong-kind"),
        (b"odd", "video/x-odd", VIDEOS, "video/x-odd"),
        (JPEG, "video/mp4", VIDEOS, "wrong-kind"),
    ],
)
def test_the_first_bytes_decide_what_an_answer_is(
    body: bytes, said: str, kinds: Kinds, taken_for: str
) -> None:
    assert _fetched(reply(body, kind=said), kinds) == taken_for


def test_an_answer_of_no_use_is_left_at_its_first_bytes() -> None:
    def answer(caller: Caller) -> None:
        caller.say(b"HTTP/1.1 200 OK\r\nContent-Length: 60000000\r\n\r\n\0\0\0\x20ftypisom" + bytes(2000))
        caller.hang()

    with (
        site(answer) as here,
        open_fetch(allow_local=True, timeout=5) as fetch,
        pytest.raises(NotFetched) as refused,
    ):
        fetch(here.address, kinds=PICTURES)
    assert refused.value.reason is Reason.WRONG_KIND


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("base-fig.jpg", "image/jpeg"),
        ("png-named.jpg", "image/png"),
        ("lossy.webp", "image/webp"),
        ("plain.avif", "image/avif"),
        ("phone-original.heic", "image/heic"),
        ("static.gif", "image/gif"),
        ("lzw.tiff", "image/tiff"),
        ("plain.bmp", "image/bmp"),
        ("text.jpg", ""),
        ("empty.jpg", ""),
    ],
)
def test_sample_pictures_are_told_by_their_first_bytes(name: str, kind: str) -> None:
    assert sniff((SAMPLES / name).read_bytes()[:1024]) == kind


def test_telling_a_kind_takes_no_time_however_the_bytes_are_arranged() -> None:
    assert media_type("text/plain", b"<!---->" * 146 + b"x") == "text/plain"


def test_every_reason_has_a_sentence_of_its_own() -> None:
    sentences = {sentence(reason) for reason in Reason}
    assert len(sentences) == len(Reason)
    assert str(NotFetched(Reason.BROKEN)) == sentence(Reason.BROKEN)
    assert pickle.loads(pickle.dumps(NotFetched(Reason.TLS))).reason is Reason.TLS
