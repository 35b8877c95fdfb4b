"""A check of real videos on a real site on loopback, by the real eyes: what is found, and how little is fetched."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice

import pytest

from rescind.fingerprint import VideoFingerprint
from rescind.fingerprint.video import of_video
from rescind.net import open_fetch
from rescind.person.check import Mine, MyVideo, check
from rescind.person.places import parse
from rescind.person.sighting import Event, Looked, NotLooked, NotLookedAt, Sighting
from rescind.person.watch.site_file import MEGABYTE
from tests.net.parts import Shelf
from tests.net.site import Caller, Site, reply, site
from tests.person.watch import making

pytest.importorskip("av")

WITHOUT_PARTS = partial(of_video, parts=False)
"""What is tested here is found by whole frames; parts would take most of the time."""

SEED, SECONDS = 20_261_127, 40


@pytest.fixture(scope="module")
def film() -> bytes:
    """My video, with its index at the end."""
    content = making.film(SEED, SECONDS)
    assert content.find(b"moov") > len(content) * 0.9
    assert len(content) > 8.5 * MEGABYTE
    return content


@pytest.fixture(scope="module")
def mine(film: bytes) -> VideoFingerprint:
    return of_video(film, parts=False)


@dataclass
class _Board:
    """A site: a page, and what lies at its other paths."""

    page: bytes
    shelves: dict[str, Callable[[Caller], None]] = field(default_factory=dict)

    def __call__(self, caller: Caller) -> None:
        if caller.path == "/page":
            caller.say(reply(b"<!doctype html><title>Thread</title>" + self.page))
        elif caller.path in self.shelves:
            self.shelves[caller.path](caller)
        else:
            caller.say(reply(b"", status="404 Not Found"))


@dataclass(frozen=True)
class _Told:
    events: list[Event]
    paths: list[str]

    @property
    def found(self) -> list[Sighting]:
        return [event for event in self.events if isinstance(event, Sighting)]

    @property
    def missed(self) -> list[tuple[str, NotLooked]]:
        return [
            (event.file.rpartition("/")[2], event.kind)
            for event in self.events
            if isinstance(event, NotLookedAt) and event.file
        ]


def _check(board: _Board, *mine: Mine | MyVideo, timeout: float = 20) -> _Told:
    here: Site
    with site(board) as here, open_fetch(allow_local=True, timeout=timeout) as fetch:
        places = parse([f"{here.address}/page"])
        events = list(
            check(mine, places, fetch=fetch, clock=lambda: datetime.now(UTC), of_video=WITHOUT_PARTS)
        )
        return _Told(events, here.paths)


def test_of_a_film_with_its_index_at_the_end_a_part_is_fetched_and_the_copy_is_found(
    film: bytes, mine: VideoFingerprint
) -> None:
    shelf = Shelf(film)
    told = _check(_Board(b"<video src=/a.mp4></video>", {"/a.mp4": shelf}), MyVideo(1, mine))
    (found,) = told.found
    (passage,) = found.passages
    assert passage.copy_to - passage.copy_from > 30
    assert abs(passage.mine_from - passage.copy_from) < 3
    assert (found.size, found.sha256) == (len(film), "")
    assert found.headers
    assert told.missed == []
    assert shelf.sent < len(film) * 0.7
    assert any(isinstance(event, Looked) and event.videos == 1 for event in told.events)


def test_a_stranger_s_film_is_not_found_and_little_of_it_is_fetched(mine: VideoFingerprint) -> None:
    other = Shelf(making.film(SEED + 1, SECONDS))
    told = _check(_Board(b"<video src=/a.mp4></video>", {"/a.mp4": other}), MyVideo(1, mine))
    assert (told.found, told.missed) == ([], [])
    assert other.sent < len(other.content) * 0.7


def test_a_poster_that_is_a_moment_of_my_film_is_found_with_its_moment(mine: VideoFingerprint) -> None:
    moment = next(islice(making.frames(SEED, SECONDS), 22 * making.RATE, None))
    poster = making.still(moment)
    board = _Board(
        b"<img src=/p.jpg>", {"/p.jpg": lambda caller: caller.say(reply(poster, kind="image/jpeg"))}
    )
    (found,) = _check(board, MyVideo(7, mine)).found
    (passage,) = found.passages
    assert (found.picture, passage.copy_from, passage.copy_to) == (7, 0, 0)
    assert passage.mine_from - 1 <= 22 <= passage.mine_to + 1


def _stream(seed: int, seconds: int) -> dict[str, Callable[[Caller], None]]:
    """Return a playlist of pieces of four seconds, below a playlist of sizes."""
    every = 4 * making.RATE
    pictures = list(making.frames(seed, seconds))
    pieces = [making.piece(pictures[at : at + every]) for at in range(0, len(pictures), every)]
    lines = ["#EXTM3U", *(f"#EXTINF:4.0,\n{number}.ts" for number in range(len(pieces))), "#EXT-X-ENDLIST"]
    sizes = (
        "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION=1920x1080\nhigh.m3u8\n"
        "#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=320x240\nlow.m3u8\n"
    )
    held = {f"/v/{number}.ts": _saying(piece, "video/mp2t") for number, piece in enumerate(pieces)}
    lists = {"/v/all.m3u8": sizes.encode(), "/v/low.m3u8": "\n".join(lines).encode()}
    return held | {path: _saying(text, "application/x-mpegurl") for path, text in lists.items()}


def _saying(content: bytes, kind: str) -> Callable[[Caller], None]:
    return lambda caller: caller.say(reply(content, kind=kind))


def test_a_film_in_pieces_is_found_by_a_few_of_them(mine: VideoFingerprint) -> None:
    told = _check(_Board(b"<video src=/v/all.m3u8></video>", _stream(SEED, SECONDS * 2)), MyVideo(1, mine))
    (found,) = told.found
    assert (found.media_type, found.sha256) == ("application/vnd.apple.mpegurl", "")
    assert found.passages[0].copy_from < 13
    assert "/v/high.m3u8" not in told.paths
    assert told.missed == []
    assert len([path for path in told.paths if path.endswith(".ts")]) < SECONDS * 2 / 4


def test_a_stranger_s_film_in_pieces_is_not_found(mine: VideoFingerprint) -> None:
    told = _check(_Board(b"<video src=/v/all.m3u8></video>", _stream(SEED + 2, SECONDS)), MyVideo(1, mine))
    assert (told.found, told.missed) == ([], [])


def test_a_film_in_pieces_of_one_file_is_found(mine: VideoFingerprint) -> None:
    content = making.film(SEED, SECONDS, rate=400_000, movflags="frag_keyframe+empty_moov+default_base_moof")
    opening, pieces = making.fragments(content)
    lines = [f"#EXTINF:2.0,\n#EXT-X-BYTERANGE:{length}@{start}\nf.mp4" for start, length in pieces]
    text = "\n".join(
        (f'#EXTM3U\n#EXT-X-MAP:URI="f.mp4",BYTERANGE="{len(opening)}@0"', *lines, "#EXT-X-ENDLIST")
    )
    shelf = Shelf(content)
    board = _Board(
        b"<video src=/f.m3u8></video>",
        {"/f.m3u8": _saying(text.encode(), "audio/mpegurl"), "/f.mp4": shelf},
    )
    (found,) = _check(board, MyVideo(1, mine)).found
    (passage,) = found.passages
    assert abs(passage.mine_from - passage.copy_from) < 3
    assert passage.copy_to > 30


def test_a_site_that_hangs_in_the_middle_of_a_video_is_left_in_time(
    film: bytes, mine: VideoFingerprint
) -> None:
    shelf = Shelf(film)

    def answer(caller: Caller) -> None:
        if shelf.parts:
            caller.hang()
        else:
            shelf(caller)

    told = _check(_Board(b"<video src=/a.mp4></video>", {"/a.mp4": answer}), MyVideo(1, mine), timeout=1)
    assert (told.found, told.missed) == ([], [("a.mp4", NotLooked.TIMED_OUT)])


def test_a_site_that_gives_other_parts_than_asked_for_is_told(film: bytes, mine: VideoFingerprint) -> None:
    shelf = Shelf(film)

    def answer(caller: Caller) -> None:
        caller.say(shelf.part(4096, 4096 + 99) if shelf.parts else shelf.answer(caller))

    told = _check(_Board(b"<video src=/a.mp4></video>", {"/a.mp4": answer}), MyVideo(1, mine))
    assert (told.found, told.missed) == ([], [("a.mp4", NotLooked.BROKEN)])


def test_a_video_that_is_exchanged_while_it_is_read_is_never_mixed(
    film: bytes, mine: VideoFingerprint
) -> None:
    old, new = Shelf(film), Shelf(bytes(len(film)), etag='"two"')
    told = _check(
        _Board(b"<video src=/a.mp4></video>", {"/a.mp4": lambda caller: (new if old.parts else old)(caller)}),
        MyVideo(1, mine),
    )
    assert (told.found, told.missed) == ([], [("a.mp4", NotLooked.BROKEN)])


def test_a_site_that_gives_no_parts_is_asked_once(film: bytes, mine: VideoFingerprint) -> None:
    told = _check(
        _Board(b"<video src=/a.mp4></video>", {"/a.mp4": _saying(film, "video/mp4")}), MyVideo(1, mine)
    )
    assert len(told.found) == 1
    assert told.paths == ["/page", "/a.mp4"]
