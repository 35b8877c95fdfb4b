"""Parts of the page loaded on demand: one request for the page's own file, and none where there is no network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.page.browser import PAGE, Visitor, say_who, start, visit

PARTS = sorted(path.name for path in (PAGE / "vendor").glob("*.js") if path.name != "age-encryption.js")


def test_parts_are_loaded_when_asked_for_and_nothing_after_that(visitor: Visitor, samples: Path) -> None:
    start(visitor)
    say_who(visitor)
    before = len(visitor.asked)
    visitor.context.set_offline(True)
    visitor.page.set_input_files("#files", samples / "videos" / "copy-trim.mp4")
    visitor.reads("Go online, press “Load it now” below, and add the file again.")
    visitor.press("Load it now")
    visitor.reads("It could not be loaded.")
    visitor.context.set_offline(False)
    visitor.press("Load it now")
    visitor.reads("Loaded. You can go offline now.")
    visitor.context.set_offline(True)
    visitor.page.set_input_files("#files", samples / "videos" / "copy-trim.mp4")
    visitor.reads("Fingerprint made")
    assert visitor.broken == []
    asked = {address.removeprefix(visitor.address) for address in visitor.asked[before:]}
    assert asked == {f"/vendor/{name}" for name in PARTS}


def test_in_the_page_in_one_file_they_are_there_already(
    browser: Browser, samples: Path, tmp_path: Path
) -> None:
    subprocess.run([sys.executable, "-m", "rescind", "open", "--save", "page.html"], cwd=tmp_path, check=True)
    visitor = visit(browser, tmp_path.as_uri(), path="/page.html")
    start(visitor)
    say_who(visitor)
    visitor.context.set_offline(True)
    visitor.press("Load it now")
    visitor.reads("Loaded. You can go offline now.")
    visitor.page.set_input_files("#files", samples / "videos" / "copy-trim.mp4")
    visitor.reads("Fingerprint made")
    assert visitor.broken == []
    assert [one for one in visitor.asked if not one.startswith(("file:", "blob:"))] == []
    visitor.context.close()


def test_heic_is_told_plainly_without_a_network_and_read_with_one_request(
    visitor: Visitor, samples: Path
) -> None:
    start(visitor)
    say_who(visitor)
    before = len(visitor.asked)
    picture = samples / "images" / "exif-rotated.heic"
    visitor.context.set_offline(True)
    visitor.page.set_input_files("#files", picture)
    visitor.reads("For this file the page needs one more piece of itself, and it could not be loaded.")
    visitor.context.set_offline(False)
    for done in (2, 3):
        visitor.page.set_input_files("#files", picture)
        visitor.reads(f"{done} of {done} done")
    assert visitor.page.get_by_text("Fingerprint made").count() == 2
    tried, *others = [address.removeprefix(visitor.address) for address in visitor.asked[before:]]
    assert {tried, *others} == {"/vendor/libheif.js"}
    assert len(others) == 1
    assert visitor.broken == []
