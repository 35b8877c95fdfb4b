"""A video in pieces is looked at by a few of them first; what is locked, missing or too much is told."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rescind.fingerprint import Source, VideoFingerprint
from rescind.net import Reason
from rescind.person.check import MyVideo, check
from rescind.person.places import parse
from rescind.person.sighting import Event, Looked, NotLooked, NotLookedAt, Sighting
from rescind.person.watch.site_file import Bounds
from tests.fakes import films, likeness
from tests.fakes.fetch import FakeFetch, Told
from tests.fakes.films import film
from tests.person.watch.test_videos import HERE, NOON

LIST = f"{HERE}v/all.m3u8"


def _pieces(count: int, number: int = 9, *, seconds: int = 6, more: str = "") -> dict[str, Told]:
    """Return a playlist of so many pieces, each a video of `number` with one key frame, and the pieces."""
    lines = "".join(f"#EXTINF:{seconds},\n{place}.ts\n" for place in range(count))
    listed = f"#EXTM3U\n{more}{lines}#EXT-X-ENDLIST\n".encode()
    piece = film(number, seconds=seconds, keys=seconds)
    return {"v/all.m3u8": listed, **{f"v/{place}.ts": piece for place in range(count)}}


def _check(told: dict[str, Told], *, bounds: Bounds | None = None) -> tuple[list[Event], FakeFetch]:
    fetch = FakeFetch({one if "://" in one else f"{HERE}{one}": what for one, what in told.items()})
    events = check(
        [MyVideo(3, films.fingerprint(3))],
        parse([LIST]),
        fetch=fetch,
        clock=lambda: NOON,
        of_image=likeness.of_image,
        of_video=films.OfVideo(),
        reel=films.Reel,
        bounds=bounds or Bounds(),
    )
    return list(events), fetch


def _missed(events: list[Event]) -> list[NotLooked]:
    return [event.kind for event in events if isinstance(event, NotLookedAt)]


def _found(events: list[Event]) -> list[Sighting]:
    return [event for event in events if isinstance(event, Sighting)]


def _asked(fetch: FakeFetch) -> list[int]:
    return [int(one.rpartition("/")[2][:-3]) for one in fetch.asked if one.endswith(".ts")]


def test_pieces_from_all_over_are_looked_at_and_no_more_when_they_tell() -> None:
    events, fetch = _check(_pieces(20, 9))
    assert _asked(fetch) == [0, 2, 3, 5, 7, 9, 10, 12, 14, 16, 17, 19]
    assert (_found(events), _missed(events)) == ([], [])
    assert any(isinstance(event, Looked) and event.videos == 1 for event in events)


def test_where_in_the_whole_a_copy_lies_is_told() -> None:
    pieces = _pieces(20, 9) | {f"v/{place}.ts": film(3, seconds=6, keys=6) for place in range(7, 13)}
    events, _ = _check(pieces)
    (found,) = _found(events)
    assert (found.file, found.picture) == (LIST, 3)
    assert (found.passages[0].copy_from, found.passages[0].copy_to) == (42, 72)


def test_few_agreeing_pieces_are_followed_by_a_closer_look() -> None:
    pieces = _pieces(20, 9) | {f"v/{place}.ts": film(3, seconds=6, keys=6) for place in (9, 10)}
    events, fetch = _check(pieces)
    assert len(set(_asked(fetch))) == 20
    assert _found(events)[0].passages[0].moments > 4


def test_no_piece_is_fetched_twice() -> None:
    _, fetch = _check(_pieces(20, 9) | {"v/9.ts": film(3, seconds=6, keys=6)})
    assert len(fetch.asked) == len(set(fetch.asked))


def test_a_long_stream_is_left_at_its_bounds_and_that_is_told() -> None:
    events, fetch = _check(_pieces(300, 9), bounds=Bounds(most_requests=30))
    assert len(fetch.asked) <= 30
    assert _missed(events) == [NotLooked.VIDEO]
    large = {f"v/{place}.ts": film(9, seconds=6, keys=6, size=2000) for place in range(300)}
    events, fetch = _check(_pieces(300, 9) | large, bounds=Bounds(most_bytes=10_000))
    assert len(_asked(fetch)) == 5
    assert _missed(events) == [NotLooked.VIDEO]


def _list(count: int) -> bytes:
    listed = _pieces(count)["v/all.m3u8"]
    assert isinstance(listed, bytes)
    return listed


def test_pieces_that_are_missing_or_broken_are_gaps_and_the_rest_is_looked_at() -> None:
    pieces = _pieces(20, 3) | {"v/0.ts": Reason.NOT_FOUND, "v/2.ts": films.broken()}
    events, _ = _check(pieces)
    assert _found(events)[0].passages[0].copy_from == 18
    everywhere: dict[str, Told] = {"v/all.m3u8": _list(5)} | dict.fromkeys(
        [f"v/{place}.ts" for place in range(5)], Reason.REFUSED_BY_SITE
    )
    assert _missed(_check(everywhere)[0]) == [NotLooked.REFUSED]


def test_locked_streams_are_told_and_no_piece_of_them_is_called() -> None:
    locked = _pieces(20, 3, more='#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://x"\n')
    events, fetch = _check(locked)
    assert (fetch.asked, _missed(events)) == ([LIST], [NotLooked.VIDEO])
    partly = _list(20).replace(b"#EXTINF:6,\n15.ts", b'#EXT-X-KEY:METHOD=AES-128,URI="k"\n#EXTINF:6,\n15.ts')
    events, fetch = _check(_pieces(20, 9) | {"v/all.m3u8": partly})
    assert max(_asked(fetch)) < 15
    assert _missed(events) == [NotLooked.VIDEO]


def test_of_several_sizes_the_cheapest_is_looked_at_and_sound_alone_is_told() -> None:
    master = b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9\nhigh.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=5\nlow.m3u8\n"
    events, fetch = _check(_pieces(12, 3) | {"v/all.m3u8": master, "v/low.m3u8": _list(12)})
    assert fetch.asked[:2] == [LIST, f"{HERE}v/low.m3u8"]
    assert [one.file for one in _found(events)] == [LIST]
    sound = b'#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9,CODECS="mp4a.40.2"\nsound.m3u8\n'
    events, fetch = _check({"v/all.m3u8": sound})
    assert (fetch.asked, _missed(events)) == ([LIST], [NotLooked.VIDEO])


def test_playlists_do_not_lead_in_circles() -> None:
    master = b"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9\nall.m3u8\n"
    events, fetch = _check({"v/all.m3u8": master})
    assert (fetch.asked, _missed(events)) == ([LIST, LIST], [NotLooked.VIDEO])


def test_a_broadcast_that_goes_on_is_told() -> None:
    live = _list(20).replace(b"#EXT-X-ENDLIST\n", b"")
    events, _ = _check(_pieces(20, 9) | {"v/all.m3u8": live})
    assert _missed(events) == [NotLooked.VIDEO]


@pytest.mark.parametrize("seconds", [6, 60])
def test_a_piece_s_own_clock_does_not_matter(seconds: int) -> None:
    watch = films.OfVideo()

    def later(video: Path | bytes | Source, **wanted: Any) -> VideoFingerprint:
        seen = watch(video, **wanted)
        frames = tuple(replace(one, at=one.at + 36_000, until=one.until + 36_000) for one in seen.frames)
        return replace(seen, frames=frames)

    mine = MyVideo(3, films.fingerprint(3))
    fetch = FakeFetch({f"{HERE}{one}": what for one, what in _pieces(12, 3, seconds=seconds).items()})
    events = check([mine], parse([LIST]), fetch=fetch, clock=lambda: NOON, of_video=later, reel=films.Reel)
    (found,) = _found(list(events))
    assert (found.passages[0].copy_from, found.passages[0].copy_to) == (0, 11 * seconds)
