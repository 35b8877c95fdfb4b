"""Keeping the page on a device: only on purpose, whole or not at all, and nothing left when it is removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from rescind.page_files import KEEPER, Offer, offering, page_files
from tests.page.browser import Visitor, say_who, start, visit
from tests.page.fake_desk import FakeDesk, showing_page
from tests.page.test_safe import KEPT

OFFER = Offer(keep=True)
NEVER = {"local": 0, "session": 0, "cookie": "", "databases": 0, "caches": 0, "workers": 0}
IN_CACHES = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = (await cache.keys()).map((one) => one.url);
  }
  return found; }"""


@pytest.fixture
def host() -> Iterator[FakeDesk]:
    """A server that offers to keep the page."""
    with showing_page(OFFER) as one:
        yield one


def left(visitor: Visitor) -> dict[str, object]:
    """What is in the browser, but for how many pages were opened."""
    return {name: value for name, value in visitor.page.evaluate(KEPT).items() if name != "history"}


def keep(visitor: Visitor) -> None:
    """Go to the button and press it."""
    visitor.page.locator("#adults").click()
    visitor.page.locator("#keep-page summary").click()
    visitor.page.locator("#keep").click()


def open_again(visitor: Visitor) -> None:
    """Open the same address once more."""
    visitor.page.goto(visitor.address + "/")
    visitor.page.locator("#adults").wait_for()


def test_nothing_is_kept_before_the_button_and_nothing_is_left_after_removing(
    browser: Browser, samples: Path
) -> None:
    with showing_page(OFFER) as host:
        visitor = visit(browser, host.address)
        assert left(visitor) == NEVER
        keep(visitor)
        visitor.reads("Kept. Open the same address again, and it works without a network.")
        [kept] = visitor.page.evaluate(IN_CACHES).values()
        own = {
            f"{host.address}/{name}" for name in host.files if name != KEEPER and not name.endswith(".d.ts")
        }
        assert set(kept) == own
        before = len(host.asked)
        open_again(visitor)
        assert [one for one in host.asked[before:] if one != f"GET /{KEEPER}"] == [], (
            "it asked although it is kept"
        )

    # The server is gone now.
    open_again(visitor)
    start(visitor)
    say_who(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    assert visitor.page.evaluate("fetch('icon.svg').then(() => 'called', () => 'refused')") == "refused"
    visitor.page.evaluate("onbeforeunload = null")
    visitor.page.on("dialog", lambda one: one.accept())
    open_again(visitor)
    visitor.page.locator("#adults").click()
    visitor.page.locator("#keep-page summary").click()
    visitor.page.locator("#keep-not").click()
    visitor.reads("Removed. The page is not kept any more.")
    assert left(visitor) == NEVER
    visitor.context.close()


def test_a_newer_page_takes_the_place_of_the_kept_one_only_as_a_whole(
    browser: Browser, host: FakeDesk
) -> None:
    visitor = visit(browser, host.address)
    keep(visitor)
    visitor.reads("Kept.")
    first = visitor.page.evaluate(IN_CACHES)

    words = page_files()["words/en.js"].replace(b"Was everyone", b"Was all of them")
    newer = {**page_files(), "words/en.js": words}
    half = {**host.files, KEEPER: offering(newer, OFFER)[KEEPER]}
    host.files = half  # the new list came, and the file it speaks of did not
    open_again(visitor)
    assert update(visitor) == "refused"
    assert visitor.page.evaluate(IN_CACHES) == first
    open_again(visitor)
    assert visitor.title().startswith("Was everyone shown")

    host.files = offering(newer, OFFER)
    assert update(visitor) == "installed"
    assert visitor.title().startswith("Was everyone shown"), "the window that is open stays as it is"
    visitor.page.goto("about:blank")
    open_again(visitor)
    expect(visitor.page.locator("h1")).to_contain_text("Was all of them shown")
    visitor.page.wait_for_function("async () => (await caches.keys()).length === 1")
    assert list(visitor.page.evaluate(IN_CACHES)) != list(first)
    visitor.context.close()


def update(visitor: Visitor) -> str:
    """Look for a newer list, as the browser does by itself when the page is opened; say what became of it."""
    return str(
        visitor.page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.getRegistration();
              await registration.update().catch(() => {});
              const worker = registration.installing ?? registration.waiting;
              if (!worker) return 'refused';
              while (worker.state === 'installing') await new Promise((go) => { worker.onstatechange = go; });
              return worker.state === 'redundant' ? 'refused' : 'installed'; }"""
        )
    )


def test_where_a_file_is_not_that_of_the_list_nothing_is_kept(browser: Browser, host: FakeDesk) -> None:
    host.files = {**host.files, "look.css": b"/* another one */"}
    visitor = visit(browser, host.address)
    keep(visitor)
    visitor.reads("That did not work. Nothing was kept.")
    assert left(visitor) == NEVER
    visitor.context.close()


def test_what_keeps_it_can_call_nobody_else_where_the_server_says_so(
    browser: Browser, host: FakeDesk
) -> None:
    with showing_page(OFFER) as other:
        calling = f'\nfetch("{other.address}/icon.svg", {{ mode: "no-cors" }}).catch(() => {{}});\n'.encode()
        host.files = {**host.files, KEEPER: host.files[KEEPER] + calling}
        visitor = visit(browser, host.address)
        keep(visitor)
        visitor.reads("Kept.")
        assert other.asked == []
        visitor.context.close()


def test_where_nobody_offers_it_there_is_no_button_and_nothing_could_be_kept(visitor: Visitor) -> None:
    visitor.page.locator("#adults").click()
    assert visitor.page.locator("#begin").count() == 1
    assert visitor.page.locator("#keep-page").count() == 0
    became = visitor.page.evaluate(
        """() => navigator.serviceWorker.register("keep.js").then((one) => new Promise((tell) => {
          one.installing.onstatechange = ({ target }) => tell(target.state); }))"""
    )
    assert became == "redundant"
    assert left(visitor) == NEVER


def test_what_a_site_around_the_page_keeps_is_neither_taken_for_the_page_nor_removed(
    browser: Browser, host: FakeDesk
) -> None:
    own = b"addEventListener('fetch', () => {});"
    host.files = {**{f"page/{name}": content for name, content in host.files.items()}, "own.js": own}
    host.headers = {f"page/{name}": headers for name, headers in host.headers.items()}
    host.files = {**host.files, "own.html": b"<script>navigator.serviceWorker.register('own.js')</script>"}
    visitor = visit(browser, host.address, path="/page/index.html")
    around = visitor.context.new_page()
    around.goto(f"{host.address}/own.html")
    around.evaluate("async () => { await navigator.serviceWorker.ready; }")
    keep(visitor)
    visitor.reads("Kept.")
    visitor.page.locator("#keep-not").click()
    visitor.reads("Removed. The page is not kept any more.")
    scopes = "async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)"
    assert around.evaluate(scopes) == [f"{host.address}/"]
    visitor.context.close()
