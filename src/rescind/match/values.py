"""What goes into an index and what comes out of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rescind.match.errors import NotAFingerprint, NotAnEntry

Within = int | Mapping[int, int]
"""Bits, 0 to 256: one distance for all, or one for each tag. Entries with a tag that is not named are not asked for."""

PRINT_BYTES = 32
MOST_ID = (1 << 64) - 1
MOST_TAG = (1 << 16) - 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A fingerprint of 32 bytes by its id (64 bits), with a small number (16 bits) that says what it belongs to."""

    id: int
    bits: bytes
    tag: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """An entry near the one asked for, and by how many bits it differs. Sorts by distance, then id."""

    distance: int
    id: int
    tag: int = 0


@dataclass(frozen=True, slots=True)
class Nearby:
    """What is near, nearest first. With `more` there is more than was asked for: then `found` are as many as were asked
    for, not always the nearest. Without it nothing is missing.
    """

    found: tuple[Near, ...]
    more: bool = False

    def __iter__(self) -> Iterator[Near]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def checked(id_: int, bits: bytes, tag: int) -> None:
    """Raise NotAFingerprint or NotAnEntry unless an index can hold this."""
    if len(bits) != PRINT_BYTES:
        raise NotAFingerprint
    if not 0 <= id_ <= MOST_ID or not 0 <= tag <= MOST_TAG:
        raise NotAnEntry


def nearest(found: list[Near], at_most: int | None, *, more: bool = False) -> Nearby:
    """Sort what was found and cut it to what was asked for."""
    found.sort()
    if at_most is None or len(found) <= at_most:
        return Nearby(tuple(found), more)
    return Nearby(tuple(found[:at_most]), more=True)
