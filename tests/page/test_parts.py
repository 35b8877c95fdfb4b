"""Parts of the page loaded on demand: one request for the page's own file, and none where there is no network."""

from __future__ import annotations

import base64
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from rescind.fingerprint import of_image
from tests.page.browser import PAGE, Visitor, say_who, served, start, visit

PARTS = sorted(path.name for path in (PAGE / "vendor").glob("*.js") if path.name != "age-encryption.js")


SEEN = """one => { const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
  const grey = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4]);
  const coloured = grey.some((red, at) => data[at * 4 + 1] !== red || data[at * 4 + 2] !== red || data[at * 4 + 3] !== 255);
  return [one.width, one.height, coloured, new Set(grey).size]; }"""


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
    assert visitor.page.locator("img, canvas").count() == 0
    visitor.press("Show for 5 seconds")
    shown = visitor.page.locator(".face canvas")
    shown.wait_for()
    *seen, shades = shown.evaluate(SEEN)
    how = of_image(picture.read_bytes()).how
    assert seen == [how.width, how.height, False]
    assert shades > 50
    visitor.press("Hide")
    assert visitor.page.locator("img, canvas").count() == 0
    assert visitor.broken == []


GIVEN_UP = """async ([content, times]) => {
  const { Beside } = await import("./beside.js");
  const beside = window.beside ??= new Beside({ fingerprint: 60000 });
  await beside.ready;
  const asked = () => { const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    return beside.ask({ what: "fingerprint", content: bytes.buffer }).then(() => "made", (error) => error.fault); };
  const said = [];
  for (let at = 0; at < times; at++) {
    beside.silent = { fingerprint: 0 };
    said.push(await asked());
  }
  beside.silent = { fingerprint: 60000 };
  return [...said, times ? await asked() : ""];
}"""


@pytest.mark.parametrize("times", [1, 2])
def test_a_picture_given_up_costs_no_network(browser: Browser, samples: Path, times: int) -> None:
    """Served with `no-store`, so that nothing comes out of the browser's own store."""
    picture = base64.b64encode((samples / "images" / "rgb.png").read_bytes()).decode("ascii")
    with served(keeping=False) as address:
        visitor = visit(browser, address)
        assert visitor.page.evaluate(GIVEN_UP, [picture, 0]) == [""]
        visitor.context.set_offline(True)
        assert visitor.page.evaluate(GIVEN_UP, [picture, times]) == [*["too-slow"] * times, "made"]
        visitor.context.close()
