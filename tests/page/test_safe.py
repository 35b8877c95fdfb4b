"""What the page promises: it stops under 18, sends nothing, keeps nothing, shows nothing unasked, and is left at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rescind.person import places_to_go
from tests.page.browser import PAGE, ROOT, Visitor, say_who, start, visit

HOSTILE = {
    "empty.jpg": "This file is empty.",
    "text.jpg": "This file is neither a picture nor a video.",
    "bomb-400mp.png": "This picture is too big to open safely in a browser.",
    "truncated-60.jpg": "This file stops in the middle.",
    "truncated-header.jpg": "This file stops in the middle.",
    "truncated.png": "This file stops in the middle.",
    "two-pages.tiff": "Your browser cannot open this kind of picture.",
    "plain.heic": "Fingerprint made",
    "corrupt-middle.jpg": "Fingerprint made",
    "trailing-data.jpg": "Fingerprint made",
    "1x1.png": "there is so little to see in this picture",
    "white.jpg": "there is so little to see in this picture",
    "cmyk.jpg": "Fingerprint made",
    "png-named.jpg": "Fingerprint made",
}
TINY_BMP = b"BM" + bytes(12) + (40).to_bytes(4, "little") + (60_000).to_bytes(4, "little") * 2 + bytes(60)
TORN_HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\x20meta" + b"\xff" * 24
WRITTEN = {
    "words.jpg": (b"These are words.\n" * 40, "This file is neither a picture nor a video."),
    "drawing.svg": (
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>window.ran = 1</script></svg>",
        "We cannot open this kind of file.",
    ),
    "page.png": (
        b"<!doctype html><script>window.ran = 1</script>",
        "This file is neither a picture nor a video.",
    ),
    "claims.bmp": (TINY_BMP, "This picture is too big to open safely in a browser."),
    "torn.heic": (TORN_HEIC, "This file stops in the middle."),
    "start.jpg": (b"\xff\xd8\xff", "This file stops in the middle."),
    "start.webp": (b"RIFF\xff\xff\xff\x7fWEBPVP8 ", "This file stops in the middle."),
    "huge.jpg": (b"\xff\xd8\xff\xe0", "This picture is too big to open safely in a browser."),
    "<img src=x onerror=window.ran=1>.png": (b"\x89PNG\r\n\x1a\n", "This file stops in the middle."),
}
"""Files that are not what they say, or not all there."""

KEPT = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length, history: history.length })"""


def to_pictures(visitor: Visitor) -> None:
    start(visitor)
    say_who(visitor)


def test_age_is_asked_before_anything_else(visitor: Visitor) -> None:
    assert visitor.title() == "Was everyone shown 18 or over when the pictures were made?"
    assert visitor.page.locator("input, textarea").count() == 0


def test_under_18_it_stops_forgets_and_points_to_the_services(visitor: Visitor) -> None:
    visitor.page.locator("#minors").click()
    assert visitor.title() == "We stop here"
    said = visitor.page.locator("main").inner_text()
    assert [one.name for one in places_to_go.under_18() if one.name not in said] == []
    assert "Do not copy, send or screenshot the pictures" in said
    assert "Nothing is kept here." in said
    assert visitor.page.locator("input").count() == 0
    assert visitor.page.evaluate(KEPT)["local"] == 0


