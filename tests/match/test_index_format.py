"""A second reader, written from docs/formats/index.md and sharing nothing with the first, reads the stored indexes and new
ones.
"""

import struct
import zlib
from pathlib import Path

import pytest

from rescind.match import Index
from tests.house.sources import ROOT

VECTORS = ROOT / "vectors" / "index"
Entries = dict[int, tuple[int, bytes]]


def summed(content: bytes, magic: bytes) -> bytes:
    """A piece that begins with its magic and version 1 and ends with the checksum of all before."""
    assert content[:12] == magic + b"\1\0\0\0"
    assert zlib.crc32(content[:-4]) == int.from_bytes(content[-4:], "little")
    return content


def read_base(path: Path, index: bytes, generation: int, header_sum: bytes) -> Entries:
    whole = path.read_bytes()
    header = summed(whole[:4096], b"RescindB")
    assert (header[12:28], header[-4:]) == (index, header_sum)
    told, count, length = struct.unpack_from("<QQQ", header, 28)
    assert (told, length) == (generation, len(whole))
    assert whole[-16:] == b"complete" + header_sum + bytes(4)
    assert struct.unpack_from("<I", header, 84) == (4,)
    parts, expected = [], 4096
    for number in range(4):
        kind, checksum, offset, size = struct.unpack_from("<IIQQ", header, 88 + 24 * number)
        assert (kind, offset) == (number + 1, expected)
        parts.append(whole[offset : offset + size])
        assert zlib.crc32(parts[-1]) == checksum
        expected = -(-(offset + size) // 4096) * 4096
    assert expected + 16 == length
    assert not any(header[184:4092])
    ids = struct.unpack(f"<{count}Q", parts[0])
    assert list(ids) == sorted(set(ids))
    tags = struct.unpack(f"<{count}H", parts[2])
    return {id_: (tags[row], parts[1][32 * row : 32 * row + 32]) for row, id_ in enumerate(ids)}


def read_journal(path: Path, index: bytes, generation: int, entries: Entries) -> None:
    whole = path.read_bytes()
    header = summed(whole[:48], b"RescindJ")
    assert header[12:44] == index + struct.pack("<QQ", generation, 0)
    start = int.from_bytes(header[-4:], "little")
    change: list[tuple[int, int, int, bytes]] = []
    for number in range(len(whole) // 48 - 1):
        record = whole[48 * number + 48 : 48 * number + 96]
        id_, tag, kind, ends, bits, checksum = struct.unpack("<QHBB32sI", record)
        assert zlib.crc32(record[:-4], (start + number) % 2**32) == checksum
        change.append((kind, id_, tag, bits))
        if ends:
            for one in change:
                entries.pop(one[1], None)
                if one[0] == 1:
                    entries[one[1]] = one[2:]
            change = []


def read_index(folder: Path) -> Entries:
    manifest = summed((folder / "manifest").read_bytes(), b"RescindM")
    assert len(manifest) == 64
    assert not any(manifest[40:60])
    index, generation = manifest[12:28], int.from_bytes(manifest[28:36], "little")
    entries = read_base(folder / f"{generation:016x}.base", index, generation, manifest[36:40])
    read_journal(folder / f"{generation:016x}.journal", index, generation, entries)
    return entries


def listed(path: Path) -> Entries:
    rows = [line.split() for line in path.read_text("utf-8").splitlines()[1:]]
    return {int(id_): (int(tag), bytes.fromhex(bits)) for id_, tag, bits in rows}


@pytest.mark.parametrize("name", ["v1-small", "v1-tables"])
def test_it_reads_the_stored_indexes(name: str) -> None:
    expected = listed(VECTORS / f"{name}.txt")
    assert len(expected) > 50
    assert read_index(VECTORS / name) == expected


def test_it_reads_what_was_just_written(tmp_path: Path) -> None:
    with Index.open(tmp_path / "index", merge_from=None) as index:
        index.add_many(range(100), bytes(range(200)) * 16, 4)
        index.merge()
        index.add(1 << 63, b"x" * 32, 65535)
        index.discard_many([5, 6, 1 << 40])
        index.add(5, b"y" * 32)
        assert read_index(tmp_path / "index") == {one.id: (one.tag, one.bits) for one in index.entries()}
