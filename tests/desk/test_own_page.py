"""The page that a desk serves, on a phone in real Chromium: from its first question to the receipt of the desk, and back."""

# ruff: noqa: F811 - a test asks for a fixture by the name that it was imported by
from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from rescind import removal
from rescind.desk.management.starting import start as start_django
from rescind.removal import document
from tests.desk.browser import (  # noqa: F401 - fixtures are found by their names
    address,
    found_by_axe,
    is_wider_than_its_window,
    served,
)
from tests.desk.conftest import at
from tests.desk.test_pages import go, send
from tests.desk.test_served import Served, made, serving
from tests.page.browser import Visitor, agree, say_contact, say_who, start, visit

start_django(None)

from rescind.desk.records import converting  # noqa: E402 - only when Django is set up
from rescind.desk.records.models import RequestRow  # noqa: E402
from rescind.desk.web.public.own_page import HANDED_OVER_AT  # noqa: E402

PLACES = "https://board.example/thread/7\nhttps://other.example/9"


def opened(browser: Browser, served: Served, **options: object) -> Visitor:
    """Somebody with a phone who came to the page from the desk's first page."""
    return visit(browser, address(served, ""), path="/page/", **options)


def to_hand_over(visitor: Visitor, samples: Path, *, prints: bool) -> None:
    """Go the whole way to where the request is handed over; the first place is at this desk's site."""
    start(visitor)
    say_who(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    visitor.on()
    visitor.fill("Addresses, one on each line", PLACES)
    visitor.on()
    visitor.press("Choose the law yourself")
    visitor.page.get_by_label("Who runs it?").first.fill("Board")
    visitor.on()
    agree(visitor)
    visitor.fill("In your own words", "I never agreed to this.")
    visitor.on()
    say_contact(visitor)
    if prints:
        visitor.page.locator("#with-prints").check()
    visitor.on()
    assert visitor.title() == "Send it to Board from here?"


def test_from_the_page_to_the_receipt_and_back(browser: Browser, served: Served, samples: Path) -> None:
    visitor = opened(browser, served)
    sent: list[Request] = []
    visitor.context.on("request", lambda one: sent.append(one) if one.method != "GET" else None)
    before = len(visitor.asked)
    to_hand_over(visitor, samples, prints=True)
    visitor.press("See it exactly as it is sent")
    shown = visitor.page.locator("#bytes").inner_text()
    visitor.page.locator("#hand").click()
    visitor.reads("Please tick the box first")
    assert (visitor.asked[before:], sent) == ([], [])

    visitor.page.locator("#hand-yes").check()
    with visitor.context.expect_page() as waiting:
        visitor.page.locator("#hand").click()
    desk = waiting.value
    expect(desk.locator("h1")).to_have_text("Write these two down")
    assert [one.url.partition("?")[0] for one in sent] == [address(served, HANDED_OVER_AT)]
    number, code = (one.inner_text() for one in desk.locator("dl.receipt dd").all())

    go(desk)
    expect(desk.locator("h1")).to_have_text("Read it once more, then send it")
    expect(desk.locator("dl.answers")).to_contain_text("1 fingerprint, made on your own device")
    send(desk)
    expect(desk.locator("h1")).to_have_text("We have it")
    assert [one.inner_text() for one in desk.locator("dl.receipt dd").all()] == [number, code]
    with ThreadPoolExecutor(1) as beside:  # Django will not be asked where the browser's event loop runs
        beside.submit(held_at_the_desk, served, number, document.read(shown.encode())).result()
    desk.close()

    assert visitor.title() == "Send it to Board from here?"
    visitor.on()
    assert visitor.title() == "Keep this for later?"
    assert visitor.broken == []
    visitor.context.close()


def held_at_the_desk(served: Served, number: str, handed: removal.Request) -> None:
    """Hold that the desk has this very request, with its fingerprints."""
    with at(served.folder):
        taken = converting.request_from(RequestRow.objects.get(number=number))
    assert len(taken.fingerprints) == 1
    for part in ("id", "law", "places", "asker", "declarations", "reason", "fingerprints", "made_at"):
        assert getattr(taken, part) == getattr(handed, part), part


def test_the_file_that_the_page_saved_is_dropped_into_the_desks_form(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    visitor = opened(browser, served)
    start(visitor)
    say_who(visitor)
    visitor.on()
    visitor.fill("Addresses, one on each line", PLACES.partition("\n")[0])
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    say_contact(visitor)
    saved = tmp_path / "request.json"
    visitor.saved("Save the request file").save_as(saved)

    desk = visitor.context.new_page()
    desk.goto(address(served, "/ask"))
    desk.check("input[value=no]")
    go(desk)
    desk.get_by_text("I have a request file from Rescind").click()
    drop(desk, desk.locator("#document"), saved)
    go(desk, "file")
    expect(desk.locator("h1")).to_have_text("Read it once more, then send it")
    expect(desk.locator("dl.answers")).to_contain_text("https://board.example/thread/7")
    send(desk)
    expect(desk.locator("h1")).to_have_text("We have it")
    visitor.context.close()


def drop(tab: Page, field: Locator, file: Path) -> None:
    """Drag a file from the desktop onto the field, and let go."""
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    carried = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    session = tab.context.new_cdp_session(tab)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **place, "data": carried})
    assert field.evaluate("one => one.files[0].name") == file.name