def test_the_way_to_the_services_for_under_18_is_on_every_later_screen_and_forgets_everything(
    visitor: Visitor, samples: Path
) -> None:
    to_pictures(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    visitor.press("Somebody shown was under 18")
    assert visitor.title() == "We stop here"
    visitor.reads("What you put in here was forgotten now.")
    visitor.press("I pressed the wrong button")
    to_pictures(visitor)
    assert visitor.page.locator(".tile").count() == 0


def test_a_file_that_is_being_opened_stays_shut_when_somebody_was_under_18(visitor: Visitor) -> None:
    slow, quick = (ROOT / "vectors" / "casefile" / name for name in ("v1.case", "v1-quick.case"))
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    open_with(visitor, slow, "these words open the sample file")
    visitor.page.locator("#under-18").click()
    assert visitor.title() == "We stop here"
    visitor.page.locator("#again").click()
    visitor.page.locator("#adults").click()
    visitor.page.locator("#open").click()
    open_with(visitor, quick, "other words")  # by then the first would have been opened
    visitor.reads("This passphrase does not open the file")
    assert visitor.page.locator("#unseal").is_visible()
    assert visitor.broken == []


def open_with(visitor: Visitor, file: Path, words: str) -> None:
    visitor.page.set_input_files("#case", file)
    visitor.page.locator("#passphrase").fill(words)
    visitor.page.locator("#unseal").click()


def test_hostile_files_each_have_their_plain_sentence(
    visitor: Visitor, samples: Path, tmp_path: Path
) -> None:
    files = {samples / "images" / name: said for name, said in HOSTILE.items()}
    for name, (content, said) in WRITTEN.items():
        (tmp_path / name).write_bytes(content)
        files[tmp_path / name] = said
    os.truncate(tmp_path / "huge.jpg", 2 << 30)  # no block of it is written
    to_pictures(visitor)
    visitor.page.set_input_files("#files", list(files))
    visitor.page.get_by_text(f"{len(files)} of {len(files)} done").wait_for(timeout=120_000)
    tiles = visitor.page.locator(".tile").all_inner_texts()
    wrong = {
        file.name: tile for (file, said), tile in zip(files.items(), tiles, strict=True) if said not in tile
    }
    assert wrong == {}
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads(f"{len(files) + 1} of {len(files) + 1} done")
    assert "Fingerprint made" in visitor.page.locator(".tile").last.inner_text()
    visitor.on()
    assert visitor.title() == "Where did you see them?"
    assert visitor.page.evaluate("() => window.ran") is None
    assert visitor.broken == []


def test_no_picture_is_shown_until_asked_and_then_in_grey_for_a_moment(
    visitor: Visitor, samples: Path
) -> None:
    to_pictures(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    assert visitor.page.locator("img").count() == 0
    visitor.press("Show for 5 seconds")
    shown = visitor.page.locator(".face img")
    shown.wait_for()
    assert shown.evaluate("one => getComputedStyle(one).filter") == "grayscale(1)"
    shown.wait_for(state="detached", timeout=8000)


def test_fifty_pictures_do_not_freeze_the_page_and_can_be_stopped(visitor: Visitor, samples: Path) -> None:
    to_pictures(visitor)
    names = [samples / "images" / f"base-{name}.jpg" for name in ("cat", "dogs", "fig", "drum", "sunset")]
    visitor.page.evaluate(
        "() => { window.longest = 0; let last = performance.now(); "
        "const tick = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); "
        "last = now; requestAnimationFrame(tick); }; tick(); }"
    )
    visitor.page.set_input_files("#files", names * 10)
    visitor.page.get_by_text("50 of 50 done").wait_for(timeout=120_000)
    assert visitor.page.evaluate("() => window.longest") < 1000
    visitor.page.set_input_files("#files", names * 10)
    visitor.page.locator("#stop").click()
    visitor.page.locator("#stop").wait_for(state="hidden")
    assert visitor.page.get_by_text("Stopped. No fingerprint was made.").count() >= 40
    visitor.page.set_input_files("#files", names[0])
    visitor.reads("101 of 101 done")
    assert visitor.broken == []


def test_the_page_works_without_a_network_once_it_is_loaded(visitor: Visitor, samples: Path) -> None:
    visitor.context.set_offline(True)
    to_pictures(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    visitor.on()
    assert visitor.title() == "Where did you see them?"
    assert visitor.broken == []


@pytest.mark.parametrize("where", ["page", "worker"])
def test_the_page_and_its_worker_may_call_nobody(visitor: Visitor, address: str, where: str) -> None:
    calling = f"fetch('{address}/icon.svg').then(() => 'called', () => 'refused')"
    inside = f"{calling}.then(said => postMessage(said))"
    in_worker = (
        "() => new Promise(tell => { const worker = new Worker(URL.createObjectURL("
        f"new Blob([{inside!r}], {{type: 'text/javascript'}}))); worker.onmessage = said => tell(said.data); }})"
    )
    assert visitor.page.evaluate(f"() => {calling}" if where == "page" else in_worker) == "refused"


def test_nothing_is_left_in_the_browser(visitor: Visitor, samples: Path) -> None:
    before = visitor.page.evaluate(KEPT)
    to_pictures(visitor)
    visitor.page.set_input_files("#files", samples / "images" / "base-cat.jpg")
    visitor.reads("Fingerprint made")
    visitor.on()
    visitor.fill("Addresses, one on each line", "https://board.example/thread/7")
    visitor.on()
    after = visitor.page.evaluate(KEPT)
    assert after == before
    assert {name: count for name, count in after.items() if count and name != "history"} == {}
    assert visitor.page.url.endswith("/index.html")


@pytest.mark.parametrize("how", ["button", "escape"])
def test_leaving_empties_the_page_and_leads_elsewhere(browser: Browser, address: str, how: str) -> None:
    visitor = visit(browser, address)
    visitor.context.route("https://www.wikipedia.org/", lambda route: route.fulfill(body="elsewhere"))
    start(visitor)
    visitor.press("Yes, they show me")
    if how == "button":
        visitor.press("Leave now")
    else:
        for _ in range(3):
            visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_url("https://www.wikipedia.org/")
    visitor.page.go_back()
    assert "index.html" not in visitor.page.url
    visitor.context.close()


def test_title_icon_and_address_say_nothing(visitor: Visitor) -> None:
    assert visitor.page.title() == "Notes"
    icon = (Path(__file__).resolve().parents[2] / "page" / "icon.svg").read_text("utf-8")
    assert "<text" not in icon


def test_people_who_help_are_on_every_screen_with_their_date(visitor: Visitor) -> None:
    for _ in range(2):
        visitor.press("People who help")
        visitor.page.get_by_label("Country", exact=True).select_option("GB")
        visitor.reads("Revenge Porn Helpline")
        visitor.reads("We last looked in November 2026.")
        start(visitor) if visitor.title().startswith("Was everyone") else None


def test_opened_from_a_folder_it_says_in_plain_words_what_to_do(browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{PAGE.as_uri()}/index.html")
    page.get_by_text("Browsers do not let pages in many files run from a folder.").wait_for()
    assert "rescind open" in page.locator("main").inner_text()
    page.close()
