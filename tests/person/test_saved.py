"""Pages a browser saved are looked at as they lie: nothing is fetched, and nothing outside their own folder
is read.
"""

import base64
import json
from datetime import UTC, datetime
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from pathlib import Path
from typing import Any

import pytest

from rescind.person.check import Mine, check
from rescind.person.places import parse
from rescind.person.sighting import Event, Looked, NotLooked, NotLookedAt, Sighting
from tests.fakes.fetch import FakeFetch
from tests.fakes.likeness import copy, fingerprint, of_image, other

PAGE = "https://board.example/thread/7"


def _check(place: Path) -> list[Event]:
    mine = [Mine(1, fingerprint(1))]
    now = datetime(2026, 6, 5, tzinfo=UTC)
    return list(check(mine, parse([str(place)]), fetch=FakeFetch({}), clock=lambda: now, of_image=of_image))


def _seen(events: list[Event]) -> list[tuple[str, str]]:
    return [(one.page, one.file) for one in events if isinstance(one, Sighting)]


def _missed(events: list[Event]) -> list[tuple[NotLooked, int]]:
    return [(one.kind, one.count) for one in events if isinstance(one, NotLookedAt)]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    folder = tmp_path / "saved" / "Thread 7_files"
    folder.mkdir(parents=True)
    (folder / "a.gif").write_bytes(copy(1))
    (folder / "b c.gif").write_bytes(other())
    return tmp_path / "saved" / "Thread 7.html"


def test_a_page_saved_with_its_folder_is_looked_at(saved: Path) -> None:
    saved.write_text(
        f"<!-- saved from url=(0030){PAGE} --><title>Seven</title>"
        "<img src='./Thread 7_files/a.gif'><img src='Thread%207_files/b%20c.gif?v=1'>"
    )
    events = _check(saved)
    assert [(page, Path(file).name) for page, file in _seen(events)] == [(PAGE, "a.gif")]
    assert _missed(events) == []
    (looked,) = (one for one in events if isinstance(one, Looked))
    assert (looked.pictures, looked.title, looked.page) == (2, "Seven", PAGE)


def test_a_page_that_does_not_say_where_it_came_from_is_told_by_the_word_named(saved: Path) -> None:
    saved.write_text("<img src='Thread 7_files/a.gif'>")
    assert [page for page, _ in _seen(_check(saved))] == [str(saved)]


def test_one_size_saved_is_enough_and_what_is_absent_is_told(saved: Path) -> None:
    saved.write_text(
        "<meta property=og:image content=https://cdn.example/og.gif><img src=https://cdn.example/gone.gif>"
        "<picture><source srcset='https://cdn.example/l.avif 2x'>"
        "<img src='Thread 7_files/a.gif' srcset='https://cdn.example/s.gif 1x'></picture>"
    )
    events = _check(saved)
    assert len(_seen(events)) == 1
    assert _missed(events) == [(NotLooked.NOT_SAVED, 2)]


@pytest.mark.parametrize(
    "named",
    [
        "../secret/a.gif",
        "..%2Fsecret%2Fa.gif",
        "Thread 7_files/../../secret/a.gif",
        "Thread 7_files/..%2f..%2fsecret/a.gif",
        "Thread 7_files/link/a.gif",
        "{root}/secret/a.gif",
        "file://{root}/secret/a.gif",
        "//localhost{root}/secret/a.gif",
        "beside.gif",
        "Thread 7_files\\..\\..\\secret\\a.gif",
        "Thread 7_files/a.gif%00.gif",
    ],
)
def test_no_file_outside_the_pages_own_folders_is_read(saved: Path, tmp_path: Path, named: str) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.gif").write_bytes(copy(1))
    (saved.parent / "beside.gif").write_bytes(copy(1))
    (saved.parent / "Thread 7_files" / "link").symlink_to(tmp_path / "secret")
    saved.write_text(f"<img src='{named.format(root=tmp_path)}'>")
    events = _check(saved)
    assert _seen(events) == []
    assert _missed(events) == [(NotLooked.NOT_SAVED, 1)]


def test_a_folder_of_saved_pages_tells_each_picture_once(saved: Path) -> None:
    saved.write_text(f"<!-- saved from url=(0030){PAGE} --><img src='Thread 7_files/a.gif'>")
    (saved.parent / "loose.gif").write_bytes(copy(1))
    events = _check(saved.parent)
    assert [(page, Path(file).name) for page, file in _seen(events)] == [
        (PAGE, "a.gif"),
        (str(saved.parent), "loose.gif"),
    ]


