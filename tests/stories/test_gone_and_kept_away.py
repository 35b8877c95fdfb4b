"""The whole way in a real browser: asked for, reviewed, granted, gone from the board, kept away, and taken back again.

The board is the demo's own, with a desk of two serving processes and one working one, all started by their commands.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from demo.board import Board
from demo.copies import as_jpeg, smaller, truth, your_file
from demo.desk import Desk
from demo.platform import Platform
from tests.desk.browser import DESKTOP, PHONE, keep_picture
from tests.desk.staff import enter
from tests.desk.test_served import Served

GONE_EVERYWHERE_MS = 1000
DELIVERED_SECONDS = 30.0
ASKS_OF_EACH = 12


@pytest.fixture
def board() -> Iterator[Board]:
    with Board() as one:
        yield one


@pytest.fixture
def desk(board: Board, tmp_path: Path) -> Iterator[Desk]:
    with Desk(board, tmp_path / "desk", processes=2) as one:
        yield one


def saved_anew() -> bytes:
    """Your picture as somebody uploads it again: smaller, and saved with less quality."""
    with Image.open(your_file("coffee")) as image:
        return as_jpeg(smaller(image, 0.7), quality=60)


def standing(board: Board) -> str:
    """The path of a copy of your picture on the board."""
    return next(one.path for one in truth() if one.of == "coffee" and one.how == "the same file")


def until(happened: Callable[[], bool], seconds: float) -> None:
    """Wait until something happened; fail when it did not in time."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < seconds, "it did not happen in time"
        threading.Event().wait(0.02)


def press(tab: Page, value: str = "next") -> None:
    with tab.expect_navigation():
        tab.click(f'button[name=go][value="{value}"]')


def ask(tab: Page, desk: Desk, place: str) -> tuple[str, str]:
    """Fill the public form in for one place; return number and code."""
    tab.goto(desk.address + "/ask")
    tab.check("input[value=no]")
    press(tab)
    press(tab)
    tab.check("input[value=us-take-it-down]")
    press(tab)
    tab.check("input[value=self]")
    press(tab)
    tab.fill("#places", place)
    press(tab)
    for box in tab.locator("input[type=checkbox]").all():
        box.check()
    press(tab)
    tab.fill("#name", "N. N.")
    press(tab)
    tab.fill("#contact", "reply@mail.example")
    press(tab)
    while not tab.locator("#send-button").is_visible():
        press(tab)
    tab.wait_for_function("document.getElementById('send').value !== ''")
    with tab.expect_navigation():
        tab.click("#send-button")
    number, code = (one.inner_text() for one in tab.locator("dl.receipt dd").all())
    return number, code


def see_status(tab: Page, desk: Desk, number: str, code: str) -> str:
    tab.goto(desk.address + "/status")
    tab.fill("#number", number)
    tab.fill("#code", code)
    with tab.expect_navigation():
        tab.click("main button")
    return tab.inner_text("h1")


def decide(tab: Page, desk: Desk, number: str) -> None:
    """Sign in, open the request, look at the picture while a key is held, and grant, all by keys."""
    enter(tab, Served(int(desk.address.rpartition(":")[2]), desk.folder), "rana", "reviewer")
    with tab.expect_navigation():  # until the page's script listens to keys
        tab.get_by_role("link", name=number).click()
    tab.keyboard.press("p")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    figure = tab.locator("figure")
    expect(figure).to_have_class("covered")
    tab.keyboard.down("v")
    expect(figure).not_to_have_class("covered")
    tab.keyboard.up("v")
    expect(figure).to_have_class("covered")
    tab.keyboard.press("g")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")


def action(platform: Platform, content: bytes) -> set[str]:
    """What the desk says about a picture now, asked so often that every serving process was asked."""
    return {str(platform.ask(f"/pictures/asked-{n}.jpg", content)["action"]) for n in range(ASKS_OF_EACH)}


def test_a_picture_goes_stays_away_and_may_come_back_when_the_asker_says_so(
    browser: Browser, board: Board, desk: Desk
) -> None:
    platform = board.platform
    assert platform is not None
    path, again = standing(board), saved_anew()
    asker = browser.new_context(viewport=PHONE).new_page()
    staff = browser.new_context(viewport=DESKTOP).new_page()
    assert action(platform, again) == {"none"}

    number, code = ask(asker, desk, board.address + path)
    assert path not in board.gone
    decide(staff, desk, number)
    keep_picture(staff, "review-granted")

    until(lambda: path in board.gone, DELIVERED_SECONDS)
    until(lambda: desk.status(number, code)["state"] == "gone", DELIVERED_SECONDS)
    assert see_status(asker, desk, number, code) == "It is gone"
    assert action(platform, again) == {"block"}
    assert platform.upload("/pictures/again.jpg", again).status == 403
    (reasons,) = (one for one in platform.told if one["kind"] == "notify")
    assert number not in str(reasons)
    assert "reply@mail.example" not in str(reasons)

    with asker.expect_navigation():
        asker.click('button[value="ask withdraw"]')
    with asker.expect_navigation():
        asker.click('button[value="withdraw"]')
    asker.wait_for_timeout(GONE_EVERYWHERE_MS)  # what is promised is a time, so this one is waited
    assert action(platform, again) == {"none"}
    assert asker.inner_text("h1") == "You took it back"
    assert platform.upload("/pictures/again.jpg", again).status == 201
