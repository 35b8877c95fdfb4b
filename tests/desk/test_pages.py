"""The public pages in a real browser: without scripts, with the keyboard alone, narrow, and read by axe in two languages."""

# ruff: noqa: F811 - a test asks for a fixture by the name that it was imported by
from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from rescind.removal.receipt import read as read_receipt
from tests.conftest import ROOT
from tests.desk.browser import (  # noqa: F401 - fixtures are found by their names
    AXE,
    NARROW,
    PHONE,
    address,
    context,
    found_by_axe,
    is_wider_than_its_window,
    keep_picture,
    page,
    served,
)
from tests.desk.test_served import Served

PLAIN_PAGES = ("/", "/ask", "/ask/back", "/status", "/duties", "/objection")
LEAVE = "https://www.bbc.com/weather"
PLACES = "https://board.example/thread/7\nthe thread that begins with my street"


def go(tab: Page, value: str = "next") -> None:
    with tab.expect_navigation():
        tab.click(f'button[name=go][value="{value}"]')


def screens(tab: Page, served: Served, lang: str = "en", age: str = "no") -> Iterator[str]:
    """Fill the form in, and stop at each screen with its name."""
    tab.goto(address(served, f"/ask?lang={lang}"))
    yield "age"
    go(tab)
    yield "age with a fault"
    tab.check(f"input[value={age}]")
    go(tab)
    while not tab.locator("#send-button").is_visible():
        name = tab.locator("input[name=screen]").first.get_attribute("value") or ""
        yield name
        answer_screen(tab, name)
        go(tab)
    yield "review"


def answer_screen(tab: Page, name: str) -> None:
    """Type what somebody types into this screen."""
    match name:
        case "law":
            tab.check("input[value=combined]")
        case "who":
            tab.check("input[value=self]")
        case "places":
            tab.fill("#places", PLACES)
        case "declarations":
            for box in tab.locator("input[type=checkbox]").all():
                box.check()
        case "name":
            tab.fill("#name", "N. N.")
        case "contact":
            tab.fill("#contact", "reply@mail.example")


def send(tab: Page) -> None:
    """Send the form when the work is done, as a person who reads it first does."""
    tab.wait_for_function("document.getElementById('send').value !== ''")
    with tab.expect_navigation():
        tab.click("#send-button")


def test_axe_is_as_it_was_published() -> None:
    digest, name = (AXE.parent / "SHA256SUMS").read_text(encoding="utf-8").split()
    assert hashlib.sha256((AXE.parent / name).read_bytes()).hexdigest() == digest
    assert (AXE.parent / "LICENSE").read_text(encoding="utf-8").startswith("Mozilla Public License")


def test_without_scripts_the_form_leads_to_the_receipt(browser: Browser, served: Served) -> None:
    plain = browser.new_context(viewport=PHONE, java_script_enabled=False, accept_downloads=True)
    tab = plain.new_page()
    seen = list(screens(tab, served))
    assert seen[-1] == "review"
    go(tab, "send")
    if "Please wait" in tab.inner_text("main"):
        seconds = int(re.search(r"wait (\d+) seconds", tab.inner_text("main"))[1])  # type: ignore[index]
        tab.wait_for_timeout(seconds * 1000)
        go(tab, "send")
    assert tab.inner_text("h1") == "We have it"
    number, code = (one.inner_text() for one in tab.locator("dl.receipt dd").all())
    with tab.expect_download() as waiting:
        tab.click("button[value=receipt]")
    signed = read_receipt(Path(waiting.value.path()).read_bytes())
    assert (waiting.value.suggested_filename, signed.receipt.number) == ("receipt.json", number)
    tab.goto(address(served, "/status"))
    tab.fill("#number", number)
    tab.fill("#code", code)
    with tab.expect_navigation():
        tab.click("main button")
    assert tab.inner_text("h1") == "We have it, and have not decided yet"
    assert tab.context.cookies() == []
    assert number not in tab.url
    plain.close()


def test_with_the_keyboard_alone_the_form_leads_to_the_receipt(page: Page, served: Served) -> None:
    page.goto(address(served, "/ask"))
    press = page.keyboard.press

    def reach(selector: str) -> None:
        for _ in range(40):
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                around = page.evaluate(
                    "getComputedStyle(document.activeElement.closest('.choice') ?? document.body).outlineStyle"
                )
                assert "solid" in (outline, around), f"nobody sees where the keyboard is: {selector}"
                return
            press("Tab")
        raise AssertionError(f"the keyboard does not reach {selector}")

    reach("input[name=age]")
    press("ArrowDown")  # from "yes" to "no"
    reach("button[value=next]")
    press("Enter")
    expect(page.locator("h1")).to_have_text("Write these two down")
    while not page.locator("#send-button").is_visible():
        name = page.locator("input[name=screen]").first.get_attribute("value")
        before = page.inner_text("h1")
        match name:
            case "law" | "who":
                reach(f"input[name={name}]")
                press("Space")
            case "places":
                reach("#places")
                page.keyboard.type("the thread that begins with my street")
            case "declarations":
                for n in range(page.locator("input[type=checkbox]").count()):
                    reach(f"label:nth-of-type({n + 1}) > input[type=checkbox]")
                    press("Space")
            case "name" | "contact":
                reach(f"#{name}")
                page.keyboard.type("reply@mail.example")
        reach("button[value=next]")
        press("Enter")
        expect(page.locator("h1")).not_to_have_text(before)
    page.wait_for_function("document.getElementById('send').value !== ''")
    reach("#send-button")
    press("Enter")
    expect(page.locator("h1")).to_have_text("We have it")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_axe_finds_nothing_serious_on_any_public_page(
    browser: Browser, served: Served, lang: str, scheme: str
) -> None:
    one = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    tab = one.new_page()
    found: dict[str, list[str]] = {}
    for path in PLAIN_PAGES:
        tab.goto(address(served, f"{path}?lang={lang}"))
        found[path] = found_by_axe(tab)
        if path == "/" and (lang, scheme) == ("en", "light"):
            keep_picture(tab, "start-en")
    for name in screens(tab, served, lang):
        found[name] = found_by_axe(tab)
        if (lang, scheme) == ("en", "light") and name in ("code", "places", "review"):
            keep_picture(tab, f"ask-{name}-{lang}")
    send(tab)
    expect(tab.locator("dl.receipt")).to_be_visible()
    found["receipt"] = found_by_axe(tab)
    if (lang, scheme) in (("en", "dark"), ("ar", "light")):
        keep_picture(tab, f"receipt-{lang}")
    with tab.expect_navigation():
        tab.locator("main form button").first.click()
    found["status"] = found_by_axe(tab)
    with tab.expect_navigation():
        tab.click('button[value="ask withdraw"]')
    found["withdraw"] = found_by_axe(tab)
    tab.goto(address(served, f"/ask?lang={lang}"))
    tab.check("input[value=yes]")
    go(tab)
    go(tab)
    found["young"] = found_by_axe(tab)
    assert {name: faults for name, faults in found.items() if faults} == {}
    one.close()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("zoom", [1, 2])
