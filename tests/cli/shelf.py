"""Sealed files in memory, so that many commands can be tried on one case without the seconds that a seal costs.

What a command saves is written as the bytes that would be sealed, and read back from them by the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rescind.person.case import Case
from rescind.person.casefile import CaseExists, NoCaseHere, WrongPassphrase, from_bytes, to_bytes


@dataclass
class Box:
    """An open file of the shelf: `case`, and `save` for who may write."""

    shelf: Shelf
    path: Path
    write: bool

    @property
    def case(self) -> Case:
        """The case as it is on the shelf."""
        return from_bytes(self.shelf.contents[self.path])

    def save(self, case: Case) -> None:
        """Put the case onto the shelf."""
        assert self.write, "this box was opened for reading"
        self.shelf.contents[self.path] = to_bytes(case)


@dataclass
class Shelf:
    """Stands in for `rescind.person.casefile`: what would be inside each sealed file, and its passphrase."""

    contents: dict[Path, bytes] = field(default_factory=dict)
    passphrases: dict[Path, str] = field(default_factory=dict)

    def look(self, path: Path) -> None:
        """Raise NoCaseHere where there is no such file."""
        if path not in self.contents:
            raise NoCaseHere

    @contextmanager
    def open_case(
        self,
        path: Path,
        passphrase: str,
        *,
        write: bool = True,
        wait: float = 0.0,
        known: object = None,
    ) -> Iterator[Box]:
        """Yield the open file. Raises NoCaseHere and WrongPassphrase."""
        self.look(path)
        if self.passphrases[path] != passphrase:
            raise WrongPassphrase
        yield Box(self, path, write)

    def create_case(self, path: Path, case: Case, passphrase: str) -> None:
        """Make a new file. Raises CaseExists."""
        if path in self.contents:
            raise CaseExists
        self.put(path, case, passphrase)

    def put(self, path: Path, case: Case, passphrase: str) -> None:
        """Put a case onto the shelf as a test wants it."""
        self.contents[path], self.passphrases[path] = to_bytes(case), passphrase
