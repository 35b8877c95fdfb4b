"""One generation in memory: its base file, and on top of it what its journal says, kept up with the file.

Several processes have a shelf of the same generation. The base is shared between them; what came since is small, and
each has its own.
"""

import heapq
import os
import sys
from array import array
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rescind import kernel
from rescind.match.basefile import BaseFile
from rescind.match.columns import Columns, settled
from rescind.match.errors import TornIndex
from rescind.match.folder import Folder, plain_errors
from rescind.match.journal import ADD, Journal, Records
from rescind.match.layout import MANIFEST_BYTES, Manifest, unpack_manifest
from rescind.match.values import Entry, Near, Nearby, Within, nearest

Buffer = memoryview | NDArray[np.uint64]
_FEW: Final = 32


class Shelf:
    """The entries of an index as one process knows them. Not for two threads at once."""

    def __init__(self, folder: Folder) -> None:
        """Open the current generation and read its journal. Raises the IndexFilesError that says why not."""
        with plain_errors():
            self._manifest_file = _ManifestFile(folder)
            self.manifest = self._manifest_file.manifest
            try:
                self.base = BaseFile(folder.base(self.manifest.generation), self.manifest)
                self.journal = Journal(folder.journal(self.manifest.generation), self.manifest)
            except BaseException:
                self._manifest_file.close()
                raise
        self._searched = kernel.open_base(self.base.prints, self.base.tags, self.base.tables, self.base.plan)
        self._sure = True
        self._gone = bytearray()
        self._gone_count = 0
        self._recent = kernel.Delta()
        self._recent_gone = bytearray()
        self._recent_ids = array("Q")
        self._recent_rows: dict[int, int] = {}

    @property
    def outdated(self) -> bool:
        """Whether another generation is current by now, or this shelf was interrupted while it took something in."""
        return not self._sure or self._manifest_file.replaced()

    @property
    def unmerged(self) -> int:
        """How many changes are not in the base."""
        return self.journal.count

    def catch_up(self) -> None:
        """Take in what was written to the journal since. Raises DamagedIndex, TornIndex."""
        if self.journal.grown:
            self._sure = False
            self._apply(self.journal.read_on())
            self._sure = True

    def add(self, id_: int, bits: bytes, tag: int) -> None:
        """Take in an entry that was written to the journal."""
        self._sure = False
        self._put(id_, bits, tag)
        self.journal.note()
        self._sure = True

    def discard(self, id_: int) -> None:
        """Take out an entry, as was written to the journal."""
        self._sure = False
        self._take_out(id_)
        self.journal.note()
        self._sure = True

    def __contains__(self, id_: int) -> bool:
        return id_ in self._recent_rows or self._base_row(id_) is not None

    def __len__(self) -> int:
        return self.base.count - self._gone_count + len(self._recent_rows)

    def get(self, id_: int) -> Entry | None:
        """Return an entry, None when it is not there."""
        recent = self._recent_rows.get(id_)
        if recent is not None:
            return Entry(id_, self._recent.bits(recent), self._recent.tag(recent))
        row = self._base_row(id_)
        return None if row is None else Entry(id_, self.base.bits(row), self.base.tag(row))

    def taken(self, ids: NDArray[np.uint64]) -> bool:
        """Whether one of these is there."""
        rows = rows_of(self.base.ids, ids)
        if any(not _marked(self._gone, row) for row in rows.tolist()):
            return True
        recent = np.fromiter(self._recent_rows, "<u8", len(self._recent_rows))
        return len(rows_of(ids, recent)) > 0

    def entries(self) -> Iterator[Entry]:
        """Return every entry of this moment by ascending id, whatever becomes of the shelf meanwhile."""
        newer = [
            Entry(id_, self._recent.bits(row), self._recent.tag(row))
            for id_, row in sorted(self._recent_rows.items())
        ]
        return heapq.merge(self.base.entries(bytes(self._gone)), newer, key=lambda one: one.id)

    def near(self, prints: Sequence[bytes], within: Within, at_most: int | None) -> list[Nearby]:
        """Return what is near each print."""
        most = len(self) if at_most is None else at_most
        in_base = kernel.near_many(self._searched, prints, within, at_most=most, gone=self._gone)
        recent = self._near_in_recent(prints, within, most)
        return [self._together(*both, at_most) for both in zip(in_base, recent, strict=True)]

    def _near_in_recent(self, prints: Sequence[bytes], within: Within, most: int) -> list[kernel.Found]:
        if not self._recent_rows:
            return [kernel.Found([], more=False)] * len(prints)
        return self._recent.near_many(prints, within, at_most=most, gone=self._recent_gone)

    def verify(self) -> None:
        """Read everything on the disk. Raises NotAnIndex, NewerIndex, DamagedIndex, TornIndex."""
        self.base.verify()
        self.journal.verify(self.manifest)

    def close(self) -> None:
        """Let go of the files."""
        del self._searched
        self.base.close()
        self.journal.close()
        self._manifest_file.close()

    def _together(self, base: kernel.Found, recent: kernel.Found, at_most: int | None) -> Nearby:
        ids, tag = self.base.ids, self.base.tag
        found = [Near(distance, ids[row], tag(row)) for row, distance in base.hits]
        found += [
            Near(distance, self._recent_ids[row], self._recent.tag(row)) for row, distance in recent.hits
        ]
        return nearest(found, at_most, more=base.more or recent.more)

    def _apply(self, records: Records) -> None:
        if len(records) > _FEW:
            self._apply_many(records)
            return
        for id_, tag, kind, _, bits, _ in records.tolist():
            self._take_out(id_)
            if kind == ADD:
                self._put(id_, bits, tag)

    def _apply_many(self, records: Records) -> None:
        touched, added = settled(records)
        for row in rows_of(self.base.ids, touched).tolist():
            self._mark_gone(row)
        for id_ in self._recent_rows.keys() & set(touched.tolist()):
            self._take_out(id_)
        self._put_many(added)

    def _put_many(self, added: Columns) -> None:
        first = self._recent.add_many(added.prints.tobytes(), added.tags.tobytes())
        self._recent_ids.frombytes(added.ids.tobytes())
        self._recent_rows.update(zip(added.ids.tolist(), range(first, first + len(added)), strict=True))
        self._make_room(len(self._recent) - 1)

    def _put(self, id_: int, bits: bytes, tag: int) -> None:
        row = self._recent.add(bits, tag)
        self._make_room(row)
        self._recent_ids.append(id_)
        self._recent_rows[id_] = row

    def _make_room(self, row: int) -> None:
        while row >> 3 >= len(self._recent_gone):
            self._recent_gone.extend(bytes(len(self._recent_gone) or 64))

    def _take_out(self, id_: int) -> None:
        recent = self._recent_rows.pop(id_, None)
        if recent is not None:
            _mark(self._recent_gone, recent)
        elif (row := self._base_row(id_)) is not None:
            self._mark_gone(row)

    def _mark_gone(self, row: int) -> None:
        if not self._gone:
            self._gone = bytearray(-(-self.base.count // 8))
        if not _marked(self._gone, row):
            _mark(self._gone, row)
            self._gone_count += 1

    def _base_row(self, id_: int) -> int | None:
        row = self.base.row(id_)
        return None if row is None or _marked(self._gone, row) else row


def rows_of(ascending: Buffer, ids: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return the rows of a column of ascending ids where one of these stands."""
    known = np.frombuffer(ascending, "<u8") if len(ascending) else np.zeros(0, "<u8")
    if not len(known):
        return np.zeros(0, np.int64)
    rows: NDArray[np.int64] = np.searchsorted(known, ids)
    rows[rows == len(known)] = 0
    here: NDArray[np.int64] = rows[known[rows] == ids]
    return here


def open_shelf(folder: Folder) -> Shelf:
    """Open the current generation, again when it was replaced while it was being opened.

    Raises the IndexFilesError that says why not. The journal is not read yet.
    """
    while True:
        with plain_errors():
            named = _ManifestFile(folder)
        try:
            return Shelf(folder)
        except TornIndex:
            if not named.replaced():
                raise
        finally:
            named.close()


def _mark(marks: bytearray, row: int) -> None:
    marks[row >> 3] |= 1 << (row & 7)


def _marked(marks: bytes | bytearray, row: int) -> bool:
    return bool(marks) and bool(marks[row >> 3] >> (row & 7) & 1)


class _ManifestFile:
    """The manifest as it was read, and whether another has taken its place.

    It stays open, because as long as it does no other file can have its number. Windows could not replace it then.
    """

    def __init__(self, folder: Folder) -> None:
        self._path = str(folder.manifest)
        self._descriptor = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            self._seen = _identity(os.fstat(self._descriptor))
            self.manifest: Manifest = unpack_manifest(os.read(self._descriptor, MANIFEST_BYTES + 1))
        except BaseException:
            self.close()
            raise
        if sys.platform == "win32":
            self.close()

    def replaced(self) -> bool:
        # Asked before every question; by way of pathlib it takes twice as long.
        try:
            return _identity(os.stat(self._path)) != self._seen  # noqa: PTH116
        except OSError:
            with plain_errors():
                raise

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _identity(state: os.stat_result) -> tuple[int, int, int]:
    return state.st_dev, state.st_ino, state.st_mtime_ns
