"""What a person may name as a place, and how it is told which word is none."""

from pathlib import Path

import pytest

from rescind.person.places import Folder, PictureFile, PlaceNotUnderstood, SavedPage, WebPlace, parse
from rescind.person.watch import Form

SAMPLES = Path(__file__).parents[1] / "samples" / "images"
PICTURE = (SAMPLES / "copy-half.jpg").read_bytes()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("word", "address"),
    [
        ("https://board.example/thread/7", "https://board.example/thread/7"),
        ("HTTP://Board.Example/thread/7#post-3", "http://board.example/thread/7"),
        ("board.example/thread/7", "https://board.example/thread/7"),
        ("board.example", "https://board.example/"),
        ("board.example:8443/x?y=1", "https://board.example:8443/x?y=1"),
        ("board.example/me.jpg", "https://board.example/me.jpg"),
        ("board.example?thread=7", "https://board.example/?thread=7"),
        ("bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("localhost:8000/x", "https://localhost:8000/x"),
        ("127.0.0.1:8000/x", "https://127.0.0.1:8000/x"),
    ],
)
def test_an_address_is_a_place_with_or_without_https(word: str, address: str) -> None:
    assert parse([word]) == (WebPlace(word, address),)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "   ",
        "photo.jpg",
        "notes.txt",
        "some words",
        "./board.example/x",
        "~/no-such-file",
        "thread",
        "ftp://board.example/",
        "http:board.example",
        "https://me:secret@board.example/",
        "https://",
        "javascript:alert(1)",
        "\0",
        "1.2/x",
    ],
)
@pytest.mark.usefixtures("here")
def test_a_word_that_is_no_place_is_told_by_its_number_and_not_repeated(word: str) -> None:
    with pytest.raises(PlaceNotUnderstood) as trouble:
        parse(["https://board.example/", word])
    assert (trouble.value.number, trouble.value.line) == (2, None)
    assert str(trouble.value).startswith("Place 2: ")
    assert "secret" not in str(trouble.value)


def test_files_are_told_apart_by_what_they_are(here: Path) -> None:
    (here / "picture").write_bytes(PICTURE)
    (here / "damaged.png").write_bytes(b"\0\1\2")
    (here / "Thread.html").write_text("<img src=x>")
    (here / "page").write_text("<!doctype html><title>x</title>")
    (here / "thread.MHT").write_text("MIME-Version: 1.0\n")
    (here / "thread.har").write_text("{}")
    (here / "folder").mkdir()
    words = ["picture", "damaged.png", "Thread.html", "page", "thread.MHT", "thread.har", "folder"]
    assert parse(words) == (
        PictureFile("picture", Path("picture")),
        PictureFile("damaged.png", Path("damaged.png")),
        SavedPage("Thread.html", Path("Thread.html"), Form.HTML),
        SavedPage("page", Path("page"), Form.HTML),
        SavedPage("thread.MHT", Path("thread.MHT"), Form.MHTML),
        SavedPage("thread.har", Path("thread.har"), Form.HAR),
        Folder("folder", Path("folder")),
    )


def test_a_list_names_places_one_a_line_seen_from_where_it_lies(here: Path) -> None:
    (here / "lists").mkdir()
    (here / "lists" / "me.jpg").write_bytes(PICTURE)
    (here / "lists" / "places.txt").write_text(
        "\ufeff# seen\r\n\r\nhttps://board.example/#first # the worst\r\n  board.example/thread/7\r\nme.jpg\r\n",
        encoding="utf-8",
    )
    assert parse(["lists/places.txt"]) == (
        WebPlace("https://board.example/#first", "https://board.example/"),
        WebPlace("board.example/thread/7", "https://board.example/thread/7"),
        PictureFile("me.jpg", Path("lists/me.jpg")),
    )


def test_a_wrong_line_of_a_list_is_told_by_its_number_and_not_repeated(here: Path) -> None:
    (here / "places.txt").write_text("https://board.example/\n\nwhat is this private thing\n")
    with pytest.raises(PlaceNotUnderstood) as trouble:
        parse(["places.txt"])
    assert (trouble.value.number, trouble.value.line) == (1, 3)
    assert str(trouble.value).startswith("Line 3 of your list: ")
    assert "private" not in str(trouble.value)
    assert "places" not in str(trouble.value)


def test_a_list_may_be_in_the_form_some_editors_write(here: Path) -> None:
    (here / "places.txt").write_text("https://board.example/\n", encoding="utf-16")
    assert parse(["places.txt"]) == (WebPlace("https://board.example/", "https://board.example/"),)


def test_a_list_cannot_name_a_list(here: Path) -> None:
    (here / "a.txt").write_text("a.txt\n")
    with pytest.raises(PlaceNotUnderstood) as trouble:
        parse(["a.txt"])
    assert trouble.value.line == 1


@pytest.mark.parametrize("content", [b"\0\0\0\0", b"\xff\xfe\xfd", b"a" * 5_000_000])
def test_a_file_that_is_nothing_known_is_refused(here: Path, content: bytes) -> None:
    (here / "thing").write_bytes(content)
    with pytest.raises(PlaceNotUnderstood):
        parse(["thing"])


def test_an_empty_list_names_nothing(here: Path) -> None:
    (here / "places.txt").write_text("# nothing yet\n")
    assert parse(["places.txt"]) == ()


def test_a_place_named_twice_is_one_place(here: Path) -> None:
    (here / "me.jpg").write_bytes(PICTURE)
    places = parse(
        ["board.example/x", "https://board.example/x#y", "me.jpg", "./me.jpg", "http://board.example/x"]
    )
    assert [place.word for place in places] == ["board.example/x", "me.jpg", "http://board.example/x"]


def test_a_file_comes_before_an_address_of_the_same_spelling(here: Path) -> None:
    (here / "board.example").mkdir()
    assert parse(["board.example"]) == (Folder("board.example", Path("board.example")),)
