"""The page in Chromium beside Python on the same sample files: how far the fingerprints lie apart, and pictures a second.

Both make eight turns of every picture, without panels and parts. The page is asked through its worker, as it is for a
person's own pictures; the time is from handing over the bytes to the answer, the SHA-256 among it. Python decodes in its
fenced process. The two take turns, picture by picture, so that a busy computer slows both alike.

    python bench/page.py
"""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from rescind.fingerprint import of_images
from tests.chromium import program, started
from tests.page.browser import served, visit
from tests.page.sampled import ROOT, Seen, ask, through

SPEED = {
    "0.2 megapixels": [
        f"images/base-{name}.jpg" for name in ("coffee", "rocket", "cat", "brushes", "stream")
    ],
    "1.6 megapixels": ["pdq/aaa-orig.jpg", "pdq/blur-a-little.jpg"],
    "12 megapixels": ["images/big-12mp.jpg"],
}
ROUNDS = 7


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
    list(of_images([(None, content)], parts=False))
    return time.perf_counter() - began


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


if __name__ == "__main__":
    main()
