"""Videos through the page's worker in real Chromium, beside what Python says of the same files."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av
import numpy as np
from playwright.sync_api import Page

from rescind.fingerprint.video import VideoFingerprint
from rescind.kernel import distance

PRINT = 32

ASK = """async (content) => {
  const { Beside } = await import("./beside.js");
  window.beside ??= new Beside();
  await window.beside.ready;
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const [file, began, told] = [new Blob([bytes]), performance.now(), []];
  try {
    const made = await window.beside.ask({ what: "video", file }, [], { told: (seen) => told.push(seen) });
    return { ...made, told, milliseconds: performance.now() - began };
  } catch (error) {
    return { fault: error.fault ?? String(error), told, milliseconds: performance.now() - began };
  }
}"""


def ask(page: Page, content: bytes) -> dict[str, Any]:
    """Ask the page's worker for the fingerprint of a video."""
    found: dict[str, Any] = page.evaluate(ASK, base64.b64encode(content).decode("ascii"))
    return found


@dataclass(frozen=True)
class Beside:
    """The page's moments beside Python's: how many each has, how many have the same time, and how far those lie apart."""

    page: int
    python: int
    together: int
    farthest: int


def beside(said: dict[str, Any], mine: VideoFingerprint) -> Beside:
    """Compare; the farthest is over all eight turns, and what lies within bars counts too."""
    theirs = {round(one["at"], 5): one for one in said["fingerprint"]["frames"]}
    ours = {round(one.at, 5): one for one in mine.frames}
    apart = [0]
    for at in theirs.keys() & ours.keys():
        apart += map(distance, turns(theirs[at]["turns"]), ours[at].print.turns)
        for panel, other in zip(theirs[at]["panels"], ours[at].print.panels, strict=True):
            apart += map(distance, map(bytes.fromhex, panel["turns"]), other.turns)
    return Beside(len(theirs), len(ours), len(theirs.keys() & ours.keys()), max(apart))


def turns(written: str) -> list[bytes]:
    """The prints in a piece of base64."""
    joined = base64.b64decode(written)
    return [joined[at : at + PRINT] for at in range(0, len(joined), PRINT)]


def film(seconds: int, *, size: tuple[int, int], rate: int, waves: int = 45) -> bytes:
    """A video (H.264 in MP4) in which a slow wave wanders, and each ten seconds look different."""
    width, height = size
    x, y = np.meshgrid(np.arange(width) / width, np.arange(height) / height)
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as out:
        stream = out.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "g": str(5 * rate)})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = Fraction(1, rate)
        for number in range(seconds * rate):
            scene, turn = number // (10 * rate), number / rate / 3
            shape = np.sin(7 * x * (1 + scene % 3) + turn) + np.cos(5 * y * (1 + scene % 4) - turn + scene)
            planes = np.full((height * 3 // 2, width), 128, np.uint8)
            planes[:height] = 126 + waves * shape
            out.mux(stream.encode(av.VideoFrame.from_ndarray(planes, format="yuv420p")))
        out.mux(stream.encode(None))
    return file.getvalue()
