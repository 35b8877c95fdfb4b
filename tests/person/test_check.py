"""What a check tells of the places named, which addresses it calls, and what it keeps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from rescind.match import Likeness
from rescind.net import Fetched, Reason
from rescind.person.check import Mine, check
from rescind.person.places import parse
from rescind.person.sighting import Event, Looked, Looking, NotLooked, NotLookedAt, Sighting
from rescind.person.watch import MOST_PICTURES, FoundAs
from tests.fakes.fetch import FakeFetch, Told
from tests.fakes.likeness import copy, fingerprint, of_image, other, plain, unclear

PAGE = "https://board.example/thread/7"
NOON = datetime(2026, 6, 5, 12, 0, tzinfo=UTC)


@dataclass
class Clock:
    now: datetime = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@dataclass(frozen=True)
class Telling:
    """What a check told, sorted."""

    events: list[Event]
    asked: list[str]

    @property
    def sightings(self) -> list[Sighting]:
        return [event for event in self.events if isinstance(event, Sighting)]

    @property
    def looked(self) -> list[Looked]:
        return [event for event in self.events if isinstance(event, Looked)]

    @property
    def missed(self) -> list[tuple[str | None, NotLooked]]:
        return [(event.file, event.kind) for event in self.events if isinstance(event, NotLookedAt)]


def _check(
    told: dict[str, Told],
    words: Sequence[str],
    *,
    pages: int = 1,
    keep: bool = False,
    mine: Sequence[int] = (1, 2),
) -> Telling:
    whole = {
        address if "://" in address else f"https://board.example/{address}": what
        for address, what in told.items()
    }
    fetch = FakeFetch(whole)
    pictures = [Mine(number, fingerprint(number)) for number in mine]
    events = list(
        check(pictures, parse(words), fetch=fetch, clock=Clock(), pages=pages, keep=keep, of_image=of_image)
    )
    return Telling(events, fetch.asked)


def _page(*pictures: str, title: str = "A thread") -> bytes:
    return f"<!doctype html><title>{title}</title>{''.join(f'<img src={one}>' for one in pictures)}".encode()


def test_a_copy_on_a_page_is_told_with_all_its_particulars() -> None:
    content = copy(2, 9)
    headers = (
        ("date", "Fri, 05 Jun 2026 12:00:00 GMT"),
        ("server", "nginx"),
        ("x-powered-by", "PHP"),
        ("etag", '"1"'),
    )
    file = "https://cdn.example/a.gif"
    answer = Fetched(file, "https://cdn.example/real.gif", 200, headers, content, "image/gif")
    told = _check({"thread/7": _page(file), file: answer}, ["board.example/thread/7"])
    assert told.sightings == [
        Sighting(
            place="board.example/thread/7",
            page=PAGE,
            file=file,
            title="A thread",
            seen_at=NOON + timedelta(seconds=1),
            picture=2,
            distance=9,
            likeness=Likeness.SAME,
            turn="upright",
            found_as=FoundAs.SHOWN,
            how="GIF 30x20",
            status=200,
            headers=(headers[0], headers[1], headers[3]),
            sha256=sha256(content).hexdigest(),
            size=len(content),
            media_type="image/gif",
            evidence=None,
        )
    ]


def test_what_is_told_comes_in_order_and_as_it_is_found() -> None:
    fetch = FakeFetch(
        {PAGE: _page("/a", "/b"), "https://board.example/a": copy(1), "https://board.example/b": other()}
    )
    telling = check([Mine(1, fingerprint(1))], parse([PAGE]), fetch=fetch, clock=Clock(), of_image=of_image)
    assert next(telling) == Looking(PAGE, PAGE)
    assert fetch.asked == []
    assert next(telling) == Looking(PAGE, PAGE, "https://board.example/a", 1, 2)
    assert isinstance(next(telling), Sighting)
    assert fetch.asked == [PAGE, "https://board.example/a"]
    assert next(telling) == Looking(PAGE, PAGE, "https://board.example/b", 2, 2)
    assert next(telling) == Looked(PAGE, PAGE, PAGE, "A thread", NOON + timedelta(seconds=2), 2, 0, 0, 1)
    assert next(telling, None) is None


def test_only_what_was_named_is_called() -> None:
    html = _page("/a", "https://cdn.example/b") + (
        b"<a href=/thread/8>more</a><a href=/thread/7?page=2 rel=next>2</a><iframe src=/ad></iframe>"
        b"<link rel=stylesheet href=/x.css><script src=/x.js></script><video src=/v.mp4></video><link rel=icon href=/i.png>"
    )
    told = _check(
        {"thread/7": html, "a": other(), "https://cdn.example/b": other("b"), "v.mp4": plain()}, [PAGE]
    )
    assert told.asked == [
        PAGE,
        "https://board.example/a",
        "https://cdn.example/b",
        "https://board.example/v.mp4",
    ]


def test_a_picture_named_twice_is_fetched_once_and_told_on_each_page() -> None:
    first, second = _page("/a", "/a#x") + b"<a href=/a>", _page("/b.gif", "/a") + b"<a href=/b.gif>"
    told = _check(
        {"1": first, "2": second, "a": copy(1), "b.gif": Reason.NOT_FOUND},
        ["board.example/1", "board.example/2"],
    )
    assert sorted(told.asked) == sorted(f"https://board.example/{one}" for one in ("1", "a", "2", "b.gif"))
    assert [(one.page, one.file) for one in told.sightings] == [
        ("https://board.example/1", "https://board.example/a"),
        ("https://board.example/2", "https://board.example/a"),
    ]


def test_a_copy_of_two_pictures_is_told_for_both_and_a_stranger_for_none() -> None:
    told = _check({"thread/7": _page("/a", "/b"), "a": copy(3), "b": other()}, [PAGE], mine=(3, 3, 4))
    assert [one.picture for one in told.sightings] == [3, 3]
    assert told.looked[0].sighted == 2


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        (Reason.NOT_FOUND, NotLooked.GONE),
        (Reason.REFUSED_BY_SITE, NotLooked.REFUSED),
        (Reason.TIMED_OUT, NotLooked.TIMED_OUT),
        (Reason.NO_SUCH_HOST, NotLooked.NO_SUCH_HOST),
        (Reason.PRIVATE_ADDRESS, NotLooked.NOT_ALLOWED),
        (Reason.TLS, NotLooked.NOT_SAFE),
        (Reason.BUSY, NotLooked.BUSY),
        (Reason.WRONG_KIND, NotLooked.WRONG_KIND),
        (Reason.TOO_LARGE, NotLooked.TOO_LARGE),
        (Reason.SERVER_ERROR, NotLooked.SERVER_ERROR),
    ],
)
def test_a_page_or_picture_that_is_not_fetched_is_told_as_not_looked_at(
    reason: Reason, kind: NotLooked
) -> None:
    told = _check({"thread/7": reason}, [PAGE])
    assert told.missed == [(None, kind)]
    assert told.looked == []
    told = _check({"thread/7": _page("/a", "/b"), "a": reason, "b": copy(1)}, [PAGE])
    assert told.missed == [("https://board.example/a", kind)]
    assert (told.looked[0].pictures, told.looked[0].sighted) == (1, 1)


def test_every_reason_of_the_net_room_has_a_kind_and_a_sentence() -> None:
    for reason in Reason:
        told = _check({"thread/7": reason}, [PAGE])
        (missed,) = (event for event in told.events if isinstance(event, NotLookedAt))
        assert missed.reason.endswith(".")
        assert missed.whole_page


def test_one_place_that_fails_does_not_stop_the_next() -> None:
    told = _check(
        {"1": Reason.TIMED_OUT, "2": _page("/a"), "a": copy(1)}, ["board.example/1", "board.example/2"]
    )
    assert len(told.sightings) == 1


def test_a_picture_that_cannot_be_read_and_a_page_in_its_place_are_told() -> None:
    told = _check({"thread/7": _page("/a", "/b", "/c"), "a": unclear(), "b": _page(), "c": other()}, [PAGE])
    assert told.missed == [
        ("https://board.example/a", NotLooked.UNCLEAR),
        ("https://board.example/b", NotLooked.WRONG_KIND),
    ]


def test_plain_pictures_and_drawings_are_counted_and_not_called_compared() -> None:
    told = _check(
        {"thread/7": _page("/a", "/b", "/c"), "a": plain(), "b": b"<svg xmlns=x></svg>", "c": other()}, [PAGE]
    )
    looked = told.looked[0]
    assert (looked.pictures, looked.plain, looked.drawings, looked.sighted) == (1, 1, 1, 0)
    assert told.missed == []


@pytest.mark.parametrize("body", [_page(), _page("/a"), b"<html><script>build()</script></html>"])
def test_a_page_without_a_picture_to_compare_is_never_called_nothing_found(body: bytes) -> None:
    told = _check({"thread/7": body, "a": plain()}, [PAGE])
    assert told.missed == [(None, NotLooked.NO_PICTURES)]
    assert told.looked[0].pictures == 0


def test_what_was_left_out_is_told_with_its_number() -> None:
    names = [f"/{number}" for number in range(MOST_PICTURES + 3)]
    html = _page(*names) + b"<video></video><video src=blob:x></video>"
    told = _check({"thread/7": html, **{name[1:]: other(name) for name in names[:MOST_PICTURES]}}, [PAGE])
    left = [event for event in told.events if isinstance(event, NotLookedAt)]
    assert [(event.kind, event.count, event.whole_page) for event in left] == [
        (NotLooked.TOO_MANY, 3, False),
        (NotLooked.VIDEO, 2, False),
    ]


def test_pages_shown_inside_a_page_are_told_with_their_number() -> None:
    page = _page("/a.gif") + b"<iframe src=/one></iframe><iframe src=/two></iframe>"
    told = _check({"page": page, "a.gif": copy(1)}, ["https://board.example/page"])
    assert told.missed == [(None, NotLooked.FRAME)]
    missed = next(event for event in told.events if isinstance(event, NotLookedAt))
    assert (missed.count, missed.whole_page) == (2, False)
    assert missed.reason.startswith("2 other pages are shown inside this one.")
    assert len(told.sightings) == 1
    assert told.asked == ["https://board.example/page", "https://board.example/a.gif"]


def test_a_page_nested_without_end_is_told() -> None:
    told = _check({"thread/7": b"<!doctype html>" + b"<div>" * 30_000}, [PAGE])
    assert told.missed == [(None, NotLooked.UNREADABLE)]


def test_a_page_is_held_to_the_size_of_pages_where_a_picture_might_be_larger() -> None:
    told = _check({"thread/7": b"<!doctype html>" + bytes(9_000_000)}, [PAGE])
    assert told.missed == [(None, NotLooked.TOO_LARGE)]


def test_a_direct_picture_address_is_a_place() -> None:
    told = _check({"me.gif": copy(1)}, ["board.example/me.gif"])
    (sighting,) = told.sightings
    assert (sighting.page, sighting.file, sighting.found_as) == ("https://board.example/me.gif",) * 2 + (
        FoundAs.NAMED,
    )
    assert told.asked == ["https://board.example/me.gif"]


def test_pages_are_seen_from_where_they_really_are_and_told_as_they_were_named() -> None:
    moved = Fetched(
        PAGE, "https://new.example/t/7", 200, (("content-type", "text/html"),), _page("a"), "text/html"
    )
    told = _check({"thread/7": moved, "https://new.example/t/a": copy(1)}, [PAGE])
    assert (told.sightings[0].page, told.looked[0].address) == (PAGE, "https://new.example/t/7")


def _numbered(last: int) -> dict[str, Told]:
    told: dict[str, Told] = {}
    for number in range(1, last + 1):
        following = (
            f"<a rel=next href=/t?page={number + 1}>".encode()
            if number < last
            else b"<a rel=next href=/t?page=1>"
        )
        told[f"t?page={number}"] = _page(f"/{number}.gif") + following
        told[f"{number}.gif"] = copy(1) if number == 3 else other()
    return told


@pytest.mark.parametrize(("pages", "looked"), [(1, 1), (2, 2), (3, 3), (9, 4)])
def test_the_next_pages_are_followed_as_far_as_was_asked(pages: int, looked: int) -> None:
    told = _check(_numbered(4), ["board.example/t?page=1"], pages=pages)
    assert len(told.looked) == looked
    assert [one.page for one in told.sightings] == ["https://board.example/t?page=3"] * (looked >= 3)


def test_a_picture_in_the_page_itself_is_looked_at_and_has_an_address_of_its_own() -> None:
    html = _page() + f"<img src='data:image/gif,{copy(1).decode()}'>".encode()
    told = _check({"thread/7": html}, [PAGE])
    (sighting,) = told.sightings
    assert sighting.file.startswith(f"{PAGE}#inside-")
    assert (sighting.status, sighting.headers, sighting.media_type) == (None, (), "image/gif")


def test_a_copys_bytes_are_kept_only_when_asked_and_a_strangers_never() -> None:
    site: dict[str, Told] = {"thread/7": _page("/a", "/b"), "a": copy(1), "b": other()}
    assert [one.evidence for one in _check(site, [PAGE], keep=True).sightings] == [copy(1)]
    assert [one.evidence for one in _check(site, [PAGE]).sightings] == [None]
    assert "copy 1" not in repr(_check(site, [PAGE], keep=True).events)


def test_a_picture_file_and_a_folder_are_places(tmp_path: Path) -> None:
    (tmp_path / "one.gif").write_bytes(copy(1))
    deep = tmp_path / "folder" / ".hidden" / "deep"
    deep.mkdir(parents=True)
    (deep / "two.bin").write_bytes(copy(2))
    (deep / "notes.txt").write_text("nothing")
    (deep / "broken.jpg").write_bytes(b"")
    (tmp_path / "folder" / "other.gif").write_bytes(other())
    told = _check({}, [str(tmp_path / "one.gif"), str(tmp_path / "folder")])
    assert [(one.page, one.file) for one in told.sightings] == [
        (str(tmp_path / "one.gif"), str(tmp_path / "one.gif")),
        (str(tmp_path / "folder"), str(deep / "two.bin")),
    ]
    assert told.missed == [(str(deep / "broken.jpg"), NotLooked.UNCLEAR)]
    assert told.looked[1].pictures == 2


def test_links_out_of_a_folder_are_told_and_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "one.gif").write_bytes(copy(1))
    (folder / "two.gif").write_bytes(other())
    (folder / "file").symlink_to(outside / "one.gif")
    (folder / "inner").symlink_to(outside)
    told = _check({}, [str(folder)])
    assert told.sightings == []
    assert [(event.kind, event.count) for event in told.events if isinstance(event, NotLookedAt)] == [
        (NotLooked.LINK, 2)
    ]


def test_an_empty_folder_is_never_called_nothing_found(tmp_path: Path) -> None:
    assert _check({}, [str(tmp_path)]).missed == [(None, NotLooked.NO_PICTURES)]
