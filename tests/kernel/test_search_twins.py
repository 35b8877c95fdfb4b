"""The C and NumPy make the same tables and find the same rows, and no tables whatever can do harm."""

import struct
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from rescind import kernel
from rescind.kernel import arrays, layout

native: Any = pytest.importorskip("rescind.kernel._native") if kernel.native else None
pytestmark = pytest.mark.skipif(not kernel.native, reason="the C was not built")

NOTHING = memoryview(b"")
Prints = NDArray[np.uint8]


def crowded(seed: int, count: int) -> Prints:
    """A third of the prints equal, a third within a few bits of one of two centres, the rest spread."""
    rng = np.random.default_rng(seed)
    rows = rng.integers(0, 256, (count, 32), dtype=np.uint8)
    centres = rows[:2].copy()
    alike = 2 + rng.permutation(max(count - 2, 0))[: count * 2 // 3]
    rows[alike] = centres[rng.integers(0, 2, len(alike))]
    for row in alike[: len(alike) // 2]:
        for place in rng.integers(0, 256, rng.integers(0, 12)):
            rows[row, place // 8] ^= 1 << place % 8
    return rows


def tables_of(implementation: Any, rows: Prints, plan: kernel.Plan) -> bytearray:
    out = bytearray(b"\xaa" * kernel.tables_bytes(plan, len(rows)))
    implementation.search_build(memoryview(rows.tobytes()), numbers(plan), memoryview(out))
    return out


def numbers(plan: kernel.Plan) -> tuple[int, int, int]:
    return plan.tables, plan.key_bits, plan.group_bits


@pytest.mark.parametrize(
    "plan", [kernel.Plan(3, 4, 0), kernel.Plan(16, 16, 6), kernel.Plan(1, 20, 8), kernel.Plan(11, 12, 3)]
)
@pytest.mark.parametrize("count", [0, 1, 700, 20_000])
def test_both_make_the_same_tables(plan: kernel.Plan, count: int) -> None:
    rows = crowded(count, count)
    assert tables_of(native, rows, plan) == tables_of(arrays, rows, plan)


@pytest.mark.parametrize("within", [0, 1, 14, 31, 40, 50])
@pytest.mark.parametrize(
    "spread", [kernel.Plan(4, 8, 4), kernel.Plan(11, 14, 6), kernel.Plan(16, 12, 0), kernel.Plan(7, 9, 2)]
)
def test_both_find_the_same_rows_in_crowds(spread: kernel.Plan, within: int) -> None:
    rows = crowded(3, 30_000)
    tables = memoryview(tables_of(native, rows, spread))
    asked = [rows[row].tobytes() for row in (0, 1, 2, 500, 20_000)]
    blurred = [bytes(value ^ (at % 3 == 0) for at, value in enumerate(query)) for query in asked]
    queries = b"".join([*asked, *blurred])
    base = (memoryview(rows.tobytes()), memoryview(bytes(2 * len(rows))))
    question = (NOTHING, queries, b"", within, 1 << 32)
    found = native.search_near(*base, tables, numbers(spread), *question)
    assert found == arrays.search_near(*base, tables, numbers(spread), *question)
    assert len(found[0][0]) > 3_000


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 3000),
    st.integers(1, 16),
    st.integers(4, 12),
    st.integers(0, 8),
    st.integers(0, 60),
    st.integers(),
)
def test_tables_full_of_noise_do_no_harm(
    count: int, tables: int, key_bits: int, group_bits: int, within: int, seed: int
) -> None:
    random = Random(seed)
    plan = kernel.Plan(tables, key_bits, min(group_bits, key_bits - 4))
    prints = random.randbytes(32 * count)
    noise = bytearray(random.randbytes(kernel.tables_bytes(plan, count)))
    for cut in range(random.randrange(3)):
        noise[cut::7] = bytes(len(noise[cut::7]))
    base = kernel.open_base(prints, bytes(2 * count), noise, plan)
    found = kernel.near(base, prints[:32] or bytes(32), within, at_most=1 << 32)
    right = dict(kernel.scan(prints, prints[:32] or bytes(32), within))
    assert all(right[row] == apart for row, apart in found.hits)


def test_tables_that_lead_round_in_circles_are_given_up() -> None:
    """Every other bucket says that it holds all rows, in shells none of which is near enough to be opened."""
    count, plan = 60_000, kernel.Plan(1, 16, 0)
    rows = np.random.default_rng(2).integers(0, 256, (count, 32), dtype=np.uint8)
    at, room = layout.sections(plan, count, 0), layout.shell_room(plan, count)
    tables = np.zeros(kernel.tables_bytes(plan, count), np.uint8)
    tables[at.starts : at.marks].view("<u4")[1 : (1 << 16) + 1 : 2] = count
    tables[at.starts : at.marks].view("<u4")[(1 << 16) + 1] = room
    shells = tables[at.shells : at.shells + layout.SHELL * room].reshape(room, layout.SHELL)
    shells[:, :32] = ~rows[0]
    for row, shell in enumerate(shells):
        shell[32:] = np.frombuffer(struct.pack("<IIHHI", row, row + 1, 0, 0, 0), np.uint8)
    base = kernel.open_base(rows, bytes(2 * count), tables, plan)
    assert kernel.near(base, rows[0], 4, at_most=10).hits == [(0, 0)]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 20), st.binary(min_size=64, max_size=64), st.integers(0, 60), st.integers())
