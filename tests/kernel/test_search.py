"""The search finds exactly the rows within the distance, and says when there are more than were asked for."""

from collections.abc import Mapping
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind import kernel

Hits = list[tuple[int, int]]


def crowd(seed: int, count: int) -> list[bytes]:
    """Prints of all kinds: unrelated, near copies of a few, equal ones, nearly blank ones."""
    rng = np.random.default_rng(seed)
    centres = rng.integers(0, 256, (6, 32), dtype=np.uint8)
    centres[4], centres[5] = 0, 255
    rows = centres[rng.integers(0, 6, count)]
    flips = rng.random((count, 256)) < rng.choice([0.0, 0.02, 0.1, 0.2, 0.5], (count, 1))
    rows ^= np.packbits(flips, axis=1)
    return [row.tobytes() for row in rows]


def wanted(rows: list[bytes], tags: list[int], query: bytes, within: kernel.Within, gone: set[int]) -> Hits:
    """The plain answer."""
    number, hits = int.from_bytes(query), []
    for row, bits in enumerate(rows):
        apart = (int.from_bytes(bits) ^ number).bit_count()
        if (
            apart <= (within.get(tags[row], -1) if isinstance(within, Mapping) else within)
            and row not in gone
        ):
            hits.append((row, apart))
    return hits


def packed(tags: list[int]) -> bytes:
    return b"".join(tag.to_bytes(2, "little") for tag in tags)


def marks(gone: set[int], count: int) -> bytes:
    return sum(1 << row for row in gone).to_bytes(count // 8 + 1, "little")


def base_of(rows: list[bytes], tags: list[int], plan: kernel.Plan | None = None) -> kernel.Base:
    plan = plan or kernel.plan(len(rows))
    prints, tables = b"".join(rows), bytearray(kernel.tables_bytes(plan, len(rows)))
    kernel.build(prints, plan, tables)
    return kernel.open_base(prints, packed(tags), tables, plan)


plans = st.builds(
    lambda tables, key_bits, less: kernel.Plan(tables, key_bits, max(0, min(8, key_bits - 4 - less))),
    st.integers(1, 16),
    st.integers(4, 12),
    st.integers(0, 4),
)
distances = st.one_of(st.integers(0, 50), st.dictionaries(st.integers(0, 3), st.integers(0, 50)))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 6000), plans, distances, st.integers(0, 8000), st.integers(0, 1 << 32))
def test_a_search_equals_asking_every_row(
    count: int, plan: kernel.Plan, within: kernel.Within, at_most: int, seed: int
) -> None:
    random = Random(seed)
    rows, tags = crowd(seed, count), [random.randrange(4) for _ in range(count)]
    gone = set(random.sample(range(count), count // 5))
    base = base_of(rows, tags, plan)
    for query in [random.randbytes(32), bytes(32), *rows[:3]]:
        right = wanted(rows, tags, query, within, gone)
        found = kernel.near(base, query, within, at_most=at_most, gone=marks(gone, count))
        assert found.more == (len(right) > at_most)
        assert len(found.hits) == min(len(right), at_most)
        assert set(found.hits) <= set(right)
        assert found.hits == sorted(found.hits)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5000), distances, st.integers(0, 7000), st.integers(0, 1 << 32))
