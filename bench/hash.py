"""Pictures per second from JPEG bytes to fingerprint, beside today's tools, as ratios.

Every method sees the same pictures, in turn (A B C A B C ...), and a ratio is taken within each round, so that
a busy computer slows all of them alike; the median round counts. Where the system allows it, everything
runs on one core: the fenced process that decodes shares it with the one that asks.

`threatexchange` and `Pillow + pdqhash` make one fingerprint a picture, so `upright` is what to compare them
with: it is what pictures on pages are looked at with. `eight turns` is what one's own pictures get, once.
`one` waits for each picture, `many` sends some ahead. `decode only` is Pillow's reduced luma decode in this
process: what would be left if fingerprinting and fencing cost nothing.

    python bench/hash.py [rounds]
"""

import os
import platform
import sys
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median

import numpy
import pdqhash
from PIL import Image
from threatexchange.signal_type.pdq import pdq_hasher

from rescind import fingerprint

SAMPLES = Path(__file__).parent.parent / "tests" / "samples" / "images"
NAMES = ("fig", "brushes", "meadow", "stream", "mountains", "hubble")
SIZES = {"0.2 MP": (200_000, 40), "2 MP": (2_000_000, 10), "10 MP": (10_000_000, 4)}
QUALITIES = (85, 90)
BIG = 2_000_000


def pictures(pixels: int, count: int) -> list[bytes]:
    """The sample pictures at about that many pixels, saved as cameras and web sites save JPEG."""
    names = ["big-12mp"] if pixels > BIG else [f"base-{name}" for name in NAMES]
    return [
        resized(names[number % len(names)], pixels, QUALITIES[number % len(QUALITIES)])
        for number in range(count)
    ]


def resized(name: str, pixels: int, quality: int) -> bytes:
    with Image.open(SAMPLES / f"{name}.jpg") as image:
        scale = (pixels / (image.width * image.height)) ** 0.5
        size = round(image.width * scale), round(image.height * scale)
        copy = image.resize(size, Image.Resampling.LANCZOS)
    out = BytesIO()
    copy.save(out, "JPEG", quality=quality)
    return out.getvalue()


def many(contents: list[bytes], *, turns: bool) -> None:
    for _, answer in fingerprint.of_images(
        ((None, content) for content in contents), turns=turns, parts=False
    ):
        assert isinstance(answer, fingerprint.Fingerprint)


def one(contents: list[bytes], *, turns: bool) -> None:
    for content in contents:
        fingerprint.of_image(content, turns=turns, parts=False)


def threatexchange(contents: list[bytes]) -> None:
    for content in contents:
        pdq_hasher.pdq_from_bytes(content)


def pillow_and_pdqhash(contents: list[bytes]) -> None:
    for content in contents:
        with Image.open(BytesIO(content)) as image:
            pdqhash.compute(numpy.asarray(image.convert("RGB")))


def decode_only(contents: list[bytes]) -> None:
    for content in contents:
        with Image.open(BytesIO(content)) as image:
            image.draft("L", (512, 512))
            image.load()


METHODS: dict[str, Callable[[list[bytes]], None]] = {
    "threatexchange": threatexchange,
    "Pillow + pdqhash": pillow_and_pdqhash,
    "upright, one": partial(one, turns=False),
    "upright, many": partial(many, turns=False),
    "eight turns, one": partial(one, turns=True),
    "eight turns, many": partial(many, turns=True),
    "decode only": decode_only,
}


def seconds_spent(contents: list[bytes], rounds: int) -> dict[str, list[float]]:
    """Seconds a picture, for each method and round."""
    spent: dict[str, list[float]] = {name: [] for name in METHODS}
    for method in METHODS.values():
        method(contents[:1])
    for _ in range(rounds):
        for name, method in METHODS.items():
            started = time.perf_counter()
            method(contents)
            spent[name].append((time.perf_counter() - started) / len(contents))
    return spent


def times_faster(peer: list[float], ours: list[float]) -> float:
    """The median of the ratios of each round."""
    return median(theirs / mine for theirs, mine in zip(peer, ours, strict=True))


def stay_on_one_core() -> str:
    """Keep this process and those it starts on one core; say what was done."""
    if not hasattr(os, "sched_setaffinity"):
        return "on whatever core the system chose"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"on core {core} alone"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {stay_on_one_core()}"
    )
    print(f"{'size':8} {'method':18} {'ms':>8} {'pictures/s':>11} {'x threatexchange':>17} {'x pdqhash':>10}")
    for size, (pixels, count) in SIZES.items():
        contents = pictures(pixels, count)
        spent = seconds_spent(contents, rounds)
        for name, times in spent.items():
            each = median(times)
            first = times_faster(spent["threatexchange"], times)
            second = times_faster(spent["Pillow + pdqhash"], times)
            print(f"{size:8} {name:18} {each * 1e3:8.2f} {1 / each:11.1f} {first:17.2f} {second:10.2f}")
        print(f"{size:8} mean file {sum(map(len, contents)) / len(contents) / 1e3:.0f} kB")
    fingerprint.close()


if __name__ == "__main__":
    main()
