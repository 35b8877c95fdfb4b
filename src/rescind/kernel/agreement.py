"""Whether an implementation of the kernel agrees with stored answers, asked once before it is trusted.

A compiler that fuses or reorders arithmetic, or a processor the build did not expect, would change bits
silently. The pictures are small and chosen so that the quick way, the exact way, even and odd windows, luma
and colour all take part.
"""

import hashlib
from collections.abc import Iterator
from typing import Protocol

from rescind.kernel.layout import Plan, tables_bytes

ANSWERS = "ba1185049b2ee51455f977093e262efae20ab2bca77a3edea70d8b8cc36e4d37"

# width, height, channels, how many grey levels
PICTURES = ((150, 131, 1, 256), (37, 70, 3, 256), (24, 17, 3, 1), (12, 129, 3, 3))


Hits = tuple[list[tuple[int, int]], bool]
Three = tuple[memoryview, memoryview, memoryview]


class Searcher(Protocol):
    """What every implementation of the search offers, arguments by position; see `rescind.kernel.find_array`."""

    def search_near(
        self,
        prints: memoryview,
        tags: memoryview,
        tables: memoryview,
        chosen: tuple[int, int, int],
        gone: memoryview,
        queries: bytes,
        pairs: bytes,
        within: int,
        at_most: int,
        /,
    ) -> list[Hits]:
        """Rows of a base within a distance of each query, and whether there are more."""

    def search_build(self, prints: memoryview, chosen: tuple[int, int, int], out: memoryview, /) -> None:
        """Tables of the prints."""

    def search_merge(self, old: Three, gone: memoryview, new: Three, out: Three, /) -> int:
        """Two lists made one."""

    def delta_add(
        self,
        prints: memoryview,
        tags: memoryview,
        heads: memoryview,
        nodes: memoryview,
        count: int,
        bits: bytes,
        tag: int,
        /,
    ) -> None:
        """One more row."""

    def delta_add_many(
        self,
        prints: memoryview,
        tags: memoryview,
        heads: memoryview,
        nodes: memoryview,
        count: int,
        bits: memoryview,
        marks: memoryview,
        /,
    ) -> None:
        """Many more rows."""

    def delta_near(
        self,
        prints: memoryview,
        tags: memoryview,
        heads: memoryview,
        nodes: memoryview,
        count: int,
        gone: memoryview,
        queries: bytes,
        pairs: bytes,
        within: int,
        at_most: int,
        /,
    ) -> list[Hits]:
        """Rows of a growing list within a distance of each query, and whether there are more."""


class Kernel(Searcher, Protocol):
    """What every implementation offers, arguments by position."""

    def pdq(
        self, pixels: memoryview, width: int, height: int, channels: int, turn: int, /
    ) -> tuple[bytes, int]:
        """Fingerprint of one turn, by its place in `TURNS`, and quality of the picture as it lies."""

    def pdq_turns(
        self, pixels: memoryview, width: int, height: int, channels: int, /
    ) -> tuple[tuple[bytes, ...], int]:
        """Eight fingerprints and the upright quality."""

    def distance(self, a: bytes, b: bytes, /) -> int:
        """Bits that differ."""

    def scan(self, table: memoryview, query: bytes, within: int, /) -> list[tuple[int, int]]:
        """Rows within a distance."""


def agrees(kernel: Kernel) -> bool:
    """Whether the implementation gives the stored answers. One left from an older build may not even be callable so."""
    try:
        answers = list(_answers(kernel))
    except (AttributeError, TypeError, ValueError):
        return False
    return hashlib.sha256(repr(answers).encode()).hexdigest() == ANSWERS


def _answers(kernel: Kernel) -> Iterator[object]:
    for width, height, channels, levels in PICTURES:
        pixels = memoryview(_noise(width * height * channels, levels))
        yield kernel.pdq(pixels, width, height, channels, 0)
    yield kernel.pdq_turns(memoryview(_noise(70 * 37 * 3, 256)), 70, 37, 3)
    yield kernel.pdq(memoryview(_noise(70 * 37 * 3, 256)), 70, 37, 3, 5)
    table = _noise(32 * 21, 256)
    yield kernel.scan(memoryview(table), table[64:96], 128)
    yield kernel.distance(table[:32], table[32:64])
    yield _searched(kernel)


def _searched(kernel: Kernel) -> list[object]:
    """Tables of a thousand prints, some alike, what is found by them, and the same from a growing list."""
    count, plan, nothing = 1000, (8, 6, 2), memoryview(b"")
    table = bytearray(_noise(32 * count, 256))
    for row, place in enumerate(hashlib.shake_128(b"apart").digest(150)):
        table[96 * row : 96 * row + 32] = table[:32]
        table[96 * row + place % 32] ^= place
    prints, tags = memoryview(table), memoryview(bytes(2 * count))
    tables = memoryview(bytearray(tables_bytes(Plan(*plan), count)))
    kernel.search_build(prints, plan, tables)
    asked = (nothing, bytes(prints[6400:6432]) + bytes(prints[96:128]), b"", 12, 1000)
    grown = tuple(memoryview(bytearray(size)) for size in (32 * count, 2 * count, 4 << 20, 128 * count))
    for row in range(count):
        kernel.delta_add(
            grown[0], grown[1], grown[2], grown[3], row, bytes(prints[32 * row : 32 * row + 32]), 0
        )
    return [
        hashlib.sha256(tables).hexdigest(),
        kernel.search_near(prints, tags, tables, plan, *asked),
        kernel.delta_near(grown[0], grown[1], grown[2], grown[3], count, *asked),
    ]


def _noise(length: int, levels: int) -> bytes:
    """Bytes that look random and are the same everywhere."""
    spread = bytes(64 + value % levels if levels < 256 else value for value in range(256))
    return hashlib.shake_128(b"agreement").digest(length).translate(spread)
