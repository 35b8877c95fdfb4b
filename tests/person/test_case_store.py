"""The file on the disk: whole or not at all, one writer at a time, nothing readable beside it, each failure by name."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rescind.person import casefile
from rescind.person.case import note
from rescind.person.casefile import disk
from tests.person.case_samples import LATER, PASSPHRASE, full

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "vectors" / "casefile"
OLD = VECTORS / "v1-quick.case"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "notes.age"))


@contextmanager
def other_process(*words: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        assert process.wait(timeout=120) == 0


def beside(file: Path) -> list[str]:
    return sorted(one.name for one in file.parent.iterdir())


def test_a_case_is_made_opened_changed_and_opened_again(tmp_path):
    file, link = tmp_path / "notes.age", tmp_path / "short"
    casefile.create_case(file, full(), PASSPHRASE)
    assert beside(file) == ["notes.age"]
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(casefile.CaseExists):
        casefile.create_case(file, full(), PASSPHRASE)
    link.symlink_to(file)
    with casefile.open_case(link, PASSPHRASE) as box:
        assert box.case == full()
        changed = note(box.case, "A line more.", now=LATER)
        box.save(changed, passphrase="another one entirely")
        assert box.case == changed
        assert sum(b"A line" in one.read_bytes() for one in tmp_path.iterdir()) == 0
    with pytest.raises(ValueError, match="writing"):
        box.save(changed)
    assert link.is_symlink()
    assert beside(file) == ["notes.age", "short"]
    with casefile.open_case(file, "another one entirely", write=False) as again:
        assert again.case == changed
        with pytest.raises(ValueError, match="writing"):
            again.save(full())


def test_two_writers_cannot_undo_each_other(file):
    with other_process("tests.person.case_writer", str(file), PASSPHRASE, "of the other") as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(casefile.CaseLocked), casefile.open_case(file, PASSPHRASE):
            pass
        with pytest.raises(casefile.CaseLocked):
            casefile.erase(file)
        with casefile.open_case(file, PASSPHRASE, write=False) as reader:
            assert len(reader.case.log) == 1
        other.stdin.write("go\n")
        other.stdin.flush()
        with casefile.open_case(file, PASSPHRASE, wait=60) as box:
            assert box.case.log[-1].what == "of the other"
        assert other.stdout.readline() == "saved\n"
    assert beside(file) == ["notes.age"]


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path):
    new = tmp_path / "new"
    new.write_bytes((VECTORS / "v1.case").read_bytes())
    folder = tmp_path / "here"
    folder.mkdir()
    with other_process("tests.person.case_killed", str(folder), str(OLD), str(new)) as other:
        seen = json.loads(other.stdout.readline())
    assert not {"BROKEN", "STRANGE"} & set(seen)
    assert seen["killed at a line"] >= 25
    assert seen["killed at a moment"] >= 10
    assert min(seen["old"], seen["new"], seen["leftover"]) >= 3
    target = folder / "notes.age"
    (folder / ".notes.age.0badcafe.part").write_bytes(OLD.read_bytes()[:500])
    with casefile.open_case(target, PASSPHRASE, write=False) as box:
        assert box.case.log[0].what == "I told my sister."
    assert beside(target) == ["notes.age"]


def test_a_full_disk_leaves_the_old_file_and_says_so(file):
    before = file.read_bytes()
    with other_process("tests.person.case_writer", str(file), PASSPHRASE, "lost", "2000") as other:
        other.stdin.write("go\n")
        other.stdin.flush()
        assert other.stdout.read() == "open\nNoRoom\n"
    assert file.read_bytes() == before
    assert beside(file) == ["notes.age"]


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A file system of 64 KiB, where we may mount one."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True
    )
    if done.returncode != 0:
        pytest.skip("no file system can be mounted here without being root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="mounting a file system needs Linux and root"
)
def test_a_really_full_and_a_read_only_disk(tmp_path):
    with small_disk(tmp_path / "disk") as folder:
        file = Path(shutil.copy(OLD, folder / "notes.age"))
        before = file.read_bytes()
        with disk.locked(file), pytest.raises(casefile.NoRoom):
            disk.replace_whole(file, b"x" * 100_000)
        assert beside(file) == ["notes.age"]
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with pytest.raises(casefile.NotAllowedHere), casefile.open_case(file, PASSPHRASE):
            pass
        with pytest.raises(casefile.NotAllowedHere):
            casefile.create_case(folder / "new.age", full(), PASSPHRASE)
        with casefile.open_case(file, PASSPHRASE, write=False) as box:
            assert box.case.log
        assert file.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_we_may_not_write_to(file):
    file.parent.chmod(0o500)
    try:
        with pytest.raises(casefile.NotAllowedHere), casefile.open_case(file, PASSPHRASE):
            pass
    finally:
        file.parent.chmod(0o700)


def test_a_file_that_something_else_replaced_is_left_alone(file):
    with casefile.open_case(file, PASSPHRASE) as box:
        other = file.with_name("theirs")
        other.write_bytes(b"theirs")
        other.replace(file)
        with pytest.raises(casefile.ChangedMeanwhile):
            box.save(box.case)
    assert file.read_bytes() == b"theirs"


def test_a_wrong_passphrase_lets_go_of_the_file(file):
    before = file.read_bytes()
    with pytest.raises(casefile.WrongPassphrase), casefile.open_case(file, "wrong"):
        pass
    assert (file.read_bytes(), beside(file)) == (before, ["notes.age"])
    with disk.locked(file):
        pass


def test_what_is_no_case_is_told_before_a_passphrase_is_needed(tmp_path):
    cases = {
        "gone": casefile.NoCaseHere,
        "no/such/folder": casefile.NoCaseHere,
        "x" * 300: casefile.NoCaseHere,
        "folder": casefile.NotACaseFile,
        "pipe": casefile.NotACaseFile,
        "letter": casefile.NotACaseFile,
        "empty": casefile.EmptyFile,
    }
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "letter").write_text("Dear diary")
    (tmp_path / "empty").touch()
    before = beside(tmp_path / "gone")
    for name, error in cases.items():
        with pytest.raises(error):
            casefile.look(tmp_path / name)
        with pytest.raises(error), casefile.open_case(tmp_path / name, PASSPHRASE):
            pass
    assert beside(tmp_path / "gone") == before
    with pytest.raises(casefile.NoCaseHere):
        casefile.create_case(tmp_path / "no" / "such", full(), PASSPHRASE)


def test_a_file_larger_than_any_case_is_refused_unread(tmp_path):
    huge = tmp_path / "huge"
    huge.touch()
    os.truncate(huge, 2**40)
    with pytest.raises(casefile.TooCostly):
        casefile.look(huge)


def test_erasing_takes_the_file_and_what_lies_beside_it_and_nothing_else(file):
    (file.parent / ".notes.age.0badcafe.part").write_bytes(b"age-encryption.org/v1\n")
    (file.parent / "letter.txt").write_text("kept")
    (file.parent / "link").symlink_to(file)
    second_name = file.parent / "second name"
    second_name.hardlink_to(file)
    erased = casefile.erase(file.parent / "link")
    assert beside(file) == ["letter.txt", "second name"]
    assert (erased.leftovers, erased.overwritten) == (1, True)
    with pytest.raises(casefile.NotACaseFile):
        casefile.look(second_name)


def test_erasing_says_what_it_cannot_reach():
    said = " ".join(casefile.remains())
    for what in ("Backups", "cloud", "Letters", "pictures", "history", "disks"):
        assert what in said
    assert "cannot be recovered" not in said


def test_a_torn_or_empty_file_can_be_erased(file):
    for content in (b"", OLD.read_bytes()[:40]):
        file.write_bytes(content)
        casefile.erase(file)
        assert beside(file) == []


def test_something_else_is_never_erased(file):
    file.write_bytes(b"\xff\xd8\xff\xe0 a picture")
    with pytest.raises(casefile.NotACaseFile):
        casefile.erase(file)
    assert file.exists()
    with pytest.raises(casefile.NotACaseFile):
        casefile.erase(file.parent)
    with pytest.raises(casefile.NoCaseHere):
        casefile.erase(file.parent / "gone")


def test_a_box_opened_before_spares_opening_again_but_never_hides_another_change(file: Path) -> None:
    with casefile.open_case(file, PASSPHRASE, write=False) as first:
        pass
    with casefile.open_case(file, PASSPHRASE, known=first) as second:
        assert second.case is first.case
        second.save(note(first.case, "I wrote to them.", now=LATER))
    with casefile.open_case(file, PASSPHRASE, known=first) as third:
        assert third.case.log[-1].what == "I wrote to them."
    with pytest.raises(casefile.WrongPassphrase), casefile.open_case(file, "other words", known=third):
        pass
