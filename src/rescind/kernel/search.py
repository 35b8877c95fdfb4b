"""Finding every print within a distance among many: the border of the search.

A `Base` is any number of rows, each a print of 32 bytes with a tag, and the tables `build` made from the
prints (see `rescind.kernel.layout`). Everything is a plain buffer, so a base can lie in a mapped file shared by
many processes. What is in the tables is never trusted: wrong ones lose answers, they cannot do harm.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rescind.kernel import border
from rescind.kernel.chosen import kernel
from rescind.kernel.layout import Plan, tables_bytes

Within = int | Mapping[int, int]
TAGS = 1 << 16


@dataclass(frozen=True, slots=True)
class Base:
    """Rows that can be searched: `prints` 32 bytes a row, `tags` u16 little-endian a row, `tables` as
    `build` writes them for `plan`.

    Make it with `open_base`, which checks the sizes.
    """

    prints: memoryview
    tags: memoryview
    tables: memoryview
    plan: Plan

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.prints.nbytes // border.ROW


@dataclass(frozen=True, slots=True)
class Found:
    """What is near a query: (row, distance) by ascending row, and whether there is more than was asked for."""

    hits: list[tuple[int, int]]
    more: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Ids (u64 little-endian, ascending), prints (32 bytes each) and tags (u16 little-endian) of some rows."""

    ids: memoryview
    prints: memoryview
    tags: memoryview


def open_base(prints: object, tags: object, tables: object, plan: Plan) -> Base:
    """A base over buffers, without copying. Raises ValueError when their sizes do not fit together."""
    print_view, tag_view, table_view = (
        border.rows(prints),
        border.plain_bytes(tags, "tags"),
        border.plain_bytes(tables, "tables"),
    )
    count = print_view.nbytes // border.ROW
    if tag_view.nbytes != 2 * count:
        raise ValueError("tags must hold two bytes for every row")
    if table_view.nbytes != tables_bytes(plan, count):
        raise ValueError("tables must have the size the plan says")
    return Base(print_view, tag_view, table_view, plan)


def build(prints: object, plan: Plan, out: object) -> None:
    """Make the tables of the prints into `out`, a writable buffer of `tables_bytes(plan, count)` bytes.

    Equal prints give equal bytes, whichever implementation runs. Raises ValueError when a size does not fit.
    """
    view, room = border.rows(prints), border.writable(out, "out")
    count = view.nbytes // border.ROW
    if room.nbytes != tables_bytes(plan, count):
        raise ValueError("out must have the size the plan says")
    kernel.search_build(view, _numbers(plan), room)


def near(base: Base, query: object, within: Within, *, at_most: int, gone: object = b"") -> Found:
    """Every row of the base at most `within` bits (0 to 256) from the query, but for rows marked gone.

    `within` may be a mapping from tag to distance; rows with other tags are not asked for. With more than
    `at_most` hits, `more` is true and which of them are given is not said. `gone` is empty or has a bit for
    each row, row 0 the lowest bit of byte 0; set: the row does not count. Raises ValueError and TypeError
    when an argument does not fit.
    """
    return near_many(base, [query], within, at_most=at_most, gone=gone)[0]


def near_many(
    base: Base, queries: Sequence[object], within: Within, *, at_most: int, gone: object = b""
) -> list[Found]:
    """As `near` for each of the queries, in their order; quicker than one by one."""
    asked = b"".join([border.fingerprint(query, "query") for query in queries])
    pairs, farthest = reach(within)
    marks = gone_marks(gone, base.count)
    answers = kernel.search_near(
        base.prints,
        base.tags,
        base.tables,
        _numbers(base.plan),
        marks,
        asked,
        pairs,
        farthest,
        border.most(at_most),
    )
    return [Found(hits, more) for hits, more in answers]


def merge(old: Rows, gone: object, new: Rows, out: Rows) -> int:
    """Write the rows of `old` that are not marked gone and those of `new` into `out`, ids ascending; say how many.

    Both lists ascend by id; of a live old and a new row with the same id, both are kept. `out` must have room
    for every row that is kept. It is read and written from front to end, and nothing is kept in memory. The tables
    are made afterwards by `build`. Raises ValueError when sizes do not fit.
    """
    count, added = _rows(old), _rows(new)
    marks = gone_marks(gone, count)
    away = (int.from_bytes(marks, "little") & ((1 << count) - 1)).bit_count()
    if _rows(out) < count - away + added:
        raise ValueError("out must have room for the rows of both")
    room = tuple(border.writable(part, "out") for part in (out.ids, out.prints, out.tags))
    return kernel.search_merge(_parts(old), marks, _parts(new), (room[0], room[1], room[2]))


def reach(within: Within) -> tuple[bytes, int]:
    """Tags and distances as u16 pairs by ascending tag (none: all tags), and the greatest distance.

    An empty mapping asks for nothing: the distance is -1.
    """
    if isinstance(within, int):
        return b"", border.radius(within)
    distances = {_tag(tag): border.radius(distance) for tag, distance in within.items()}
    pairs = b"".join(struct.pack("<HH", tag, distance) for tag, distance in sorted(distances.items()))
    return pairs, max(distances.values(), default=-1)


def gone_marks(gone: object, count: int) -> memoryview:
    """The bits of gone rows. Raises ValueError when there are too few."""
    marks = border.plain_bytes(gone, "gone")
    if marks.nbytes and marks.nbytes * 8 < count:
        raise ValueError("gone must be empty or hold a bit for every row")
    return marks


def _tag(tag: object) -> int:
    if not isinstance(tag, int):
        raise TypeError(f"a tag must be a whole number, not {type(tag).__name__}")
    if not 0 <= tag < TAGS:
        raise ValueError("a tag must be 0 to 65535")
    return tag


def _numbers(plan: Plan) -> tuple[int, int, int]:
    return plan.tables, plan.key_bits, plan.group_bits


def _parts(rows: Rows) -> tuple[memoryview, memoryview, memoryview]:
    return (
        border.plain_bytes(rows.ids, "ids"),
        border.rows(rows.prints),
        border.plain_bytes(rows.tags, "tags"),
    )


def _rows(rows: Rows) -> int:
    """How many rows there are. Raises ValueError when ids, prints and tags are not of the same number."""
    ids, prints, tags = _parts(rows)
    count = prints.nbytes // border.ROW
    if ids.nbytes != count * 8 or tags.nbytes != count * 2:
        raise ValueError("ids, prints and tags must be of the same number of rows")
    return count
