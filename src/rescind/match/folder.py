"""The folder an index lives in: the names of its files, which generation is current, and sweeping up what was left.

A generation is a base file and a journal with the same number; the manifest names the current one and is replaced by a
rename, so whoever looks finds the whole old or the whole new generation.
"""

import contextlib
import errno
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rescind.match.errors import (
    IndexFilesError,
    NoRoom,
    NotAllowedHere,
    NotAnIndex,
    TornIndex,
)
from rescind.match.layout import MANIFEST_BYTES, RECORD_BYTES, Manifest, pack_manifest, unpack_manifest
from rescind.match.locking import OWNER_ONLY, Lock

_OURS = re.compile(r"manifest(\.part)?|writing\.lock|merging\.lock|[0-9a-f]{16}\.(base|journal)(\.part)?")
_BINARY: int = getattr(os, "O_BINARY", 0)
_PART = ".part"

_MEANINGS: dict[int, type[IndexFilesError]] = {
    errno.ENOSPC: NoRoom,
    errno.EDQUOT: NoRoom,
    errno.EFBIG: NoRoom,
    errno.EACCES: NotAllowedHere,
    errno.EPERM: NotAllowedHere,
    errno.EROFS: NotAllowedHere,
    errno.ENOTDIR: NotAnIndex,
    errno.EISDIR: NotAnIndex,
    errno.EEXIST: NotAnIndex,
    errno.ENOENT: TornIndex,
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


class Folder:
    """The files of one index by name. `writing` is held for every change, `merging` by who makes a new generation."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest = path / "manifest"
        self.writing = Lock(path / "writing.lock")
        self.merging = Lock(path / "merging.lock")

    def base(self, generation: int) -> Path:
        """Return where the base file of a generation lies."""
        return self.path / f"{generation:016x}.base"

    def journal(self, generation: int) -> Path:
        """Return where the journal of a generation lies."""
        return self.path / f"{generation:016x}.journal"

    def is_new(self) -> bool:
        """Whether an index may be made here: there is no manifest, and no file that is not ours.

        Raises NotAnIndex when there is something else, TornIndex when there are generations but nothing that names
        the current one.
        """
        names = [one.name for one in self.path.iterdir()]
        if "manifest" in names:
            return False
        if not all(_OURS.fullmatch(name) for name in names):
            raise NotAnIndex
        # The first generation is written before the first manifest; a later one never comes without.
        made = any(name[:16] > f"{1:016x}" for name in names if name.endswith((".base", ".journal")))
        with contextlib.suppress(FileNotFoundError):
            made = made or self.journal(1).stat().st_size > RECORD_BYTES
        if made and not self.manifest.exists():  # another may have made it since the names were read
            raise TornIndex
        return not made

    def sweep(self, current: Manifest) -> None:
        """Remove what cut-off writers and merges left. Only for who holds both locks."""
        keep = {self.base(current.generation).name, self.journal(current.generation).name, self.manifest.name}
        for one in list(self.path.iterdir()):
            if _OURS.fullmatch(one.name) and one.name not in keep and not one.name.endswith(".lock"):
                remove(one)

    def close(self) -> None:
        """Let go of the lock files."""
        self.writing.close()
        self.merging.close()


def read_manifest(folder: Folder) -> Manifest:
    """Read which generation is current. Raises TornIndex when there is none, else as `unpack_manifest` does."""
    with plain_errors(), folder.manifest.open("rb") as file:
        return unpack_manifest(file.read(MANIFEST_BYTES + 1))


def write_manifest(folder: Folder, manifest: Manifest) -> None:
    """Make a generation the current one, at once and whole, and flush that to the disk."""
    part = part_of(folder.manifest)
    descriptor = create(part)
    try:
        write_all(descriptor, pack_manifest(manifest))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    settle(part)


def part_of(path: Path) -> Path:
    """Return the name a file has until it is whole."""
    return path.with_name(path.name + _PART)


def create(path: Path) -> int:
    """Open an empty file for reading and writing, in place of one that was left there."""
    remove(path)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, OWNER_ONLY)


def settle(part: Path) -> None:
    """Give a flushed file its final name, and flush the name."""
    part.replace(part.with_suffix(""))
    flush_names(part.parent)


def flush_names(folder: Path) -> None:
    """Flush the names in a folder to the disk; where a folder cannot be opened (Windows) the system does it itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, content: bytes | memoryview) -> None:
    """Write every byte, however many calls it takes."""
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def remove(path: Path) -> None:
    """Remove a file if it is there; where it is still open elsewhere (Windows) it stays for the next sweep."""
    with contextlib.suppress(FileNotFoundError, PermissionError):
        path.unlink()
