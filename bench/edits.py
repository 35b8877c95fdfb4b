"""Which edited copies of a picture are found: by plain PDQ, by ThreatExchange, and by this.

Takes a folder of pictures, alters each in many ways (`alterations`), and compares every copy with the picture it
was made of and with others that it does not show. One picture in 25 is set aside: it stands beside the altered
ones in collages and galleries and is never looked for.

    python bench/edits.py [folder] [--most N] [--seed N] [--only GROUP ...] [--processes N] [--others N]
                          [--copies N] [--frames N] [--kept FOLDER] [--results FILE] [--json]

`--copies` bounds the copies made of a picture in each group, which otherwise are as many as make a thousand.
`--frames` asks for so many pairs of unrelated pictures in each of several frames that are alike around both.
`--kept` keeps the copies, so that the next run need not make them again; `--results` keeps what came of them,
so that a run that was stopped goes on (start a new file after changing how copies are found).
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage

from alterations import Picture
from edited.framed import tell_frames
from edited.table import tell
from edited.trials import (
    Copy,
    Mine,
    Trial,
    as_row,
    count_prints,
    enrol,
    make_once,
    open_others,
    pick_groups,
    plan,
    try_copy,
)
from PIL import Image

from rescind import fingerprint

SAMPLES = Path(__file__).parent.parent / "tests" / "samples" / "images"
ASIDE = 25
COST_PIXELS, COST_PICTURES = 2_000_000, 12


@dataclass(frozen=True, slots=True)
class Run:
    """Everything a process needs to try the copies of one picture."""

    mines: dict[Path, Mine]
    copies: dict[Path, list[Copy]]
    aside: tuple[Picture, ...]
    seed: int
    others: int
    kept: Path | None

    def try_picture(self, path: Path) -> list[Trial]:
        return [self.try_one(copy) for copy in self.copies[path]]

    def try_one(self, copy: Copy) -> Trial:
        content = make_once(copy, self.seed, self.aside, self.kept)
        strangers = [mine for path, mine in self.mines.items() if path != copy.picture]
        chosen = Random(f"{self.seed} {copy.name} others").sample(strangers, min(self.others, len(strangers)))
        return try_copy(copy, content, self.mines[copy.picture], chosen)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Which edited copies of a picture are found")
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLES)
    parser.add_argument("--most", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--others", type=int, default=100)
    parser.add_argument("--copies", type=int, default=1_000_000)
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def pick_pictures(folder: Path, most: int, seed: int) -> list[Path]:
    """Up to so many pictures of the folder, in a seeded order; of the samples, only those unlike each other."""
    pattern = "base-*.jpg" if folder == SAMPLES else "*.jpg"
    pictures = sorted(folder.glob(pattern))
    Random(seed).shuffle(pictures)
    return pictures[:most]


def enrol_all(pictures: list[Path], processes: int) -> dict[Path, Mine]:
    with get_context("fork").Pool(processes) as workers:
        return {mine.path: mine for mine in workers.imap(enrol, pictures) if mine}


RUN: list[Run] = []
"""The run of this process, put here before it forks, so that print sets need not be sent to every worker."""


def try_picture(path: Path) -> list[Trial]:
    return RUN[0].try_picture(path)


def try_all(run: Run, done: set[str], processes: int) -> Iterator[Trial]:
    RUN[:] = [run]
    waiting = [path for path in run.copies if path.name not in done]
    with get_context("fork").Pool(processes) as workers:
        for number, trials in enumerate(workers.imap(try_picture, waiting)):
            print(f"\r{number + 1} of {len(waiting)} pictures", end="", file=sys.stderr)
            yield from trials
    print(file=sys.stderr)


def read_results(file: Path | None) -> list[Trial]:
    """The trials that an earlier run wrote down."""
    if file is None or not file.exists():
        return []
    return [Trial(**json.loads(line)) for line in file.read_text().splitlines()]


def collect(run: Run, file: Path | None, processes: int) -> list[Trial]:
    """The trials of earlier runs and of this one, each written down as soon as it is known."""
    trials = read_results(file)
    for trial in try_all(run, {trial.picture for trial in trials}, processes):
        trials.append(trial)
        if file:
            with file.open("a") as out:
                out.write(json.dumps(as_row(trial)) + "\n")
    return trials


def save_at(path: Path, pixels: int) -> bytes:
    with Image.open(path) as image:
        scale = (pixels / (image.width * image.height)) ** 0.5
        size = round(image.width * scale), round(image.height * scale)
        copy = image.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    out = BytesIO()
    copy.save(out, "JPEG", quality=88)
    return out.getvalue()


def spend(contents: list[bytes], *, turns: bool, parts: bool) -> float:
    """Seconds of processor time that the decoding processes spend on these pictures, their start included."""
    fingerprint.close()
    before = getrusage(RUSAGE_CHILDREN)
    for content in contents:
        fingerprint.of_image(content, turns=turns, parts=parts)
    fingerprint.close()
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell_cost(pictures: list[Path]) -> str:
    """Processor time of one print set at 2 megapixels: of one's own picture, of a copy, and of a copy's whole."""
    contents = [save_at(path, COST_PIXELS) for path in islice(pictures, COST_PICTURES)]
    costs = []
    for turns, parts in ((True, True), (False, True), (False, False)):
        more = spend(contents * 3, turns=turns, parts=parts) - spend(contents, turns=turns, parts=parts)
        costs.append(1000 * more / (2 * len(contents)))
    mine, copy, whole = costs
    return (
        f"Processor time at 2 megapixels, ms: own {mine:.1f}, copy {copy:.1f}, its whole alone {whole:.1f}."
    )


def tell_prints(run: Run, trials: list[Trial]) -> str:
    mine = [count_prints(one.prints) for one in run.mines.values()]
    seen = [trial.prints for trial in trials]
    return (
        f"Prints: enrolled {sum(mine) / len(mine):.0f} a picture, at most {max(mine)}; "
        f"of a copy {sum(seen) / len(seen):.0f}, at most {max(seen)}."
    )


def main() -> None:
    wanted = read_arguments()
    pictures = pick_pictures(wanted.folder, wanted.most, wanted.seed)
    aside, looked_for = pictures[::ASIDE], [one for place, one in enumerate(pictures) if place % ASIDE]
    if wanted.kept:
        wanted.kept.mkdir(parents=True, exist_ok=True)
    mines = enrol_all(looked_for, wanted.processes)
    copies = plan(list(mines), pick_groups(tuple(wanted.only)), wanted.copies)
    run = Run(mines, copies, open_others(aside), wanted.seed, wanted.others, wanted.kept)
    trials = collect(run, wanted.results, wanted.processes)
    if wanted.json:
        print(json.dumps([as_row(trial) for trial in trials]))
        return
    print(f"{len(mines)} pictures of {len(pictures)}; {len(trials)} copies; seed {wanted.seed}.\n")
    print("\n".join((*tell(trials), "", tell_prints(run, trials), tell_cost(looked_for))))
    if wanted.frames:
        print("\n" + "\n".join(tell_frames(looked_for, wanted.frames, wanted.seed)))


if __name__ == "__main__":
    main()
