"""Write vectors/video/, what the page and Python must agree on; with --check only say whether Python still does.

Rows of drawn frames, and the moments that are kept of them as a case file has them. A frame is drawn with one channel as
docs/formats/fingerprint.md says, mixed with a second drawing by sixteenths, and put into a window of a drawing that stays.
Rows are only ever added.
"""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorRange
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rescind.fingerprint.video import Frame, Sampling  # noqa: E402
from rescind.fingerprint.video.limits import MOST_SECONDS  # noqa: E402
from rescind.fingerprint.video.looking import Look  # noqa: E402
from rescind.fingerprint.video.values import WantedOfVideo  # noqa: E402
from rescind.fingerprint.video.wire import Message  # noqa: E402
from rescind.person.casefile.videos import _MOMENT, _moments  # noqa: E402
from tests.kernel.oracle import draw  # noqa: E402

FILE = ROOT / "vectors" / "video" / "choosing.json"
SIXTEENTHS = 16


@dataclass(frozen=True)
class Shot:
    """A stretch of frames: from when on, how many a second and how many; from one drawing to another, or still."""

    start: float
    rate: float
    frames: int
    kind: str
    seed: int
    to: int = 0


@dataclass(frozen=True)
class Row:
    """Frames of one size. `window` is where they show something; around it lies the drawing `around`."""

    name: str
    width: int
    height: int
    shots: tuple[Shot, ...]
    full: bool = False
    window: tuple[int, int, int, int] | None = None
    around: tuple[str, int] | None = None


ROWS = (
    Row("a still, a cut, a slow change", 96, 72, (
        Shot(0.0, 12.5, 20, "boxes", 3), Shot(1.6, 12.5, 20, "boxes", 8), Shot(3.2, 10.0, 40, "tiles", 4, 9),
    )),
    Row("cuts faster than the grid, at odd times", 160, 90, tuple(
        Shot(0.11 * cut, 30.0, 3, "boxes", 20 + cut) for cut in range(12)
    )),
    Row("dark and plain, then something", 128, 96, (
        Shot(0.0, 5.0, 30, "flat", 5), Shot(6.0, 5.0, 10, "faint", 6), Shot(8.0, 5.0, 10, "boxes", 7, 12),
    )),
    Row("a flash within a pan", 120, 160, (
        Shot(0.0, 25.0, 50, "boxes", 31, 32), Shot(2.0, 25.0, 2, "flat", 1), Shot(2.08, 25.0, 40, "boxes", 32, 33),
    ), full=True),
    Row("bars above and below", 108, 192, (Shot(0.0, 4.0, 16, "boxes", 41, 45),),
        window=(0, 50, 108, 142), around=("flat", 2)),
    Row("padding left and right", 192, 108, (Shot(0.0, 4.0, 14, "noise", 51, 55),),
        window=(60, 0, 132, 108), around=("ramp", 11)),
    Row("brought down by three, sides that do not divide", 770, 769, (Shot(0.0, 2.0, 3, "noise", 61, 62),)),
    Row("of another size than a whole number of sixteenths, few a second", 113, 67, (
        Shot(0.0, 1.5, 4, "tiles", 71, 73), Shot(4.0, 1.5, 4, "boxes", 74, 75),
    ), full=True),
    Row("a change that is just enough for a new scene, and back", 96, 72, (
        Shot(0.0, 12.5, 11, "boxes", 106), Shot(0.88, 12.5, 12, "boxes", 172), Shot(1.84, 12.5, 6, "boxes", 106),
    )),
    Row("nearly nothing to see, and each half second something else", 128, 96, tuple(
        Shot(0.5 * turn, 10.0, 5, "faint", 90 + turn) for turn in range(12)
    )),
)  # fmt: skip


def frames(row: Row) -> Iterator[dict[str, Any]]:
    """Yield how to draw each frame: its second, kind, two seeds, and how many sixteenths of the second."""
    for shot in row.shots:
        for number in range(shot.frames):
            share = SIXTEENTHS * number // shot.frames if shot.to else 0
            at = round(shot.start + number / shot.rate, 6)
            yield {"at": at, "kind": shot.kind, "seed": shot.seed, "to": shot.to or shot.seed, "share": share}


def luma(row: Row, frame: dict[str, Any]) -> NDArray[np.uint8]:
    """Return the frame as it is drawn, height x width."""
    one, other = (plane(frame["kind"], frame[seed], row.width, row.height) for seed in ("seed", "to"))
    mixed = (one * (SIXTEENTHS - frame["share"]) + other * frame["share"]) // SIXTEENTHS
    if row.window and row.around:
        left, top, right, bottom = row.window
        ground = plane(*row.around, row.width, row.height).copy()
        ground[top:bottom, left:right] = mixed[top:bottom, left:right]
        mixed = ground
    return mixed.astype(np.uint8)


@functools.cache
def plane(kind: str, seed: int, width: int, height: int) -> NDArray[np.int64]:
    """Return one drawing, height x width."""
    pixels = np.frombuffer(draw(seed, kind, width, height, 1), np.uint8)
    return pixels.reshape(height, width).astype(np.int64)


def kept(row: Row, drawings: list[dict[str, Any]]) -> list[Any]:
    """Return the moments that Python keeps, as a case file has them."""
    told: list[Frame] = []

    def tell(message: Message) -> None:
        if isinstance(message, Frame):
            told.append(message)

    wanted = WantedOfVideo(Sampling.DENSE, turns=True, parts=False, seconds=MOST_SECONDS, most_keys=1)
    shown = ((one["at"], as_frame(luma(row, one), full=row.full)) for one in drawings)
    Look(wanted, tell, lambda _: None)._walk(next(shown), shown)
    return [_MOMENT.write(one) for one in _moments(tuple(told))]


def as_frame(values: NDArray[np.uint8], *, full: bool) -> av.VideoFrame:
    """Return the frame as a decoder would give it."""
    frame = av.VideoFrame.from_ndarray(values, format="gray")
    frame.color_range = ColorRange.JPEG if full else ColorRange.MPEG
    return frame


def written() -> str:
    """Return the file."""
    rows = []
    for row in ROWS:
        drawings = list(frames(row))
        drawing = {"name": row.name, "width": row.width, "height": row.height, "full": row.full}
        within = {"window": row.window, "around": row.around} if row.window else {}
        rows.append({**drawing, **within, "frames": drawings, "kept": kept(row, drawings)})
    lines = ",\n".join(json.dumps(row) for row in rows)
    return f"[\n{lines}\n]\n"


def main() -> int:
    """Write the file, or with --check end with 1 when it is another."""
    text = written()
    if "--check" in sys.argv[1:]:
        same = FILE.exists() and FILE.read_text("utf-8") == text
        print("current" if same else f"{FILE.name}: not what Python keeps; run tools/write_video_vectors.py")
        return 0 if same else 1
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
