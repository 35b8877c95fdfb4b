"""Processes share an index: each sees what another did at its next question, and a full disk undoes only what did not
fit.
"""

import errno
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rescind.match import Index, Near, NoRoom, NotFlushed
from tests.house.sources import ROOT
from tests.match.index_writer import bits_of


class Writer:
    """A process with the index open; `ask` sends it one command and returns its answer."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, command: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@contextmanager
def writer_of(folder: Path) -> Iterator[Writer]:
    command = [sys.executable, "-m", "tests.match.index_writer", str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Writer(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait() == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_one_process_sees_at_once_what_another_did(folder: Path) -> None:
    with Index.open(folder) as index, writer_of(folder) as other:
        for round_ in range(20):
            assert other.ask(f"add {round_ * 10} 2") == "done"
            assert index.near(bits_of(round_ * 10 + 1), 0).found == (Near(0, round_ * 10 + 1),)
            index.add(round_ * 10 + 2, bits_of(round_ * 10 + 2))
            assert other.ask("count") == str(len(index)) == str(2 * round_ + 3)
            assert other.ask(f"discard {round_ * 10 + 2}") == "done"
            assert round_ * 10 + 2 not in index
            if round_ % 4 == 1:
                assert other.ask("merge") == "done"
            if round_ % 4 == 3:
                index.merge()
            assert index.near(bits_of(round_ * 10 + 1), 0).found == (Near(0, round_ * 10 + 1),)


def test_an_id_that_another_process_took_is_taken(folder: Path) -> None:
    with Index.open(folder) as index, writer_of(folder) as other:
        index.add(1, bytes(32))
        assert other.ask("add 1 1").startswith("IdTaken")
        assert other.ask("many 0 3").startswith("IdTaken")
        assert other.ask("count") == "1"


def test_entries_are_those_of_the_moment_they_were_asked_for(folder: Path) -> None:
    with Index.open(folder) as index, writer_of(folder) as other:
        other.ask("many 0 50")
        other.ask("merge")
        other.ask("many 50 10")
        entries = index.entries()
        assert next(entries).id == 0
        other.ask("many 100 50")
        other.ask("merge")
        index.discard(3)
        index.merge()
        assert len(index) == 109
        assert [one.id for one in entries] == list(range(1, 60))


@pytest.mark.parametrize("way", ["add 500 1", "many 500 9", "discard 3"])
def test_what_does_not_fit_is_not_there_and_the_rest_stays_usable(folder: Path, way: str) -> None:
    with writer_of(folder) as writer, Index.open(folder) as index:
        assert writer.ask("add 0 20") == "done"
        before = list(index.entries())
        size = 48 * 21
        for room in (0, 1, 47):
            assert writer.ask(f"limit {size + room}") == "done"
            assert (
                writer.ask(way) == "NoRoom There is no room left on this disk. The index is as it was before."
            )
            assert list(index.entries()) == before
            assert writer.ask("count") == "20"
        assert writer.ask("free") == "done"
        assert writer.ask(way) == "done"
        assert list(index.entries()) != before
        assert int(writer.ask("count")) == len(index)
        index.verify()


def test_a_batch_that_fits_in_part_is_not_there_at_all(folder: Path) -> None:
    with writer_of(folder) as writer, Index.open(folder) as index:
        writer.ask("add 0 20")
        writer.ask(f"limit {48 * 25}")
        assert writer.ask("many 100 9").startswith("NoRoom")
        assert (len(index), writer.ask("count")) == (20, "20")
        assert writer.ask("many 100 4") == "done"
        assert (len(index), writer.ask("count")) == (24, "24")


def test_a_merge_without_room_leaves_the_index_as_it_was(folder: Path) -> None:
    with writer_of(folder) as writer, Index.open(folder) as index:
        writer.ask("add 0 200")
        before = list(index.entries())
        files = sorted(one.name for one in folder.iterdir())
        for room in (60, 4096, 9000):
            writer.ask(f"limit {room}")
            assert writer.ask("merge").startswith("NoRoom")
            assert sorted(one.name for one in folder.iterdir()) == files
            assert list(index.entries()) == before
        writer.ask("free")
        assert writer.ask("merge") == "done"
        assert list(index.entries()) == before
        index.verify()


def test_every_change_is_flushed_when_that_was_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    really = os.fsync
    monkeypatch.setattr(os, "fsync", lambda descriptor: (flushed.append(descriptor), really(descriptor)))
    with Index.open(folder) as index:
        flushed.clear()
        index.add(1, bits_of(1))
        assert flushed == []
        index.sync()
        assert len(flushed) == 1
    with Index.open(folder, sync=True) as index:
        flushed.clear()
        index.add(2, bits_of(2))
        index.add_many([3, 4], [bits_of(3), bits_of(4)])
        index.discard(3)
        index.discard_many([4])
        assert len(flushed) == 4


def test_a_disk_that_does_not_confirm_is_told_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, "the disk said no")

    with Index.open(folder, sync=True) as index, writer_of(folder) as other:
        index.add(1, bits_of(1))
        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", refuse)
            with pytest.raises(NotFlushed):
                index.add(2, bits_of(2))
            with pytest.raises(NotFlushed):
                index.sync()
        assert [one.id for one in index.entries()] == [1, 2]
        assert other.ask("count") == "2"
        index.add(3, bits_of(3))


@pytest.mark.skipif(sys.platform != "linux", reason="room is reserved in another way there")
def test_a_merge_aside_that_finds_no_room_is_told_of_and_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _offset: int, _length: int) -> None:
        raise OSError(errno.ENOSPC, "the disk is full")

    with Index.open(folder, merge_from=8) as index:
        with monkeypatch.context() as full:
            full.setattr(os, "posix_fallocate", refuse)
            for id_ in range(8):
                index.add(id_, bits_of(id_))
            join("index-merge")
        assert isinstance(index.merge_trouble, NoRoom)
        assert len(index) == 8
        for id_ in range(8, 12):
            index.add(id_, bits_of(id_))
        join("index-merge")
        assert index.merge_trouble is None
        assert len(index) == 12
    assert [one.name for one in folder.glob("*.base")] == [f"{2:016x}.base"]


def join(name: str) -> None:
    """Wait for the threads of this name."""
    for thread in threading.enumerate():
        if thread.name == name:
            thread.join()


def test_a_disk_that_is_really_full_is_survived(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    size = ["-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if not mount or subprocess.run([mount, *size], capture_output=True).returncode:
        pytest.skip("only who administers the machine may make a small disk")
    try:
        with writer_of(disk / "index") as writer:
            assert writer.ask("add 0 100000").startswith("NoRoom")
            there = int(writer.ask("count"))
            assert 1000 < there < 6000
            assert writer.ask("merge").startswith("NoRoom")
            assert writer.ask("discard 5").startswith("NoRoom")
            assert int(writer.ask("count")) == there
        with Index.open(disk / "index") as index:
            assert [one.id for one in index.entries()] == list(range(there))
            assert index.near(bits_of(there - 1), 0).found == (Near(0, there - 1),)
            index.verify()
    finally:
        subprocess.run(["umount", str(disk)], check=True)
