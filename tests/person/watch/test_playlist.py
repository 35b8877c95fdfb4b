"""A playlist is read as players read it, or refused: nothing in it leads astray, and nothing takes for ever."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.net import Span
from rescind.person.watch import NotReadable
from rescind.person.watch.playlist import (
    MOST_BYTES,
    MOST_PIECES,
    At,
    Piece,
    Playlist,
    Variant,
    read_playlist,
    smallest_sensible,
)

HERE = "https://board.example/video/7/index.m3u8"
SEED = 20_261_126


def _read(*lines: str) -> Playlist:
    return read_playlist("\n".join(("#EXTM3U", *lines)).encode(), address=HERE)


def test_pieces_are_read_with_their_times_and_addresses() -> None:
    playlist = _read(
        "#EXT-X-VERSION:3",
        "#EXT-X-TARGETDURATION:6",
        "",
        "# a note",
        "#EXTINF:6.006,",
        "a.ts",
        "#EXTINF:5,a title, with commas",
        "../8/b.ts?x=1#y",
        "#EXTINF:4.5",
        "https://cdn.example/c.ts",
        "#EXT-X-ENDLIST",
    )
    assert playlist.pieces == (
        Piece(At("https://board.example/video/7/a.ts"), 0.0, 6.006),
        Piece(At("https://board.example/video/8/b.ts?x=1"), 6.006, 5.0),
        Piece(At("https://cdn.example/c.ts"), 11.006, 4.5),
    )
    assert (playlist.ended, playlist.variants, playlist.locked) == (True, (), 0)
    assert playlist.seconds == pytest.approx(15.506)


def test_pieces_of_one_file_follow_each_other_unless_it_is_said_where_they_start() -> None:
    playlist = _read(
        '#EXT-X-MAP:URI="init.mp4",BYTERANGE="700@0"',
        "#EXTINF:4,",
        "#EXT-X-BYTERANGE:1000@700",
        "a.mp4",
        "#EXTINF:4,",
        "#EXT-X-BYTERANGE:500",
        "a.mp4",
        "#EXTINF:4,",
        "#EXT-X-BYTERANGE:10@5",
        "b.mp4",
        "#EXTINF:4,",
        "#EXT-X-BYTERANGE:20",
        "a.mp4",
    )
    opening = At("https://board.example/video/7/init.mp4", Span(0, 699))
    assert [piece.at.span for piece in playlist.pieces] == [
        Span(700, 1699),
        Span(1700, 2199),
        Span(5, 14),
        Span(2200, 2219),
    ]
    assert {piece.opening for piece in playlist.pieces} == {opening}
    assert not playlist.ended


def test_what_is_encrypted_is_counted_and_never_taken_for_a_piece() -> None:
    playlist = _read(
        "#EXTINF:4,",
        "a.ts",
        '#EXT-X-KEY:METHOD=AES-128,URI="key"',
        "#EXTINF:4,",
        "b.ts",
        "#EXT-X-KEY:METHOD=NONE",
        "#EXTINF:4,",
        "c.ts",
        '#EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://x",KEYFORMAT="com.apple.streamingkeydelivery"',
        "#EXTINF:4,",
        "d.ts",
        "#EXT-X-KEY:",
        "#EXTINF:4,",
        "e.ts",
    )
    assert [piece.at.address[-4:] for piece in playlist.pieces] == ["a.ts"[-4:], "c.ts"[-4:]]
    assert [piece.starts for piece in playlist.pieces] == [0, 8]
    assert playlist.locked == 3


def test_a_piece_that_is_not_there_leaves_its_gap_in_time() -> None:
    playlist = _read("#EXTINF:4,", "#EXT-X-GAP", "a.ts", "#EXTINF:4,", "b.ts")
    assert [(piece.at.address[-4:], piece.starts) for piece in playlist.pieces] == [("b.ts", 4)]


def test_variants_are_read_and_the_cheapest_that_shows_something_is_taken() -> None:
    playlist = _read(
        '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="sound.m3u8"',
        '#EXT-X-STREAM-INF:BANDWIDTH=2000000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720',
        "high.m3u8",
        '#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2"',
        "sound.m3u8",
        "#EXT-X-STREAM-INF:BANDWIDTH=150000,RESOLUTION=256x144",
        "tiny.m3u8",
        "#EXT-X-STREAM-INF:BANDWIDTH=500000,RESOLUTION=640x360",
        "low.m3u8",
        '#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=9000,URI="keys.m3u8"',
    )
    assert playlist.variants == (
        Variant("https://board.example/video/7/high.m3u8", 2_000_000, 720),
        Variant("https://board.example/video/7/sound.m3u8", 64_000, 0, sound_only=True),
        Variant("https://board.example/video/7/tiny.m3u8", 150_000, 144),
        Variant("https://board.example/video/7/low.m3u8", 500_000, 360),
    )
    assert smallest_sensible(playlist.variants) == playlist.variants[3]


def test_a_variant_is_taken_even_when_all_are_tiny_or_nothing_is_said_and_none_of_sound_alone() -> None:
    tiny, tinier = Variant("a", 9, 144), Variant("b", 5, 96)
    assert smallest_sensible((tinier, tiny)) == tiny
    assert smallest_sensible((Variant("a", 0, 0), Variant("b", 7, 0))) == Variant("a", 0, 0)
    assert smallest_sensible((Variant("a", 5, 0, sound_only=True),)) is None


def test_a_portrait_variant_is_measured_by_its_short_side() -> None:
    playlist = _read(
        "#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=144x256", "a", "#EXT-X-STREAM-INF:BANDWIDTH=1", "b"
    )
    assert [one.height for one in playlist.variants] == [144, 0]


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("#EXT-X-ENDLIST",),
        ("a.ts",),
        ("#EXTINF:,", "a.ts"),
        ("#EXTINF:-1,", "a.ts"),
        ("#EXTINF:nan,", "a.ts"),
        ("#EXTINF:99999,", "a.ts"),
        ("#EXTINF:1e5,", "a.ts"),
        ("#EXTINF:4,", "a.ts", "b.ts"),
        ("#EXTINF:4,", "#EXT-X-BYTERANGE:x", "a.ts"),
        ("#EXTINF:4,", "#EXT-X-BYTERANGE:0@0", "a.ts"),
        ("#EXTINF:4,", "#EXT-X-BYTERANGE:9999999999999@0", "a.ts"),
        ("#EXTINF:4,", "#EXT-X-BYTERANGE:5@-1", "a.ts"),
        ("#EXT-X-MAP:BYTERANGE=5", "#EXTINF:4,", "a.ts"),
        ('#EXT-X-DEFINE:NAME="x",VALUE="y"', "#EXTINF:4,", "{$x}.ts"),
        ("#EXTINF:4,", "http://[::1"),
        ("#EXTINF:4,", "a" * 9000),
    ],
)
def test_a_playlist_that_makes_no_sense_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(NotReadable):
        _read(*lines)


@pytest.mark.parametrize(
    "content", [b"", b"#EXTINF:4,\na.ts", b"<html>", b"\0" * 99, b"#EXTM3U" + b" " * MOST_BYTES]
)
def test_what_is_no_playlist_is_refused(content: bytes) -> None:
    with pytest.raises(NotReadable):
        read_playlist(content, address=HERE)


def test_a_playlist_of_any_length_has_an_end() -> None:
    playlist = _read(*("#EXTINF:1,\na",) * (MOST_PIECES + 7))
    assert (len(playlist.pieces), playlist.left_out) == (MOST_PIECES, 7)
    with pytest.raises(NotReadable):
        _read(*("#EXTINF:1,\na",) * 40_000)
    assert len(_read(*("#EXT-X-STREAM-INF:BANDWIDTH=1\na",) * 500).variants) == 100


def test_reading_takes_no_time_however_the_bytes_are_arranged() -> None:
    before = time.process_time()
    for piece in ('A="', "A=", ',A="x', '"', "1x", "A" * 41, "0" * 30, "/../"):
        for tag in ("#EXT-X-STREAM-INF:", "#EXT-X-MAP:", "#EXTINF:", "#EXT-X-BYTERANGE:", ""):
            text = f"#EXTM3U\n{tag}{piece * (500_000 // len(piece))}\n#EXTINF:1,\na"
            try:
                read_playlist(text.encode(), address=HERE)
            except NotReadable:
                continue
    assert time.process_time() - before < 20


_LINES = st.lists(
    st.sampled_from(
        (
            "#EXTINF:4,", "#EXTINF:0.1", "#EXTINF:", "a.ts", "/b.m4s", "//c/d", "", "#EXT-X-BYTERANGE:10",
            "#EXT-X-BYTERANGE:10@4", '#EXT-X-MAP:URI="i"', '#EXT-X-MAP:URI="i",BYTERANGE="4@4"', "#EXT-X-GAP",
            "#EXT-X-KEY:METHOD=AES-128", "#EXT-X-KEY:METHOD=NONE", "#EXT-X-ENDLIST", "#EXT-X-DISCONTINUITY",
            "#EXT-X-STREAM-INF:BANDWIDTH=5,RESOLUTION=9x9", "#EXT-X-STREAM-INF:", "\ud800", "data:x", "javascript:y",
        )
    )
    | st.text(max_size=30),
    max_size=30,
)  # fmt: skip


@settings(deadline=None, derandomize=True, max_examples=300)
@given(_LINES)
def test_any_lines_give_a_playlist_that_makes_sense_or_are_refused(lines: list[str]) -> None:
    try:
        playlist = read_playlist(
            ("#EXTM3U\n" + "\n".join(lines)).encode("utf-8", "surrogatepass"), address=HERE
        )
    except NotReadable:
        return
    starts = [piece.starts for piece in playlist.pieces]
    assert starts == sorted(starts)
    assert all(piece.starts + piece.seconds <= playlist.seconds + 1e-6 for piece in playlist.pieces)
    assert all(
        piece.at.address and (piece.at.span is None or piece.at.span.length > 0) for piece in playlist.pieces
    )
    assert playlist.variants or playlist.pieces or playlist.locked


def test_flipped_bytes_never_do_harm() -> None:
    sound = "\n".join(
        (
            "#EXTM3U", "#EXT-X-VERSION:7", '#EXT-X-MAP:URI="init.mp4",BYTERANGE="700@0"', "#EXTINF:4.004,",
            "#EXT-X-BYTERANGE:1000@700", "a.mp4", '#EXT-X-KEY:METHOD=AES-128,URI="k",IV=0x1', "#EXTINF:4,", "b.mp4",
        )
    ).encode()  # fmt: skip
    dice = random.Random(SEED)
    for _ in range(2000):
        bent = bytearray(sound)
        for _ in range(dice.randrange(1, 6)):
            bent[dice.randrange(len(bent))] = dice.randrange(256)
        try:
            assert isinstance(read_playlist(bytes(bent), address=HERE), Playlist)
        except NotReadable:
            continue
