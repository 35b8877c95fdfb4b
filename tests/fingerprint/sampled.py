"""The sample pictures and the two tables that say what they become."""

import csv
import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"
IMAGES = SAMPLES / "images"

OPENED_BY_REDUCING = 16  # bits; the most that was measured between a reduced and a full decode
LUMA_ONLY = 8
SAME_PIXELS = 0


def content(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def image(name: str) -> bytes:
    return content(f"images/{name}")


def all_names() -> list[str]:
    """Every sample picture, as vectors name it."""
    return sorted(
        f"{folder}/{path.name}" for folder in ("images", "pdq") for path in (SAMPLES / folder).iterdir()
    )


def rows(table: str) -> list[dict[str, str]]:
    with (ROOT / "vectors" / table).open(encoding="utf-8") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def apart(one: bytes, other: bytes) -> int:
    return (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count()


def bits(written: str) -> bytes:
    return bytes.fromhex(written)


def processes() -> set[int]:
    """The decoding processes this program has, found the way an onlooker would."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            command = (path.parent / "cmdline").read_bytes()
        except OSError:
            continue
        if parent == os.getpid() and b"rescind.fingerprint.child" in command:
            found.add(int(path.parent.name))
    return found
