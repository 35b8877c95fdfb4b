"""The spool: what the match call saw, appended to a file of each process, until `work` takes it into the database.

So that the call never waits for the database. A record is written by one call of the system, and is in the file when the
process is killed after it; `docs/formats/spool.md` describes the file. Whoever writes holds a lock on its file, so that a
file nobody holds is one that nobody will add to.
"""

import fcntl
import logging
import os
import secrets
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from django.conf import settings

from rescind.desk.records import sealing
from rescind.desk.records.sealing import NotOpened

FOLDER: Final = "spool"
ENDING: Final = ".spool"
FULL: Final = 16 * 1024 * 1024
"""From this size on a process begins another file, so that the one before it can be taken in and removed."""

MOST_BYTES: Final = 64 * 1024 * 1024
"""No record is longer; a longer one in a file is damage."""

LOG: Final = logging.getLogger("rescind.desk.spool")
_LENGTH: Final = struct.Struct("<I")


class SeenItem(msgspec.Struct, frozen=True):
    """A picture that was sent under an item id: its packed record, and the digest of its file if that was sent."""

    item: str
    record: bytes
    digest: bytes | None = None


class SeenMatch(msgspec.Struct, frozen=True):
    """A match that was found; `bits` is the upright fingerprint of what was sent."""

    reference: str
    entry: int
    item: str
    action: str
    likeness: str
    distance: int
    bits: bytes


class Seen(msgspec.Struct, frozen=True):
    """What one call saw: of which service, and when (seconds since 1970)."""

    service: str
    at: float
    version: int = 1
    items: tuple[SeenItem, ...] = ()
    matches: tuple[SeenMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """One record of a file, and the byte at which the next one begins. `seen` is None for one that does not open."""

    seen: Seen | None
    until: int


@dataclass(slots=True)
class _File:
    """The file that this process writes."""

    process: int
    path: Path
    descriptor: int
    length: int = 0


_TURN: Final = threading.Lock()
_open: list[_File] = []


def folder() -> Path:
    """Return where the spool of this desk lies."""
    return Path(settings.DESK_FOLDER) / FOLDER


def append(seen: Seen) -> bool:
    """Write down what was seen; return whether that was possible (False: the disk is full, or cannot be written to)."""
    sealed = sealing.seal(msgspec.msgpack.encode(seen), settings.DESK.sealing_key, FOLDER)
    record = _LENGTH.pack(len(sealed)) + sealed
    with _TURN:
        try:
            file = _mine()
            _write(file, record)
        except OSError as error:
            LOG.error("the spool cannot be written to", exc_info=error)
            return False
        if file.length >= FULL:
            _let_go()
    return True


def files() -> list[Path]:
    """Return the files of the spool, oldest name first."""
    with suppress(FileNotFoundError):
        return sorted(path for path in folder().iterdir() if path.name.endswith(ENDING))
    return []


def read(path: Path, start: int) -> Iterator[Taken]:
    """Yield the whole records from that byte on. What is torn at the end is not yielded: it may be about to be written."""
    with suppress(FileNotFoundError), path.open("rb") as file:
        file.seek(start)
        while (record := _next(file.read(_LENGTH.size), file.read)) is not None:
            start += _LENGTH.size + len(record)
            yield Taken(_opened(record), start)


def is_finished(path: Path) -> bool:
    """Say whether nobody writes the file any more: its writer ended, was killed, or went on to another file."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True


def remove(path: Path) -> None:
    """Remove a finished file that was taken in."""
    path.unlink(missing_ok=True)


def _mine() -> _File:
    """Return the file that this process writes, a new one when it has none (a forked child has none of its own)."""
    if _open and (_open[0].process != os.getpid() or _open[0].path.parent != folder()):
        _let_go()
    if not _open:
        _open.append(_new_file())
    return _open[0]


def _new_file() -> _File:
    folder().mkdir(mode=0o700, exist_ok=True)
    path = folder() / f"{os.getpid()}-{secrets.token_hex(8)}{ENDING}"
    part = path.with_suffix(
        ".new"
    )  # not read before it is held: it would be taken for one that nobody writes
    descriptor = os.open(part, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    part.rename(path)
    return _File(os.getpid(), path, descriptor)


def _write(file: _File, record: bytes) -> None:
    """Append a record, all of it or nothing. Raises OSError."""
    written = 0
    try:
        written = os.write(file.descriptor, record)
    finally:
        if written != len(record):
            os.ftruncate(file.descriptor, file.length)
    if written != len(record):
        raise OSError("a record did not fit")
    file.length += written


def _let_go() -> None:
    os.close(_open.pop().descriptor)


def _next(head: bytes, read_on: Callable[[int], bytes]) -> bytes | None:
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    record = read_on(length) if length <= MOST_BYTES else b""
    return record if len(record) == length else None


def _opened(record: bytes) -> Seen | None:
    try:
        content = sealing.unseal(record, settings.DESK.sealing_key, FOLDER)
        return msgspec.msgpack.decode(content, type=Seen)
    except (NotOpened, msgspec.MsgspecError) as error:
        LOG.error("a record of the spool does not open", exc_info=error)
        return None
