"""The journal of a generation: what was added and taken out since its base was written, record after record.

A change is one or more records, the last of which says so; only whole changes count. Readers look without a lock. A
writer appends under the folder's lock, after cutting off what a writer that died left at the end.
"""

import os
import struct
import sys
import zlib
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rescind.match.errors import DamagedIndex, NotFlushed, TornIndex
from rescind.match.folder import create, part_of, plain_errors, settle, write_all
from rescind.match.layout import RECORD_BYTES, Manifest, checksum_of, pack_journal, unpack_journal

ADD: Final = 1
DISCARD: Final = 2
RECORD: Final = np.dtype(
    [("id", "<u8"), ("tag", "<u2"), ("kind", "u1"), ("ends", "u1"), ("bits", "V32"), ("sum", "<u4")]
)
Records = NDArray[np.void]
"""Journal records: a one-dimensional array of dtype RECORD."""

_FEW: Final = 64
_NO_BITS: Final = bytes(32)
_BINARY: int = getattr(os, "O_BINARY", 0)
_BLOCK: Final = 1 << 14
_BODY: Final = struct.Struct("<QHBB32s")


class Journal:
    """One open journal. `count` is how many of its records this process has taken note of."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        """Open it. Raises FileNotFoundError, or as `unpack_journal` does."""
        self._path = path
        self._reading = _opened(path, os.O_RDONLY)
        self._appending = -1
        self.count = 0
        try:
            self._start = unpack_journal(_read_at(self._reading, 0, RECORD_BYTES), manifest)
        except BaseException:
            self.close()
            raise

    @property
    def grown(self) -> bool:
        """Whether there may be records this process has not taken note of."""
        return os.fstat(self._reading).st_size != self._end

    def read_on(self) -> Records:
        """Return the whole changes that were not read yet, oldest first, and take note of them.

        What a writer is writing, or left unfinished, is passed over. Raises DamagedIndex for a broken record with
        sound ones after it, TornIndex when records that were read are gone.
        """
        content = self._unread()
        records = np.frombuffer(content, RECORD, len(content) // RECORD_BYTES)
        sound = _sound(records, self._start + self.count)
        reach = len(sound) if sound.all() else int(sound.argmin())
        if sound[reach:].any():
            raise DamagedIndex
        ends = np.flatnonzero(records["ends"][:reach])
        whole = int(ends[-1]) + 1 if len(ends) else 0
        self.count += whole
        return records[:whole]

    def verify(self, manifest: Manifest) -> None:
        """Read again what was taken note of. Raises DamagedIndex or TornIndex, or as `unpack_journal` does."""
        start = unpack_journal(_read_at(self._reading, 0, RECORD_BYTES), manifest)
        content = _read_at(self._reading, RECORD_BYTES, self._end - RECORD_BYTES)
        if len(content) < self._end - RECORD_BYTES:
            raise TornIndex
        if not _sound(np.frombuffer(content, RECORD), start).all():
            raise DamagedIndex

    def append(self, content: bytes) -> None:
        """Write one change of one or more sealed records at the end; it is whole in the file, or not there at all.

        Only under the folder's lock and when `read_on` has returned everything before; `note` or `read_on` comes
        next. Raises OSError; then the journal is as it was.
        """
        if self._appending < 0:
            self._appending = _opened(self._path, os.O_WRONLY | os.O_APPEND)
        if self.grown:
            os.ftruncate(self._appending, self._end)
        try:
            write_all(self._appending, content)
        except OSError:
            os.ftruncate(self._appending, self._end)
            raise

    def sealed(self, records: Records) -> bytes:
        """Return the bytes of a change that comes next."""
        return sealed(records, self._start + self.count)

    def sealed_one(self, kind: int, id_: int, tag: int = 0, bits: bytes = _NO_BITS) -> bytes:
        """Return the bytes of a change that comes next and is one record: ADD, or DISCARD without tag and print."""
        body = _BODY.pack(id_, tag, kind, 1, bits)
        return body + zlib.crc32(body, (self._start + self.count) & 0xFFFFFFFF).to_bytes(4, "little")

    def note(self) -> None:
        """Take note of one record without reading it."""
        self.count += 1

    def flush(self) -> None:
        """Return when the disk has what was appended. Raises NotFlushed."""
        try:
            os.fsync(self._reading)
        except OSError as error:
            raise NotFlushed from error

    def close(self) -> None:
        """Let go of the file."""
        for descriptor in (self._reading, self._appending):
            if descriptor >= 0:
                os.close(descriptor)
        self._reading = self._appending = -1

    @property
    def _end(self) -> int:
        return (self.count + 1) * RECORD_BYTES

    def _unread(self) -> bytes:
        size = os.fstat(self._reading).st_size
        if size < self._end:
            raise TornIndex
        return _read_at(self._reading, self._end, size - self._end)


def write_journal(path: Path, manifest: Manifest, records: Records) -> None:
    """Write a new journal that begins with these records as one change, flush it, and give it its name."""
    start = pack_journal(manifest)
    part = part_of(path)
    with plain_errors():
        descriptor = create(part)
        try:
            write_all(descriptor, start + sealed(records, checksum_of(start)))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        settle(part)


def sealed(records: Records, start: int) -> bytes:
    """Return the bytes of one change, each record with its checksum, the last marked; `start` is the checksum of
    the journal's beginning plus the number of records before.
    """
    if not len(records):
        return b""
    whole = records.copy()
    whole["ends"] = 0
    whole["ends"][-1] = 1
    whole["sum"] = _sums(whole, start)
    return whole.tobytes()


def _sound(records: Records, start: int) -> NDArray[np.bool_]:
    kinds = (records["kind"] == ADD) | (records["kind"] == DISCARD)
    sound: NDArray[np.bool_] = (records["sum"] == _sums(records, start)) & kinds & (records["ends"] <= 1)
    return sound


def _sums(records: Records, start: int) -> NDArray[np.uint32]:
    # The checksum of record n goes on from start + n, so that a record in another's place is not sound.
    if len(records) > _FEW:
        return many_sums(records, start)
    rows = memoryview(records.tobytes())
    bodies = (rows[at : at + RECORD_BYTES - 4] for at in range(0, len(rows), RECORD_BYTES))
    return np.array([zlib.crc32(body, (start + n) & 0xFFFFFFFF) for n, body in enumerate(bodies)], np.uint32)


def many_sums(records: Records, start: int) -> NDArray[np.uint32]:
    """Return the checksums of many records: two bytes at a time over thousands of them at once, five times as fast as
    one after the other.
    """
    words = np.ascontiguousarray(records).view("<u2").reshape(-1, RECORD_BYTES // 2)[:, :-2]
    blocks = [_block_sums(words[at : at + _BLOCK], start + at) for at in range(0, len(words), _BLOCK)]
    return np.concatenate(blocks)


def _block_sums(words: NDArray[np.uint16], start: int) -> NDArray[np.uint32]:
    sums = ~(np.arange(len(words), dtype=np.uint64) + np.uint64(start & 0xFFFFFFFF)).astype(np.uint32)
    for column in np.ascontiguousarray(words.T):
        low = sums.astype(np.uint16) ^ column
        sums = (sums >> np.uint32(16)) ^ _table().take(low)
    return ~sums


@cache
def _table() -> NDArray[np.uint32]:
    sums = np.arange(1 << 16, dtype=np.uint32)
    for _ in range(16):
        sums = np.where(sums & 1, (sums >> 1) ^ np.uint32(0xEDB88320), sums >> 1)
    return sums


def _opened(path: Path, way: int) -> int:
    return os.open(path, way | _BINARY | getattr(os, "O_CLOEXEC", 0))


def _read_at(descriptor: int, offset: int, length: int) -> bytes:
    pieces = []
    while length > 0 and (piece := _read_once(descriptor, offset, length)):
        pieces.append(piece)
        offset += len(piece)
        length -= len(piece)
    return b"".join(pieces)


if sys.platform == "win32":  # which has no `pread`

    def _read_once(descriptor: int, offset: int, length: int) -> bytes:
        os.lseek(descriptor, offset, os.SEEK_SET)
        return os.read(descriptor, length)

else:

    def _read_once(descriptor: int, offset: int, length: int) -> bytes:
        # Without moving the place in the file, which a forked process shares.
        return os.pread(descriptor, length, offset)
