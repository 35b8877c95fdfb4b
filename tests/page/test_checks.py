"""The local checks of `rescind open --checks`, from the page to what came of them, in real Chromium."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import pytest
from playwright.sync_api import Browser, Page, expect

from demo.board import Board
from demo.copies import your_file
from rescind.cli.checks.handed import Visit
from rescind.cli.checks.looks import Came, of_case
from rescind.cli.checks.markup import Html
from rescind.cli.checks.run import Run
from rescind.cli.checks.told import Story
from rescind.cli.looking import Manner, look_at
from rescind.cli.open import shown
from rescind.fingerprint import of_image
from rescind.person import case as cases
from rescind.person.case import Stand
from rescind.person.casefile import seal, unseal
from rescind.person.check import Mine
from rescind.person.places import parse
from rescind.person.sighting import Sighting
from tests.page.browser import Visitor, say_who, start, visit
from tests.page.test_fair import faults
from tests.person.quick_seal import encrypt

WORDS = "these words are only for the test"
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LOCAL = Manner(1, allow_local=True, pause=None, keep=False)


@pytest.fixture
def beside(browser: Browser) -> Iterator[Visitor]:
    """A person at the page of a program that offers checks, and may call this computer."""
    with shown(checks=True, allow_local=True) as address:
        one = visit(browser, address, path="")
        yield one
        one.context.close()


def choose(visitor: Visitor, *files: Path, places: str) -> None:
    """Choose files and name places."""
    start(visitor)
    say_who(visitor)
    visitor.page.set_input_files("#files", files)
    expect(visitor.page.locator(".tile .small-ways button").last).to_be_visible()
    expect(visitor.page.locator("#stop")).to_be_hidden(timeout=30_000)
    visitor.on()
    visitor.page.locator("#addresses").fill(places)


def look(visitor: Visitor, button: str = "#look") -> Page:
    """Press the offer, and go to the tab that it opens."""
    with visitor.context.expect_page() as opened:
        visitor.page.locator(button).click()
    tab = opened.value
    tab.locator("#adults").wait_for()
    tab.wait_for_load_state()
    return tab


def till_the_end(tab: Page) -> str:
    """Answer the first question, begin, and return what the last page says above everything."""
    tab.locator("#adults").click()
    tab.locator("#begin").click()
    tab.wait_for_url("**/result", timeout=60_000)
    return tab.locator("h1").inner_text()


def test_pictures_are_looked_for_on_the_pages_named_and_what_is_found_goes_into_a_request(
    beside: Visitor, board: Callable[[], Board], tmp_path: Path, axe: Path
) -> None:
    here = board()
    rubbish = tmp_path / "rubbish.jpg"
    rubbish.write_bytes(b"\xff\xd8\xff this is no picture")
    pages = ("/thread/1", "/thread/4")
    named = [here.address + page for page in pages]
    choose(beside, your_file("coffee"), rubbish, places="\n".join([*named, "what a friend told me"]))
    tab = look(beside)
    tab.locator("#adults").click()
    assert "127.0.0.1 (2 pages)" in tab.locator("#hosts").inner_text()
    assert "what a friend told me" in tab.locator("main").inner_text()
    assert here.hits == ()  # nobody is called before the person says so
    assert faults(Visitor(beside.context, tab, ""), axe) == []
    tab.locator("#begin").click()
    tab.wait_for_url("**/result", timeout=60_000)

    there = {(one.page, one.path) for one in here.truth() if one.of == "coffee" and one.page in pages}
    cards = tab.locator(".found")
    seen = {
        (cards.nth(at).get_attribute("data-page"), cards.nth(at).get_attribute("data-file"))
        for at in range(cards.count())
    }
    assert there
    assert seen == {(here.address + page, here.address + path) for page, path in there}
    assert tab.locator("h1").inner_text() == "Copies were found"
    gaps = tab.locator(".gap").all_inner_texts()
    assert [gap.splitlines()[0] for gap in gaps] == [
        "Not looked at: what a friend told me",
        "Not looked at: your file 2",
    ]
    assert "Not looked at: 2." in tab.locator("main").inner_text()
    assert tab.locator("img").count() == 0
    assert faults(Visitor(beside.context, tab, ""), axe) == []
    allowed = {*pages, *(path for page in pages for path in here.pictures_on(page))}
    assert {hit.target for hit in here.hits} <= allowed

    beside.page.locator("#use-found").click()
    lines = beside.page.locator("#addresses").input_value().splitlines()
    assert sorted(lines) == sorted(
        ["what a friend told me", *(here.address + page for page, _ in there), *unused(named, there, here)]
    )
    files = beside.page.locator("input[type=url]")
    shown_files = {files.nth(at).input_value() for at in range(files.count())} - {""}
    assert shown_files == {here.address + path for _, path in there}
    ours = beside.page.url.rstrip("/")
    assert [asked for asked in beside.asked if not asked.startswith((ours, "blob:"))] == []
    assert beside.broken == []


def unused(named: list[str], there: set[tuple[str, str]], board: Board) -> list[str]:
    """The pages named on which nothing was found; they stay among the places as they were."""
    return [one for one in named if one.removeprefix(board.address) not in {page for page, _ in there}]


@dataclass(frozen=True)
class Sealed:
    """A sealed file that knows of copies on a page of the board."""

    path: Path
    page: str
    sightings: tuple[Sighting, ...]


@pytest.fixture
def sealed(board: Callable[[], Board], tmp_path: Path) -> Sealed:
    """What `rescind case add` and `rescind check` leave behind."""
    page = board().address + "/thread/4"
    content = your_file("coffee").read_bytes()
    empty = cases.new_case(adults_said_at=NOW, now=NOW)
    case = cases.add_picture(empty, of_image(content), content_sha256="ab" * 32, now=NOW).case
    case = cases.add_place(case, page, now=NOW)
    mine = [Mine(case.pictures[0].number, case.pictures[0].fingerprint)]
    seen = tuple(one for one in look_at(mine, parse([page]), LOCAL) if isinstance(one, Sighting))
    assert seen
    path = tmp_path / "notes.age"
    path.write_bytes(seal(cases.record_sightings(case, seen).case, WORDS, encrypt=encrypt))
    return Sealed(path, page, seen)


def open_file(visitor: Visitor, sealed: Sealed) -> None:
    """Come back with the file."""
    visitor.page.locator("#adults").click()
    visitor.press("Open a file I saved here before")
    visitor.page.set_input_files("#case", sealed.path)
    visitor.page.locator("#passphrase").fill(WORDS)
    visitor.page.locator("#unseal").click()
    visitor.page.locator("#look-again").wait_for(timeout=60_000)


def test_a_sealed_file_is_looked_at_again_and_given_back_with_what_is_gone(
    beside: Visitor, board: Callable[[], Board], sealed: Sealed, tmp_path: Path
) -> None:
    here = board()
    for one in sealed.sightings:
        here.remove(one.file.removeprefix(here.address))
    open_file(beside, sealed)
    tab = look(beside, "#look-again")
    tab.locator("#adults").click()
    tab.locator("#passphrase").fill("other words than those")
    tab.locator("#unseal").click()
    assert "passphrase" in tab.locator(".problem").inner_text()
    tab.locator("#passphrase").fill(WORDS)
    tab.locator("#unseal").click()
    tab.locator("#begin").wait_for(timeout=60_000)
    assert WORDS.replace(" ", "") not in re.sub(r"[ +%20]", "", tab.url)
    assert here.hits == ()
    tab.locator("#begin").click()
    tab.wait_for_url("**/result", timeout=60_000)
    assert tab.locator("h1").inner_text() == "No copy was found in what was looked at"
    gone = tab.locator(".changed").all_inner_texts()
    assert len(gone) == len(sealed.sightings)
    assert all(words.startswith("Gone: picture 1") for words in gone)
    with tab.expect_download() as saved:
        tab.locator("#save").click()
    assert saved.value.suggested_filename == "notes.age"
    saved.value.save_as(tmp_path / "after.age")
    after = unseal((tmp_path / "after.age").read_bytes(), WORDS)
    assert {one.stand for one in after.sightings} == {Stand.GONE}
    assert after.places[0].last_outcome is not None


def test_a_check_is_stopped_in_the_middle(beside: Visitor, board: Callable[[], Board]) -> None:
    here = board()
    choose(beside, your_file("coffee"), places=f"{here.address}/slow\n{here.address}/thread/1")
    tab = look(beside)
    tab.locator("#adults").click()
    tab.locator("#begin").click()
    tab.get_by_text(f"{here.address}/slow").wait_for()
    beside.page.locator("#look").click()  # one at a time
    expect(tab.locator("h1")).to_have_text("A check is running already")
    tab.locator("#stop").click()
    tab.wait_for_url("**/result", timeout=10_000)  # the slow page is given a minute by everybody else
    assert tab.locator("h1").inner_text() == "Stopped. No copy was found until then"
    assert [hit.target for hit in here.hits] == ["/slow"]


def test_somebody_under_18_ends_it_and_nothing_is_kept(beside: Visitor, board: Callable[[], Board]) -> None:
    here = board()
    choose(beside, your_file("coffee"), places=f"{here.address}/thread/1")
    tab = look(beside)
    tab.locator("#minors").click()
    expect(tab.locator("h1")).to_have_text("We stop here")
    assert "takeitdown.ncmec.org" in tab.locator("main").inner_text()
    tab.goto(tab.url.replace("under", "start"))
    assert tab.locator("h1").inner_text() == "There is nothing here"
    assert here.hits == ()


@pytest.mark.parametrize("where", ["the tab", "the page"])
def test_somebody_under_18_ends_it_at_any_later_point(
    beside: Visitor, board: Callable[[], Board], where: str
) -> None:
    here = board()
    choose(beside, your_file("coffee"), places=f"{here.address}/slow\n{here.address}/thread/1")
    tab = look(beside)
    tab.locator("#adults").click()
    tab.locator("#begin").click()
    tab.get_by_text(f"{here.address}/slow").wait_for()
    with tab.expect_navigation(url="**/under"):
        (tab if where == "the tab" else beside.page).locator("#under-18").click()
    expect(tab.locator("h1")).to_have_text("We stop here")
    if where == "the page":
        assert beside.title() == "We stop here"
    for page in ("start", "result"):
        tab.goto(tab.url.rpartition("/")[0] + f"/{page}")
        assert tab.locator("h1").inner_text() == "There is nothing here"
    assert [hit.target for hit in here.hits] == ["/slow"]


def test_leaving_the_page_forgets_what_was_handed_over_though_its_tab_was_closed(
    beside: Visitor, board: Callable[[], Board]
) -> None:
    choose(beside, your_file("coffee"), places=f"{board().address}/thread/1")
    tab = look(beside)
    tab.locator("#adults").click()
    tab.locator("#begin").wait_for()
    address = tab.url
    tab.close()
    with beside.page.expect_request("https://www.wikipedia.org/"):
        beside.press("Leave now")
    tab = beside.context.new_page()
    tab.goto(address)
    assert tab.locator("h1").inner_text() == "There is nothing here"


def test_the_passphrase_is_forgotten_when_a_check_ends_by_a_mistake(sealed: Sealed) -> None:
    def fails(piece: Html) -> None:
        raise ValueError(str(len(piece)))

    named = cases.add_place(unseal(sealed.path.read_bytes(), WORDS), "/no/such/page.html", now=NOW)
    visit_ = Visit("en", sealed=b"", adults=True, case=named, passphrase=WORDS)
    work = of_case(visit_, LOCAL, Came(Story(fails)))
    with pytest.raises(ValueError, match=r"^[0-9]+$"):
        work(Run("en", Lock()))
    assert (visit_.passphrase, visit_.case) == ("", None)


def test_leaving_forgets_it_on_this_side_too(beside: Visitor, board: Callable[[], Board]) -> None:
    choose(beside, your_file("coffee"), places=f"{board().address}/thread/1")
    tab = look(beside)
    start_again = tab.url
    with tab.expect_request("https://www.wikipedia.org/"):
        for _ in range(3):
            tab.keyboard.press("Escape")
    tab.close()
    tab = beside.context.new_page()
    tab.goto(start_again)
    assert tab.locator("h1").inner_text() == "There is nothing here"


def test_arabic_is_read_from_the_right_and_other_languages_say_that_they_are_english(
    beside: Visitor, board: Callable[[], Board]
) -> None:
    choose(beside, your_file("coffee"), places=f"{board().address}/thread/1")
    for tag, spoken, direction in (("ar", "ar", "rtl"), ("hi", "en", "ltr")):
        beside.page.locator(".bar select").select_option(tag)
        tab = look(beside) if tag == "ar" else looked_again_in(beside)
        assert tab.locator("html").get_attribute("lang") == spoken
        assert tab.locator("html").get_attribute("dir") == direction
        assert tab.locator("h1").inner_text().isascii() == (spoken == "en")
        assert tab.locator("footer").count() == (spoken != "en")  # it says that a machine drafted it


def looked_again_in(visitor: Visitor) -> Page:
    """Press the offer once more: the same tab takes it."""
    tab = visitor.context.pages[-1]
    with tab.expect_navigation(url="**/start"):
        visitor.page.locator("#look").click()
    return tab


def test_another_page_on_this_computer_cannot_hand_anything_over(beside: Visitor, address: str) -> None:
    """A form of another server on this computer comes with the cookie; browsers say where it comes from."""
    door = beside.page.url.rstrip("/") + "/checks/"
    other = beside.context.new_page()
    other.goto(address + "/together.js")
    other.set_content(
        f'<form method=post enctype=multipart/form-data action="{door}"><textarea name=places>'
        "x.example</textarea><button>go</button></form>"
    )
    with other.expect_navigation() as going:
        other.locator("button").click()
    assert going.value is not None
    assert going.value.status == 403
    tab = beside.context.new_page()
    tab.goto(door + "start")
    assert tab.locator("h1").inner_text() == "There is nothing here"


def test_without_being_asked_for_nothing_is_offered(
    browser: Browser, board: Callable[[], Board], sealed: Sealed
) -> None:
    with shown(checks=False, allow_local=False) as address:
        visitor = visit(browser, address, path="")
        choose(visitor, your_file("coffee"), places=sealed.page)
        assert visitor.page.locator("#addresses").is_visible()
        assert visitor.page.locator("#checks").count() == 0
        visitor.context.close()


def test_the_command_ends_cleanly_while_it_looks(browser: Browser, board: Callable[[], Board]) -> None:
    here = board()
    command = [sys.executable, "-m", "rescind", "open", "--checks", "--allow-local"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        visitor = visit(browser, program.stdout.readline().strip(), path="")
        choose(visitor, your_file("coffee"), places=f"{here.address}/slow")
        tab = look(visitor)
        tab.locator("#adults").click()
        tab.locator("#begin").click()
        tab.get_by_text(f"{here.address}/slow").wait_for()
        program.send_signal(signal.SIGINT)
        _, remarks = program.communicate(timeout=15)
        visitor.context.close()
    assert program.returncode == 0
    assert "Traceback" not in remarks
    assert "/slow" not in remarks
