"""A reviewer at work in a real browser: with the keyboard alone, a picture shown only while a key is held, read by axe."""

# ruff: noqa: F811 - fixtures are imported where they are used

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from rescind import fingerprint
from rescind.removal import document
from tests.desk.browser import (  # noqa: F401 - fixtures are found by their names
    DESKTOP,
    NARROW,
    address,
    found_by_axe,
    is_wider_than_its_window,
    keep_picture,
    served,
)
from tests.desk.conftest import Make
from tests.desk.staff import enter
from tests.desk.test_served import Served, typed
from tests.fakes.receiver import Receiver, Reply, receiving

COFFEE = (Path(__file__).parent.parent / "samples" / "images" / "base-coffee.jpg").read_bytes()
EVERYTHING = ("reviewer", "lead", "operator", "auditor", "minors")
PAGES = (
    "/staff",
    "/staff/minors",
    "/staff/banks",
    "/staff/misuse",
    "/staff/hooks",
    "/staff/people",
    "/staff/journal",
)
COVERED = "blur(28px)"


@pytest.fixture(scope="module")
def platform(served: Served) -> Iterator[Receiver]:
    """The platform's software, which shows a picture of coffee."""
    with receiving() as receiver:
        receiver.answer = lambda call: Reply(200, COFFEE, "image/jpeg")
        added = typed("hook", "add", "board", receiver.address, folder=served.folder)
        assert added.returncode == 0, added.stderr
        yield receiver


@pytest.fixture(scope="module")
def desk_tab(browser: Browser, served: Served, platform: Receiver) -> Iterator[Page]:
    """Somebody with every role, signed in."""
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")
    tab = context.new_page()
    enter(tab, served, "rana", *EVERYTHING)
    yield tab
    context.close()


def ask(served: Served, make: Make, name: str) -> str:
    """File a request and return its number."""
    mine = fingerprint.of_image(COFFEE, turns=False).bits
    answer = served.ask(
        "POST", "/v1/requests", document.write(make(id=name, fingerprints=(mine,)), fingerprints=True)
    )
    assert answer.status == 201
    return str(answer.body["number"])


def filter_of(picture: Locator) -> str:
    return str(picture.evaluate("one => getComputedStyle(one).filter"))


def test_a_request_is_decided_with_the_keyboard_alone(desk_tab: Page, served: Served, make: Make) -> None:
    number = ask(served, make, "keys")
    desk_tab.goto(address(served, "/staff"))
    keys = desk_tab.keyboard
    keep_picture(desk_tab, "queue")
    for _ in range(60):
        keys.press("j")
        if desk_tab.evaluate("document.activeElement.textContent") == number:
            break
    keys.press("Enter")
    expect(desk_tab.get_by_role("heading", name=number)).to_be_visible()
    keys.press("p")
    keys.press("Enter")
    expect(desk_tab.get_by_text("The same picture")).to_be_visible()
    keys.press("h")
    keys.press("Enter")
    expect(desk_tab.get_by_text("Hidden · rana")).to_be_visible()
    keys.press("g")
    keys.press("Enter")
    expect(desk_tab.get_by_text("Granted · rana")).to_be_visible()
    keys.press("g")
    keys.press("Enter")
    expect(desk_tab.get_by_text("Confirmed to be gone · rana")).to_be_visible()


def test_a_letter_decides_nothing_by_itself_and_is_a_letter_in_a_field(
    desk_tab: Page, served: Served, make: Make
) -> None:
    number = ask(served, make, "letters")
    desk_tab.goto(address(served, f"/staff/{number}"))
    desk_tab.keyboard.press("g")
    expect(desk_tab.get_by_role("button", name="Grant")).to_be_focused()
    desk_tab.keyboard.press("m")
    desk_tab.keyboard.type("ghr")
    expect(desk_tab.get_by_label("Write to the asker")).to_have_value("ghr")
    desk_tab.get_by_label("No keys").check()
    desk_tab.locator("h1").click()
    desk_tab.keyboard.press("g")
    expect(desk_tab.get_by_role("button", name="Grant")).not_to_be_focused()
    desk_tab.get_by_label("No keys").uncheck()
    expect(desk_tab.locator("h1 + .tag")).to_have_text("running")


