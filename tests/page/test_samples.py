"""The same file gives nearly the same fingerprint in the browser as in Python, read the same way."""

from __future__ import annotations

import csv
import shutil
import statistics
from pathlib import Path

from playwright.sync_api import Browser

from tests.page.browser import PAGE, Visitor, served, visit
from tests.page.sampled import ROOT, through

PLAIN_BELOW = 50
FARTHEST = 4
"""Of a sound file. Decoders go separate ways in what is left of a damaged one."""

COMPARE = """async (text) => {
  const { brightness } = await import("./fingerprint/brightness.js");
  const { eightTurns } = await import("./fingerprint/turns.js");
  const { draw, hex, rows } = await import("./drawing.js");
  const differs = (row) => {
    const made = eightTurns(brightness(draw(row), row.width, row.height, row.channels));
    return made.turns.map(hex).join() !== row.turns.join() || made.quality !== row.quality;
  };
  return rows(text).filter(differs).map((row) => row.seed);
}"""

DAMAGED = {"images/corrupt-middle.jpg"}
NOT_IN_CHROMIUM = (".tiff", ".heic")


def test_samples_are_within_four_bits_of_python_and_most_of_them_equal(visitor: Visitor) -> None:
    seen = list(through(visitor.page))
    assert {Path(one.name).suffix for one in seen if one.fault} <= set(NOT_IN_CHROMIUM)
    assert {one.fault for one in seen if one.fault} == {"browser-cannot"}
    made = [one for one in seen if not one.fault and one.quality >= PLAIN_BELOW]
    assert len(made) >= 70
    assert {
        one.name: one.farthest for one in made if one.farthest > FARTHEST and one.name not in DAMAGED
    } == {}
    assert statistics.median(one.upright for one in made) == 0
    assert sum(one.upright == 0 for one in made) >= 0.85 * len(made)


def test_how_a_sample_was_read_is_told_as_python_tells_it(visitor: Visitor) -> None:
    rows = (ROOT / "vectors" / "normalised.csv").read_text("utf-8").splitlines()
    wanted = {row["file"]: row for row in csv.DictReader(line for line in rows if not line.startswith("#"))}
    different = {}
    for one in through(visitor.page):
        if one.fault:
            continue
        how, row = one.said["fingerprint"]["how"], wanted[one.name]
        told = (
            how["format"],
            str(how["width"]),
            str(how["height"]),
            str(how["reduced"]),
            " ".join(how["notes"]),
        )
        if told != tuple(row[part] for part in ("format", "width", "height", "reduced", "notes")):
            different[one.name] = told
    assert different == {}


def test_the_same_pixels_give_the_same_256_bits_in_chromium_too(browser: Browser, tmp_path: Path) -> None:
    shutil.copytree(PAGE, tmp_path / "page")
    shutil.copy(ROOT / "tests" / "page" / "node" / "drawing.mjs", tmp_path / "page" / "drawing.js")
    with served(tmp_path / "page") as address:
        visitor = visit(browser, address)
        wrong = visitor.page.evaluate(COMPARE, (ROOT / "vectors" / "pdq-oracle.csv").read_text("utf-8"))
        visitor.context.close()
    assert wrong == []
