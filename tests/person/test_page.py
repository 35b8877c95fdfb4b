"""Every way a page can name a picture is seen; nothing is guessed, nothing goes missing unsaid."""

import base64
import time

import pytest

from rescind.person.watch import MOST_PICTURES, FoundAs, NotReadable, pictures_on

PAGE = "https://board.example/thread/7"
DOT = base64.b64encode(b"GIF89a a dot").decode()


def _found(html: str, *, address: str = PAGE) -> list[tuple[str, FoundAs]]:
    return [(one.address, one.found_as) for one in pictures_on(html.encode(), address=address).pictures]


def _addresses(html: str) -> list[str]:
    return [address.removeprefix("https://board.example/") for address, _ in _found(html)]


@pytest.mark.parametrize(
    ("html", "addresses", "found_as"),
    [
        ("<img src=/a.jpg>", ["a.jpg"], FoundAs.SHOWN),
        ("<object data=/a.jpg></object>", ["a.jpg"], FoundAs.LINKED),
        ("<object data='/a?x=1' type='Image/JPEG; q=1'></object>", ["a?x=1"], FoundAs.LINKED),
        ("<embed src=/a type=image/png>", ["a"], FoundAs.LINKED),
        ("<a href=/download/7 type=image/jpeg>x</a>", ["download/7"], FoundAs.LINKED),
        ("<IMG SRC='/a b.jpg'>", ["a%20b.jpg"], FoundAs.SHOWN),
        ("<img src=a.jpg>", ["thread/a.jpg"], FoundAs.SHOWN),
        ("<img src='/a?x=1&amp;y=2#z'>", ["a?x=1&y=2"], FoundAs.SHOWN),
        ("<img src=/picture.php?id=4>", ["picture.php?id=4"], FoundAs.SHOWN),
        ("<img srcset='/s.jpg 320w, /l.jpg 1280w, /m.jpg 640w'>", ["l.jpg", "m.jpg", "s.jpg"], FoundAs.SIZES),
        ("<img srcset='/1.jpg, /2.jpg 2x,/15.jpg 1.5x'>", ["2.jpg", "15.jpg", "1.jpg"], FoundAs.SIZES),
        ("<picture><source srcset='/a.avif 2x'></picture>", ["a.avif"], FoundAs.SIZES),
        ("<img data-src=/a>", ["a"], FoundAs.LATER),
        ("<img data-srcset='/a 1x, /b 2x'>", ["b", "a"], FoundAs.LATER),
        ("<img data-original=/a.php>", ["a.php"], FoundAs.LATER),
        ("<img data-lazy-src=/a>", ["a"], FoundAs.LATER),
        ("<img data-anything=/a.webp>", ["a.webp"], FoundAs.LATER),
        ("<div data-background='/a.jpg'></div>", ["a.jpg"], FoundAs.LATER),
        ("<video poster=/a></video>", ["a"], FoundAs.POSTER),
        ("<input type=IMAGE src=/a>", ["a"], FoundAs.BUTTON),
        ("<link rel=image_src href=/a>", ["a"], FoundAs.ANNOUNCED),
        ("<link rel=preload as=image href=/a imagesrcset='/b 2x'>", ["b", "a"], FoundAs.ANNOUNCED),
        ("<meta property=og:image content=/a>", ["a"], FoundAs.ANNOUNCED),
        ("<meta property='og:image:secure_url' content=/a>", ["a"], FoundAs.ANNOUNCED),
        ("<meta name=twitter:image content=/a>", ["a"], FoundAs.ANNOUNCED),
        ("<meta itemprop=image content=/a>", ["a"], FoundAs.ANNOUNCED),
        ("<p style='background-image: url(/a.jpg)'>", ["a.jpg"], FoundAs.BACKGROUND),
        ("<p style=\"background: #fff url( '/a.php' ) no-repeat\">", ["a.php"], FoundAs.BACKGROUND),
        ("<style>p{background:url(\"/a.jpg\")} @font-face{src:url(/f.woff2)}</style>", ["a.jpg"], FoundAs.BACKGROUND),
        ("<style>@import url(/x.css); p{background:url('/a.jpg')}</style>", ["a.jpg"], FoundAs.BACKGROUND),
        ("<style>.x{background:url(/a\\20 b.jpg)}</style>", ["a%20b.jpg"], FoundAs.BACKGROUND),
        ("<table background=/a></table>", ["a"], FoundAs.BACKGROUND),
        ("<a href=/a.JPG?size=big><b>see</b></a>", ["a.JPG?size=big"], FoundAs.LINKED),
        ("<object data=/a.png></object>", ["a.png"], FoundAs.LINKED),
        ("<svg><image href=/a></image></svg>", ["a"], FoundAs.DRAWN),
        ("<svg><image xlink:href=/a /></svg>", ["a"], FoundAs.DRAWN),
        ("<noscript><img src=/a></noscript>", ["a"], FoundAs.SHOWN),
        ("<head><noscript><img src=/a></noscript></head>", ["a"], FoundAs.SHOWN),
        ("<template><div><template><img src=/a></template></div></template>", ["a"], FoundAs.SHOWN),
    ],
)  # fmt: skip
def test_each_way_to_name_a_picture_is_seen(html: str, addresses: list[str], found_as: FoundAs) -> None:
    assert _found(html) == [(f"https://board.example/{address}", found_as) for address in addresses]


