"""What a person does at the page, from opening it to a letter and a sealed file, with a phone in real Chromium."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rescind.fingerprint import of_image
from rescind.kernel import distance
from rescind.person.casefile.contents import from_bytes
from rescind.person.casefile.sealing import unseal
from rescind.person.requests import own_address, to_ask_for
from rescind.removal import document, law, letter, missing
from rescind.removal.moment import read_moment
from tests.page.browser import Visitor, agree, say_contact, say_who, start, visit

PLACES = "https://board.example/thread/7\nhttps://board.example/thread/8\nthe group called Board"
SEALED_MS = 60_000


def to_letters(visitor: Visitor, *, places: str = PLACES) -> None:
    """Go the whole way without pictures."""
    start(visitor)
    say_who(visitor)
    visitor.page.locator("#skip").click()
    visitor.fill("Addresses, one on each line", places)
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    say_contact(visitor)


def test_from_opening_the_page_to_a_complete_letter_and_a_sealed_file(
    visitor: Visitor, samples: Path, tmp_path: Path
) -> None:
    loaded = len(visitor.asked)
    start(visitor)
    say_who(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    visitor.on()
    visitor.fill("Addresses, one on each line", PLACES)
    visitor.on()
    visitor.page.get_by_label("Country of board.example").select_option("GB")
    visitor.on()
    agree(visitor)
    visitor.fill("In your own words", "I never agreed to this.")
    visitor.on()
    say_contact(visitor)
    assert visitor.title() == "Your letters are ready"

    written = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(written)
    request = document.read(written.read_bytes())
    assert (request.law, request.operator, request.asker.contact) == (
        "uk-online-safety",
        "board.example",
        "reply@mail.example",
    )
    assert [place.page for place in request.places] == PLACES.split("\n")[:2]
    assert missing(request, law(request.law)) == ()
    assert request.fingerprints == ()
    assert document.write(request) == written.read_bytes()

    visitor.on()
    words = visitor.page.locator("#passphrase").input_value()
    assert len(words.split()) == 7
    sealed = tmp_path / "notes.age"
    file = visitor.saved("Save the file")
    assert file.suggested_filename == "notes.age"
    file.save_as(sealed)
    case = unseal(sealed.read_bytes(), words)
    assert [one.law for one in case.requests] == ["uk-online-safety", "combined"]
    assert case.requests[0] == request
    cat = of_image((samples / "images" / "base-cat.jpg").read_bytes())
    assert max(map(distance, case.pictures[0].turns, cat.turns)) <= 4
    assert case.pictures[0].fingerprint.how == cat.how
    assert case.pictures[0].fingerprint.panels == cat.panels
    assert len(case.pictures[0].fingerprint.parts or ()) == len(cat.parts or ())
    assert case.asker is not None
    assert case.asker.name == "N. N."

    visitor.on()
    visitor.reads("It is all right to stop here for today.")
    assert visitor.asked[loaded:] == []
    assert visitor.broken == []


def test_the_letter_that_is_copied_is_the_letter_python_writes(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    visitor = visit(browser, address, permissions=["clipboard-read", "clipboard-write"])
    to_letters(visitor)
    written = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(written)
    visitor.press("Copy the letter")
    visitor.reads("Copied. You can paste it now.")
    copied = visitor.page.evaluate("() => navigator.clipboard.readText()")
    request = document.read(written.read_bytes())
    now = read_moment(json.loads(written.read_text("utf-8"))["made_at"])
    made = letter.compose(request, law(request.law), now=now)
    assert copied == letter.as_text(made)
    mail = visitor.page.locator("a.mail").first.get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=Removal%20request%20under%2047%20U.S.C.%20223a")
    visitor.context.close()


def test_an_adviser_asks_for_a_client(visitor: Visitor, tmp_path: Path) -> None:
    start(visitor)
    visitor.press("No, I help somebody who asked me to")
    visitor.on()
    visitor.reads("Please say what they allowed you to do, and since when.")
    visitor.fill("What did they allow you to do?", "ask for removal and receive the answers")
    visitor.fill("Since when?", "2026-01-02")
    visitor.on()
    visitor.page.locator("#skip").click()
    visitor.fill("Addresses, one on each line", "https://board.example/thread/7")
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    say_contact(visitor, "N. N., adviser", "desk@help.example")
    written = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(written)
    request = document.read(written.read_bytes())
    assert request.asker.authority is not None
    assert request.asker.authority.scope == "ask for removal and receive the answers"
    assert missing(request, law(request.law)) == ()


def test_what_the_law_misses_is_named_and_the_way_there_is_shown(visitor: Visitor) -> None:
    start(visitor)
    say_who(visitor)
    visitor.page.locator("#skip").click()
    visitor.on()
    visitor.reads("Please write at least one place.")
    visitor.fill("Addresses, one on each line", "https://board.example/thread/7")
    for _ in range(4):
        visitor.on()
    say_contact(visitor, name="", mail="no address")
    assert visitor.title() == "Something is still missing"
    said = visitor.page.locator(".missing li").all_inner_texts()
    wanted = [each.missing for each in law("combined").elements if each.id not in ("location", "authority")]
    assert [each for each in wanted if not any(each in one for one in said)] == []
    assert len(said) == len(wanted)
    visitor.page.locator(".missing li button").first.click()
    assert visitor.title() == "Are these sentences true?"


def test_coming_back_with_the_file_noting_that_it_was_sent_and_saving_again(
    browser: Browser, address: str, visitor: Visitor, tmp_path: Path
) -> None:
    to_letters(visitor, places="https://board.example/thread/7")
    visitor.on()
    visitor.page.locator("#passphrase").fill("a few words of my own here")
    sealed = tmp_path / "notes.age"
    visitor.saved("Save the file").save_as(sealed)

    later = visit(browser, address)
    later.page.locator("#adults").click()
    later.page.locator("#open").click()
    later.page.set_input_files("#case", sealed)
    later.page.locator("#passphrase").fill("not these")
    later.press("Open")
    later.page.get_by_text("This passphrase does not open the file.").wait_for(timeout=SEALED_MS)
    later.page.locator("#passphrase").fill("a few words of my own here")
    later.press("Open")
    later.page.get_by_text("Not sent yet.").wait_for(timeout=SEALED_MS)
    later.press("I sent it")
    later.reads("Sent. The site has to act.")
    assert later.page.evaluate("() => document.activeElement.textContent") == "To board.example"
    later.reads("Time is over on")
    later.press("They say something is missing")
    later.reads("Answer them with it. The time runs on.")
    assert later.page.locator(".note-incomplete").count() == 0
    later.page.locator("#save-again").click()
    again = tmp_path / "again.age"
    later.saved("Save the file").save_as(again)
    [request] = unseal(again.read_bytes(), "a few words of my own here").requests
    assert [type(event).__name__ for event in request.history] == ["Sent", "Incomplete"]
    assert request.since is not None
    assert request.due_at is not None
    assert (request.due_at - request.since).total_seconds() == 48 * 3600
    assert later.broken == []
    later.context.close()


def test_a_file_that_python_sealed_opens_in_the_page(visitor: Visitor) -> None:
    root = Path(__file__).resolve().parents[2]
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    visitor.page.set_input_files("#case", root / "vectors" / "casefile" / "v1-quick.case")
    visitor.page.locator("#passphrase").fill("these words open the sample file")
    visitor.press("Open")
    visitor.reads("To board.example")
    visitor.reads("fingerprints of 1 pictures, 1 places, 2 copies")


def test_copies_that_the_program_found_are_asked_for_in_the_page(visitor: Visitor, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    case = from_bytes((root / "vectors" / "casefile" / "v1.json").read_bytes())
    [(operator, copies)] = to_ask_for(case).items()
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    visitor.page.set_input_files("#case", root / "vectors" / "casefile" / "v1-quick.case")
    visitor.page.locator("#passphrase").fill("these words open the sample file")
    visitor.press("Open")
    visitor.reads("To board.example")
    visitor.page.locator("#more").click()
    assert visitor.page.locator("input[value=authorised]").is_checked()
    visitor.on()
    visitor.page.locator("#skip").click()
    assert visitor.page.locator("#addresses").input_value() == "\n".join(seen.page for seen in copies)
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    visitor.on()
    written = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(written)
    request = document.read(written.read_bytes())
    assert request.operator == operator
    assert [(place.page, place.file, place.seen_at) for place in request.places] == [
        (seen.page, own_address(seen) or None, seen.first_seen_at) for seen in copies
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("newer.case", "A newer version of this program made this file."),
        ("foreign.case", "This is not a file that this program made."),
        ("v1.txt", "This is not a file that this program made."),
    ],
)
def test_a_file_that_is_no_case_is_told_in_plain_words(visitor: Visitor, name: str, said: str) -> None:
    root = Path(__file__).resolve().parents[2]
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    visitor.page.set_input_files("#case", root / "vectors" / "casefile" / name)
    visitor.page.locator("#passphrase").fill("these words open the sample file")
    visitor.press("Open")
    visitor.reads(said)


def test_the_law_for_one_s_own_photographs_warns_and_asks_for_more(visitor: Visitor, tmp_path: Path) -> None:
    start(visitor)
    say_who(visitor)
    visitor.page.locator("#skip").click()
    visitor.fill("Addresses, one on each line", "https://board.example/thread/7")
    visitor.on()
    visitor.page.get_by_text("Choose the law yourself").first.click()
    visitor.page.get_by_label("Choose the law yourself").select_option("us-dmca")
    visitor.reads("Know this before you choose it")
    visitor.on()
    agree(visitor)
    assert visitor.page.locator("#skip").count() == 0
    visitor.fill("In your own words", "a photograph I took of myself")
    visitor.on()
    visitor.fill("Postal address", "1 Street, Town")
    visitor.fill("Telephone number", "+1 555 0100")
    say_contact(visitor)
    written = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(written)
    request = document.read(written.read_bytes())
    assert missing(request, law("us-dmca")) == ()
    assert request.asker.phone == "+1 555 0100"


def test_the_next_step_is_shown_when_a_request_was_refused_and_another_when_it_is_done(
    visitor: Visitor, tmp_path: Path
) -> None:
    to_letters(visitor, places="https://board.example/thread/7")
    visitor.on()
    visitor.page.locator("#passphrase").fill("a few words of my own here")
    visitor.saved("Save the file")
    visitor.on()
    visitor.press("See my requests")
    visitor.press("I sent it")
    visitor.press("They refused")
    visitor.reads("The next step")
    steps = [rung.text for rung in law("combined").rungs if "refused" in {when.value for when in rung.when}]
    visitor.reads(steps[0])
    visitor.press("I did this")
    visitor.reads(steps[1])
    assert visitor.page.get_by_text(steps[0]).count() == 0


def test_a_letter_is_printed_by_itself(visitor: Visitor) -> None:
    to_letters(visitor, places="https://board.example/thread/7")
    visitor.page.emulate_media(media="print")
    visitor.page.evaluate(
        "() => { window.print = () => { window.printed = document.body.innerText; window.shown = "
        "[...document.body.children].filter(one => one.checkVisibility()).map(one => one.className); "
        "window.left = document.querySelectorAll('.paper').length; }; }"
    )
    visitor.page.get_by_role("button", name="Print").dispatch_event("click")
    assert visitor.page.evaluate("() => window.shown") == ["paper"]
    printed = visitor.page.evaluate("() => window.printed")
    assert printed.startswith("Request to remove pictures\n==========")
    assert visitor.page.locator(".paper").count() == 1, "a phone has not printed yet when the call is over"
    visitor.page.locator("button", has_text="Print").dispatch_event("click")
    assert visitor.page.evaluate("() => window.left") == 1
    visitor.page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert visitor.page.locator(".paper").count() == 0


def test_three_hundred_addresses_leave_the_way_on_near_and_each_can_still_be_said_more_about(
    visitor: Visitor, tmp_path: Path
) -> None:
    to_letters(visitor, places="https://board.example/" + "a" * 4900)
    visitor.reads("it is too long.")
    visitor.press("Change it")
    lines = [f"https://board.example/{number}" for number in range(300)]
    visitor.page.locator("#addresses").fill("\n".join(lines))
    assert visitor.page.locator("#more-places details").count() == 1
    assert visitor.page.evaluate("() => document.body.scrollHeight") < 1500
    visitor.press("Say more about place 1–300")
    visitor.press("Say more about place 299")
    visitor.page.get_by_label("Where to look on the page").nth(298).fill("the last but one")
    visitor.press("Say more about place 1–300")
    for _ in range(4):
        visitor.on()
    visitor.on()
    written = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(written)
    request = document.read(written.read_bytes())
    assert [place.page for place in request.places] == lines
    assert [place.note for place in request.places if place.note] == ["the last but one"]
