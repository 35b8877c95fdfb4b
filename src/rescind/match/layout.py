"""The fixed-size pieces of the index's three kinds of file: manifest, base header, journal header and journal record.

Packing and unpacking only, of bytes that were read before; `docs/formats/index.md` says what the fields mean. All
numbers are little-endian, all checksums CRC-32 as in zlib.
"""

import struct
import zlib
from dataclasses import dataclass
from typing import Final

from rescind.match.errors import DamagedIndex, NewerIndex, NotAnIndex, TornIndex

VERSION: Final = 1
MANIFEST_BYTES: Final = 64
HEADER_BYTES: Final = 4096
END_BYTES: Final = 16
RECORD_BYTES: Final = 48
PAGE: Final = 4096

_MANIFEST_MAGIC: Final = b"RescindM"
_BASE_MAGIC: Final = b"RescindB"
_JOURNAL_MAGIC: Final = b"RescindJ"
_END_MAGIC: Final = b"complete"

_SUM = struct.Struct("<I")
_START = struct.Struct("<8sI")
_MANIFEST = struct.Struct("<8sI16sQI")
_JOURNAL = struct.Struct("<8sI16sQ")
_BASE = struct.Struct("<8sI16sQQQ8II")
_SECTION = struct.Struct("<IIQQ")
_END = struct.Struct("<8sII")
_MOST_SECTIONS: Final = 64
_MOST_GENERATIONS: Final = 1 << 63


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which generation is current: `index` is the 16 random bytes of the index, `base` the checksum of the base's
    header.
    """

    index: bytes
    generation: int
    base: int


@dataclass(frozen=True, slots=True)
class Section:
    """A run of bytes in the base file, by kind, with its checksum."""

    kind: int
    checksum: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Header:
    """What a base file says of itself. `plan` are the eight numbers by which its search tables were laid out."""

    index: bytes
    generation: int
    count: int
    length: int
    plan: tuple[int, ...]
    sections: tuple[Section, ...]


def pack_manifest(manifest: Manifest) -> bytes:
    """Return the 64 bytes of a manifest."""
    fields = _MANIFEST.pack(_MANIFEST_MAGIC, VERSION, manifest.index, manifest.generation, manifest.base)
    return _summed(fields, MANIFEST_BYTES)


def unpack_manifest(content: bytes) -> Manifest:
    """Read a manifest. Raises NotAnIndex, NewerIndex, TornIndex or DamagedIndex."""
    _check(content, _MANIFEST_MAGIC, MANIFEST_BYTES)
    if len(content) > MANIFEST_BYTES:
        raise TornIndex
    _, _, index, generation, base = _MANIFEST.unpack_from(content)
    manifest = Manifest(index, generation, base)
    if not 0 < generation < _MOST_GENERATIONS or pack_manifest(manifest) != content:
        raise DamagedIndex
    return manifest


def pack_journal(manifest: Manifest) -> bytes:
    """Return the 48 bytes a generation's journal begins with; they end with their checksum."""
    return _summed(_JOURNAL.pack(_JOURNAL_MAGIC, VERSION, manifest.index, manifest.generation), RECORD_BYTES)


def unpack_journal(content: bytes, manifest: Manifest) -> int:
    """Check the beginning of a journal and return its checksum, from which those of its records go on.

    Raises NotAnIndex (also for the journal of another index or generation), NewerIndex, TornIndex, DamagedIndex.
    """
    _check(content, _JOURNAL_MAGIC, RECORD_BYTES)
    _, _, index, generation = _JOURNAL.unpack_from(content)
    if (index, generation) != (manifest.index, manifest.generation):
        raise NotAnIndex
    if pack_journal(manifest) != content:
        raise DamagedIndex
    return checksum_of(content)


def pack_header(header: Header) -> bytes:
    """Return the 4,096 bytes a base file begins with; they end with their checksum."""
    fields = _BASE.pack(
        _BASE_MAGIC,
        VERSION,
        header.index,
        header.generation,
        header.count,
        header.length,
        *header.plan,
        len(header.sections),
    )
    rows = (_SECTION.pack(one.kind, one.checksum, one.offset, one.length) for one in header.sections)
    return _summed(fields + b"".join(rows), HEADER_BYTES)


def unpack_header(content: bytes) -> Header:
    """Read a base header. Raises NotAnIndex, NewerIndex, TornIndex or DamagedIndex."""
    _check(content, _BASE_MAGIC, HEADER_BYTES)
    _, _, index, generation, count, length, *plan, sections = _BASE.unpack_from(content)
    if sections > _MOST_SECTIONS:
        raise DamagedIndex
    rows = (_SECTION.unpack_from(content, _BASE.size + n * _SECTION.size) for n in range(sections))
    header = Header(index, generation, count, length, tuple(plan), tuple(Section(*row) for row in rows))
    if pack_header(header) != content:  # what is not used yet is zero
        raise DamagedIndex
    return header


def pack_end(header: bytes) -> bytes:
    """Return the 16 bytes a whole base file ends with, for its packed header."""
    return _END.pack(_END_MAGIC, checksum_of(header), 0)


def checksum_of(packed: bytes) -> int:
    """Return the checksum at the end of a packed manifest or header."""
    return int.from_bytes(packed[-4:], "little")


def _summed(fields: bytes, size: int) -> bytes:
    padded = fields.ljust(size - _SUM.size, b"\0")
    return padded + _SUM.pack(zlib.crc32(padded))


def _check(content: bytes, magic: bytes, size: int) -> None:
    # The order gives the reason: not ours, then cut off, then newer, then damaged. A newer program may have
    # changed everything after the version, so the checksum is looked at last.
    if not content or content[: len(magic)] != magic[: len(content)]:
        raise NotAnIndex if content else TornIndex
    if len(content) < size:
        raise TornIndex
    if _START.unpack_from(content)[1] > VERSION:
        raise NewerIndex
    if (
        zlib.crc32(content[: size - 4]) != checksum_of(content[:size])
        or _START.unpack_from(content)[1] != VERSION
    ):
        raise DamagedIndex