@pytest.mark.parametrize(
    ("json", "addresses"),
    [
        ('{"thumbnailUrl": "/a"}', ["a"]),
        ('{"@type":"ImageObject","contentUrl":"/a","url":"/b"}', ["a", "b"]),
        ('{"image": ["/a", "/b"]}', ["a", "b"]),
        ('{"image": {"@type": "ImageObject", "url": "/a"}}', ["a"]),
        (
            '{"@graph": [{"@type":"WebPage","url":"/page"}, {"image":[{"url":"/a"}], "author":{"image":"/b","url":"/me"}}]}',
            ["a", "b"],
        ),
        ('[{"@type":"VideoObject","thumbnailUrl":["/a"],"contentUrl":"/v.mp4"}]', ["a"]),
        ('{"image": 5, "thumbnailUrl": null}', []),
        ('{"image": "/a"', []),
        ("[" * 20_000, []),
        ("", []),
    ],
)
def test_what_json_ld_describes_is_seen_and_what_is_broken_is_passed_over(
    json: str, addresses: list[str]
) -> None:
    html = f'<script type="application/ld+json">{json}</script><img src=/last>'
    assert _addresses(html) == [*addresses, "last"]


def test_what_is_no_picture_is_not_named() -> None:
    html = """<a href=/next>x</a> <a href=/clip.mp4>x</a> <img src='javascript:x()'> <img src=''> <img>
    <img src=about:blank>
    <img src=blob:https://board.example/1> <link rel=stylesheet href=/a.css>
    <script src=/a.js></script>
    <img src='data:text/plain,x'>"""
    assert _found(html) == []


def test_a_picture_named_in_many_ways_is_named_once() -> None:
    html = "<meta property=og:image content=https://board.example/a.jpg><img src=/a.jpg><img src=../a.jpg#x><a href=/a.jpg>"
    assert _found(html) == [("https://board.example/a.jpg", FoundAs.ANNOUNCED)]


def test_relative_addresses_are_seen_from_the_base_the_page_names() -> None:
    assert _addresses("<base href=/deep/><img src=a.jpg>") == ["deep/a.jpg"]
    assert _found("<base href=//cdn.example/x/><img src=a.jpg>")[0][0] == "https://cdn.example/x/a.jpg"
    assert _addresses("<base href='http://['><img src=a.jpg>") == ["thread/a.jpg"]


def test_a_picture_written_into_the_page_comes_with_its_content() -> None:
    html = (
        f"<img src='data:image/gif;base64,{DOT}'><p style=\"background:url('data:image/svg+xml,%3Csvg%3E')\">"
    )
    gif, drawing = pictures_on(html.encode(), address=PAGE).pictures
    assert (gif.content, drawing.content) == (b"GIF89a a dot", b"<svg>")
    assert gif.address.startswith(f"{PAGE}#inside-")
    assert gif.address != drawing.address


@pytest.mark.parametrize("told", ["data:image/gif;base64,!!!", "data:image/gif;base64,", "data:image/gif"])
def test_a_broken_picture_in_the_page_is_not_passed_over(told: str) -> None:
    (picture,) = pictures_on(f"<img src='{told}'>".encode(), address=PAGE).pictures
    assert picture.content == b""


def test_an_address_that_cannot_be_opened_is_kept_as_written() -> None:
    assert [address for address, _ in _found("<img src='ftp://old.example/a.jpg'>")] == [
        "ftp://old.example/a.jpg"
    ]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<title>Füße</title>".encode(), ""),
        ("<title>Füße</title>".encode("cp1252"), ""),
        ("<title>Füße</title>".encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ("<meta charset=utf-8><title>Füße</title>".encode(), 'text/html; charset="no-such"'),
        (
            '<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>Füße</title>'.encode(
                "cp1252"
            ),
            "",
        ),
        ("<title>Füße</title>".encode("utf-16"), ""),
        ("\ufeff<title>Füße</title>".encode(), "text/html; charset=iso-8859-1"),
        ("<meta charset=utf-16><title>Füße</title>".encode(), ""),
        ("<meta charset=unicode_escape><title>Füße</title>".encode(), ""),
    ],
)
def test_the_title_is_read_in_the_pages_own_character_set(body: bytes, content_type: str) -> None:
    assert pictures_on(body, address=PAGE, content_type=content_type).title == "Füße"


