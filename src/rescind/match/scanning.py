"""An index that looks at every entry: no structure to get wrong, and fast enough for a person's own pictures."""

from rescind import kernel
from rescind.match.index import IdTaken, Near, NotAFingerprint

_ROW = 32


class ScanIndex:
    """Keeps the promise of `rescind.match.Index` in one table of 32 bytes a row, which grows by doubling."""

    def __init__(self) -> None:
        self._table = bytearray()
        self._ids: list[int] = []
        self._rows: dict[int, int] = {}

    def add(self, id: int, bits: bytes) -> None:  # noqa: A002
        """Enter a fingerprint of 32 bytes. Raises IdTaken, NotAFingerprint."""
        if id in self._rows:
            raise IdTaken
        self._table += _checked(bits)
        self._rows[id] = len(self._ids)
        self._ids.append(id)

    def discard(self, id: int) -> None:  # noqa: A002
        """Take an entry out, filling its row with the last; nothing happens when it is not there."""
        row = self._rows.pop(id, None)
        if row is None:
            return
        last, moved = self._table[-_ROW:], self._ids.pop()
        del self._table[-_ROW:]
        if moved != id:
            self._table[row * _ROW : (row + 1) * _ROW] = last
            self._ids[row] = moved
            self._rows[moved] = row

    def near(self, bits: bytes, within: int) -> list[Near]:
        """Return every entry at most `within` bits away, sorted by distance, then id. Raises NotAFingerprint."""
        found = kernel.scan(self._table, _checked(bits), within)
        return sorted(Near(distance, self._ids[row]) for row, distance in found)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._ids)


def _checked(bits: bytes) -> bytes:
    if len(bits) != _ROW:
        raise NotAFingerprint
    return bits
