"""The demo board: its pages name exactly the pictures they should, and a perfect finder's report is right."""

from __future__ import annotations

import re
import socket
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable

import pytest

from demo import pages
from demo.board import Board
from demo.copies import ALTERATIONS, UNRELATED, YOURS, album, truth, your_file
from demo.films import FILMS, STILLS

NAMED = re.compile(r"/(?:pictures|clips)/[\w.]+")


def read(address: str, form: dict[str, str] | None = None) -> tuple[int, bytes]:
    """Status and body of a page; a POST where a form is given."""
    body = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.urlopen(address, body) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


@pytest.mark.parametrize("target", pages.addresses())
def test_a_page_names_its_pictures_and_no_others(target: str, board: Callable[[], Board]) -> None:
    one = board()
    status, html = read(one.address + target)
    assert status == 200
    assert set(NAMED.findall(html.decode())) == set(one.pictures_on(target))


def test_every_alteration_of_all_three_pictures_stands_somewhere() -> None:
    stood = {(one.of, one.how) for one in truth()}
    assert stood == {(of, how) for of in YOURS for how in ("the same file", *ALTERATIONS)}


def test_the_two_hundred_others_stand_somewhere_and_are_all_different(board: Callable[[], Board]) -> None:
    one = board()
    shown = {path for page in pages.addresses() for path in one.pictures_on(page)}
    others = [picture for picture in album().pictures.values() if not picture.of]
    assert len(others) == UNRELATED
    assert {picture.path for picture in others} <= shown
    assert len({picture.content for picture in others}) == UNRELATED


def test_the_same_file_is_yours_byte_for_byte(board: Callable[[], Board]) -> None:
    one = board()
    same = {standing.of: standing.path for standing in truth() if standing.how == "the same file"}
    for of in YOURS:
        assert read(one.address + same[of])[1] == your_file(of).read_bytes()


def test_taking_down_and_putting_back(board: Callable[[], Board]) -> None:
    one = board()
    before = one.truth()
    first = before[0]
    assert read(f"{one.address}/admin/remove", {"path": first.path, "token": one.token})[0] == 200
    assert read(one.address + first.path)[0] == 404
    assert first.path not in read(one.address + first.page)[1].decode()
    assert set(before) - set(one.truth()) == {each for each in before if each.path == first.path}
    one.restore(first.path)
    assert read(one.address + first.path)[0] == 200
    assert one.truth() == before


def test_every_copy_of_the_film_is_among_what_a_perfect_finder_reports(board: Callable[[], Board]) -> None:
    films = {one.path for one in (*FILMS, *STILLS) if one.how}
    assert {one.path for one in board().truth() if one.of == "film"} == films
    assert set(truth()) < set(board().truth())


@pytest.mark.parametrize(
    ("asked", "status", "first", "last"),
    [("bytes=5-9", 206, 5, 9), ("bytes=100-", 206, 100, None), ("bytes=0-99999999", 206, 0, None)],
)
def test_a_piece_of_a_film_can_be_asked_for(
    asked: str, status: int, first: int, last: int | None, board: Callable[[], Board]
) -> None:
    one, film = board(), FILMS[0]
    request = urllib.request.Request(one.address + film.path, headers={"Range": asked})
    with urllib.request.urlopen(request) as answer:
        content = film.content
        end = len(content) - 1 if last is None else last
        assert (answer.status, answer.read()) == (status, content[first : end + 1])
        assert answer.headers["Content-Range"] == f"bytes {first}-{end}/{len(content)}"


def test_nobody_takes_down_anything_without_the_token(board: Callable[[], Board]) -> None:
    one = board()
    path = one.truth()[0].path
    assert read(f"{one.address}/admin/remove", {"path": path, "token": "guess"})[0] == 403
    assert one.gone == frozenset()


@pytest.mark.parametrize(
    ("target", "status"),
    [("/members", 403), ("/nowhere", 404), ("/busy", 429), ("/broken", 500), ("/pictures/missing.jpg", 404)],
)
def test_places_fail_as_they_should(target: str, status: int, board: Callable[[], Board]) -> None:
    assert read(board().address + target)[0] == status


def test_every_request_is_recorded_in_order(board: Callable[[], Board]) -> None:
    one = board()
    for target in ("/thread/1", "/gallery?page=2", "/nowhere"):
        read(one.address + target)
    assert [hit.target for hit in one.hits] == ["/thread/1", "/gallery?page=2", "/nowhere"]
    one.forget_hits()
    assert one.hits == ()


def test_the_board_closes_while_somebody_still_reads_a_slow_picture() -> None:
    with Board() as one:
        host, port = one.address.removeprefix("http://").split(":")
        reading = socket.create_connection((host, int(port)), timeout=10)
        reading.sendall(b"GET /drip HTTP/1.1\r\nHost: board\r\n\r\n")
        assert reading.recv(4) == b"HTTP"
    with reading:
        while reading.recv(4096):
            pass