def test_chains_full_of_noise_do_no_harm(count: int, query: bytes, within: int, seed: int) -> None:
    random = Random(seed)
    rows = count * 200
    held = tuple(memoryview(random.randbytes(size)) for size in (32 * rows, 2 * rows, 4 << 20, 128 * rows))
    for hits, _ in native.delta_near(*held, rows, NOTHING, query, b"", within, 1 << 32):
        assert all(row < rows and apart <= within for row, apart in hits)


def test_sizes_that_do_not_fit_are_refused_by_the_c_itself() -> None:
    plan, base = (2, 4, 0), (bytes(64), bytes(4))
    tables = bytearray(kernel.tables_bytes(kernel.Plan(*plan), 2))
    fine = (*base, tables, plan, b"", bytes(32), b"", 5, 10)
    assert native.search_near(*fine) == [([(0, 0), (1, 0)], False)]
    for place, wrong in (
        *((0, size) for size in (bytes(63), bytes(96))),
        (1, bytes(3)),
        (2, tables[1:]),
        *((3, numbers) for numbers in ((2, 5, 0), (0, 4, 0), (-1, 4, 0), (17, 4, 0), (2, 4, 1), (2, 25, 0))),
        (5, bytes(31)),
        (6, bytes(3)),
        (7, 257),
    ):
        with pytest.raises(ValueError):
            native.search_near(*fine[:place], wrong, *fine[place + 1 :])
    with pytest.raises(ValueError):
        native.search_near(bytes(32 * 9), bytes(18), b"", (0, 0, 0), b"x", bytes(32), b"", 5, 10)
    room = [bytearray(size) for size in (32, 2, 4 << 20, 128)]
    for count, bits, tag in (
        (-1, bytes(32), 0),
        (1, bytes(32), 0),
        (0, bytes(31), 0),
        (0, bytes(32), 1 << 16),
        (1 << 62, bytes(32), 0),
    ):
        with pytest.raises(ValueError):
            native.delta_add(*room, count, bits, tag)
    with pytest.raises(ValueError):
        native.delta_near(*room, 2, b"", bytes(32), b"", 5, 10)
    three, small = (bytes(8), bytes(32), bytes(2)), tuple(bytearray(size) for size in (8, 32, 2))
    with pytest.raises(ValueError):
        native.search_merge(three, b"", three, small)
    with pytest.raises(ValueError):
        native.search_build(bytes(64), plan, tables[1:])


@pytest.mark.parametrize("kind", ["spread", "equal", "cluster"])
def test_a_long_growing_list_finds_the_same(kind: str) -> None:
    rng = np.random.default_rng(9)
    rows = rng.integers(0, 256, (30_000, 32), dtype=np.uint8)
    if kind == "equal":
        rows[1000:25_000] = rows[0]
    if kind == "cluster":
        rows[1000:25_000] = rows[0]
        rows[1000:25_000, 5] ^= rng.integers(0, 256, 24_000, dtype=np.uint8)
    delta = kernel.Delta()
    for row in rows:
        delta.add(row.tobytes(), 7)
    query = rows[0].copy()
    query[9] ^= 7
    for asked in (query.tobytes(), rows[29_000].tobytes()):
        for within in (3, 31, 45):
            right = kernel.scan(rows.tobytes(), asked, within)
            assert delta.near(asked, within, at_most=1 << 32).hits == right
            assert delta.near(asked, {7: within}, at_most=1 << 32).hits == right
            assert delta.near(asked, {6: within}, at_most=1 << 32).hits == []


@pytest.mark.parametrize(
    ("plan", "within"),
    [
        (kernel.Plan(16, 10, 4), 31),
        (kernel.Plan(11, 10, 2), 31),
        (kernel.Plan(16, 9, 0), 20),
        (kernel.Plan(5, 8, 3), 9),
    ],
)
def test_the_differences_that_are_hardest_to_find_are_found(plan: kernel.Plan, within: int) -> None:
    """Every piece but one differs by one bit more than its table looks for, so that a single table can find the print."""
    rng = np.random.default_rng(within)
    rows = rng.integers(0, 256, (20_000, 32), dtype=np.uint8)
    query, hard = rows[7].tobytes(), []
    for lucky in range(plan.tables):
        number = int.from_bytes(query, "little")
        for piece, radius in enumerate(layout.radii(plan, within)):
            first, last = layout.first_bit(plan, piece), layout.first_bit(plan, piece + 1)
            for place in rng.permutation(np.arange(first, last))[: radius + (piece != lucky)].tolist():
                number ^= 1 << place
        rows[100 * lucky + 50] = np.frombuffer(number.to_bytes(32, "little"), np.uint8)
        hard.append((100 * lucky + 50, within))
    base = (
        memoryview(rows.tobytes()),
        memoryview(bytes(2 * len(rows))),
        memoryview(tables_of(native, rows, plan)),
    )
    found = native.search_near(*base, numbers(plan), NOTHING, query, b"", within, 1 << 32)
    assert found == [([(7, 0), *hard], False)]
