"""The search with NumPy: right and plain. It looks at every row, and makes the very tables the C makes.

The tables are of no use to it; they are written all the same, because a machine that can use them may open
them later.
"""

import struct

import numpy as np
from numpy.typing import NDArray

from rescind.kernel import layout, shell
from rescind.kernel.layout import BITS, Plan

Bytes = NDArray[np.uint8]
Counts = NDArray[np.int64]
Hits = tuple[list[tuple[int, int]], bool]
CHUNK = 1 << 15  # rows looked at together
PAIR = np.dtype([("tag", "<u2"), ("within", "<u2")])


def search_near(
    prints: memoryview,
    tags: memoryview,
    _tables: memoryview,
    _chosen: tuple[int, int, int],
    gone: memoryview,
    queries: bytes,
    pairs: bytes,
    within: int,
    at_most: int,
) -> list[Hits]:
    """For each query (32 bytes each) the rows within the distance, rows ascending, and whether there are more.

    `pairs` are tags and their distances, u16 each, tags ascending; none: `within` holds for all.
    """
    rows, tag_of = _prints(prints), np.frombuffer(tags, "<u2")
    allowed = _distances(pairs, within)
    asked = [queries[at : at + 32] for at in range(0, len(queries), 32)]
    return [_near(rows, tag_of, gone, query, allowed, at_most) for query in asked]


def search_build(prints: memoryview, chosen: tuple[int, int, int], out: memoryview) -> None:
    """Write all tables for the prints; `out` has exactly their size."""
    rows, plan = _prints(prints), Plan(*chosen)
    room = np.frombuffer(out, np.uint8)
    for table in range(plan.tables):
        _build_table(rows, plan, table, room)


