"""Handing a request over: exactly what was shown goes, once, after the yes, and nothing before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rescind.page_files import Offer
from rescind.removal import document
from tests.page.browser import Visitor, agree, say_contact, say_who, start, visit
from tests.page.fake_desk import TAKES, FakeDesk, showing_page

HERE, ELSEWHERE = "https://board.example/thread/7", "https://other.example/9"


@pytest.fixture
def desk() -> Iterator[FakeDesk]:
    """A server that takes requests for a site called Board."""
    with showing_page(Offer(desk=TAKES, desk_name="Board")) as one:
        yield one


def to_hand_over(
    visitor: Visitor, picture: Path | None = None, *, prints: bool = False, ours: str = "Board"
) -> None:
    """Go the whole way to where a request is handed over; the second place is at the site of the desk."""
    start(visitor)
    say_who(visitor)
    if picture:
        visitor.page.set_input_files("#files", picture)
        visitor.reads("Fingerprint made")
    visitor.on()
    visitor.fill("Addresses, one on each line", f"{ELSEWHERE}\n{HERE}")
    visitor.press("Say more about place 2")
    visitor.page.get_by_label("Where to look on the page").last.fill("the <b>third</b> one")
    visitor.on()
    visitor.page.locator("summary", has_text="Choose the law yourself").last.click()
    visitor.page.get_by_label("Who runs it?").last.fill(ours)
    visitor.on()
    agree(visitor)
    visitor.fill("In your own words", "I never agreed to this.")
    visitor.on()
    say_contact(visitor)
    if prints:
        visitor.page.locator("#with-prints").check()
    visitor.on()


def hand_over(visitor: Visitor) -> str:
    """Say yes and press the button; return the bytes that the page said it would send."""
    shown = visitor.page.locator("#bytes").evaluate("one => one.textContent")
    visitor.page.locator("#hand-yes").check()
    with visitor.context.expect_page() as waiting:
        visitor.page.locator("#hand").click()
    waiting.value.get_by_text("Taken").wait_for()
    waiting.value.close()
    assert not visitor.page.locator("#hand-yes").is_checked(), "one yes is for one sending"
    return str(shown)


@pytest.mark.parametrize("prints", [True, False])
def test_what_was_shown_is_sent_once_after_the_yes_and_nothing_before(
    browser: Browser, desk: FakeDesk, samples: Path, prints: bool
) -> None:
    visitor = visit(browser, desk.address)
    visitor.reads("Nothing leaves this device, unless you say yes at the end.")
    loaded = len(desk.asked)
    to_hand_over(visitor, samples / "images" / "base-cat.jpg", prints=prints)
    assert visitor.title() == "Send it to Board from here?"
    assert not visitor.page.locator("#hand-yes").is_checked()
    visitor.page.locator("#hand").click()
    visitor.reads("Please tick the box first, if you want to send it.")
    assert (desk.asked[loaded:], desk.sent) == ([], [])

    shown = hand_over(visitor)
    visitor.reads("A new window opens with the pages of Board.")
    assert visitor.page.locator("#next").inner_text() == "Next", "nobody goes on without sending who has sent"
    assert desk.asked[loaded:] == [f"POST {TAKES}?lang=en"]
    assert desk.parts() == [("document", "request.json", shown.encode())]
    request = document.read(shown.encode())
    assert (request.operator, [one.page for one in request.places]) == ("Board", [HERE])
    assert len(request.fingerprints) == prints
    in_words = visitor.page.locator("dl.shown").inner_text()
    unseen = {"format", "version", "law", "made_at", "role", "declarations", "fingerprints"}
    said = [value for name, value in leaves(json.loads(shown)) if name not in unseen]
    assert len(said) >= 6
    assert [value for value in said if value not in in_words] == []
    assert f"Fingerprints\n{int(prints)}" in in_words
    assert in_words.count("\n") > len(request.declarations)
    assert visitor.broken == []
    visitor.context.close()


def leaves(value: object, name: str = "") -> list[tuple[str, str]]:
    """Every word that stands in the document, with the name it stands under."""
    if isinstance(value, dict):
        return [
            one
            for key, inner in value.items()
            for one in leaves(inner, name if name in ("declarations",) else key)
        ]
    if isinstance(value, list):
        return [one for inner in value for one in leaves(inner, name)]
    return [(name, value)] if isinstance(value, str) and value else []


def test_the_request_to_this_site_comes_first_and_another_one_is_said_to_be_one(
    browser: Browser, desk: FakeDesk
) -> None:
    visitor = visit(browser, desk.address)
    to_hand_over(visitor)
    first = visitor.page.locator("input[name=request]").first
    assert first.is_checked()
    assert "Letter to Board" in visitor.page.locator(".choices label").first.inner_text()
    visitor.page.locator("#hand-yes").check()
    visitor.page.locator("input[name=request]").last.check()
    visitor.reads("This request names other.example. Board can only act on what is at its own site.")
    assert not visitor.page.locator("#hand-yes").is_checked(), "a yes was said to the other request"
    assert document.read(hand_over(visitor).encode()).operator == "other.example"
    visitor.context.close()


def test_when_none_names_this_site_none_is_chosen_before(browser: Browser, desk: FakeDesk) -> None:
    visitor = visit(browser, desk.address)
    to_hand_over(visitor, ours="somebody else")
    assert visitor.page.locator("input[name=request]:checked").count() == 0
    assert visitor.page.locator("#hand").count() == 0
    visitor.on()
    assert visitor.title() == "Keep this for later?"
    assert desk.sent == []
    visitor.context.close()


def test_a_request_of_the_saved_file_is_handed_over_later(browser: Browser, desk: FakeDesk) -> None:
    visitor = visit(browser, desk.address)
    to_hand_over(visitor)
    visitor.on()
    visitor.saved("Save the file")
    visitor.reads("was handed to your browser")
    visitor.on()
    visitor.press("See my requests")
    visitor.page.locator("section", has_text="To other.example").locator("button.hand-over").click()
    visitor.reads("This request names other.example.")
    assert document.read(hand_over(visitor).encode()).operator == "other.example"
    visitor.page.locator("#back").click()
    assert visitor.title() == "Your requests"
    visitor.context.close()


def test_where_nobody_takes_it_nothing_is_offered(visitor: Visitor) -> None:
    to_hand_over(visitor)
    assert visitor.title() == "Keep this for later?"
