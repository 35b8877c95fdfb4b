"""A person with a phone at the page, in real Chromium: what they press, what they read, and what the browser asked for."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from playwright.sync_api import Browser, BrowserContext, Download, Locator, Page

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "page"
PICTURES = ROOT / "build" / "pictures" / "page"
PHONE = {"width": 360, "height": 740}


class _Served(SimpleHTTPRequestHandler):
    """The folder as any web server gives it, with no header of ours: what the page forbids itself has to hold there too."""

    extensions_map: ClassVar[dict[str, str]] = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
    }

    def log_message(self, *_: object) -> None:
        pass


class _ServedOnce(_Served):
    """The same, and the browser is to store none of it."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


@contextmanager
def served(folder: Path = PAGE, *, keeping: bool = True) -> Iterator[str]:
    """The address of the folder on this machine; without `keeping` the browser is told to store nothing of it."""
    kind = _Served if keeping else _ServedOnce
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(kind, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Visitor:
    """One visit. `asked` are the addresses the browser asked for; `broken` is what went wrong in a script."""

    context: BrowserContext
    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def title(self) -> str:
        return self.page.locator("h1").inner_text()

    def press(self, name: str) -> None:
        """Press what is called so: a button, a link or a choice."""
        self.page.locator("button, a, label, summary").filter(has_text=name).locator(
            "visible=true"
        ).first.click()

    def fill(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def on(self) -> None:
        """Press Next."""
        self.page.locator("#next").click()

    def reads(self, words: str) -> Locator:
        """Wait until this is on the screen."""
        found = self.page.get_by_text(words).locator("visible=true").first
        found.wait_for()
        return found

    def saved(self, press: str) -> Download:
        """Press something that saves a file, and return the file."""
        with self.page.expect_download(timeout=60_000) as waiting:
            self.press(press)
        return waiting.value


def visit(browser: Browser, address: str, *, path: str = "/index.html", **options: Any) -> Visitor:
    """Open the page and wait for its first question."""
    context = browser.new_context(**{"viewport": PHONE, "locale": "en-GB", "has_touch": True, **options})
    page = context.new_page()
    visitor = Visitor(context, page, address)
    context.on("request", lambda request: visitor.asked.append(request.url))
    context.on("weberror", lambda error: visitor.broken.append(str(error.error)))
    page.on("console", lambda said: visitor.broken.append(said.text) if said.type == "error" else None)
    page.goto(address + path)
    page.locator("#adults").wait_for()
    return visitor


def start(visitor: Visitor) -> None:
    """Everyone was an adult; begin."""
    visitor.page.locator("#adults").click()
    visitor.page.locator("#begin").click()


def say_who(visitor: Visitor) -> None:
    visitor.press("Yes, they show me")
    visitor.on()


def say_contact(visitor: Visitor, name: str = "N. N.", mail: str = "reply@mail.example") -> None:
    visitor.fill("Your name", name)
    visitor.fill("E-mail address", mail)
    visitor.on()


def agree(visitor: Visitor) -> None:
    """Agree to every statement."""
    for box in visitor.page.locator("input[name=declared]").all():
        box.check()
    visitor.on()


def keep_picture(visitor: Visitor, name: str) -> None:
    """Take a picture of the whole screen, as it is on a phone, for people to look at: every run leaves them in build/."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    visitor.page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
