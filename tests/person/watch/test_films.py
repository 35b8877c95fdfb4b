"""Which videos a page names, in whatever way pages do, and what is no video."""

import time

import pytest

from rescind.person.watch import MOST_VIDEOS, FoundAs, PageFound, pictures_on

PAGE = "https://board.example/thread/7"
HERE = "https://board.example/"


def _found(html: str) -> PageFound:
    return pictures_on(html.encode(), address=PAGE)


def _addresses(html: str) -> list[str]:
    return [one.address.removeprefix(HERE) for one in _found(html).videos]


@pytest.mark.parametrize(
    ("html", "addresses", "found_as"),
    [
        ("<video src=/a></video>", ["a"], FoundAs.SHOWN),
        ("<video data-src=/a></video>", ["a"], FoundAs.LATER),
        ("<video><source src=/a.webm><source src=/b.mp4 type=video/mp4></video>", ["a.webm", "b.mp4"], FoundAs.SHOWN),
        ("<video><source data-src=/a.webm></video>", ["a.webm"], FoundAs.LATER),
        ("<video src=/live.m3u8></video>", ["live.m3u8"], FoundAs.SHOWN),
        ("<div data-video-src=/a.mp4?t=1></div>", ["a.mp4?t=1"], FoundAs.LATER),
        ("<img src=/still.jpg data-preview=/a.webm>", ["a.webm"], FoundAs.LATER),
        ("<img src=/a.mp4>", ["a.mp4"], FoundAs.LINKED),
        ("<meta property=og:video content=/a.mp4>", ["a.mp4"], FoundAs.ANNOUNCED),
        ("<meta property=og:video:secure_url content=/a>", ["a"], FoundAs.ANNOUNCED),
        ("<meta name=twitter:player:stream content=/a.mp4>", ["a.mp4"], FoundAs.ANNOUNCED),
        ("<meta itemprop=contentURL content=/a.mp4>", ["a.mp4"], FoundAs.ANNOUNCED),
        ("<link rel=preload as=video href=/a.mp4>", ["a.mp4"], FoundAs.ANNOUNCED),
        ("<a href=/a.MP4>x</a>", ["a.MP4"], FoundAs.LINKED),
        ("<a href=/a type=video/mp4>x</a>", ["a"], FoundAs.LINKED),
        ("<object data=/a.mov></object>", ["a.mov"], FoundAs.LINKED),
        ("<embed src=/a type='video/webm; codecs=vp9'>", ["a"], FoundAs.LINKED),
        (
            "<script type=application/ld+json>"
            '{"@graph":[{"@type":"VideoObject","contentUrl":"/a","embedUrl":"/player"}]}</script>',
            ["a"],
            FoundAs.DESCRIBED,
        ),
        (
            '<script type=application/ld+json>{"@type":["VideoObject"],"contentURL":["/a.mp4","/b.mp4"]}</script>',
            ["a.mp4", "b.mp4"],
            FoundAs.DESCRIBED,
        ),
        (
            "<script>player({file: 'https:\\/\\/board.example\\/a.m3u8?x=1\\u0026y=2'})</script>",
            ["a.m3u8?x=1&y=2"],
            FoundAs.LATER,
        ),
        ('<script>var s = [{"src":"/a.mp4"},{"src":"/b.webm"}]</script>', ["a.mp4", "b.webm"], FoundAs.LATER),
        ("<script>play(`clips/a.mp4`)</script>", ["thread/clips/a.mp4"], FoundAs.LATER),
    ],
)  # fmt: skip
def test_a_video_is_found_however_the_page_names_it(
    html: str, addresses: list[str], found_as: FoundAs
) -> None:
    assert _addresses(html) == addresses
    assert {one.found_as for one in _found(html).videos} == {found_as}
    assert all(not one.address.endswith(("a.mp4", "a.webm", "/a")) for one in _found(html).pictures)


@pytest.mark.parametrize(
    "html",
    [
        "<audio src=/a.mp3></audio>",
        "<audio><source src=/a></audio>",
        "<picture><source srcset=/a.webp></picture>",
        "<a href=/page>x</a>",
        "<a href=javascript:play('/a.mp4')>x</a>",
        "<video src=blob:https://board.example/1></video>",
        "<script>// see a.mp4 and 'b.txt'</script>",
        "<script type=application/ld+json>{broken .mp4</script>",
        '<script type=application/ld+json>{"@type":"ImageObject","contentUrl":"/a"}</script>',
        "<meta property=og:video:width content=640>",
        "<meta property=og:video:type content=video/mp4>",
    ],
)
def test_what_is_no_video_is_none(html: str) -> None:
    assert _addresses(html) == []


def test_forms_of_one_video_are_a_group_and_different_videos_are_not() -> None:
    html = (
        "<meta property=og:video content=/o.mp4><meta property=og:video:secure_url content=/p.mp4>"
        "<video src=/a.mp4><source src=/b.m3u8></video><video><source src=/c.mp4></video><a href=/d.mp4>x</a>"
    )
    groups = {one.address.removeprefix(HERE): one.group for one in _found(html).videos}
    assert groups["o.mp4"] == groups["p.mp4"]
    assert groups["a.mp4"] == groups["b.m3u8"]
    assert len(set(groups.values())) == 4


@pytest.mark.parametrize(
    ("html", "nameless"),
    [
        ("<video></video>", 1),
        ("<video src=blob:x></video><video poster=/a.jpg></video>", 2),
        ("<video src=/a.mp4></video>", 0),
        ("<video><source src=/a.mp4></video>", 0),
        ("<video></video><script>play('/a.m3u8')</script>", 0),
        ("<video></video><meta property=og:video content=/a.mp4>", 0),
        ("<video></video><a href=/a.mp4>download another</a>", 1),
        ("<video></video><video></video><script>play('/a.m3u8')</script>", 1),
    ],
)
def test_a_player_whose_file_is_named_nowhere_is_counted(html: str, nameless: int) -> None:
    assert _found(html).nameless == nameless


def test_the_same_address_is_one_video_and_more_than_the_most_are_counted() -> None:
    assert _addresses("<video src=/a.mp4></video><a href=/a.mp4#t=5>x</a><a href=./../a.mp4>y</a>") == [
        "a.mp4"
    ]
    found = _found("".join(f"<a href=/{number}.mp4>x</a>" for number in range(MOST_VIDEOS + 5)))
    assert (len(found.videos), found.videos_left_out) == (MOST_VIDEOS, 5)


def test_a_video_written_into_the_page_comes_with_its_content() -> None:
    (video,) = _found("<video src='data:video/mp4;base64,AAAAIGZ0eXBpc29t'></video>").videos
    assert video.content == b"\0\0\0\x20ftypisom"
    assert video.address.startswith(f"{PAGE}#inside-")
    assert _found("<video src='data:text/html,x'></video>").videos == ()


def test_finding_takes_no_time_however_scripts_are_arranged() -> None:
    before = time.process_time()
    for piece in (
        "'/a",
        '"https:\\/\\/',
        "'" * 7,
        "'a.mp4",
        "`\\u0041.mp4`",
        "<video>",
        "<source src=a.mp4>",
    ):
        _found(
            f"<script>.mp4 {piece * (400_000 // len(piece))}</script>" if piece[0] != "<" else piece * 9000
        )
    assert time.process_time() - before < 20
