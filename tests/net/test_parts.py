"""A part of a file is what was asked for and of the file that was meant, or it is refused with the right reason."""

import gzip
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.net import (
    PICTURES,
    VIDEOS,
    Fetched,
    Kinds,
    NotFetched,
    Portion,
    Reason,
    Span,
    content_range,
    mark_of,
    open_fetch,
)
from tests.net.parts import Shelf
from tests.net.site import Caller, reply, site

FILE = b"\0\0\0\x20ftypisom" + bytes(range(256)) * 40
SOME = Kinds("video/*", 4000, ("video/",))


def _fetched(answer: Callable[[Caller], None], span: Span, kinds: Kinds = VIDEOS) -> Fetched:
    with site(answer) as here, open_fetch(allow_local=True, timeout=5) as fetch:
        return fetch(here.address, kinds=kinds, span=span)


def _reason(answer: Callable[[Caller], None], span: Span, kinds: Kinds = VIDEOS) -> Reason:
    with pytest.raises(NotFetched) as refused:
        _fetched(answer, span, kinds)
    return refused.value.reason


def _saying(content: bytes) -> Callable[[Caller], None]:
    return lambda caller: caller.say(content)


def _partial(body: bytes, told: str, *more: str) -> Callable[[Caller], None]:
    return _saying(
        reply(body, f"Content-Range: {told}", *more, status="206 Partial Content", kind="video/mp4")
    )


@pytest.mark.parametrize("span", [Span(0, 99), Span(100, 199), Span(5000, 5000), Span(10_200, 99_999)])
def test_a_part_is_exactly_what_was_asked_for(span: Span) -> None:
    shelf = Shelf(FILE)
    fetched = _fetched(shelf, span)
    last = min(span.last, len(FILE) - 1)
    assert fetched.body == FILE[span.first : last + 1]
    assert fetched.portion == Portion(span.first, last, len(FILE))
    assert fetched.status == 206
    assert shelf.sent == len(fetched.body)


def test_a_part_is_asked_for_unpacked_and_of_one_version_only() -> None:
    shelf = Shelf(FILE)
    with site(shelf) as here, open_fetch(allow_local=True) as fetch:
        fetch(here.address, kinds=VIDEOS, span=Span(7, 9, '"one"'))
        lines = here.asked[0].split("\r\n")
    assert "Range: bytes=7-9" in lines
    assert 'If-Range: "one"' in lines
    assert [line for line in lines if line.startswith("Accept-Encoding")] == ["Accept-Encoding: identity"]


def test_without_a_span_nothing_is_said_of_parts() -> None:
    with site(Shelf(FILE)) as here, open_fetch(allow_local=True) as fetch:
        fetched = fetch(here.address, kinds=VIDEOS)
        assert "range" not in here.asked[0].lower()
    assert (fetched.body, fetched.portion) == (FILE, None)


@pytest.mark.parametrize(
    "told",
    [
        "bytes 1-100/10252",
        "bytes 0-100/10252",
        "bytes 0-98/10252",
        "bytes 99-0/10252",
        "bytes 0-99/99",
        "bytes 0-99/0",
        "bytes */10252",
        "items 0-99/10252",
        "bytes 0-99",
        "bytes -0-99/10252",
        "bytes 0-99/10252, bytes 0-99/10252",
        "",
    ],
)
def test_a_part_under_another_name_is_refused(told: str) -> None:
    assert _reason(_partial(FILE[:100], told), Span(0, 99)) is Reason.WRONG_PART


@pytest.mark.parametrize("length", [0, 1, 99, 101, 5000])
def test_a_part_of_another_length_is_refused(length: int) -> None:
    assert _reason(_partial(FILE[:length], "bytes 0-99/10252"), Span(0, 99)) is Reason.WRONG_PART


def test_a_packed_part_and_several_parts_in_one_are_refused() -> None:
    packed = _partial(gzip.compress(FILE[:100]), "bytes 0-99/10252", "Content-Encoding: gzip")
    assert _reason(packed, Span(0, 99)) is Reason.WRONG_PART
    several = reply(
        b"--x\r\n\r\nabc\r\n--x--", status="206 Partial Content", kind="multipart/byteranges; boundary=x"
    )
    assert _reason(_saying(several), Span(0, 99)) is Reason.WRONG_PART


def test_a_part_that_stops_early_is_broken() -> None:
    def answer(caller: Caller) -> None:
        caller.say(Shelf(FILE).part(0, 99)[:-10])

    assert _reason(answer, Span(0, 99)) is Reason.BROKEN


def test_a_part_behind_the_end_is_told() -> None:
    assert _reason(Shelf(FILE), Span(20_000, 20_001)) is Reason.WRONG_PART