def test_a_growing_list_equals_asking_every_row(
    count: int, within: kernel.Within, at_most: int, seed: int
) -> None:
    random = Random(seed)
    rows, tags = crowd(seed, count), [random.randrange(4) for _ in range(count)]
    gone = set(random.sample(range(count), count // 5))
    delta = kernel.Delta()
    for row, (bits, tag) in enumerate(zip(rows, tags, strict=True)):
        assert delta.add(bits, tag) == row
    for query in [random.randbytes(32), bytes(32), *rows[:3]]:
        right = wanted(rows, tags, query, within, gone)
        found = delta.near(query, within, at_most=at_most, gone=marks(gone, count))
        assert found.more == (len(right) > at_most)
        assert len(found.hits) == min(len(right), at_most)
        assert set(found.hits) <= set(right)
    assert [(delta.bits(row), delta.tag(row)) for row in range(len(delta))] == list(
        zip(rows, tags, strict=True)
    )


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.booleans(), st.booleans()), max_size=40, unique_by=lambda one: one[0]
    )
)
def test_a_merge_equals_two_lists_made_one(entries: list[tuple[int, bool, bool]]) -> None:
    def rows_of(ids: list[int], sign: int) -> tuple[kernel.Rows, list[tuple[int, bytes, int]]]:
        listed = [(id_, bytes([id_, sign]) * 16, id_ * 7) for id_ in ids]
        return kernel.Rows(
            memoryview(b"".join(id_.to_bytes(8, "little") for id_, _, _ in listed)),
            memoryview(b"".join(bits for _, bits, _ in listed)),
            memoryview(packed([tag for _, _, tag in listed])),
        ), listed

    first = sorted(id_ for id_, old, _ in entries if old)
    second = sorted(id_ for id_, old, _ in entries if not old)
    leaving = {id_ for id_, old, leaves in entries if old and leaves}
    gone = {row for row, id_ in enumerate(first) if id_ in leaving}
    (old, old_list), (new, new_list) = rows_of(first, 1), rows_of(second, 2)
    room = len(entries) - len(gone)
    out = kernel.Rows(*(memoryview(bytearray(room * size)) for size in (8, 32, 2)))
    count = kernel.merge(old, marks(gone, len(first)), new, out)
    kept = [entry for row, entry in enumerate(old_list) if row not in gone]
    assert [
        (
            int.from_bytes(out.ids[row * 8 : row * 8 + 8], "little"),
            bytes(out.prints[row * 32 : row * 32 + 32]),
            int.from_bytes(out.tags[row * 2 : row * 2 + 2], "little"),
        )
        for row in range(count)
    ] == sorted(kept + new_list)


def test_what_does_not_fit_together_is_refused() -> None:
    plan = kernel.Plan(4, 8, 4)
    prints, tables = bytes(320), bytearray(kernel.tables_bytes(plan, 10))
    for wrong in (bytes(319), bytes(288)):
        with pytest.raises(ValueError):
            kernel.open_base(wrong, bytes(20), tables, plan)
    with pytest.raises(ValueError):
        kernel.open_base(prints, bytes(19), tables, plan)
    with pytest.raises(ValueError):
        kernel.build(prints, plan, bytes(len(tables)))
    with pytest.raises(ValueError):
        kernel.build(prints, plan, bytearray(len(tables) - 1))
    base = base_of([bytes(32)] * 10, [0] * 10, plan)
    for query, within, gone in (
        (bytes(31), 5, b""),
        (bytes(32), -1, b""),
        (bytes(32), {70000: 3}, b""),
        (bytes(32), 5, b"x"),
    ):
        with pytest.raises(ValueError):
            kernel.near(base, query, within, at_most=5, gone=gone)
    with pytest.raises(ValueError):
        kernel.near(base, bytes(32), 5, at_most=-1)
    for numbers in ((17, 8, 4), (16, 17, 4), (4, 8, 5), (4, 8, -1), (4, 24, 9), (-1, 8, 4), (4, 3, 0)):
        with pytest.raises(ValueError):
            kernel.tables_bytes(kernel.Plan(*numbers), 10)


@pytest.mark.parametrize(
    "count", [0, 1, 4095, 4096, 10**5, 10**6, 4 * 10**6, 10**7, 2**24, 2**24 + 1, 5 * 10**7, 2**32 - 1]
)
def test_a_plan_suits_its_number_of_rows(count: int) -> None:
    plan = kernel.plan(count)
    size = kernel.tables_bytes(plan, count)
    if count >= 10**7:
        assert size / count + 42 <= 100
    assert (plan.tables == 0) == (count < 4096)
