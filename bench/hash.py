"""Pictures per second from JPEG bytes to fingerprint, beside today's tools, as ratios.

Every method sees the same pictures, in turn (A B C A B C ...), and the median round counts, so that a busy
computer slows all of them alike. `rescind, many` sends pictures through the fenced child process as
`of_images` does; `rescind, one` waits for each. Eight turns come out of each; the others give one. `decode
only` is Pillow's reduced luma decode in this process: what would be left if fingerprinting cost nothing.

    python bench/hash.py [rounds]
"""

import sys
import time
from collections.abc import Callable
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


def ours_many(contents: list[bytes]) -> None:
    for _, answer in fingerprint.of_images((None, content) for content in contents):
        assert isinstance(answer, fingerprint.Fingerprint)


def ours_one(contents: list[bytes]) -> None:
    for content in contents:
        fingerprint.of_image(content)


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
    "rescind, one": ours_one,
    "rescind, many": ours_many,
    "decode only": decode_only,
}


def seconds_each(contents: list[bytes], rounds: int) -> dict[str, float]:
    """Median seconds a picture, for each method."""
    spent: dict[str, list[float]] = {name: [] for name in METHODS}
    for method in METHODS.values():
        method(contents[:1])
    for _ in range(rounds):
        for name, method in METHODS.items():
            started = time.perf_counter()
            method(contents)
            spent[name].append((time.perf_counter() - started) / len(contents))
    return {name: median(times) for name, times in spent.items()}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"{'size':8} {'method':18} {'ms':>8} {'pictures/s':>11} {'x threatexchange':>17} {'x pdqhash':>10}")
    for size, (pixels, count) in SIZES.items():
        contents = pictures(pixels, count)
        each = seconds_each(contents, rounds)
        for name, seconds in each.items():
            first, second = each["threatexchange"] / seconds, each["Pillow + pdqhash"] / seconds
            print(f"{size:8} {name:18} {seconds * 1e3:8.2f} {1 / seconds:11.1f} {first:17.1f} {second:10.1f}")
        print(f"{size:8} mean file {sum(map(len, contents)) / len(contents) / 1e3:.0f} kB")
    fingerprint.close()


if __name__ == "__main__":
    main()
