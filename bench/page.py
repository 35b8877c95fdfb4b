"""The page in Chromium beside Python on the same sample files: how far the fingerprints lie apart, and pictures a second.

Both make eight turns, panels and parts of every picture. The page is asked through its worker, as it is for a
person's own pictures; the time is from handing over the bytes to the answer, the SHA-256 among it. Python decodes in its
fenced process. The two take turns, picture by picture, so that a busy computer slows both alike.

Then the sample videos: how many moments have the same time, and how far those lie apart. And a video of a minute in
1920 x 1080, H.264 at 30 frames a second: six sample pictures over which the frame wanders.

    python bench/page.py
"""

import io
import statistics
import sys
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Page

from rescind.fingerprint import Unclear, of_images
from rescind.fingerprint.video import of_video
from tests.chromium import program, started
from tests.page import filmed
from tests.page.browser import served, visit
from tests.page.sampled import ROOT, Seen, ask, through

SPEED = {
    "0.2 megapixels": [
        f"images/base-{name}.jpg" for name in ("coffee", "rocket", "cat", "brushes", "stream")
    ],
    "1.6 megapixels": ["pdq/aaa-orig.jpg", "pdq/blur-a-little.jpg"],
    "12 megapixels": ["images/big-12mp.jpg"],
    "12 megapixels, HEIC": ["images/phone-original.heic"],
}
ROUNDS = 7
VIDEO_ROUNDS = 3
WIDE, HIGH, RATE = 1920, 1080, 30
MINUTE = 60


def table(seen: list[Seen]) -> None:
    made = [one for one in seen if not one.fault and one.quality >= 50]
    bits = [one.upright for one in made]
    print("| kind | files | median bits | most bits | equal |\n|---|---|---|---|---|")
    for kind in sorted({one.said["fingerprint"]["how"]["format"] for one in made}):
        some = [one for one in made if one.said["fingerprint"]["how"]["format"] == kind]
        apart = [one.upright for one in some]
        print(f"| {kind} | {len(some)} | {statistics.median(apart):g} | {max(apart)} | {apart.count(0)} |")
    print(f"| all | {len(made)} | {statistics.median(bits):g} | {max(bits)} | {bits.count(0)} |\n")
    print(
        "farthest:",
        ", ".join(f"{one.name} {one.upright}" for one in made if one.upright > 4) or "none over 4",
    )
    print("not read:", ", ".join(f"{one.name} ({one.fault})" for one in seen if one.fault), "\n")


def seconds_of_python(content: bytes) -> float:
    began = time.perf_counter()
    list(of_images([(None, content)]))
    return time.perf_counter() - began


def minute() -> bytes:
    """A video of a minute: six pictures, ten seconds each, over which the frame wanders."""
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as out:
        stream = out.add_stream("libx264", rate=RATE, options={"preset": "veryfast"})
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuv420p"
        stream.time_base = Fraction(1, RATE)
        for name in ("coffee", "rocket", "cat", "brushes", "stream", "dogs"):
            whole = Image.open(ROOT / "tests" / "samples" / "images" / f"base-{name}.jpg").convert("RGB")
            large = np.asarray(whole.resize((WIDE + 600, HIGH + 300)))
            for number in range(MINUTE * RATE // 6):
                left, top = 2 * number, number
                seen = np.ascontiguousarray(large[top : top + HIGH, left : left + WIDE])
                out.mux(stream.encode(av.VideoFrame.from_ndarray(seen, format="rgb24")))
        out.mux(stream.encode(None))
    return file.getvalue()


def table_of_videos(page: Page) -> None:
    print("\n| video | moments, page | Python | of the same time | most bits |\n|---|---|---|---|---|")
    for path in sorted((ROOT / "tests" / "samples" / "videos").iterdir()):
        said = filmed.ask(page, path.read_bytes())
        try:
            found = filmed.beside(said, of_video(path, parts=False)) if "fault" not in said else None
        except Unclear:
            continue
        numbers = (
            (found.page, found.python, found.together, found.farthest)
            if found
            else (said["fault"], "", "", "")
        )
        print(f"| {path.name} | {' | '.join(map(str, numbers))} |")


def speed_of_video(page: Page) -> None:
    content, rounds, moments = minute(), [], 0
    for _ in range(VIDEO_ROUNDS):
        began = time.perf_counter()
        moments = len(of_video(content, parts=False).frames)
        rounds.append((filmed.ask(page, content)["milliseconds"] / 1000, time.perf_counter() - began))
    mine = statistics.median(page_s for page_s, _ in rounds)
    theirs = statistics.median(both - page_s for page_s, both in rounds)
    print(f"\na minute of {WIDE} x {HIGH} ({len(content) >> 20} MB, {moments} moments): ", end="")
    print(f"page {mine:.1f} s, Python {theirs:.1f} s, {mine / theirs:.1f} times as long")


def main() -> None:
    if program() is None:
        print("Chromium is not installed: the page was not measured.")
        return
    with served() as address, started() as browser:
        print(f"Chromium {browser.version}\n")
        page = visit(browser, address).page
        table(list(through(page)))
        print("| pictures | page, a second | Python, a second | Python is faster by |\n|---|---|---|---|")
        for size, names in SPEED.items():
            contents = [(ROOT / "tests" / "samples" / name).read_bytes() for name in names]
            rounds = [
                (ask(page, content)["milliseconds"] / 1000, seconds_of_python(content))
                for _ in range(ROUNDS)
                for content in contents
            ]
            mine = statistics.median(page_s for page_s, _ in rounds)
            theirs = statistics.median(python_s for _, python_s in rounds)
            ratio = statistics.median(page_s / python_s for page_s, python_s in rounds)
            print(f"| {size} | {1 / mine:.1f} | {1 / theirs:.0f} | {ratio:.1f} |")
        table_of_videos(page)
        speed_of_video(page)


if __name__ == "__main__":
    main()
