"""What a check tells of videos on a page, how little it fetches for that, and what it says it did not see."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from hashlib import sha256
from pathlib import Path

import pytest

from rescind.fingerprint.video import Sampling
from rescind.net import Fetched, NotFetched, Reason
from rescind.person.check import Mine, MyVideo, check
from rescind.person.places import parse
from rescind.person.sighting import Event, Looked, Looking, NotLooked, NotLookedAt, Passage, Sighting
from rescind.person.watch import FoundAs
from rescind.person.watch.site_file import MEGABYTE, Bounds
from tests.fakes import films, likeness
from tests.fakes.fetch import FakeFetch, Told
from tests.fakes.films import film

PAGE = "https://board.example/thread/7"
HERE = "https://board.example/"
NOON = datetime(2026, 6, 5, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Telling:
    """What a check told, which addresses it called, how it looked at videos, and how many bytes it fetched."""

    events: list[Event]
    fetch: FakeFetch
    looks: list[Sampling]

    @property
    def sightings(self) -> list[Sighting]:
        return [event for event in self.events if isinstance(event, Sighting)]

    @property
    def looked(self) -> Looked:
        (looked,) = (event for event in self.events if isinstance(event, Looked))
        return looked

    @property
    def missed(self) -> list[NotLookedAt]:
        return [event for event in self.events if isinstance(event, NotLookedAt)]


def _check(
    told: dict[str, Told],
    words: Sequence[str] = (PAGE,),
    *,
    keep: bool = False,
    without: bool = False,
    bounds: Bounds = Bounds(),  # noqa: B008
) -> Telling:
    """Look for my pictures 1 and 2 and my videos 3 and 4."""
    fetch = FakeFetch({one if "://" in one else f"{HERE}{one}": what for one, what in told.items()})
    of_video = films.OfVideo(without=without)
    mine = [Mine(one, likeness.fingerprint(one)) for one in (1, 2)]
    events = list(
        check(
            [*mine, *(MyVideo(one, films.fingerprint(one)) for one in (3, 4))],
            parse(words),
            fetch=fetch,
            clock=lambda: NOON,
            keep=keep,
            of_image=likeness.of_image,
            of_video=of_video,
            reel=films.Reel,
            bounds=bounds,
        )
    )
    return Telling(events, fetch, of_video.looks)


def _page(*videos: str, more: str = "") -> bytes:
    shown = "".join(f"<video src={one}></video>" for one in videos)
    return f"<!doctype html><title>A thread</title>{more}{shown}".encode()


def test_a_copy_of_a_video_is_told_with_all_its_particulars() -> None:
    content = film(3)
    headers = (("etag", '"1"'), ("set-cookie-not", "x"), ("server", "nginx"))
    file = "https://cdn.example/a.mp4"
    answer = Fetched(file, "https://cdn.example/real.mp4", 206, headers, content, "video/mp4")
    told = _check({"thread/7": _page(file), file: answer})
    assert told.sightings == [
        Sighting(
            place=PAGE,
            page=PAGE,
            file=file,
            title="A thread",
            seen_at=NOON,
            picture=3,
            distance=0,
            likeness=told.sightings[0].likeness,
            turn="upright",
            found_as=FoundAs.SHOWN,
            how="mov h264 640x360 keys 12",
            status=206,
            headers=(("etag", '"1"'), ("server", "nginx")),
            sha256=sha256(content).hexdigest(),
            size=len(content),
            media_type="video/mp4",
            passages=(Passage(0.0, 59.0, 0.0, 55.0, 12, 12),),
        )
    ]
    assert told.missed == []


def test_videos_come_after_pictures_and_are_counted_with_them() -> None:
    html = _page("/b.mp4", "/c.mp4", more="<img src=/a.gif>")
    told = _check({"thread/7": html, "a.gif": likeness.copy(1), "b.mp4": film(3), "c.mp4": film(9)})
    looking = [event for event in told.events if isinstance(event, Looking) and event.file]
    assert [(one.file, one.number, one.of) for one in looking] == [
        (f"{HERE}a.gif", 1, 3),
        (f"{HERE}b.mp4", 2, 3),
        (f"{HERE}c.mp4", 3, 3),
    ]
    assert (told.looked.pictures, told.looked.videos, told.looked.sighted) == (1, 2, 2)
    assert [one.picture for one in told.sightings] == [1, 3]


def test_a_picture_of_mine_is_found_in_a_video_and_a_frame_of_my_video_in_a_picture() -> None:
    html = _page(more="<video src=/a.mp4 poster=/b.gif></video>")
    told = _check({"thread/7": html, "a.mp4": film(2), "b.gif": likeness.copy(4)})
    assert [(one.file, one.picture, one.found_as) for one in told.sightings] == [
        (f"{HERE}b.gif", 4, FoundAs.POSTER),
        (f"{HERE}a.mp4", 2, FoundAs.SHOWN),
    ]
    poster, shown = (one.passages[0] for one in told.sightings)
    assert (poster.copy_from, poster.copy_to) == (0, 0)
    assert (shown.mine_from, shown.mine_to, shown.copy_to) == (0, 0, 55)


def test_what_an_animation_or_a_sheet_shows_in_a_row_is_compared_with_pictures_and_videos_of_mine() -> None:
    told = _check({"thread/7": _page(more="<img src=/a.gif>"), "a.gif": likeness.row(9, 1, 4, 4, 9)})
    assert [(one.file, one.picture, one.distance) for one in told.sightings] == [
        (f"{HERE}a.gif", 1, 0),
        (f"{HERE}a.gif", 4, 0),
    ]
    (passage,) = told.sightings[1].passages
    assert (passage.copy_from, passage.copy_to, passage.moments) == (2, 3, 2)


def test_of_a_large_video_little_is_fetched_whether_it_is_a_copy_or_not() -> None:
    for number, found in ((9, 0), (3, 1)):
        told = _check({"thread/7": _page("/a.mp4"), "a.mp4": film(number, size=40 * MEGABYTE)})
        assert len(told.sightings) == found
        assert told.missed == []
        assert told.looks == [Sampling.KEYS]
        assert told.fetch.sent < 5 * MEGABYTE
        assert len(told.fetch.asked) <= 15


def test_a_copy_that_was_not_read_to_its_end_has_no_digest_and_no_evidence() -> None:
    content = film(3, size=40 * MEGABYTE)
    (sighting,) = _check({"thread/7": _page("/a.mp4"), "a.mp4": content}, keep=True).sightings
    assert (sighting.sha256, sighting.evidence, sighting.size) == ("", None, len(content))


def test_a_copys_bytes_are_kept_only_when_asked_and_a_strangers_never() -> None:
    site: dict[str, Told] = {"thread/7": _page("/a.mp4", "/b.mp4"), "a.mp4": film(3), "b.mp4": film(9)}
    assert [one.evidence for one in _check(site, keep=True).sightings] == [film(3)]
    assert [one.evidence for one in _check(site).sightings] == [None]


def test_a_first_look_that_tells_too_little_is_followed_by_a_closer_one() -> None:
    short = _check({"thread/7": _page("/a.mp4"), "a.mp4": film(9, seconds=12)})
    assert (short.looks, short.missed) == ([Sampling.KEYS, Sampling.GRID], [])
    sparse = _check({"thread/7": _page("/a.mp4"), "a.mp4": film(9, seconds=600, size=30 * MEGABYTE)})
    assert (sparse.looks, sparse.missed) == ([Sampling.KEYS, Sampling.KEYS], [])


def test_what_was_found_once_is_looked_at_closely_to_be_sure() -> None:
    told = _check({"thread/7": _page("/a.mp4"), "a.mp4": film(3, seconds=18, keys=9, size=30 * MEGABYTE)})
    assert told.looks == [Sampling.KEYS, Sampling.GRID]
    assert told.sightings[0].passages == (Passage(0, 59, 0, 17, 18, 18),)


def test_how_much_of_a_video_was_not_seen_is_told() -> None:
    content = film(9, seconds=3600, size=200 * MEGABYTE)
    told = _check({"thread/7": _page("/a.mp4"), "a.mp4": content}, bounds=Bounds(8 * MEGABYTE, 40))
    (missed,) = told.missed
    assert (missed.file, missed.kind, missed.whole_page) == (f"{HERE}a.mp4", NotLooked.VIDEO, False)
    assert missed.reason
    assert told.fetch.sent <= 8 * MEGABYTE + len(_page("/a.mp4"))
    assert told.looked.videos == 1


def test_a_copy_in_a_video_that_was_not_all_seen_is_told_with_what_was_not_seen() -> None:
    content = film(3, seconds=3600, keys=200, size=200 * MEGABYTE)
    told = _check({"thread/7": _page("/a.mp4"), "a.mp4": content}, bounds=Bounds(8 * MEGABYTE, 40))
    assert [type(event) for event in told.events[2:4]] == [Sighting, NotLookedAt]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Reason.NOT_FOUND, NotLooked.GONE),
        (Reason.REFUSED_BY_SITE, NotLooked.REFUSED),
        (Reason.TIMED_OUT, NotLooked.TIMED_OUT),
        (Reason.CHANGED, NotLooked.BROKEN),
        (_page(), NotLooked.WRONG_KIND),
        (films.broken(), NotLooked.UNCLEAR),
        (b"#EXTM3U\nnothing", NotLooked.VIDEO),
    ],
)
def test_a_video_that_cannot_be_looked_at_is_told(answer: Told, kind: NotLooked) -> None:
    told = _check({"thread/7": _page("/a.mp4"), "a.mp4": answer})
    (missed,) = told.missed
    assert (missed.file, missed.kind) == (f"{HERE}a.mp4", kind)
    assert missed.reason.endswith(".")
    assert told.looked.videos == 0


def test_without_what_opens_videos_none_is_called_and_all_are_told() -> None:
    more = "<img src=/a.gif><video><source src=/c.mp4><source src=/d.webm></video>"
    html = _page("/a.mp4", "/b.mp4", more=more)
    told = _check({"thread/7": html, "a.gif": likeness.other()}, without=True)
    (missed,) = told.missed
    assert (missed.file, missed.kind, missed.count) == (None, NotLooked.VIDEO, 3)
    assert "rescind[video]" in missed.reason
    assert told.fetch.asked == [PAGE, f"{HERE}a.gif"]


def test_of_several_forms_the_first_that_opens_is_looked_at_files_before_playlists() -> None:
    named = ("a.m3u8", "b.mp4", "c.webm", "d.mp4")
    html = _page(more=f"<video>{''.join(f'<source src=/{one}>' for one in named)}</video>")
    told = _check({"thread/7": html, "b.mp4": Reason.NOT_FOUND, "c.webm": film(3)})
    assert told.fetch.asked[1:3] == [f"{HERE}b.mp4", f"{HERE}c.webm"]
    assert [one.file for one in told.sightings] == [f"{HERE}c.webm"]
    assert told.missed == []
    gone: dict[str, Told] = {"thread/7": html, **dict.fromkeys(named, Reason.NOT_FOUND)}
    assert [(one.file, one.kind) for one in _check(gone).missed] == [(f"{HERE}b.mp4", NotLooked.GONE)]


def test_a_video_named_on_two_pages_is_looked_at_once_and_told_on_each() -> None:
    told = _check({"1": _page("/a.mp4"), "2": _page("/a.mp4"), "a.mp4": film(3)}, [f"{HERE}1", f"{HERE}2"])
    assert [one.page for one in told.sightings] == [f"{HERE}1", f"{HERE}2"]
    assert told.fetch.asked.count(f"{HERE}a.mp4") == 1


def test_a_video_that_is_plain_all_along_is_counted_as_plain() -> None:
    told = _check({"thread/7": _page("/a.mp4"), "a.mp4": film(9, plain=True)})
    assert (told.looked.videos, told.looked.plain) == (0, 1)


@pytest.mark.parametrize("address", ["a.mp4", "watch?v=7"])
def test_a_video_s_own_address_is_a_place(address: str) -> None:
    told = _check({address: film(3)}, [f"{HERE}{address}"])
    (sighting,) = told.sightings
    assert (sighting.page, sighting.file, sighting.found_as) == (f"{HERE}{address}",) * 2 + (FoundAs.NAMED,)


def test_an_address_that_holds_neither_a_page_nor_a_picture_nor_a_video_is_told_as_before() -> None:
    told = _check({"a": b"%PDF-1.7"}, [f"{HERE}a"])
    assert [(one.file, one.kind, one.whole_page) for one in told.missed] == [
        (None, NotLooked.WRONG_KIND, True)
    ]


def test_a_player_without_a_file_is_told_with_its_number() -> None:
    told = _check(
        {"thread/7": _page("blob:x", "blob:x") + b"<video poster=/a.gif></video>", "a.gif": likeness.copy(1)}
    )
    (missed,) = told.missed
    assert (missed.kind, missed.count, missed.whole_page) == (NotLooked.VIDEO, 3, False)


def test_videos_on_this_computer_are_places_alone_and_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "one.mp4").write_bytes(film(3))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "two.bin").write_bytes(film(4))
    (folder / "broken.webm").write_bytes(b"")
    (folder / "song.ogg").write_bytes(b"OggS sound")
    told = _check({}, [str(tmp_path / "one.mp4"), str(folder)])
    assert [(one.file, one.picture, one.status) for one in told.sightings] == [
        (str(tmp_path / "one.mp4"), 3, None),
        (str(folder / "two.bin"), 4, None),
    ]
    assert told.sightings[0].sha256 == sha256(film(3)).hexdigest()
    assert [(one.file, one.kind) for one in told.missed] == [(str(folder / "broken.webm"), NotLooked.UNCLEAR)]
    assert told.fetch.asked == []


def test_videos_beside_a_saved_page_are_looked_at_and_absent_ones_told(tmp_path: Path) -> None:
    saved = tmp_path / "Thread 7.html"
    files = tmp_path / "Thread 7_files"
    files.mkdir()
    (files / "a.mp4").write_bytes(film(3))
    saved.write_text(
        "<video src='Thread 7_files/a.mp4'></video><video src=https://cdn.example/b.mp4></video>"
    )
    told = _check({}, [str(saved)])
    assert [one.picture for one in told.sightings] == [3]
    assert [(one.kind, one.count) for one in told.missed] == [(NotLooked.NOT_SAVED, 1)]
    told = _check({}, [str(tmp_path)])
    assert [one.picture for one in told.sightings] == [3]


def test_a_site_that_breaks_off_in_the_middle_leaves_what_was_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    content = film(3, seconds=18, keys=9, size=30 * MEGABYTE)
    fetch = FakeFetch({PAGE: _page("/a.mp4"), f"{HERE}a.mp4": content})

    def breaking(address: str, **wanted: object) -> Fetched:
        if len(fetch.asked) > 4:
            raise NotFetched(Reason.TIMED_OUT)
        return fetch(address, **wanted)  # type: ignore[arg-type]

    events = list(
        check(
            [MyVideo(3, films.fingerprint(3))],
            parse([PAGE]),
            fetch=breaking,
            clock=lambda: NOON,
            of_image=likeness.of_image,
            of_video=films.OfVideo(),
            reel=films.Reel,
        )
    )
    assert [event.picture for event in events if isinstance(event, Sighting)] == [3]


def _entry(address: str, kind: str, content: bytes | None) -> dict[str, object]:
    held = {} if content is None else {"text": b64encode(content).decode(), "encoding": "base64"}
    return {"request": {"url": address}, "response": {"content": {"mimeType": kind, **held}}}


def test_videos_in_a_recording_are_looked_at_and_those_not_in_it_told(tmp_path: Path) -> None:
    page = _page("/a.mp4", "/b.mp4", "/c.mp4")
    entries = [
        _entry(PAGE, "text/html", page),
        _entry(f"{HERE}a.mp4", "video/mp4", film(3)),
        _entry(f"{HERE}b.mp4", "video/mp4", None),
    ]
    (tmp_path / "seven.har").write_text(json.dumps({"log": {"entries": entries}}))
    told = _check({}, [str(tmp_path / "seven.har")])
    assert [(one.page, one.file, one.picture) for one in told.sightings] == [(PAGE, f"{HERE}a.mp4", 3)]
    assert [(one.kind, one.count) for one in told.missed] == [(NotLooked.NOT_SAVED, 2)]
    assert told.fetch.asked == []


def test_videos_in_a_page_saved_as_mhtml_are_looked_at_named_or_not(tmp_path: Path) -> None:
    parts = (
        (_page("/a.mp4", "/gone.mp4"), "text/html", PAGE),
        (film(3), "video/mp4", f"{HERE}a.mp4"),
        (film(4), "video/webm", f"{HERE}b.webm"),
    )
    whole = MIMEMultipart("related")
    for content, kind, where in parts:
        part = MIMENonMultipart(*kind.split("/"))
        part["Content-Location"] = where
        part["Content-Transfer-Encoding"] = "base64"
        part.set_payload(b64encode(content).decode())
        whole.attach(part)
    (tmp_path / "seven.mhtml").write_bytes(whole.as_bytes())
    told = _check({}, [str(tmp_path / "seven.mhtml")])
    assert [(one.file, one.picture) for one in told.sightings] == [(f"{HERE}a.mp4", 3), (f"{HERE}b.webm", 4)]
    assert [(one.kind, one.count) for one in told.missed] == [(NotLooked.NOT_SAVED, 1)]