def _part(content: bytes, kind: str, where: str) -> MIMENonMultipart:
    part = MIMENonMultipart(*kind.split("/"))
    part["Content-Location"] = where
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(base64.encodebytes(content).decode())
    return part


def _archive(*parts: MIMENonMultipart) -> bytes:
    whole = MIMEMultipart("related")
    for part in parts:
        whole.attach(part)
    return whole.as_bytes()


def test_a_page_saved_as_mhtml_is_looked_at(tmp_path: Path) -> None:
    html = b"<title>Seven</title><img src=/a.gif><img src=https://cdn.example/b.gif><img src=/absent.gif>"
    (tmp_path / "seven.mhtml").write_bytes(
        _archive(
            _part(html, "text/html", PAGE),
            _part(other(), "image/gif", "https://board.example/a.gif"),
            _part(copy(1), "image/gif", "https://cdn.example/b.gif"),
            _part(copy(1, 3), "image/gif", "https://cdn.example/named-by-a-style-sheet.gif"),
        )
    )
    events = _check(tmp_path / "seven.mhtml")
    assert _seen(events) == [
        (PAGE, "https://cdn.example/b.gif"),
        (PAGE, "https://cdn.example/named-by-a-style-sheet.gif"),
    ]
    assert _missed(events) == [(NotLooked.NOT_SAVED, 1)]


def _entry(
    url: str, kind: str, text: str | None, page: str = "page_1", encoding: str = "base64"
) -> dict[str, Any]:
    content = {"mimeType": kind, "size": 1} | ({} if text is None else {"text": text, "encoding": encoding})
    return {"pageref": page, "request": {"url": url}, "response": {"status": 200, "content": content}}


def _packed(content: bytes) -> str:
    return base64.b64encode(content).decode()


def test_a_recording_is_looked_at_page_by_page(tmp_path: Path) -> None:
    entries = [
        _entry(PAGE, "text/html; charset=utf-8", "<title>Seven</title><img src=/a.gif>", encoding=""),
        _entry("https://board.example/a.gif#x", "image/gif", _packed(copy(1))),
        _entry("https://board.example/b.gif", "image/gif", None),
        _entry("https://board.example/c.css", "text/css", "x", encoding=""),
        _entry("https://board.example/t/8", "text/html", None, "page_2"),
        _entry("https://board.example/loaded-by-script", "image/gif", _packed(copy(1, 2)), "page_2"),
    ]
    log = {"log": {"version": "1.2", "pages": [{"id": "page_2", "title": "Eight"}], "entries": entries}}
    (tmp_path / "seen.har").write_text(json.dumps(log))
    events = _check(tmp_path / "seen.har")
    assert _seen(events) == [
        (PAGE, "https://board.example/a.gif"),
        ("https://board.example/t/8", "https://board.example/loaded-by-script"),
    ]
    assert [one.title for one in events if isinstance(one, Looked)] == ["Seven", "Eight"]
    assert _missed(events) == [(NotLooked.NOT_SAVED, 1)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.har", b"{}"),
        ("a.har", b'{"log": []}'),
        ("a.har", b"[" * 100_000),
        ("a.har", b"\xff\xfe"),
        ("a.mhtml", b""),
        ("a.mhtml", b"\0" * 100),
        ("a.mht", EmailMessage().as_bytes()),
        ("a.html", b"<!doctype html>" + b"<div>" * 30_000),
    ],
)
def test_a_saved_page_that_cannot_be_read_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert _missed(_check(tmp_path / name)) == [(NotLooked.UNREADABLE, 1)]


@pytest.mark.parametrize(
    "log",
    [
        {"entries": []},
        {"entries": "x"},
        {
            "entries": [
                5,
                None,
                {},
                {"request": 5},
                {"request": {"url": 5}},
                {"request": {"url": "file:///x"}},
            ]
        },
        {"pages": {}, "entries": [_entry(PAGE, "image/gif", "not base64!")]},
    ],
)
def test_an_odd_recording_is_never_called_nothing_found(tmp_path: Path, log: dict[str, Any]) -> None:
    (tmp_path / "odd.har").write_text(json.dumps({"log": log}))
    assert _missed(_check(tmp_path / "odd.har")) != []


def test_a_saved_page_that_went_away_is_told(saved: Path) -> None:
    saved.write_text("<img src='Thread 7_files/a.gif'>")
    places = parse([str(saved)])
    saved.unlink()
    now = datetime(2026, 6, 5, tzinfo=UTC)
    events = list(
        check([Mine(1, fingerprint(1))], places, fetch=FakeFetch({}), clock=lambda: now, of_image=of_image)
    )
    assert _missed(events) == [(NotLooked.UNREADABLE, 1)]
