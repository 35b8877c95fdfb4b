"""The files of an index: foreign, torn, newer and damaged ones are refused, each for its reason, and old ones open."""

import json
import random
import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from rescind.match import (
    DamagedIndex,
    Index,
    IndexFilesError,
    Near,
    NewerIndex,
    NotAnIndex,
    TornIndex,
)
from tests.house.sources import ROOT

VECTORS = ROOT / "vectors" / "index"


def bits_of(id_: int) -> bytes:
    return random.Random(id_).randbytes(32)


def filled(folder: Path, count: int) -> Path:
    """An index with a base of so many and a journal of ten records."""
    with Index.open(folder, merge_from=None) as index:
        ids = range(0, 3 * count, 3)
        index.add_many(ids, [bits_of(id_) for id_ in ids], [id_ % 5 for id_ in ids])
        index.merge()
        for id_ in range(1, 22, 3):
            index.add(id_, bits_of(id_), 3)
        for id_ in (0, 4, 9):
            index.discard(id_)
    return folder


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("whole") / "index", 40)


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "index"))


def the(folder: Path, ending: str) -> Path:
    [found] = folder.glob(ending)
    return found


def size_of(path: Path) -> int:
    return path.stat().st_size


def change(path: Path, at: int, content: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[at : at + len(content)] = content
    path.write_bytes(whole)


def sum_up(path: Path, size: int) -> None:
    """Make the checksum of the first `size` bytes fit again, as a hostile writer would."""
    whole = path.read_bytes()
    change(path, size - 4, struct.pack("<I", zlib.crc32(whole[: size - 4])))


REFUSED: list[tuple[type[IndexFilesError], str, Callable[[Path], None]]] = [
    (NotAnIndex, "a foreign manifest", lambda at: the(at, "manifest").write_bytes(b"x" * 64)),
    (NotAnIndex, "a foreign base", lambda at: the(at, "*.base").write_bytes(b"x" * 9000)),
    (NotAnIndex, "a foreign journal", lambda at: the(at, "*.journal").write_bytes(b"x" * 96)),
    (TornIndex, "an empty manifest", lambda at: the(at, "manifest").write_bytes(b"")),
    (TornIndex, "a manifest cut off", lambda at: the(at, "manifest").write_bytes(the(at, "manifest").read_bytes()[:63])),
    (TornIndex, "a base cut off", lambda at: the(at, "*.base").write_bytes(the(at, "*.base").read_bytes()[:-1])),
    (TornIndex, "a base without an end", lambda at: change(the(at, "*.base"), size_of(the(at, "*.base")) - 16, bytes(16))),
    (TornIndex, "no base", lambda at: the(at, "*.base").unlink()),
    (TornIndex, "no journal", lambda at: the(at, "*.journal").unlink()),
    (TornIndex, "no manifest", lambda at: the(at, "manifest").unlink()),
    (NewerIndex, "a newer manifest", lambda at: change(the(at, "manifest"), 8, b"\2")),
    (NewerIndex, "a newer base", lambda at: change(the(at, "*.base"), 8, b"\2")),
    (NewerIndex, "a newer journal", lambda at: change(the(at, "*.journal"), 8, b"\2")),
    (DamagedIndex, "a changed manifest", lambda at: change(the(at, "manifest"), 40, b"\2")),
    (DamagedIndex, "a changed base header", lambda at: change(the(at, "*.base"), 40, b"\2")),
    (DamagedIndex, "a changed journal header", lambda at: change(the(at, "*.journal"), 30, b"\2")),
    (DamagedIndex, "a changed record", lambda at: change(the(at, "*.journal"), 48 * 4 + 20, b"\2")),
]  # fmt: skip


@pytest.mark.parametrize(("error", "what", "damage"), REFUSED, ids=[one[1] for one in REFUSED])
def test_it_is_refused_with_its_reason_and_left_as_it_is(
    folder: Path, error: type[IndexFilesError], what: str, damage: Callable[[Path], None]
) -> None:
    damage(folder)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    with pytest.raises(error) as refused:
        Index.open(folder)
    assert type(refused.value) is error
    assert str(refused.value).endswith(".")
    assert str(folder) not in str(refused.value)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_files_of_another_index_are_refused(folder: Path, tmp_path: Path) -> None:
    other = filled(tmp_path / "other", 40)
    for ending in ("*.base", "*.journal"):
        mixed = Path(shutil.copytree(folder, tmp_path / ending[2:]))
        shutil.copyfile(the(other, ending), the(mixed, ending))
        with pytest.raises(NotAnIndex):
            Index.open(mixed)


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NotAnIndex):
        Index.open(tmp_path)
    with pytest.raises(NotAnIndex):
        Index.open(tmp_path / "letter.txt")
    assert [one.name for one in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_became_something_else_is_none(folder: Path) -> None:
    with Index.open(folder) as index:
        folder.rename(folder.with_name("away"))
        folder.write_text("mine")
        with pytest.raises(NotAnIndex):
            index.near(bytes(32), 31)


def test_a_record_whose_checksum_fits_elsewhere_is_refused(folder: Path) -> None:
    journal = the(folder, "*.journal")
    content = journal.read_bytes()
    change(journal, 48 * 2, content[48 * 3 : 48 * 4])
    with pytest.raises(DamagedIndex):
        Index.open(folder)


@pytest.mark.parametrize("tail", [b"\0" * 20, b"\0" * 480, b"\xff" * 48, bytes(range(256))])
def test_what_a_power_failure_left_at_the_end_is_passed_over_and_cut_off(folder: Path, tail: bytes) -> None:
    journal = the(folder, "*.journal")
    size = journal.stat().st_size
    with journal.open("ab") as file:
        file.write(tail)
    with Index.open(folder) as index:
        assert len(index) == 44
        assert journal.stat().st_size == size + len(tail)
        index.add(1000, bytes(32))
        assert journal.stat().st_size == size + 48
    with Index.open(folder) as index:
        assert len(index) == 45


def test_a_change_of_many_that_was_cut_off_anywhere_is_not_there_at_all(folder: Path, tmp_path: Path) -> None:
    journal = the(folder, "*.journal")
    before = journal.stat().st_size
    with Index.open(folder) as index:
        index.add_many(range(1000, 1005), [bits_of(id_) for id_ in range(5)])
        index.discard_many(range(1000, 1003))
    whole = journal.read_bytes()
    for end in range(before, len(whole) + 1, 8):
        journal.write_bytes(whole[:end])
        with Index.open(folder) as index:
            assert len(index) == (46 if end == len(whole) else 49 if end >= before + 240 else 44)


def test_damage_in_a_section_is_found_by_verify(folder: Path) -> None:
    base = the(folder, "*.base")
    for at in (4096, 8192, 12288):
        change(base, at, bytes([base.read_bytes()[at] ^ 1]))
        with Index.open(folder) as index, pytest.raises(DamagedIndex):
            index.verify()
        change(base, at, bytes([base.read_bytes()[at] ^ 1]))
    with Index.open(folder) as index:
        index.verify()


def test_numbers_that_make_no_sense_are_refused_even_with_a_fitting_checksum(folder: Path) -> None:
    base, manifest = the(folder, "*.base"), the(folder, "manifest")
    whole = base.read_bytes()
    chance = random.Random(3)
    for at in (*range(36, 240, 4), 2000):
        for value in (0, 1, 0xFFFFFFFF, chance.randrange(1 << 32)):
            base.write_bytes(whole)
            change(base, at, struct.pack("<I", value))
            if base.read_bytes() == whole:
                continue
            sum_up(base, 4096)
            total = base.read_bytes()[4092:4096]
            change(base, len(whole) - 8, total)
            change(manifest, 36, total)
            sum_up(manifest, 64)
            with pytest.raises(IndexFilesError), Index.open(folder) as index:
                index.verify()


def test_whatever_is_done_to_the_files_nothing_crashes(tmp_path: Path) -> None:
    for number, (count, rounds) in enumerate(((40, 300), (4500, 80))):
        folder = filled(tmp_path / str(number) / "index", count)
        command = [sys.executable, "-m", "tests.match.index_fuzzed", str(folder), str(number), str(rounds)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        seen = json.loads(done.stdout)
        assert seen["WRONG"] == 0
        assert min(seen[name] for name in ("verified", "NotAnIndex", "TornIndex", "DamagedIndex")) > 3
        assert seen["found out by verify"] > 0


@pytest.mark.parametrize("vector", sorted(VECTORS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_stored_index_opens(vector: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(vector.with_suffix(""), tmp_path / "index"))
    rows = [line.split() for line in vector.read_text("utf-8").splitlines() if line[:1].isdigit()]
    expected = [(int(id_), int(tag), bytes.fromhex(bits)) for id_, tag, bits in rows]
    with Index.open(folder) as index:
        index.verify()
        assert [(one.id, one.tag, one.bits) for one in index.entries()] == expected
        for id_, tag, bits in expected[::10]:
            assert Near(0, id_, tag) in index.near(bits, 0).found
        index.add(777, bytes(32))
        index.merge()
        assert len(index) == len(expected) + 1


def test_there_are_stored_indexes() -> None:
    assert {one.stem for one in VECTORS.glob("*.txt")} >= {"v1-small", "v1-tables"}
