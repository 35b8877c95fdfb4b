"""The same file gives nearly the same fingerprint in the browser as in Python, read the same way."""

from __future__ import annotations

import csv
import shutil
import statistics
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.browser import PAGE, served, visit
from tests.page.sampled import ROOT, Seen, through

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

FARTHEST_REDUCED = 6
"""Of a large picture that Python reads whole and the page brings down."""

DAMAGED = {"images/corrupt-middle.jpg"}
NOT_READ = (".tiff",)
SAME_PIXELS = (".png", ".bmp", ".gif", ".webp")


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str) -> list[Seen]:
    """Every sample, asked for once."""
    visitor = visit(browser, address)
    found = list(through(visitor.page))
    visitor.context.close()
    return found


def most(one: Seen) -> int:
    """How many bits a sound sample may be away."""
    how = one.said["fingerprint"]["how"]
    return FARTHEST_REDUCED if how["reduced"] > 1 and how["format"] != "JPEG" else FARTHEST


def test_samples_are_within_four_bits_of_python_and_most_of_them_equal(seen: list[Seen]) -> None:
    assert {Path(one.name).suffix for one in seen if one.fault} <= set(NOT_READ)
    assert {one.fault for one in seen if one.fault} == {"browser-cannot"}
    made = [one for one in seen if not one.fault and one.quality >= PLAIN_BELOW]
    assert len(made) >= 70
    assert {
        one.name: one.farthest for one in made if one.farthest > most(one) and one.name not in DAMAGED
    } == {}
    assert statistics.median(one.upright for one in made) == 0
    assert sum(one.upright == 0 for one in made) >= 0.85 * len(made)


def test_a_picture_whose_pixels_are_the_same_has_the_same_panels_and_parts(seen: list[Seen]) -> None:
    same = [one for one in seen if Path(one.name).suffix in SAME_PIXELS and not one.fault]
    assert sum(one.parts for one in same) >= 3000
    assert [one.name for one in same if not one.panels or one.equal != one.parts] == []


def test_of_a_jpeg_most_parts_are_near_enough_to_be_found_by(seen: list[Seen]) -> None:
    shares = {one.name: one.near / one.parts for one in seen if one.parts and not one.fault}
    assert len(shares) >= 70
    assert {name: share for name, share in shares.items() if share < 0.8 and name not in DAMAGED} == {}
    assert statistics.median(shares.values()) >= 0.95


def test_how_a_sample_was_read_is_told_as_python_tells_it(seen: list[Seen]) -> None:
    rows = (ROOT / "vectors" / "normalised.csv").read_text("utf-8").splitlines()
    wanted = {row["file"]: row for row in csv.DictReader(line for line in rows if not line.startswith("#"))}
    different = {}
    for one in seen:
        if one.fault or most(one) == FARTHEST_REDUCED:
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
