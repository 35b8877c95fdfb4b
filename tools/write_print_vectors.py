"""Write vectors/prints.json, the panels and parts of drawn pictures; with --check only say whether Python still finds them.

The pictures are those of vectors/pdq-oracle.csv, laid side by side on a ground as on a screen or a sheet, with borders, and
with rows that look like text; docs/formats/fingerprint.md says how they are drawn. The browser page holds itself to the same
file. Pictures are only ever added.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rescind.fingerprint.pixels import Pixels
from rescind.fingerprint.print_set import print_set
from rescind.fingerprint.values import Panel, Wanted
from tests.kernel.oracle import dice, draw

VECTORS = Path(__file__).resolve().parent.parent / "vectors" / "prints.json"
SHEETS = 20
CONTENTS = ("tiles", "boxes", "noise", "ramp", "bilevel", "gradient", "grey")
SIZES = (
    (300, 400, 1), (360, 640, 3), (512, 341, 1), (640, 360, 3), (700, 520, 1), (96, 130, 3), (1030, 1040, 3),
    (64, 64, 1), (1300, 150, 1), (540, 1170, 3), (63, 200, 1), (800, 600, 1), (257, 513, 3), (1100, 540, 1),
)  # fmt: skip
TEXT_HEIGHT, TEXT_STEP = 7, 16


@dataclass(frozen=True)
class Inside:
    """One picture on the sheet: how it is drawn, and where it lies; right and bottom may lie over the edge."""

    seed: int
    kind: str
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Sheet:
    """A drawn picture; `ground` is its colour where nothing lies. Later pictures cover earlier ones."""

    width: int
    height: int
    channels: int
    ground: tuple[int, ...]
    inside: tuple[Inside, ...]


def plan(seed: int) -> Sheet:
    """Return the sheet of that number: a border, a few pictures in a row or below each other, text under the last."""
    throw = dice(seed + 1)
    width, height, channels = SIZES[seed % len(SIZES)]
    ground = tuple(throw() for _ in range(channels))
    count, margin = 1 + seed % 4, throw() % 5 * min(width, height) // 40
    columns, rows = (count, 1) if width > height else (1, count)
    wide, tall = (width - margin * (columns + 1)) // columns, (height - margin * (rows + 1)) // rows
    laid = []
    for at in range(count):
        column, row = at % columns, at // columns
        left, top = margin + column * (wide + margin), margin + row * (tall + margin)
        kind = CONTENTS[throw() % len(CONTENTS)]
        laid.append(Inside(seed * 100 + at, kind, left, top, wide, tall))
    if seed % 3 == 2:
        laid = [*laid[:-1], *_text(seed, laid[-1])]
    return Sheet(width, height, channels, ground, tuple(laid))


def _text(seed: int, place: Inside) -> list[Inside]:
    """Return rows that look like text where a picture was to lie."""
    tops = range(place.top, place.top + place.height - TEXT_HEIGHT, TEXT_STEP)
    wide = [place.width * (2 + (at * 5 + seed) % 4) // 6 for at in range(len(tops))]
    return [
        Inside(seed * 100 + 50 + at, "bilevel", place.left, top, max(1, wide[at]), TEXT_HEIGHT)
        for at, top in enumerate(tops)
    ]


def drawn(sheet: Sheet) -> bytes:
    """Return the pixels of a sheet, row by row, channels innermost."""
    shape = (sheet.height, sheet.width, sheet.channels)
    pixels = np.broadcast_to(np.array(sheet.ground, np.uint8), shape).copy()
    for one in sheet.inside:
        if one.width < 1 or one.height < 1:
            continue
        content = draw(one.seed, one.kind, one.width, one.height, sheet.channels)
        here = np.frombuffer(content, np.uint8).reshape(one.height, one.width, sheet.channels)
        seen = pixels[one.top : one.top + one.height, one.left : one.left + one.width]
        seen[...] = here[: seen.shape[0], : seen.shape[1]]
    return pixels.tobytes()


def answer(sheet: Sheet) -> dict[str, Any]:
    """Return what Python finds in a sheet, beside how it is drawn."""
    pixels = Pixels(drawn(sheet), sheet.width, sheet.height, sheet.channels)
    panels, parts, _ = print_set(pixels, 1, Wanted(parts=True))
    drawing = asdict(sheet) | {"inside": [list(asdict(one).values()) for one in sheet.inside]}
    return drawing | {
        "panels": [_panel(panel) for panel in panels],
        "parts": len(parts),
        "prints_sha256": hashlib.sha256(parts.prints).hexdigest(),
        "places_sha256": hashlib.sha256(parts.places).hexdigest(),
    }


def _panel(panel: Panel) -> dict[str, Any]:
    return {
        "kind": panel.kind.value,
        "box": list(panel.box),
        "turns": [bits.hex() for bits in panel.turns],
        "quality": panel.quality,
    }


def vectors() -> str:
    """Return the text of the file: one sheet a line."""
    lines = ",\n".join(json.dumps(answer(plan(seed))) for seed in range(SHEETS))
    return f"[\n{lines}\n]\n"


def main() -> int:
    """Write the file, or with --check end with 1 when Python now finds something else."""
    wanted = vectors()
    if "--check" in sys.argv[1:]:
        same = VECTORS.read_text(encoding="utf-8") == wanted
        print("current" if same else "prints.json: not what Python finds now")
        return 0 if same else 1
    VECTORS.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
