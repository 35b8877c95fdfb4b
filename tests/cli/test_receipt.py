"""`rescind case receipt`: the platform's file moves the request on, and its time counts when it is the better witness."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rescind import removal
from rescind.cli.exits import Exit
from rescind.person import case as cases
from rescind.person import casefile
from rescind.removal import Asker, Incomplete, Place, Received, Request, Role, Sent, State
from rescind.removal import receipt as papers
from rescind.removal.receipt import Receipt
from tests.cli.conftest import NOTES, PASSPHRASE, Typed
from tests.cli.shelf import Shelf
from tests.person.case_samples import FILE, NOW, PAGE, empty

KEY = bytes(range(32))
NUMBER = "2026-1120-7Q4KM"
SENT = NOW + timedelta(hours=1)


def request(law: str = "us-take-it-down") -> Request:
    asker = Asker(Role.SELF, "Ada Lovelace", "ada@mail.example")
    made = Request(NUMBER, law, "board.example", (Place(PAGE, FILE),), asker, NOW)
    return removal.advance(made, Sent(SENT), removal.law(law))


def put(shelf: Shelf, one: Request) -> None:
    shelf.put(NOTES, cases.put_request(empty(), one), PASSPHRASE)


def held() -> cases.Case:
    with casefile.open_case(NOTES, PASSPHRASE, write=False) as box:
        return box.case


def signed(
    at: datetime, due: datetime | None, missing: tuple[str, ...] = (), law: str = "us-take-it-down"
) -> bytes:
    one = Receipt(NUMBER, law, "D-2026-000117", "Board", at, due, missing)
    return papers.write(one, KEY)


def take(typed: Typed, content: bytes, *more: str, ends: Exit = Exit.DONE) -> str:
    Path("receipt.json").write_bytes(content)
    printed = typed("case", "receipt", "receipt.json", *more)
    assert printed.code == ends, printed
    return printed.output + printed.errors


def test_the_clock_runs_from_when_the_platform_received_it(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    at = SENT + timedelta(minutes=7)
    content = signed(at, at + timedelta(hours=48))
    said = take(typed, content)
    (after,) = held().requests
    assert after.state is State.RUNNING
    assert after.history[-1] == Received(at, by="Board, D-2026-000117")
    assert after.due_at == at + timedelta(hours=48)
    assert "56475aa75463474c" in said
    assert [one.content for one in held().evidence] == [content]
    assert "D-2026-000117" in held().log[-1].what


def test_the_file_goes_along_with_the_record_for_an_authority(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    content = signed(SENT, None)
    take(typed, content)
    assert typed("case", "export", "record", "--with-evidence").code == Exit.DONE
    assert [path.read_bytes() for path in Path("record").rglob("*.json") if path.name != "record.json"] == [
        content
    ]


def test_a_sending_that_was_noted_too_late_is_put_right(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    at = SENT - timedelta(minutes=40)
    take(typed, signed(at, None))
    (after,) = held().requests
    assert after.history == (Sent(at), Received(at, by="Board, D-2026-000117"))


def test_a_platform_that_promises_sooner_is_held_to_it(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    told = json.loads(take(typed, signed(SENT, SENT + timedelta(hours=24)), "--json").splitlines()[-1])
    assert held().requests[0].due_at == SENT + timedelta(hours=24)
    assert told["clock"] == "sooner"


def test_a_platform_that_names_a_later_time_is_not_believed(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    said = take(typed, signed(SENT, SENT + timedelta(days=9)))
    assert held().requests[0].due_at == SENT + timedelta(hours=48)
    assert "later time than the law allows" in said


def test_where_the_law_has_no_number_the_platforms_counts(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request("eu-dsa"))
    take(typed, signed(SENT, SENT + timedelta(days=3), law="eu-dsa"))
    assert held().requests[0].due_at == SENT + timedelta(days=3)


def test_what_is_missing_is_noted_while_the_clock_runs_on(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    take(typed, signed(SENT, None, missing=("contact",)))
    (after,) = held().requests
    assert after.history[-1] == Incomplete(SENT, what=("contact",))
    assert after.due_at == SENT + timedelta(hours=48)


@pytest.mark.parametrize(
    ("content", "words", "ends"),
    [
        (b"hello", "This file is not a receipt.", Exit.INCOMPLETE),
        (signed(SENT, None).replace(b"Board", b"Bored"), "changed since it was signed", Exit.INCOMPLETE),
        (signed(SENT, None, law="eu-dsa"), "under another law", Exit.USAGE),
        (signed(SENT, None, law="no-such-law"), "law", Exit.INCOMPLETE),
    ],
)
def test_what_does_not_fit_changes_nothing(
    content: bytes, words: str, ends: Exit, typed: Typed, shelf: Shelf
) -> None:
    put(shelf, request())
    before = held()
    assert words in take(typed, content, ends=ends)
    assert held() == before


def test_a_receipt_for_another_request_or_given_twice_is_told(typed: Typed, shelf: Shelf) -> None:
    put(shelf, request())
    other = papers.write(Receipt("2026-1120-OTHER", "us-take-it-down", "D-1", "Board", SENT), KEY)
    assert "no such request" in take(typed, other, ends=Exit.USAGE)
    take(typed, signed(SENT, None))
    assert "does not fit" in take(typed, signed(SENT, None), ends=Exit.INCOMPLETE)
