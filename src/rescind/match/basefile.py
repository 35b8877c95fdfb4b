"""The base file of a generation: read-only, memory-mapped, shared by every process that has it open.

Opening looks at the header, the end and the sizes, so that it takes as long for fifty million entries as for none;
`verify` reads everything. The kernel trusts nothing in the sections, so a damaged one cannot crash a search.
"""

import contextlib
import mmap
import os
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from rescind import kernel
from rescind.match.errors import DamagedIndex, NotAnIndex, TornIndex
from rescind.match.layout import (
    END_BYTES,
    HEADER_BYTES,
    PAGE,
    Header,
    Manifest,
    Section,
    checksum_of,
    pack_end,
    unpack_header,
)
from rescind.match.values import PRINT_BYTES, Entry

IDS: Final = 1
PRINTS: Final = 2
TAGS: Final = 3
TABLES: Final = 4
_PIECE: Final = 1 << 24


class BaseFile:
    """The entries of a generation in the order of their ids: `ids` (u64), `prints` (32 bytes each), `tags` (u16), and
    the `tables` by which the kernel finds prints, laid out by `plan`.
    """

    def __init__(self, path: Path, manifest: Manifest) -> None:
        """Map it. Raises FileNotFoundError, NotAnIndex, NewerIndex, TornIndex, DamagedIndex."""
        self.header, self._map = _mapped(path, manifest)
        self._whole = memoryview(self._map)
        self.count = self.header.count
        self.plan = kernel.Plan(*self.header.plan[:3])
        self.ids = self._part(IDS).cast("Q")
        self.prints = self._part(PRINTS)
        self.tags = self._part(TAGS)
        self.tables = self._part(TABLES)

    def row(self, id_: int) -> int | None:
        """Return where an id stands, None when it does not."""
        row = bisect_left(self.ids, id_)
        return row if row < self.count and self.ids[row] == id_ else None

    def tag(self, row: int) -> int:
        """Return the tag of a row."""
        return int.from_bytes(self.tags[2 * row : 2 * row + 2], "little")

    def bits(self, row: int) -> bytes:
        """Return the print of a row."""
        return bytes(self.prints[PRINT_BYTES * row : PRINT_BYTES * (row + 1)])

    def verify(self) -> None:
        """Read everything. Raises DamagedIndex when a section is not what was written, or the ids do not ascend."""
        for section in self.header.sections:
            if checksum(self._whole[section.offset : section.offset + section.length]) != section.checksum:
                raise DamagedIndex
        known = np.frombuffer(self.ids, "<u8")
        for at in range(0, self.count, _PIECE):
            piece = known[at : at + _PIECE + 1]
            if not (piece[1:] > piece[:-1]).all():
                raise DamagedIndex

    def entries(self, gone: bytes) -> Iterator[Entry]:
        """Return the entries but for the rows marked gone, which may be read to the end after `close`."""
        ids, prints, tags = self.ids[:], self.prints[:], self.tags[:].cast("H")
        rows = (row for row in range(self.count) if not gone or not gone[row >> 3] >> (row & 7) & 1)
        return (
            Entry(ids[row], bytes(prints[PRINT_BYTES * row : PRINT_BYTES * (row + 1)]), tags[row])
            for row in rows
        )

    def close(self) -> None:
        """Let go of the file. Who still reads its entries keeps it mapped."""
        with contextlib.suppress(BufferError):
            for view in (self.ids, self.prints, self.tags, self.tables, self._whole):
                view.release()
            self._map.close()

    def _part(self, kind: int) -> memoryview:
        section = next(one for one in self.header.sections if one.kind == kind)
        return self._whole[section.offset : section.offset + section.length]


def lengths(count: int, plan: kernel.Plan) -> dict[int, int]:
    """Return how long each section is for so many entries, in the order in which they lie in the file."""
    return {
        IDS: 8 * count,
        PRINTS: PRINT_BYTES * count,
        TAGS: 2 * count,
        TABLES: kernel.tables_bytes(plan, count),
    }


def arranged(count: int, plan: kernel.Plan) -> tuple[tuple[Section, ...], int]:
    """Return the sections with their places, without checksums, and the length of the whole file."""
    at, sections = HEADER_BYTES, []
    for kind, length in lengths(count, plan).items():
        sections.append(Section(kind, 0, at, length))
        at = -(-(at + length) // PAGE) * PAGE
    return tuple(sections), at + END_BYTES


def checksum(content: memoryview) -> int:
    """Return the CRC-32 of a section, a piece at a time so that other threads run."""
    total = 0
    for at in range(0, len(content), _PIECE):
        total = zlib.crc32(content[at : at + _PIECE], total)
    return total


def _mapped(path: Path, manifest: Manifest) -> tuple[Header, mmap.mmap]:
    with path.open("rb") as file:
        packed = file.read(HEADER_BYTES)
        header = unpack_header(packed)
        _check_owner(header, packed, manifest)
        _check_size(header, os.fstat(file.fileno()).st_size)
        mapped = mmap.mmap(file.fileno(), header.length, access=mmap.ACCESS_READ)
    if mapped[-END_BYTES:] != pack_end(packed):
        mapped.close()
        raise TornIndex
    return header, mapped


def _check_owner(header: Header, packed: bytes, manifest: Manifest) -> None:
    if (header.index, header.generation, checksum_of(packed)) != (
        manifest.index,
        manifest.generation,
        manifest.base,
    ):
        raise NotAnIndex


def _check_size(header: Header, size: int) -> None:
    """The sections must be those that so many entries have, so that nothing reaches beyond the file."""
    try:
        sections, length = arranged(header.count, kernel.Plan(*header.plan[:3]))
    except ValueError as error:
        raise DamagedIndex from error
    found = [(one.kind, one.offset, one.length) for one in header.sections]
    if any(header.plan[3:]) or (not header.plan[0] and any(header.plan)):
        raise DamagedIndex
    if found != [(one.kind, one.offset, one.length) for one in sections] or header.length != length:
        raise DamagedIndex
    if size != length:
        raise TornIndex
