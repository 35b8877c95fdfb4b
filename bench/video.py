"""Which altered copies of videos are found, and what a second of video costs.

    python bench/video.py [--videos FOLDER] [--pictures FOLDER] [--made 12] [--only NAME] [--speed FILE ...]

Without arguments the videos of tests/samples are used. Pictures, where a folder is given, become further videos
by panning and zooming over them, three scenes each. Recall: of the copies, the share found by plain PDQ once a
second on both sides (what vPDQ does), by key frames, by a grid of one moment a second, and by the grid with parts.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np

from bench.video_variants import ALTERATIONS, Clip, moving, read, written
from rescind import kernel
from rescind.fingerprint import Sampling, UnclearVideo, VideoFingerprint, close, of_video
from rescind.match import Likeness, Reel

SAMPLES = Path(__file__).parents[1] / "tests" / "samples"
DISTINCT = ("videos/h264.mp4", "videos/h264-audio.mov", "videos/letterboxed-portrait.mp4")
WAYS = ("plain 1/s", "keys", "grid", "grid+parts")


def clips(videos: Path | None, pictures: Path | None, made: int) -> Iterator[tuple[str, Clip]]:
    for path in sorted(videos.iterdir()) if videos else [SAMPLES / name for name in DISTINCT]:
        yield path.stem, read(path)
    if pictures:
        rng = np.random.default_rng(11)
        chosen = sorted(pictures.glob("*.jpg"))
        for number in range(made):
            three = [chosen[int(one)] for one in rng.choice(len(chosen), 3, replace=False)]
            yield f"made {number}", moving(three, rng)


def plain(content: bytes) -> list[bytes]:
    """The prints vPDQ would compare: one frame a second, of quality 50 or more."""
    prints, due = [], 0.0
    with av.open(io.BytesIO(content)) as container:
        for frame in container.decode(video=0):
            if frame.time is not None and frame.time + 1e-6 >= due:
                due += 1
                pixels = np.ascontiguousarray(frame.to_ndarray(format="rgb24"))
                bits, quality = kernel.pdq(pixels, width=frame.width, height=frame.height, channels=3)
                prints += [bits] if quality >= 50 else []
    return prints


def seen(content: bytes, way: str) -> VideoFingerprint:
    sampling = Sampling.KEYS if way == "keys" else Sampling.GRID
    return of_video(content, sampling=sampling, turns=False, parts=way == "grid+parts")


class Original:
    def __init__(self, name: str, clip: Clip, parts: bool) -> None:
        self.name, self.clip = name, clip
        content = written(clip)
        self.prints = plain(content)
        self.video = of_video(content, parts=parts)
        self.reel = Reel(self.video)

    def found(self, copy: object, way: str) -> str:
        """ "same", "near" or ""."""
        if way == "plain 1/s":
            assert isinstance(copy, list)
            hit = any(kernel.distance(a, b) <= 31 for a in self.prints for b in copy)
            return "same" if hit else ""
        assert isinstance(copy, VideoFingerprint)
        likenesses = {one.likeness for one in self.reel.stretches(copy)}
        return "same" if Likeness.SAME in likenesses else "near" if likenesses else ""


def recall(originals: list[Original], only: str | None, ways: tuple[str, ...]) -> None:
    totals: Counter[tuple[str, str]] = Counter()
    wrong: Counter[str] = Counter()
    tried = 0
    print(f"| copy | n | {' | '.join(ways)} |\n|{'---|' * (2 + len(ways))}")
    for name, alter in ALTERATIONS.items():
        if only and only not in name:
            continue
        hits: Counter[tuple[str, str]] = Counter()
        for number, original in enumerate(originals):
            content = written(alter(original.clip, np.random.default_rng(number)))
            for way in ways:
                copy = plain(content) if way == "plain 1/s" else seen(content, way)
                hits[way, original.found(copy, way)] += 1
                for other in originals:
                    if other is not original:
                        tried += way == ways[0]
                        if other.found(copy, way):
                            wrong[way] += 1
                            print("  wrong:", original.name, name, "is", other.name, "by", way, flush=True)
                if not original.found(copy, way) and way == ways[-1]:
                    print("  missed:", original.name, name, flush=True)
        cells = (
            f"{100 * (hits[way, 'same'] + hits[way, 'near']) / len(originals):.0f} ({hits[way, 'near']} near)"
            for way in ways
        )
        print(f"| {name} | {len(originals)} | {' | '.join(cells)} |", flush=True)
        totals.update(hits)
    print(f"wrong pairs of {tried} each: {dict(wrong)}")


def timed(work: Callable[[], object], rounds: int) -> float:
    """The fastest of some rounds, in seconds of the processor, of this process and its children."""
    best = float("inf")
    for _ in range(rounds):
        before = _spent()
        work()
        close()  # what a process has used is known when it has ended
        best = min(best, _spent() - before)
    return best


def _spent() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def decoded(path: Path) -> None:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.codec_context.thread_count = 1
        for _ in container.decode(stream):
            pass


def speed(paths: list[Path], vpdq: Path | None, rounds: int, left_out: tuple[str, ...] = ()) -> None:
    ways: dict[str, Callable[[Path], object]] = {"decode only": decoded}
    if vpdq:
        ways |= {
            "vpdq 1/s": lambda path: _vpdq(vpdq, path, 1.0),
            "vpdq every frame": lambda path: _vpdq(vpdq, path, 0.0),
        }
    for name, sampling, turns, parts in (
        ("keys", Sampling.KEYS, False, False),
        ("grid", Sampling.GRID, False, False),
        ("grid+parts", Sampling.GRID, False, True),
        ("dense, 8 turns", Sampling.DENSE, True, False),
        ("dense, 8 turns, parts", Sampling.DENSE, True, True),
    ):
        ways[name] = lambda path, s=sampling, t=turns, p=parts: of_video(path, sampling=s, turns=t, parts=p)
    ways = {name: way for name, way in ways.items() if name not in left_out}
    print("processor milliseconds for a second of video, all threads, start of the process left out")
    print(f"| video | s | size | codec | {' | '.join(ways)} |\n|{'---|' * (4 + len(ways))}")
    start = timed(_nothing, 5)
    theirs = timed(lambda: _run(vpdq, "import vpdq"), 5) if vpdq else 0.0
    for path in paths:
        with av.open(str(path)) as container:
            stream, seconds = container.streams.video[0], (container.duration or 0) / 1e6
            about = f"| {path.name} | {seconds:.1f} | {stream.width}x{stream.height} | {stream.codec.name} |"
        cells = []
        for name, way in ways.items():
            spent = timed(lambda way=way, path=path: way(path), rounds)
            begun = theirs if name.startswith("vpdq") else 0.0 if name.startswith("decode") else start
            cells.append(f"{1000 * (spent - begun) / seconds:.1f}")
        print(about, " | ".join(cells), "|", flush=True)
    print(f"start of the process: {1000 * start:.0f} ms")


def _nothing() -> None:
    """What a process costs that opens a video without a picture."""
    try:
        of_video((SAMPLES / "videos" / "audio-only.mp4").read_bytes())
    except UnclearVideo:
        return


def _vpdq(python: Path, path: Path, every: float) -> None:
    code = (
        "import sys, vpdq; vpdq.computeHash(sys.argv[1], seconds_per_hash=float(sys.argv[2]), thread_count=1)"
    )
    _run(python, code, str(path), str(every))


def _run(python: Path, code: str, *words: str) -> None:
    subprocess.run([python, "-c", code, *words], check=True, capture_output=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--videos", type=Path)
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--made", type=int, default=12)
    parser.add_argument("--only")
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--speed", type=Path, nargs="*")
    parser.add_argument("--vpdq", type=Path, help="a Python that has vpdq 0.2.5")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without", default="", help="ways that --speed leaves out, with commas between")
    asked = parser.parse_args()
    if asked.speed is not None:
        left_out = tuple(asked.without.split(","))
        speed(asked.speed or [SAMPLES / name for name in DISTINCT], asked.vpdq, asked.rounds, left_out)
        return
    ways = tuple(asked.ways.split(","))
    started = time.perf_counter()
    originals = [
        Original(name, clip, "grid+parts" in ways)
        for name, clip in clips(asked.videos, asked.pictures, asked.made)
    ]
    print(f"{len(originals)} videos, {sum(len(one.video.frames) for one in originals)} moments kept")
    recall(originals, asked.only, ways)
    print(f"{time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