@pytest.mark.parametrize("left", ["desk", "page"])
def test_leaving_one_window_leaves_the_other_too(browser: Browser, served: Served, left: str) -> None:
    visitor = opened(browser, served)
    visitor.context.route("https://*/**", lambda route: route.fulfill(body="elsewhere"))
    start(visitor)
    visitor.press("Yes, they show me")
    desk = visitor.context.new_page()
    desk.goto(address(served, "/ask"))
    if left == "desk":
        desk.click("#leave")
    else:
        visitor.press("Leave now")
    visitor.page.wait_for_url("https://www.wikipedia.org/")
    desk.wait_for_url("https://www.bbc.com/weather")
    visitor.context.close()


def test_kept_from_a_desk_it_opens_when_the_desk_is_gone(browser: Browser, tmp_path: Path) -> None:
    with serving(made(tmp_path / "desk")) as one:
        visitor = opened(browser, one)
        visitor.page.locator("#adults").click()
        visitor.page.locator("#keep-page summary").click()
        visitor.page.locator("#keep").click()
        visitor.reads("Kept.")
    visitor.page.goto(address(one, "/page/"))
    visitor.page.locator("#adults").click()
    assert visitor.page.evaluate("fetch('icon.svg').then(() => 'called', () => 'refused')") == "refused"
    visitor.page.locator("#keep-page summary").click()
    visitor.page.locator("#keep-not").click()
    visitor.reads("Removed.")
    assert visitor.page.evaluate("caches.keys()") == []
    visitor.context.close()


@pytest.mark.parametrize("tongue", ["en", "ar"])
def test_handing_over_and_keeping_are_for_everybody(
    browser: Browser, served: Served, samples: Path, tongue: str
) -> None:
    visitor = opened(browser, served, bypass_csp=True, locale=tongue, viewport={"width": 320, "height": 640})
    tab = visitor.page
    tab.locator("#adults").click()
    tab.locator("#keep-page summary").click()
    tab.locator("#keep").wait_for()
    found = {"keep": found_by_axe(tab)}
    wide = [is_wider_than_its_window(tab)]
    tab.locator("#begin").click()
    tab.locator("input[value=self]").check()
    visitor.on()
    visitor.on()
    tab.locator("#addresses").fill("https://board.example/" + "a-long-address-" * 9)
    visitor.on()
    visitor.on()
    agree(visitor)
    visitor.on()
    tab.locator("input[name=name]").fill("N. N.")
    tab.locator("input[name=contact]").fill("reply@mail.example")
    visitor.on()
    visitor.on()
    tab.locator("#hand").wait_for()
    tab.locator("#handed summary").click()
    tab.evaluate("document.documentElement.style.fontSize = '225%'")
    found["hand"] = found_by_axe(tab)
    wide.append(is_wider_than_its_window(tab))
    assert (found, wide) == ({"keep": [], "hand": []}, [False, False])
    visitor.context.close()


def test_without_scripts_the_page_says_so_and_the_desk_goes_on(browser: Browser, served: Served) -> None:
    plain = browser.new_context(java_script_enabled=False, locale="ar")
    tab = plain.new_page()
    tab.goto(address(served, "/"))
    expect(tab.locator("html")).to_have_attribute("dir", "rtl")
    tab.get_by_text("اعمل على جهازك").click()
    expect(tab.locator("main")).to_contain_text("scripts are turned off")
    tab.go_back()
    tab.locator("main a.button").first.click()
    expect(tab.locator("input[name=age]")).to_have_count(3)
    plain.close()


def test_the_pages_window_holds_nothing_of_the_desk_and_the_address_says_nothing(
    browser: Browser, served: Served
) -> None:
    visitor = opened(browser, served)
    assert visitor.page.evaluate("fetch('/health').then(() => 'called', () => 'refused')") == "refused"
    assert visitor.context.cookies() == []
    assert visitor.page.url == address(served, "/page/")
    assert visitor.page.title() == "Notes"
    visitor.context.close()