def test_a_title_is_one_line() -> None:
    assert (
        pictures_on(b"<title>\n A \n\t thread </title><svg><title>no</title></svg>", address=PAGE).title
        == "A thread"
    )


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<img",
        "<img src=/a.jpg",
        "\0\0",
        "<p><img src=/a.jpg <b></table></p></div>",
        "<!--",
        "<svg><![CDATA[",
    ],
)
def test_broken_html_is_read_as_far_as_it_goes(html: str) -> None:
    assert pictures_on(html.encode(), address=PAGE).left_out == 0


def test_a_picture_in_torn_html_is_still_seen() -> None:
    assert _addresses("<table><tr><img src=/a.jpg></div></table></b><img src=/b.jpg") == ["a.jpg"]
    assert _addresses("<b><i><img src=/a.jpg></b></i><img/src=/b.jpg>") == ["a.jpg", "b.jpg"]


def test_what_is_beyond_the_most_is_counted() -> None:
    found = pictures_on("".join(f"<img src=/{n}>" for n in range(MOST_PICTURES + 7)).encode(), address=PAGE)
    assert len(found.pictures) == MOST_PICTURES
    assert found.left_out == 7


def test_a_picture_written_into_an_object_comes_with_its_content() -> None:
    html = f"<object data='data:image/gif;base64,{DOT}'></object>".encode()
    assert [one.content for one in pictures_on(html, address=PAGE).pictures] == [b"GIF89a a dot"]


def test_a_name_of_half_characters_becomes_one_that_can_be_written_down() -> None:
    html = '<script type=application/ld+json>{"image":"/\\ud800.jpg"}</script>'
    assert _addresses(html) == ["%EF%BF%BD.jpg"]


def test_an_address_too_long_to_be_opened_is_named_to_be_told() -> None:
    long = "/" + "a" * 9_000 + ".jpg"
    assert [address for address, _ in _found(f"<img src={long}>")] == [long]


def test_a_page_nested_without_end_is_refused_at_once() -> None:
    before = time.monotonic()
    with pytest.raises(NotReadable):
        pictures_on(b"<div>" * 500_000 + b"<img src=/a.jpg>", address=PAGE)
    assert time.monotonic() - before < 2


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 15_000 + "<img src=/a.jpg>",
        "<p>" * 300_000,
        "<style>" + "url(" * 500_000 + "</style>",
        "<style>" + 'url("' * 500_000 + "</style>",
        "<img srcset='" + "a, " * 300_000 + "'>",
        "<script type=application/ld+json>" + '{"image":[' * 100_000 + "</script>",
        "<meta " * 300_000,
        "<a href=x class='" + "next-" * 200_000 + "'>",
        "<template>" * 15_000,
        "<img src='data:image/gif;base64," + "A" * 2_000_000 + "'>",
    ],
    ids=["deep", "unclosed", "url(", "url quoted", "sizes", "json", "meta", "class", "templates", "inside"],
)
def test_no_page_takes_long(html: str) -> None:
    before = time.monotonic()
    pictures_on(html.encode(), address=PAGE)
    assert time.monotonic() - before < 5


@pytest.mark.parametrize(
    ("html", "following"),
    [
        ("<link rel=next href=?page=2>", ["?page=2"]),
        ("<a rel='nofollow next' href=/thread/7/p2>2</a>", ["/p2"]),
        ("<a class='pager__next' href=?offset=20>…</a>", ["?offset=20"]),
        ("<a aria-label='Next page' href=?s=20><svg></svg></a>", ["?s=20"]),
        ("<a href=?s=20>Next ›</a>", ["?s=20"]),
        ("<a href=?s=20>»</a>", ["?s=20"]),
        ("<a href=?page=2>2</a><a href=?page=3>3</a>", ["?page=2"]),
        ("<a href=?s=9>Next</a><link rel=next href=?s=8>", ["?s=8", "?s=9"]),
        ("<a href=?page=3>3</a>", []),
        ("<a href=https://other.example/2 rel=next>2</a>", []),
        ("<a href='' rel=next>2</a>", []),
        ("<a href='javascript:next()' rel=next>2</a>", []),
        ("<a href=/x>what comes next in this long story of ours</a>", []),
        ("<a href=/x class=nextdoor>x</a>", []),
    ],
)
def test_the_next_page_is_the_one_the_page_links_to(html: str, following: list[str]) -> None:
    assert list(pictures_on(html.encode(), address=PAGE).next_pages) == [PAGE + end for end in following]


def test_the_next_page_of_a_numbered_one_is_one_higher() -> None:
    html = b"<a href=?page=2&t=7>2</a><a href=?t=7&page=4>4</a><a href=?t=7&page=5>5</a>"
    assert pictures_on(html, address="https://board.example/x?page=3&t=7").next_pages == (
        "https://board.example/x?t=7&page=4",
    )
    numbered = pictures_on(
        b"<a href=/tag/page/4/>4</a><a href=/tag/page/3/>3</a>", address="https://board.example/tag/page/3/"
    )
    assert numbered.next_pages == ("https://board.example/tag/page/4/",)
