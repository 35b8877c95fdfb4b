"""The most memory that the page takes in Chromium while it makes fingerprints: the process that shows it, Linux only.

Counted is what the process has to itself and its share of the rest (PSS), a hundred times a second, in a browser of its own
for each row: before the first file, at the most, and two seconds after the last. Fingerprints are made with panels and
parts, one picture after the other, as for a person.

    python bench/page_memory.py
"""

import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.chromium import program, started
from tests.page.browser import say_who, served, start, visit

SAMPLES = Path(__file__).parent.parent / "tests" / "samples" / "images"
SMALL = [SAMPLES / f"base-{name}.jpg" for name in ("cat", "dogs", "fig", "drum", "sunset")]
ROWS = {
    "one JPEG of 12 megapixels": [SAMPLES / "big-12mp.jpg"],
    "twelve of them": [SAMPLES / "big-12mp.jpg"] * 12,
    "fifty JPEG of 0.2 megapixels": SMALL * 10,
    "one HEIC of 12 megapixels": [SAMPLES / "phone-original.heic"],
    "five of them": [SAMPLES / "phone-original.heic"] * 5,
}


def showing() -> set[int]:
    """Return the processes that show a page, of any Chromium."""
    commands = {path: path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()}
    return {int(path.parent.name) for path, command in commands.items() if b"--type=renderer" in command}


def megabytes(process: int) -> float:
    """Return what the process takes now, in MB; 0 when it has ended."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    except OSError:
        return 0
    return int(told.split("\nPss:")[1].split()[0]) / 1000


class Peak:
    """Looks again and again at some processes, until it is left; `most` is the most that one of them took."""

    def __init__(self, processes: set[int]) -> None:
        self._processes = processes
        self._left = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self.most = 0.0

    def _look(self) -> None:
        while not self._left.wait(0.01):
            self.most = max(self.most, *map(megabytes, self._processes))

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()
        self._thread.join()


def measured(address: str, files: list[Path]) -> tuple[float, float, float]:
    """Return MB before, at the most, and afterwards."""
    others = showing()
    with started() as browser:
        visitor = visit(browser, address)
        start(visitor)
        say_who(visitor)
        time.sleep(2)
        mine = showing() - others
        before = max(map(megabytes, mine))
        with Peak(mine) as peak:
            visitor.page.set_input_files("#files", files)
            visitor.page.get_by_text(f"{len(files)} of {len(files)} done").wait_for(timeout=600_000)
        time.sleep(2)
        return before, peak.most, max(map(megabytes, mine))


def main() -> None:
    if program() is None:
        print("Chromium is not installed: the page was not measured.")
        return
    print("| pictures | before, MB | at the most | afterwards |\n|---|---|---|---|")
    with served() as address:
        for name, files in ROWS.items():
            before, most, after = measured(address, files)
            print(f"| {name} | {before:.0f} | {most:.0f} | {after:.0f} |", flush=True)


if __name__ == "__main__":
    main()