def search_merge(
    old: tuple[memoryview, memoryview, memoryview],
    gone: memoryview,
    new: tuple[memoryview, memoryview, memoryview],
    out: tuple[memoryview, memoryview, memoryview],
) -> int:
    """Merge ids, prints and tags of two lists by ascending id, without the old rows marked gone; how many there are."""
    kept = ~_gone(gone, len(old[0]) // 8)
    ids = np.concatenate([np.frombuffer(old[0], "<u8")[kept], np.frombuffer(new[0], "<u8")])
    order = np.argsort(ids, kind="stable")
    np.frombuffer(out[0], "<u8")[: len(ids)] = ids[order]
    prints = np.concatenate([_prints(old[1])[kept], _prints(new[1])])
    _prints(out[1])[: len(ids)] = prints[order]
    tags = np.concatenate([np.frombuffer(old[2], "<u2")[kept], np.frombuffer(new[2], "<u2")])
    np.frombuffer(out[2], "<u2")[: len(ids)] = tags[order]
    return len(ids)


def delta_add(
    prints: memoryview,
    tags: memoryview,
    _heads: memoryview,
    _nodes: memoryview,
    count: int,
    bits: bytes,
    tag: int,
) -> None:
    """Write row `count`. Chains are not used here."""
    prints[count * 32 : count * 32 + 32] = bits
    tags[count * 2 : count * 2 + 2] = tag.to_bytes(2, "little")


def delta_add_many(
    prints: memoryview,
    tags: memoryview,
    _heads: memoryview,
    _nodes: memoryview,
    count: int,
    bits: memoryview,
    marks: memoryview,
) -> None:
    """Write the rows from `count` on; `marks` are their tags."""
    prints[count * 32 : count * 32 + len(bits)] = bits
    tags[count * 2 : count * 2 + len(marks)] = marks


def delta_near(
    prints: memoryview,
    tags: memoryview,
    _heads: memoryview,
    _nodes: memoryview,
    count: int,
    gone: memoryview,
    queries: bytes,
    pairs: bytes,
    within: int,
    at_most: int,
) -> list[Hits]:
    """As `search_near`, among the first `count` rows."""
    part = prints[: count * 32], tags[: count * 2], memoryview(b"")
    return search_near(*part, (0, 0, 0), gone, queries, pairs, within, at_most)


def keys_and_marks(rows: Bytes, chosen: Plan, table: int) -> tuple[Counts, Counts]:
    """The key and the mark of each print in a table."""
    first = layout.first_bit(chosen, table)
    return _field(rows, first, chosen.key_bits), _field(rows, first + chosen.key_bits, layout.MARK_BITS)


def _near(
    rows: Bytes, tag_of: NDArray[np.uint16], gone: memoryview, query: bytes, allowed: Counts, at_most: int
) -> Hits:
    hits: list[tuple[int, int]] = []
    away = _gone(gone, len(rows))
    for start in range(0, len(rows), CHUNK):
        here = slice(start, start + CHUNK)
        far = shell.apart(rows[here], query)
        found = np.flatnonzero((far <= allowed[tag_of[here]]) & ~away[here])
        hits.extend(zip((found + start).tolist(), far[found].tolist(), strict=True))
        if len(hits) > at_most:
            break
    return hits[:at_most], len(hits) > at_most


def _distances(pairs: bytes, within: int) -> Counts:
    """The greatest distance for every possible tag; -1: not asked for."""
    if not pairs:
        return np.full(1 << 16, within, np.int64)
    allowed = np.full(1 << 16, -1, np.int64)
    listed = np.frombuffer(pairs, PAIR)
    allowed[listed["tag"]] = listed["within"]
    return allowed


def _gone(gone: memoryview, count: int) -> NDArray[np.bool_]:
    """Which rows are marked gone; no marks: none."""
    if not gone.nbytes:
        return np.zeros(count, bool)
    return np.unpackbits(np.frombuffer(gone, np.uint8), bitorder="little")[:count].astype(bool)


def _prints(buffer: memoryview) -> Bytes:
    return np.frombuffer(buffer, np.uint8).reshape(-1, 32)


def _field(rows: Bytes, first: int, bits: int) -> Counts:
    """The number that so many bits from `first` on make, round the end to the start."""
    number = np.zeros(len(rows), np.int64)
    for place in range(bits):
        at = (first + place) % BITS
        number |= (rows[:, at // 8] >> np.uint8(at % 8) & np.uint8(1)).astype(np.int64) << place
    return number


def _build_table(rows: Bytes, chosen: Plan, table: int, room: Bytes) -> None:
    keys, marks = keys_and_marks(rows, chosen, table)
    at = layout.sections(chosen, len(rows), table)
    order = np.argsort(keys, kind="stable")
    starts = np.searchsorted(keys[order], np.arange((1 << chosen.key_bits) + 1))
    bits = np.zeros(8 * layout.group_bytes(chosen, len(rows)), np.uint8)
    shells = _cut_crowded(rows, order, starts, chosen, bits)
    _code_buckets(order, starts, chosen, bits)
    room[at.starts : at.end] = 0
    _write(room, at.starts, np.append(starts, len(shells)).astype("<u4"))
    _write(room, at.marks, marks[order].astype("<u2"))
    _write(room, at.groups, np.packbits(bits, bitorder="little"))
    _write(room, at.shells, np.frombuffer(b"".join(shells), np.uint8))


def _cut_crowded(rows: Bytes, order: Counts, starts: Counts, chosen: Plan, bits: Bytes) -> list[bytes]:
    """Reorder the crowded buckets within `order`, code their groups, and return their stored shells."""
    crowd, low, stored = layout.crowded(chosen, len(rows)), layout.low_bits(chosen) - layout.CROWDED_BITS, []
    high = layout.highs(chosen, len(rows), low)
    for bucket in np.flatnonzero(np.diff(starts) > crowd).tolist():
        begin, place = int(starts[bucket]), int(_first_bits(starts, len(rows), chosen)[bucket])
        for part in shell.cut(rows, order[begin : int(starts[bucket + 1])].copy(), crowd):
            end = begin + len(part.rows)
            order[begin:end] = part.rows
            stored.append(struct.pack("<32sIIHHxxxx", part.pivot, begin, end, part.least, part.most))
            number = np.arange(len(part.rows))
            firsts = np.full(len(part.rows), place)
            _code(bits, part.rows >> chosen.group_bits, firsts, number, firsts + len(number) + high, low)
            begin, place = end, place + len(number) * (low + 1) + high
    return stored


def _first_bits(starts: Counts, count: int, chosen: Plan) -> Counts:
    """Where the groups of each bucket begin."""
    low = layout.low_bits(chosen)
    high = layout.highs(chosen, count, low)
    firsts: Counts = starts[:-1].astype(np.int64) * (low + 1) + high * np.arange(len(starts) - 1)
    return firsts


def _code_buckets(order: Counts, starts: Counts, chosen: Plan, bits: Bytes) -> None:
    """Code the groups of all buckets that are not crowded."""
    counts, low = np.diff(starts), layout.low_bits(chosen)
    counts_of = np.repeat(counts, counts)
    firsts = np.repeat(_first_bits(starts, len(order), chosen), counts)
    number = np.arange(len(order)) - np.repeat(starts[:-1], counts)
    plain = counts_of <= layout.crowded(chosen, len(order))
    lows = firsts + counts_of + layout.highs(chosen, len(order), low)
    groups = order >> chosen.group_bits
    _code(bits, groups[plain], firsts[plain], number[plain], lows[plain], low)


def _code(bits: Bytes, groups: Counts, firsts: Counts, number: Counts, lows: Counts, low: int) -> None:
    """Set the bits of some groups: of bucket or shell from `firsts` on, the low ones from `lows` on."""
    bits[firsts + (groups >> low) + number] = 1
    for place in range(low):
        bits[lows + number * low + place] = groups >> place & 1


def _write(room: Bytes, place: int, values: NDArray[np.generic]) -> None:
    room[place : place + values.nbytes] = values.view(np.uint8).reshape(-1)
