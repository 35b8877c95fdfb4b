"""Many prints added to a growing list at once are as if they had been added one by one."""

import random

import pytest

from rescind import kernel
from rescind.kernel import arrays


def many(count: int, seed: int) -> tuple[list[bytes], list[int]]:
    chance = random.Random(seed)
    return [chance.randbytes(32) for _ in range(count)], [chance.randrange(1 << 16) for _ in range(count)]


def packed(tags: list[int]) -> bytes:
    return b"".join(tag.to_bytes(2, "little") for tag in tags)


@pytest.mark.parametrize("sizes", [(1,), (3, 0, 5), (1020, 3, 1, 5000), (5000, 1)])
def test_at_once_is_as_one_by_one(sizes: tuple[int, ...]) -> None:
    single, at_once = kernel.Delta(), kernel.Delta()
    for seed, size in enumerate(sizes):
        prints, tags = many(size, seed)
        assert at_once.add_many(b"".join(prints), packed(tags)) == len(single)
        for bits, tag in zip(prints, tags, strict=True):
            single.add(bits, tag)
        assert len(at_once) == len(single)
    rows = range(len(single))
    assert [(at_once.bits(row), at_once.tag(row)) for row in rows] == [
        (single.bits(row), single.tag(row)) for row in rows
    ]
    queries = [single.bits(row) for row in rows[:: max(1, len(rows) // 40)]]
    for within in (0, 31, 110):
        assert at_once.near_many(queries, within, at_most=10_000) == single.near_many(
            queries, within, at_most=10_000
        )


def test_numpy_writes_the_same_rows() -> None:
    prints, tags = many(10, 5)
    room = tuple(memoryview(bytearray(size)) for size in (32 * 20, 40, 4 << 20, 128 * 20))
    arrays.delta_add_many(*room, 4, memoryview(b"".join(prints)), memoryview(packed(tags)))
    assert bytes(room[0][32 * 4 : 32 * 14]) == b"".join(prints)
    assert bytes(room[1][8:28]) == packed(tags)


@pytest.mark.parametrize(("prints", "tags"), [(bytes(31), bytes(2)), (bytes(32), b""), (bytes(32), bytes(3))])
def test_what_does_not_fit_together_is_refused(prints: bytes, tags: bytes) -> None:
    delta = kernel.Delta()
    with pytest.raises(ValueError, match="must hold"):
        delta.add_many(prints, tags)
    assert len(delta) == 0


def test_the_border_in_c_refuses_rows_beyond_its_room() -> None:
    native = pytest.importorskip("rescind.kernel._native")
    room = tuple(bytearray(size) for size in (32 * 4, 8, 4 << 20, 128 * 4))
    for count, rows in ((0, 5), (3, 2), (-1, 1), (1 << 40, 1)):
        with pytest.raises(ValueError, match="room"):
            native.delta_add_many(*room, count, bytes(32 * rows), bytes(2 * rows))
    native.delta_add_many(*room, 3, bytes(32), bytes(2))