def test_no_page_scrolls_sideways_on_a_narrow_screen(
    browser: Browser, served: Served, lang: str, zoom: int
) -> None:
    one = browser.new_context(viewport={"width": NARROW["width"] * zoom, "height": NARROW["height"]})
    tab = one.new_page()
    wide = []
    for path in PLAIN_PAGES:
        tab.goto(address(served, f"{path}?lang={lang}"))
        tab.evaluate("z => { document.documentElement.style.zoom = z }", zoom)
        wide += [path] if is_wider_than_its_window(tab) else []
    for name in screens(tab, served, lang):
        tab.evaluate("z => { document.documentElement.style.zoom = z }", zoom)
        wide += [name] if is_wider_than_its_window(tab) else []
    send(tab)
    wide += ["receipt"] if is_wider_than_its_window(tab) else []
    assert wide == []
    one.close()


def left(tab: Page) -> list[str]:
    """Answer for the neutral page, so that nothing leaves this machine; what was asked for, with its referrer."""
    asked: list[str] = []

    def answer(route: object) -> None:
        request = route.request  # type: ignore[attr-defined]
        asked.append(f"{request.url} {request.headers.get('referer', '')}".strip())
        route.fulfill(body="<h1>Weather</h1>", content_type="text/html")  # type: ignore[attr-defined]

    tab.route(f"{LEAVE}**", answer)
    return asked


def test_the_quick_exit_leaves_and_back_does_not_lead_here(page: Page, served: Served) -> None:
    asked = left(page)
    page.goto(address(served, "/health"))
    page.goto(address(served, "/ask"))
    page.click("#leave")
    page.wait_for_url(LEAVE)
    assert asked == [LEAVE], "the neutral page was told where somebody came from"
    page.go_back()
    assert page.url.endswith("/health"), "back leads to the form"


def test_escape_three_times_leaves_and_says_so_before(page: Page, served: Served) -> None:
    asked = left(page)
    page.goto(address(served, "/status"))
    page.keyboard.press("Escape")
    expect(page.locator("#leave-said")).to_have_text("Press Escape two more times to leave.")
    page.keyboard.press("Escape")
    expect(page.locator("#leave-said")).to_have_text("Press Escape once more to leave.")
    assert asked == []
    page.keyboard.press("Escape")
    page.wait_for_url(LEAVE)
    assert asked == [LEAVE]


def test_two_escapes_and_a_pause_leave_nothing(page: Page, served: Served) -> None:
    asked = left(page)
    page.clock.install()
    page.goto(address(served, "/status"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.clock.run_for(5_100)
    expect(page.locator("#leave-said")).to_have_text("Leaving stopped.")
    page.keyboard.press("Escape")
    expect(page.locator("#leave-said")).to_have_text("Press Escape two more times to leave.")
    assert asked == []


def test_without_scripts_the_quick_exit_is_a_link(browser: Browser, served: Served) -> None:
    plain = browser.new_context(java_script_enabled=False)
    tab = plain.new_page()
    asked = left(tab)
    tab.goto(address(served, "/ask"))
    tab.click("#leave")
    tab.wait_for_url(LEAVE)
    assert asked == [LEAVE]
    assert "does not delete that list" in (
        ROOT / "src/rescind/desk/web/templates/public/frame.html"
    ).read_text("utf-8")
    plain.close()


def test_no_page_calls_anything_but_this_desk(context: BrowserContext, served: Served) -> None:
    called: list[str] = []
    broken: list[str] = []
    context.on("request", lambda request: called.append(request.url))
    tab = context.new_page()
    tab.on("console", lambda said: broken.append(said.text))
    tab.on("pageerror", lambda error: broken.append(str(error)))
    for path in PLAIN_PAGES:
        tab.goto(address(served, path))
    for _ in screens(tab, served):
        pass
    send(tab)
    expect(tab.locator("dl.receipt")).to_be_visible()
    assert called
    assert [url for url in called if not url.startswith(address(served))] == []
    # Chromium notes the answer 422, with which a screen comes back that has to be mended.
    assert [said for said in broken if "422" not in said] == []
    assert context.cookies() == []
    assert tab.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
