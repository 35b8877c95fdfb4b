"""New prints that are in no base yet: a list in memory that is searched as exactly as a base and takes one more
at once.

Every print hangs in sixteen chains, one for each sixteen bits of it, so that a query follows a few short
chains. The buffers belong to Python; they double when they are full.
"""

from collections.abc import Sequence

from rescind.kernel import border
from rescind.kernel.chosen import kernel
from rescind.kernel.search import Found, Within, gone_marks, reach

CHAINS = 16
HEADS = CHAINS << 16  # u32 each: the newest row of a chain, plus one
NODE = 8 * CHAINS  # bytes a row: for each chain u32 the row before it, plus one, u16 its mark, two of zero
FIRST_ROOM = 1024
MOST = (1 << 31) - 1


class Delta:
    """A growing list of prints with tags. Rows are numbered from 0 in the order they came. Not for two
    threads at once.
    """

    def __init__(self) -> None:
        self.count = 0
        self._prints = bytearray(FIRST_ROOM * border.ROW)
        self._tags = bytearray(FIRST_ROOM * 2)
        self._nodes = bytearray(FIRST_ROOM * NODE)
        self._heads = bytearray(HEADS * 4)

    def __len__(self) -> int:
        return self.count

    def add(self, bits: object, tag: int) -> int:
        """Add a print of 32 bytes and return its row; the next query finds it.

        Raises ValueError when the print is not 32 bytes, the tag is not 0 to 65535, or 2**31 - 1 rows are in.
        """
        fingerprint = border.fingerprint(bits, "bits")
        if not 0 <= tag < 1 << 16:
            raise ValueError("a tag must be 0 to 65535")
        if self.count == len(self._tags) // 2:
            self._grow()
        kernel.delta_add(*self._buffers(), self.count, fingerprint, tag)
        self.count += 1
        return self.count - 1

    def add_many(self, prints: object, tags: object) -> int:
        """Add prints of 32 bytes each with their tags, u16 little-endian each, and return the row of the first.

        Raises ValueError when there is not one tag for each print, or they would be more than 2**31 - 1 rows.
        """
        rows, marks = border.rows(prints), border.plain_bytes(tags, "tags")
        first, count = self.count, rows.nbytes // border.ROW
        if marks.nbytes != 2 * count:
            raise ValueError("tags must hold two bytes for every print")
        while self.count + count > len(self._tags) // 2:
            self._grow()
        kernel.delta_add_many(*self._buffers(), self.count, rows, marks)
        self.count += count
        return first

    def bits(self, row: int) -> bytes:
        """The print of a row. Raises IndexError when there is no such row."""
        self._check(row)
        return bytes(self._prints[row * border.ROW : (row + 1) * border.ROW])

    def tag(self, row: int) -> int:
        """The tag of a row. Raises IndexError when there is no such row."""
        self._check(row)
        return int.from_bytes(self._tags[row * 2 : row * 2 + 2], "little")

    def near(self, query: object, within: Within, *, at_most: int, gone: object = b"") -> Found:
        """As `rescind.kernel.near`, among the rows of this list."""
        return self.near_many([query], within, at_most=at_most, gone=gone)[0]

    def near_many(
        self, queries: Sequence[object], within: Within, *, at_most: int, gone: object = b""
    ) -> list[Found]:
        """As `rescind.kernel.near_many`, among the rows of this list."""
        asked = b"".join([border.fingerprint(query, "query") for query in queries])
        pairs, farthest = reach(within)
        marks = gone_marks(gone, self.count)
        limit = border.most(at_most)
        answers = kernel.delta_near(*self._buffers(), self.count, marks, asked, pairs, farthest, limit)
        return [Found(hits, more) for hits, more in answers]

    def _check(self, row: int) -> None:
        if not 0 <= row < self.count:
            raise IndexError("there is no such row")

    def _buffers(self) -> tuple[memoryview, memoryview, memoryview, memoryview]:
        return (
            memoryview(self._prints),
            memoryview(self._tags),
            memoryview(self._heads),
            memoryview(self._nodes),
        )

    def _grow(self) -> None:
        if len(self._tags) // 2 >= MOST:
            raise ValueError("the list is full")
        # The tags say how much room there is: last, so that there is no less should this be interrupted.
        for buffer in (self._prints, self._nodes, self._tags):
            buffer.extend(bytes(len(buffer)))
