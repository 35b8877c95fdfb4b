"""A video is decoded behind the fence, whatever is in it: this program never falls, waits or asks too much."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rescind import fingerprint
from rescind.fingerprint import (
    Enough,
    Held,
    Reason,
    Sampling,
    UnclearVideo,
    VideoFingerprint,
    VideoNote,
    of_video,
)
from rescind.fingerprint.values import How
from rescind.fingerprint.video import reader, wire
from rescind.fingerprint.video.values import WantedOfVideo
from rescind.fingerprint.wire import GarbledError
from tests.fingerprint.filmed import film, story
from tests.fingerprint.test_fuzz import cut, filled, flipped, flipped_head, spliced

SEED = 20_261_123
SLOWEST = 20.0


class Watched(Held):
    """Bytes in memory that note what was read, and do something at each reading."""

    def __init__(self, content: bytes, then: Callable[[int], None] = lambda count: None) -> None:
        super().__init__(content)
        self.read: set[tuple[int, int]] = set()
        self.count = 0
        self._then = then

    def read_at(self, offset: int, length: int) -> bytes:
        self.count += 1
        self._then(self.count)
        self.read.add((offset, length))
        return super().read_at(offset, length)


def look(source: Held | bytes, sampling: Sampling = Sampling.GRID) -> VideoFingerprint:
    return of_video(source, sampling=sampling, turns=False, parts=False)


def children() -> list[int]:
    """The processes that this one started and that still run."""
    found = []
    for thread in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended meanwhile
            found += [int(one) for one in (thread / "children").read_text().split()]
    return [
        one
        for one in found
        if b"rescind.fingerprint.video.child" in Path(f"/proc/{one}/cmdline").read_bytes()
    ]


linux = pytest.mark.skipif(sys.platform != "linux", reason="the system tells about processes in other ways")


@linux
def test_the_process_holds_two_pipes_and_may_open_nothing() -> None:
    told: list[tuple[str, str, set[str]]] = []

    def note(count: int) -> None:
        if count == 2:
            (child,) = children()
            status = Path(f"/proc/{child}/status").read_text()
            limits = Path(f"/proc/{child}/limits").read_text()
            files = {str(one.readlink()).partition(":")[0] for one in Path(f"/proc/{child}/fd").iterdir()}
            told.append((status, limits, files))

    look(Watched(film(story()), note))
    fingerprint.close()
    ((status, limits, files),) = told
    assert "Seccomp:\t2" in status
    assert "NoNewPrivs:\t1" in status
    assert any(
        line.split()[3:5] == ["0", "0"] for line in limits.splitlines() if line.startswith("Max open files")
    )
    assert files <= {"pipe", "/dev/null"}
    assert children() == []


@linux
def test_one_process_serves_many_videos_and_ends_when_asked() -> None:
    fingerprint.close()  # whoever was used by other tests may be due to be replaced
    content, seen = film(story()), set()
    for _ in range(3):
        look(Watched(content, lambda count: seen.update(children())))
    assert len(seen) == 1
    fingerprint.close()
    assert children() == []


@linux
def test_a_process_that_other_videos_have_left_is_not_blamed_on_the_next() -> None:
    content = film(story())
    look(content)
    killed: list[int] = []

    def kill(count: int) -> None:
        if not killed:
            killed.extend(children())
            os.kill(killed[0], signal.SIGKILL)

    assert look(Watched(content, kill)).usable
    assert killed


@linux
def test_a_process_that_dies_costs_one_video() -> None:
    content = film(story())

    def kill(count: int) -> None:
        for child in children():
            os.kill(child, signal.SIGKILL)

    with pytest.raises(UnclearVideo) as died:
        look(Watched(content, kill))
    assert died.value.reason is Reason.DECODER_DIED
    assert look(content).usable


@linux
def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SILENT_SECONDS", 1.0)

    def stop(count: int) -> None:
        for child in children():
            os.kill(child, signal.SIGSTOP)

    with pytest.raises(UnclearVideo) as hung:
        look(Watched(film(story()), stop))
    assert hung.value.reason is Reason.TOO_SLOW
    assert children() == []


def test_a_first_look_reads_little_of_a_large_file() -> None:
    rich = film(story(rate=24, seconds=12), rate=24, every=96)
    source = Watched(rich + b"\0\0\0\x08free" + b"")
    video = look(source, Sampling.KEYS)
    assert len(video.frames) >= 7
    all_of_it = Watched(rich)
    look(all_of_it, Sampling.GRID)
    assert sum(length for _, length in source.read) < len(rich)


def test_what_the_source_gave_is_used_when_it_gives_no_more() -> None:
    def enough(count: int) -> None:
        if count > 4:
            raise Enough

    content = film(story(rate=24, seconds=6), rate=24, kind="matroska")
    video = look(Watched(content, enough))
    assert VideoNote.FIRST_PART in video.how.notes
    assert video.usable > 0
    assert video.sha256 is None


def test_a_source_that_gives_nothing_at_all_says_so_itself() -> None:
    def enough(count: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        look(Watched(film(story()), enough))


def test_what_goes_wrong_while_reading_reaches_the_caller() -> None:
    def fail(count: int) -> None:
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        look(Watched(film(story()), fail))


def broken(samples: Path) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(SEED)
    changes = (flipped, flipped_head, cut, spliced, filled)
    for number, path in enumerate(sorted((samples / "videos").iterdir())):
        for change in (changes[number % 5], changes[(number + 2) % 5]):
            yield f"{path.name} {change.__name__}", bytes(change(bytearray(path.read_bytes()), chance))
    yield "noise", chance.randbytes(50_000)
    for start in (
        b"\x1aE\xdf\xa3",
        b"\0\0\0\x18ftypisom",
        b"RIFF\0\0\0\0AVI LIST",
        b"FLV\x01\x05\0\0\0\x09",
        b"OggS",
    ):
        yield f"noise after {start!r}", start + chance.randbytes(20_000)


def test_broken_videos_get_fingerprints_or_a_reason_in_time(samples: Path) -> None:
    seen: set[object] = set()
    for name, content in broken(samples):
        before = time.perf_counter()
        try:
            assert look(content).frames, name
            seen.add("opened")
        except UnclearVideo as unclear:
            seen.add(unclear.reason)
        assert time.perf_counter() - before < SLOWEST, name
    assert "opened" in seen
    assert seen & {Reason.CORRUPT, Reason.TRUNCATED, Reason.NO_INDEX}


def test_messages_that_no_sound_process_sends_are_refused() -> None:
    chance = random.Random(SEED)
    wanted = WantedOfVideo(Sampling.GRID, turns=True, parts=True, seconds=1e4, most_keys=10)
    kinds: set[type] = set()
    for _ in range(3000):
        told = chance.choice((b"N", b"O", b"T", b"F", b"E", b"U", b"")) + chance.randbytes(
            chance.randrange(60)
        )
        try:
            kinds.add(type(wire.read_message(told, wanted, How("h264", 1, 1))))
        except GarbledError:
            kinds.add(GarbledError)
    assert GarbledError in kinds
    assert kinds <= {GarbledError, wire.Needed, wire.Passed, wire.Ended, UnclearVideo}
