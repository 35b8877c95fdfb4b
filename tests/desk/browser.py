"""A real browser for the desk's tests: Chromium as the system has it, a fresh profile each time, this machine only.

Import the fixtures where they are used: `from tests.desk.browser import browser, page, served  # noqa: F401`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.desk.test_served import Served, made, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 800}


def address(served: Served, path: str = "/") -> str:
    """The address of a page as a browser on this machine opens it."""
    return f"http://localhost:{served.port}{path}"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk that answers, made for this file of tests alone."""
    with serving(made(tmp_path_factory.mktemp("browsed") / "desk")) as one:
        yield one


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window; skips where there is none."""
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


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