def test_a_site_that_gives_no_parts_gives_the_start_as_far_as_is_allowed() -> None:
    whole = _saying(reply(FILE, kind="video/mp4"))
    fetched = _fetched(whole, Span(0, 99))
    assert (fetched.body, fetched.portion) == (FILE, Portion(0, len(FILE) - 1, len(FILE)))
    fetched = _fetched(whole, Span(0, 99), SOME)
    assert (fetched.body, fetched.portion) == (FILE[:4000], Portion(0, 3999, len(FILE)))


def test_a_site_that_gives_no_parts_and_no_size_is_cut_where_it_must_be() -> None:
    endless = _saying(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + FILE)
    fetched = _fetched(endless, Span(0, 99), SOME)
    assert (fetched.body, fetched.portion) == (FILE[:4000], Portion(0, 3999, None))
    assert _fetched(endless, Span(0, 99)).portion == Portion(0, len(FILE) - 1, len(FILE))


def test_a_packed_file_is_unpacked_and_its_size_is_not_taken_for_the_files() -> None:
    packed = _saying(reply(gzip.compress(FILE), "Content-Encoding: gzip", kind="video/mp4"))
    fetched = _fetched(packed, Span(0, 99), SOME)
    assert (fetched.body, fetched.portion) == (FILE[:4000], Portion(0, 3999, None))


def test_a_middle_part_is_never_taken_from_a_site_that_gives_the_whole() -> None:
    shelf = Shelf(FILE)
    whole = _saying(shelf.all())
    assert _reason(whole, Span(100, 199)) is Reason.WRONG_PART
    assert _reason(whole, Span(0, 199, '"old"')) is Reason.CHANGED
    assert _reason(shelf, Span(100, 199, '"old"')) is Reason.CHANGED


def test_the_start_shows_the_kind_and_the_middle_is_not_judged() -> None:
    page = b"<!doctype html><title>no</title>" + bytes(4000)
    assert _reason(Shelf(page, kind="video/mp4"), Span(0, 999)) is Reason.WRONG_KIND
    assert _fetched(Shelf(page, kind="application/octet-stream"), Span(1, 999)).body == page[1:1000]
    assert _fetched(Shelf(FILE, kind="text/plain"), Span(0, 99)).media_type == "video/mp4"
    assert _reason(Shelf(FILE), Span(0, 99), PICTURES) is Reason.WRONG_KIND


def test_a_part_is_sent_on_and_asked_for_again_at_the_next_address() -> None:
    shelf = Shelf(FILE)

    def answer(caller: Caller) -> None:
        if caller.path == "/there":
            shelf(caller)
        else:
            caller.say(reply(b"", "Location: /there", status="302 Found"))

    with site(answer) as here, open_fetch(allow_local=True) as fetch:
        fetched = fetch(f"{here.address}/here", kinds=VIDEOS, span=Span(50, 59))
        assert (fetched.address, fetched.body) == (f"{here.address}/there", FILE[50:60])
        assert all("Range: bytes=50-59" in head for head in here.asked)


@settings(deadline=None, derandomize=True)
@given(
    st.text(max_size=60) | st.from_regex(r"bytes [0-9]{1,20}-[0-9]{1,20}/([0-9]{1,20}|\*)", fullmatch=True)
)
def test_whatever_a_site_says_of_a_part_makes_sense_or_is_nothing(text: str) -> None:
    portion = content_range(text)
    if portion is not None:
        assert 0 <= portion.first <= portion.last
        assert portion.whole is None or portion.last < portion.whole


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 10**14), st.integers(0, 10**9), st.none() | st.integers(1, 10**9))
def test_what_a_good_site_says_of_a_part_is_understood(first: int, more: int, further: int | None) -> None:
    whole = None if further is None else first + more + further
    said = f"bytes {first}-{first + more}/{'*' if whole is None else whole}"
    assert content_range(said) == Portion(first, first + more, whole)


@pytest.mark.parametrize(
    ("headers", "mark"),
    [
        ({"etag": '"a"', "last-modified": "Fri, 05 Jun 2026 12:00:00 GMT"}, '"a"'),
        (
            {"etag": 'W/"a"', "last-modified": "Fri, 05 Jun 2026 12:00:00 GMT"},
            "Fri, 05 Jun 2026 12:00:00 GMT",
        ),
        ({"etag": 'W/"a"'}, ""),
        ({"etag": 'a"\r\nX: y'}, ""),
        ({"etag": '"a\x01"'}, ""),
        ({"last-modified": "yesterday"}, ""),
        ({}, ""),
    ],
)
def test_a_version_is_named_by_what_may_stand_in_a_request(headers: dict[str, str], mark: str) -> None:
    assert mark_of(headers) == mark
