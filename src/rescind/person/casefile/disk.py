"""Bytes on the disk: read whole, replaced whole, one writer at a time. Knows nothing of cases or seals.

A file is replaced by writing a neighbour, flushing it to the disk and renaming it over the old one, so
whoever looks, and whatever is cut off at whichever moment, finds the whole old file or the whole new one. A
neighbour left by a writer that was cut off is swept away by the next. All names beside the file begin with a
dot and say nothing.
"""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from rescind.person.casefile.errors import (
    CaseFileError,
    CaseLocked,
    NoCaseHere,
    NoRoom,
    NotACaseFile,
    NotAllowedHere,
    TooCostly,
)

OWNER_ONLY = 0o600
_LOCK_END = ".lock"
_PART_END = ".part"

_MEANINGS: dict[int, type[CaseFileError]] = {
    errno.ENOSPC: NoRoom,
    errno.EDQUOT: NoRoom,
    errno.EFBIG: NoRoom,
    errno.EACCES: NotAllowedHere,
    errno.EPERM: NotAllowedHere,
    errno.EROFS: NotAllowedHere,
    errno.ENOENT: NoCaseHere,
    errno.ENOTDIR: NoCaseHere,
    errno.ENAMETOOLONG: NoCaseHere,
    errno.EISDIR: NotACaseFile,
}


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the operating system's errors into this room's; one it has no word for goes on as it is."""
    try:
        yield
    except OSError as error:
        meaning = _MEANINGS.get(error.errno or 0)
        if meaning is None:
            raise
        raise meaning from error


def target_of(path: Path) -> Path:
    """Return the file a path stands for: symbolic links are followed, so that a link stays a link when we
    write.
    """
    return Path(os.path.realpath(path))


def read_whole(target: Path, limit: int) -> bytes:
    """Return the bytes of a regular file. Raises TooCostly past `limit` bytes, NotACaseFile for a folder or a pipe."""
    content = read_start(target, limit + 1, limit=limit)
    if len(content) > limit:  # it grew since its size was asked for
        raise TooCostly
    return content


def read_start(target: Path, length: int, *, limit: int) -> bytes:
    """Return up to `length` bytes from the start of a regular file; raises as `read_whole` does."""
    with plain_errors():
        if target.exists() and not target.is_file():
            raise NotACaseFile
        if target.stat().st_size > limit:
            raise TooCostly
        with target.open("rb") as file:
            return file.read(length)


def signature(target: Path) -> tuple[int, int, int]:
    """Return what changes when something else writes or replaces the file: its inode, time and size."""
    with plain_errors():
        state = target.stat()
    return state.st_ino, state.st_mtime_ns, state.st_size


@contextmanager
def locked(target: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the file against every other writer of ours; raises CaseLocked after waiting `wait` seconds.

    The operating system lets go of it when a process dies. The lock file is taken away while it is still
    held; filelock refuses a lock on a file without a name, so nobody can hold a removed one.
    """
    beside = _beside(target, _LOCK_END)
    lock = FileLock(beside, timeout=wait, mode=OWNER_ONLY)
    with plain_errors():
        try:
            lock.acquire()
        except Timeout as error:
            raise CaseLocked from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows removes it itself after the release
            beside.unlink(missing_ok=True)
        lock.release()


def replace_whole(target: Path, content: bytes) -> None:
    """Put the content in the place of the file, whole or not at all, readable by its owner alone.

    Only for who holds the lock. Raises NoRoom or NotAllowedHere; then the file is as it was and nothing lies
    beside it.
    """
    part = _beside(target, f".{secrets.token_hex(4)}{_PART_END}")
    with plain_errors():
        try:
            _write_through(part, content)
            part.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _flush_folder(target.parent)


def sweep(target: Path) -> int:
    """Remove what writers that were cut off left beside the file, and say how many. Only for who holds the
    lock.
    """
    left = leftovers(target)
    for part in left:
        with plain_errors():
            part.unlink(missing_ok=True)
    return len(left)


def leftovers(target: Path) -> tuple[Path, ...]:
    """Return the neighbours that unfinished writers left: sealed bytes, whole or cut off."""
    with plain_errors():
        beside = list(target.parent.iterdir())
    return tuple(
        one for one in beside if one.name.startswith(f".{target.name}.") and one.name.endswith(_PART_END)
    )


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}{ending}")


def _write_through(part: Path, content: bytes) -> None:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Flush the new name itself; where a folder cannot be opened (Windows) the system does that in its own
    time.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
