"""The page of a next step: true to the course of the request, and without anything that nobody needs there."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from rescind import removal
from rescind.cli.exits import Exit
from rescind.person import case as cases
from rescind.person.next_step import text_for
from rescind.removal import Asker, Event, Place, Request, Role
from tests.cli.conftest import NOTES, PASSPHRASE, Typed
from tests.cli.shelf import Shelf
from tests.person.case_samples import FILE, FINGERPRINT, NOW, PAGE, empty

LAW = removal.law("us-take-it-down")
HOUR = timedelta(hours=1)
FRESH = Request(
    id="2026-1120-7Q4KM",
    law=LAW.slug,
    operator="board.example",
    places=(Place(PAGE, FILE), Place("a thread in the closed part", None), Place(FILE, FILE)),
    asker=Asker(Role.SELF, "Ada Lovelace", "ada@mail.example"),
    made_at=NOW,
    reason="my own words",
    fingerprints=(FINGERPRINT.bits,),
)
LATE = NOW + timedelta(days=30)


def after(*events: Event) -> Request:
    one = FRESH
    for event in events:
        one = removal.advance(one, event, LAW)
    return one


def page(one: Request) -> str:
    return text_for(one, LAW, LAW.rungs[0], LATE)


def test_it_says_where_to_go_what_to_have_and_what_happened() -> None:
    text = page(after(removal.Sent(NOW)))
    rung = LAW.rungs[0]
    for words in (rung.text, rung.link, *rung.needs, *LAW.citations, FRESH.id, "board.example", PAGE, FILE):
        assert words in text
    assert "I sent it on 20 November 2026, 09:30 UTC." in text
    assert "The time the law gives them ended on 22 November 2026, 09:30 UTC" in text
    assert text.rstrip().endswith("Ada Lovelace\nada@mail.example")


def test_it_holds_no_fingerprint_and_no_word_that_was_for_the_operator() -> None:
    text = page(after(removal.Sent(NOW)))
    assert FINGERPRINT.hex not in text
    assert "my own words" not in text


def test_a_place_is_told_once_also_where_page_and_file_are_one() -> None:
    assert page(after(removal.Sent(NOW))).count(f"- {FILE}\n") == 1


def test_before_the_time_is_over_nobody_is_said_to_be_late() -> None:
    text = text_for(after(removal.Sent(NOW)), LAW, LAW.rungs[0], NOW + HOUR)
    assert "The pictures were not removed so far." in text
    assert "ended on" not in text


@pytest.mark.parametrize(("ground", "told"), [("not you", " (not you)."), ("", "UTC.")])
def test_a_refusal_is_told_with_its_ground(ground: str, told: str) -> None:
    text = page(after(removal.Sent(NOW), removal.Refused(NOW + HOUR, ground)))
    assert "They refused on 20 November 2026, 10:30 UTC" + told.removeprefix("UTC") in text


def test_a_request_that_was_not_sent_is_not_said_to_be() -> None:
    assert "I sent it" not in page(FRESH)


def test_a_new_round_is_told_by_its_own_sending_and_not_by_an_old_refusal() -> None:
    again = NOW + timedelta(days=10)
    text = page(
        after(
            removal.Sent(NOW),
            removal.Refused(NOW + HOUR, "not you"),
            removal.Gone(NOW + 2 * HOUR),
            removal.Returned(again),
            removal.Sent(again),
        )
    )
    assert "I sent it on 30 November 2026, 09:30 UTC." in text
    assert "The time the law gives them ended on 2 December 2026, 09:30 UTC" in text
    assert "refused" not in text


def test_a_refusal_that_was_followed_by_a_yes_is_no_longer_the_answer() -> None:
    text = page(
        after(removal.Sent(NOW), removal.Refused(NOW + HOUR, "not you"), removal.Granted(NOW + 2 * HOUR))
    )
    assert "They refused" not in text


@pytest.mark.parametrize("words", [("next", FRESH.id, "--taken"), ("sent", FRESH.id)])
def test_nothing_can_be_noted_for_a_time_that_has_not_come(
    words: tuple[str, ...], typed: Typed, shelf: Shelf
) -> None:
    state = after(removal.Sent(NOW - timedelta(days=30))) if words[0] == "next" else FRESH
    shelf.put(NOTES, cases.put_request(empty(), replace(state, fingerprints=())), PASSPHRASE)
    before = dict(shelf.contents)
    assert typed(*words, "--at", "2999-01-01T00:00Z").code == Exit.USAGE
    assert shelf.contents == before
