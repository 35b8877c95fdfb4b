"""The sample pictures through the page's worker in real Chromium, beside what Python says of the same files."""

from __future__ import annotations

import base64
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Page

from rescind import kernel
from rescind.fingerprint import Parts, Unclear, of_image
from rescind.kernel import distance
from rescind.match.finding import ASKED_WITHIN
from rescind.person.case.records import Prints
from rescind.person.casefile.prints import PRINTS

ROOT = Path(__file__).resolve().parents[2]

ASK = """async (content) => {
  const { Beside } = await import("./beside.js");
  window.beside ??= new Beside();
  await window.beside.ready;
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const began = performance.now();
  try {
    const made = await window.beside.ask({ what: "fingerprint", content: bytes.buffer }, [bytes.buffer]);
    return { ...made, milliseconds: performance.now() - began };
  } catch (error) {
    return { fault: error.fault, milliseconds: performance.now() - began };
  }
}"""


@dataclass(frozen=True)
class Seen:
    """One sample: what the page made of it, and how far the farthest of its eight turns is from Python's; `parts` is how
    many parts Python found, `equal` how many of them the page has bit for bit, `near` to how many it has one as near as
    copies are looked for, `panels` whether all panels are the same.
    """

    name: str
    said: dict[str, Any]
    upright: int
    farthest: int
    quality: int
    parts: int
    equal: int
    near: int
    panels: bool

    @property
    def fault(self) -> str:
        """Why the page made no fingerprint, or empty."""
        return str(self.said.get("fault", ""))


def names() -> list[str]:
    """Every sample picture."""
    with (ROOT / "vectors" / "normalised.csv").open(encoding="utf-8", newline="") as file:
        return [row["file"] for row in csv.DictReader(line for line in file if not line.startswith("#"))]


def ask(page: Page, content: bytes) -> dict[str, Any]:
    """Ask the page's worker for the fingerprint of a file."""
    found: dict[str, Any] = page.evaluate(ASK, base64.b64encode(content).decode("ascii"))
    return found


def through(page: Page) -> Iterator[Seen]:
    """Yield every sample that Python has a fingerprint of."""
    for name in names():
        content = (ROOT / "tests" / "samples" / name).read_bytes()
        try:
            mine = of_image(content)
        except Unclear:
            continue
        said = ask(page, content)
        turns = [bytes.fromhex(one) for one in said["fingerprint"]["turns"]] if "fingerprint" in said else []
        apart = [distance(a, b) for a, b in zip(turns, mine.turns, strict=False)] or [-1]
        prints = said.get("prints", NONE)
        equal, near = alike(mine.parts or Parts(), base64.b64decode(prints["parts"]["prints"]))
        panels = prints["panels"] == PRINTS.write(Prints(mine.panels, mine.parts or Parts()))["panels"]
        counts = len(mine.parts or ()), equal, near
        yield Seen(name, said, apart[0], max(apart), mine.quality, *counts, panels)


NONE: dict[str, Any] = {"panels": [], "parts": {"prints": "", "places": ""}}


def alike(mine: Parts, prints: bytes) -> tuple[int, int]:
    """How many parts have an equal print among these, and how many one as near as copies are looked for."""
    pairs = np.frombuffer(kernel.pairs(mine.prints, prints, ASKED_WITHIN), np.uint16).reshape(-1, 3)
    return len(set(pairs[pairs[:, 2] == 0, 0])), len(set(pairs[:, 0]))
