"""Making the next generation: the base and the journal of the current one become one new base.

Old and new are read and written from front to end through mapped files, so that memory does not grow with the number of
entries. Until the manifest is replaced, which happens at once, the old generation is the index; what is added
meanwhile goes over into the new journal. A merge that was cut off at any point leaves files that the next writer
sweeps away.
"""

import dataclasses
import mmap
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rescind import kernel
from rescind.match.basefile import IDS, PRINTS, TABLES, TAGS, BaseFile, arranged, checksum
from rescind.match.columns import Columns, merged, settled
from rescind.match.errors import DamagedIndex
from rescind.match.folder import (
    Folder,
    create,
    part_of,
    plain_errors,
    read_manifest,
    remove,
    settle,
    write_all,
    write_manifest,
)
from rescind.match.journal import RECORD, Journal, Records, write_journal
from rescind.match.layout import (
    END_BYTES,
    HEADER_BYTES,
    Header,
    Manifest,
    Section,
    checksum_of,
    pack_end,
    pack_header,
)
from rescind.match.shelf import rows_of

_NO_COLUMNS = Columns(np.zeros(0, "<u8"), np.zeros(0, "V32"), np.zeros(0, "<u2"))
_PLAN_NUMBERS = 8


def make_first(folder: Folder, index: bytes) -> None:
    """Make the empty first generation. Only for who holds both locks. Raises NoRoom, NotAllowedHere."""
    first = _write_base(folder, Manifest(index, 1, 0), None, b"", _NO_COLUMNS)
    _switch(folder, first, np.zeros(0, RECORD))


def merge(folder: Folder) -> None:
    """Make a new generation of the current one; queries, additions and discards go on meanwhile.

    Only for who holds the folder's `merging` lock, and not `writing`. Raises IndexFilesError; then the old generation
    is current.
    """
    with plain_errors():
        old = read_manifest(folder)
        journal = Journal(folder.journal(old.generation), old)
        try:
            records = _read_from(journal, folder)
            if not len(records):
                return
            with _swept_when_cut_off(folder, old):
                new = _next_base(folder, old, records, _NO_COLUMNS)
                with folder.writing.held():
                    _switch(folder, new, journal.read_on())
                    folder.sweep(new)
        finally:
            journal.close()


def _read_from(journal: Journal, folder: Folder) -> Records:
    try:
        return journal.read_on()
    except DamagedIndex:
        # A writer may have been at it. When it is not, damage is damage.
        with folder.writing.held():
            return journal.read_on()


def merge_with(folder: Folder, added: Columns) -> None:
    """Make a new generation that has these entries too. None of their ids may be taken.

    Only for who holds both locks. Raises IndexFilesError; then nothing was added.
    """
    with plain_errors():
        old = read_manifest(folder)
        journal = Journal(folder.journal(old.generation), old)
        try:
            records = journal.read_on()
        finally:
            journal.close()
        with _swept_when_cut_off(folder, old):
            new = _next_base(folder, old, records, added)
            _switch(folder, new, np.zeros(0, RECORD))
            folder.sweep(new)


@contextmanager
def _swept_when_cut_off(folder: Folder, old: Manifest) -> Iterator[None]:
    """Give back the room of a new generation that did not become current."""
    try:
        yield
    except BaseException:
        if read_manifest(folder) == old:
            for path in (
                folder.base(old.generation + 1),
                folder.journal(old.generation + 1),
                folder.manifest,
            ):
                remove(part_of(path))
            remove(folder.base(old.generation + 1))
            remove(folder.journal(old.generation + 1))
        raise


def _switch(folder: Folder, new: Manifest, later: Records) -> None:
    write_journal(folder.journal(new.generation), new, later)
    write_manifest(folder, new)


def _next_base(folder: Folder, old: Manifest, records: Records, added: Columns) -> Manifest:
    base = BaseFile(folder.base(old.generation), old)
    try:
        touched, recent = settled(records)
        gone = _gone_rows(base, touched)
        new = Manifest(old.index, old.generation + 1, 0)
        return _write_base(folder, new, base, gone, merged(recent, added))
    finally:
        base.close()


def _gone_rows(base: BaseFile, touched: NDArray[np.uint64]) -> bytes:
    """Return a bit for each row whose id a record speaks of: what is left of it is among the new entries."""
    marks = np.zeros(base.count, bool)
    marks[rows_of(base.ids, touched)] = True
    return np.packbits(marks, bitorder="little").tobytes()


def _write_base(folder: Folder, new: Manifest, old: BaseFile | None, gone: bytes, added: Columns) -> Manifest:
    """Write, flush and name the base file; return the manifest that would make it current."""
    count = len(added) + (old.count - int.from_bytes(gone, "little").bit_count() if old else 0)
    plan = kernel.plan(count)
    sections, length = arranged(count, plan)
    numbers = (*dataclasses.astuple(plan), *bytes(_PLAN_NUMBERS))[:_PLAN_NUMBERS]
    header = Header(new.index, new.generation, count, length, numbers, sections)
    part = part_of(folder.base(new.generation))
    with plain_errors():
        packed = _written(part, header, lambda out: _fill(out, old, gone, added, plan))
        settle(part)
    return dataclasses.replace(new, base=checksum_of(packed))


def _written(part: Path, header: Header, fill: Callable[[dict[int, memoryview]], None]) -> bytes:
    """Write a whole file by the mapped way and flush it; return the packed header."""
    descriptor = create(part)
    try:
        _reserve(descriptor, header.length)
        with mmap.mmap(descriptor, header.length) as mapped, memoryview(mapped) as whole:
            views = {one.kind: whole[one.offset : one.offset + one.length] for one in header.sections}
            try:
                fill(views)
                sections = tuple(_summed(one, views[one.kind]) for one in header.sections)
            finally:
                for view in views.values():
                    view.release()
            packed = pack_header(dataclasses.replace(header, sections=sections))
            whole[:HEADER_BYTES] = packed
            whole[header.length - END_BYTES :] = pack_end(packed)
            mapped.flush()
        os.fsync(descriptor)
        return packed
    finally:
        os.close(descriptor)


def _summed(section: Section, content: memoryview) -> Section:
    return dataclasses.replace(section, checksum=checksum(content))


def _fill(
    out: dict[int, memoryview], old: BaseFile | None, gone: bytes, added: Columns, plan: kernel.Plan
) -> None:
    if not out[IDS]:
        return
    room = kernel.Rows(out[IDS], out[PRINTS], out[TAGS])
    before = kernel.Rows(old.ids, old.prints, old.tags) if old else _rows(_NO_COLUMNS)
    kernel.merge(before, gone, _rows(added), room)
    kernel.build(out[PRINTS], plan, out[TABLES])


def _rows(columns: Columns) -> kernel.Rows:
    parts = (columns.ids, columns.prints, columns.tags)
    return kernel.Rows(*(np.ascontiguousarray(one).view(np.uint8).data for one in parts))


def _reserve(descriptor: int, length: int) -> None:
    # Room is taken before anything is mapped: on a full disk, writing to a mapped hole kills the process.
    if sys.platform in ("linux", "freebsd"):
        os.posix_fallocate(descriptor, 0, length)
        return
    piece = bytes(1 << 20)
    for at in range(0, length, len(piece)):
        write_all(descriptor, piece[: length - at])