def test_a_picture_is_shown_only_while_a_key_or_the_button_is_held(
    desk_tab: Page, served: Served, make: Make
) -> None:
    number = ask(served, make, "covered")
    desk_tab.goto(address(served, f"/staff/{number}"))
    assert desk_tab.locator(".covered").count() == 0
    desk_tab.get_by_role("button", name="Compare with your copy").first.click()
    picture = desk_tab.locator(".covered img")
    picture.wait_for()
    assert COVERED in filter_of(picture)
    keep_picture(desk_tab, "review")
    desk_tab.keyboard.down("v")
    assert COVERED not in filter_of(picture)
    desk_tab.keyboard.up("v")
    assert COVERED in filter_of(picture)
    button = desk_tab.get_by_role("button", name="Hold to look")
    button.hover()
    desk_tab.mouse.down()
    assert COVERED not in filter_of(picture)
    desk_tab.mouse.up()
    assert COVERED in filter_of(picture)
    desk_tab.keyboard.down("v")
    desk_tab.evaluate("window.dispatchEvent(new Event('blur'))")
    assert COVERED in filter_of(picture)
    desk_tab.keyboard.up("v")


def test_without_scripts_everything_can_be_done(
    desk_tab: Page, browser: Browser, served: Served, make: Make
) -> None:
    number = ask(served, make, "plain")
    plain = browser.new_context(
        viewport=DESKTOP, java_script_enabled=False, storage_state=desk_tab.context.storage_state()
    )
    tab = plain.new_page()
    tab.goto(address(served, f"/staff/{number}"))
    tab.get_by_role("button", name="Compare with your copy").first.click()
    picture = tab.locator(".covered img")
    picture.wait_for()
    tab.get_by_role("button", name="Hold to look").hover()
    assert COVERED in filter_of(picture)
    tab.mouse.down()
    assert COVERED not in filter_of(picture)
    tab.mouse.up()
    tab.get_by_role("button", name="Hide everything now").click()
    tab.locator("summary", has_text="Refuse").click()
    tab.get_by_role("radio").first.check()
    tab.get_by_role("button", name="Propose to refuse").click()
    expect(tab.get_by_text("Somebody else must read it.")).to_be_visible()
    plain.close()


def test_axe_finds_nothing_serious_on_any_page_of_the_staff(
    desk_tab: Page, browser: Browser, served: Served, make: Make
) -> None:
    number = ask(served, make, "axe")
    found = {}
    outside = browser.new_page()
    outside.goto(address(served, "/staff"))
    found["sign in"] = found_by_axe(outside)
    outside.close()
    # The same pages, with every fold opened: what is folded away is looked at too.
    for path in (
        *PAGES,
        f"/staff/{number}",
        "/staff/account/second/",
        "/staff/account/second/keys/add/",
        "/staff/NQTHERE",
    ):
        desk_tab.goto(address(served, path))
        desk_tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        found[path] = found_by_axe(desk_tab)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_no_page_is_wider_than_a_small_phone(desk_tab: Page, served: Served, make: Make) -> None:
    number = ask(served, make, "narrow")
    desk_tab.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    wide = []
    for path in (*PAGES, f"/staff/{number}"):
        desk_tab.goto(address(served, path))
        if is_wider_than_its_window(desk_tab):
            wide.append(path)
    desk_tab.set_viewport_size({"width": DESKTOP["width"], "height": DESKTOP["height"]})
    assert wide == []


def test_a_dead_work_is_seen_on_every_page(desk_tab: Page, served: Served) -> None:
    for path in PAGES:
        desk_tab.goto(address(served, path))
        expect(desk_tab.get_by_text("Nothing is being delivered.")).to_be_visible()


def test_nothing_foreign_is_asked_for_and_nothing_inline_runs(desk_tab: Page, served: Served) -> None:
    called: list[str] = []
    said: list[str] = []
    desk_tab.on("request", lambda one: called.append(one.url))
    desk_tab.on("console", lambda one: said.append(one.text))
    for path in (*PAGES, "/staff/account/second/keys/add/"):
        desk_tab.goto(address(served, path))
    assert called
    assert [one for one in called if not one.startswith(address(served, "/"))] == []
    assert [one for one in said if "Content Security Policy" in one] == []
