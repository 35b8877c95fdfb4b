"""An index that looks at every entry and keeps nothing: no structure to get wrong. It defines what `Index` must
answer, and is fast enough for a person's own pictures.
"""

from collections.abc import Iterator, Sequence

from rescind import kernel
from rescind.match.columns import columns_of, numbers_of
from rescind.match.errors import IdTaken
from rescind.match.values import Entry, Near, Nearby, Within, checked, nearest

_ROW = 32


class ScanIndex:
    """Keeps the promise of `rescind.match.Index` for one process's lifetime, in one table of 32 bytes a row."""

    def __init__(self) -> None:
        self._table = bytearray()
        self._ids: list[int] = []
        self._tags: list[int] = []
        self._rows: dict[int, int] = {}

    def add(self, id: int, bits: bytes, tag: int = 0) -> None:  # noqa: A002
        """Enter a fingerprint of 32 bytes. Raises IdTaken, NotAFingerprint, NotAnEntry."""
        checked(id, bits, tag)
        if id in self._rows:
            raise IdTaken
        self._table += bits
        self._rows[id] = len(self._ids)
        self._ids.append(id)
        self._tags.append(tag)

    def add_many(self, ids: Sequence[int], prints: object, tags: int | Sequence[int] = 0) -> None:
        """Enter many, all or none, as `Index.add_many` does."""
        columns = columns_of(ids, prints, tags)
        if any(id_ in self._rows for id_ in columns.ids.tolist()):
            raise IdTaken
        for id_, bits, tag in zip(
            columns.ids.tolist(), columns.prints.tolist(), columns.tags.tolist(), strict=True
        ):
            self.add(id_, bits, tag)

    def discard(self, id: int) -> None:  # noqa: A002
        """Take an entry out, filling its row with the last; nothing happens when it is not there."""
        row = self._rows.pop(id, None)
        if row is None:
            return
        last, moved, tag = self._table[-_ROW:], self._ids.pop(), self._tags.pop()
        del self._table[-_ROW:]
        if moved != id:
            self._table[row * _ROW : (row + 1) * _ROW] = last
            self._ids[row], self._tags[row] = moved, tag
            self._rows[moved] = row

    def discard_many(self, ids: Sequence[int]) -> None:
        """Take many out, all or none; nothing happens for those that are not there. Raises NotAnEntry."""
        for id_ in numbers_of(ids).tolist():
            self.discard(id_)

    def near(self, bits: bytes, within: Within, *, at_most: int | None = None) -> Nearby:
        """Return every entry at most `within` bits away, nearest first. Raises NotAFingerprint."""
        checked(0, bits, 0)
        allowed = {} if isinstance(within, int) else within
        farthest = within if isinstance(within, int) else max(within.values(), default=-1)
        hits = kernel.scan(self._table, bits, farthest) if farthest >= 0 else []
        found = [
            Near(distance, self._ids[row], self._tags[row])
            for row, distance in hits
            if distance <= allowed.get(self._tags[row], farthest if isinstance(within, int) else -1)
        ]
        return nearest(found, at_most)

    def near_many(
        self, prints: Sequence[bytes], within: Within, *, at_most: int | None = None
    ) -> list[Nearby]:
        """Return what `near` says of each."""
        return [self.near(bits, within, at_most=at_most) for bits in prints]

    def get(self, id: int) -> Entry | None:  # noqa: A002
        """Return an entry, None when it is not there."""
        row = self._rows.get(id)
        if row is None:
            return None
        return Entry(id, bytes(self._table[row * _ROW : (row + 1) * _ROW]), self._tags[row])

    def entries(self) -> Iterator[Entry]:
        """Return every entry there is at this moment, by ascending id."""
        return iter([entry for id_ in sorted(self._rows) if (entry := self.get(id_))])

    def __contains__(self, id: int) -> bool:  # noqa: A002
        return id in self._rows

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._ids)
