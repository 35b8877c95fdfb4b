"""The scan finds exactly the rows within the distance, whatever the length of the table."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind import kernel
from rescind.kernel import array, slow

prints = st.binary(min_size=32, max_size=32)


def flipped(bits: bytes, places: list[int]) -> bytes:
    number = int.from_bytes(bits)
    for place in places:
        number ^= 1 << place
    return number.to_bytes(32)


@given(prints, prints)
def test_distance_counts_the_bits_that_differ(a: bytes, b: bytes) -> None:
    assert kernel.distance(a, b) == bin(int.from_bytes(a) ^ int.from_bytes(b)).count("1")


@given(prints)
def test_distance_reaches_from_none_to_all(bits: bytes) -> None:
    assert kernel.distance(bits, bits) == 0
    assert kernel.distance(bits, bytes(255 - value for value in bits)) == 256


@settings(max_examples=150)
@given(
    prints,
    st.lists(st.lists(st.integers(0, 255), max_size=40, unique=True), max_size=30),
    st.integers(0, 300),
)
def test_scan_equals_asking_every_row(query: bytes, changes: list[list[int]], within: int) -> None:
    rows = [flipped(query, places) for places in changes]
    wanted = [(at, apart) for at, row in enumerate(rows) if (apart := kernel.distance(row, query)) <= within]
    assert kernel.scan(b"".join(rows), query, within) == wanted


@pytest.mark.parametrize("rows", [0, 1, 7, 8, 9, 511, 512, 513, 4096, 4097, 12_345])
@pytest.mark.parametrize("within", [0, 31, 120, 256])
def test_long_tables_keep_their_order_and_miss_nothing(rows: int, within: int) -> None:
    random = Random(rows)
    table, query = random.randbytes(rows * 32), random.randbytes(32)
    places = random.sample(range(256), 30)
    if rows:
        at = random.randrange(rows) * 32
        table = table[:at] + flipped(query, places) + table[at + 32 :]
    found = kernel.scan(memoryview(table), query, within)
    assert found == slow.scan(table, query, within)
    assert found == array.scan(memoryview(table), query, within)
    assert rows == 0 or within < 30 or found


def test_a_table_may_begin_anywhere_in_memory() -> None:
    table, query = Random(5).randbytes(32 * 100 + 1), bytes(32)
    assert kernel.scan(memoryview(table)[1:], query, 130) == slow.scan(table[1:], query, 130)
