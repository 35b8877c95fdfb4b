"""The sealed file of a case: make it, open it, change it, save it.

    with open_case(path, passphrase) as box:
        box.save(note(box.case, "I wrote to the site.", now=now))

An open box that may write holds a lock from reading to closing, so two windows cannot undo each other's
changes. Nothing but sealed bytes ever reaches the disk.
"""

import contextlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rescind.person.case import Case
from rescind.person.casefile import disk
from rescind.person.casefile.errors import (
    CaseExists,
    CaseLocked,
    ChangedMeanwhile,
    NoCaseHere,
    NotAllowedHere,
)
from rescind.person.casefile.sealing import HEADER_LIMIT, SEALED_LIMIT, check_header, seal, unseal


class Box:
    """An open case file. `case` is what it holds now; `save` is the only way to change that."""

    def __init__(self, target: Path, passphrase: str, *, write: bool, known: "Box | None" = None) -> None:
        self._target = target
        self._passphrase = passphrase
        self._write = write
        self._signature = disk.signature(target)
        if known is not None and known.same_as(self):
            self._case = known.case
        else:
            self._case = unseal(disk.read_whole(target, SEALED_LIMIT), passphrase)

    @property
    def case(self) -> Case:
        """The case as it is on the disk, as far as this program knows."""
        return self._case

    def save(self, case: Case, *, passphrase: str | None = None) -> None:
        """Put the case into the file, whole or not at all; with `passphrase`, sealed with that from now on.

        Raises ValueError when the box was opened for reading or is closed, ChangedMeanwhile when something
        else replaced the file, TooLarge, NoRoom or NotAllowedHere. After any of them the file is as it was.
        """
        if not self._write:
            raise ValueError("this box is not open for writing")
        words = self._passphrase if passphrase is None else passphrase
        self._check_unchanged()
        sealed = seal(case, words)
        self._check_unchanged()  # again, because sealing takes seconds
        disk.replace_whole(self._target, sealed)
        self._case, self._passphrase, self._signature = case, words, disk.signature(self._target)

    def _check_unchanged(self) -> None:
        if disk.signature(self._target) != self._signature:
            raise ChangedMeanwhile

    def same_as(self, other: "Box") -> bool:
        """Whether both were opened with one passphrase on one file that nothing replaced in between."""
        same_words = secrets.compare_digest(self._passphrase.encode(), other._passphrase.encode())
        return same_words and (self._target, self._signature) == (other._target, other._signature)

    def close(self) -> None:
        """Forget that it may be written to; `open_case` does this when its block ends."""
        self._write = False


@contextmanager
def open_case(
    path: Path, passphrase: str, *, write: bool = True, wait: float = 0.0, known: Box | None = None
) -> Iterator[Box]:
    """Yield the open file. With `write` it is locked until the block ends; `wait` is how many seconds to wait
    for that.

    `known` is a box opened earlier: when the passphrase is the same and the file was not replaced since, what it
    held is taken from there, which saves the seconds that opening costs. Raises CaseFileErrors: NoCaseHere,
    NotAllowedHere, CaseLocked, and everything `unseal` raises. Leftovers of a writer that was cut off are
    removed first.
    """
    target = disk.target_of(path)
    look(target)
    with _held(target, write=write, wait=wait):
        box = Box(target, passphrase, write=write, known=known)
        try:
            yield box
        finally:
            box.close()


def create_case(path: Path, case: Case, passphrase: str) -> None:
    """Make a new sealed file. Raises CaseExists when there is anything at the path, NoCaseHere without its
    folder.
    """
    target = disk.target_of(path)
    if target.exists():
        raise CaseExists
    if not target.parent.is_dir():
        raise NoCaseHere
    with disk.locked(target):
        disk.sweep(target)
        sealed = seal(case, passphrase)
        if target.exists():
            raise CaseExists
        disk.replace_whole(target, sealed)


def look(path: Path) -> None:
    """Raise what can be said of the file without its passphrase: missing, foreign, empty, torn, newer, too
    costly.
    """
    check_header(disk.read_start(disk.target_of(path), HEADER_LIMIT, limit=SEALED_LIMIT))


@contextmanager
def _held(target: Path, *, write: bool, wait: float) -> Iterator[None]:
    """Hold the lock for a writer. A reader needs none: a whole file is always there; it only sweeps, if it
    may.
    """
    if write:
        with disk.locked(target, wait=wait):
            disk.sweep(target)
            yield
        return
    with contextlib.suppress(CaseLocked, NotAllowedHere), disk.locked(target):
        disk.sweep(target)
    yield
