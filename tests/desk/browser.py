"""A person on a phone in front of a desk, in real Chromium: a fresh profile each time, and what axe says of a page.

Import the fixtures where they are used: `from tests.desk.browser import page, served  # noqa: F401`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import ROOT
from tests.desk.test_served import Served, made, serving

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 800}


def address(served: Served, path: str = "/") -> str:
    """The address of a page as a browser on this machine opens it."""
    return f"http://localhost:{served.port}{path}"


AXE = ROOT / "tests" / "vendor" / "axe" / "axe.min.js"
PICTURES = ROOT / "docs" / "platform" / "pictures"
SERIOUS = ("serious", "critical")


def found_by_axe(tab: Page) -> list[str]:
    """What axe finds on the page that stands seriously in somebody's way: the rule, and where."""
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} ({one['nodes'][0].get('failureSummary', '')[:200]})"
        for one in found["violations"]
        if one["impact"] in SERIOUS
    ]


def is_wider_than_its_window(tab: Page) -> bool:
    """Whether somebody would have to scroll sideways."""
    return bool(tab.evaluate("document.scrollingElement.scrollWidth > window.innerWidth"))


def keep_picture(tab: Page, name: str) -> None:
    """Take a picture of the page for the docs, when RESCIND_PICTURES=1 asks for it."""
    if os.environ.get("RESCIND_PICTURES") == "1":
        PICTURES.mkdir(parents=True, exist_ok=True)
        tab.evaluate("window.scrollTo(0, 0)")
        tab.screenshot(path=PICTURES / f"{name}.png")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that answers, made for this file of tests alone."""
    with serving(made(tmp_path_factory.mktemp("browsed") / "desk")) as one:
        yield one


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile on a phone."""
    one = browser.new_context(viewport=PHONE, locale="en-GB")
    yield one
    one.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab on a phone."""
    return context.new_page()
