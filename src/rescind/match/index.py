"""What an index of fingerprints promises, whoever keeps it and however it looks for them."""

from dataclasses import dataclass
from typing import Protocol


class MatchError(Exception):
    """The base of everything this room raises."""


class IdTaken(MatchError):
    """A fingerprint with this id is in the index already."""


class NotAFingerprint(MatchError):
    """What was given as a fingerprint is not 32 bytes."""


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """An entry near the one asked for, and by how many bits it differs. Sorts by distance, then id."""

    distance: int
    id: int


class Index(Protocol):
    """Fingerprints by id. Exact: what lies within the distance is found, all of it, and nothing else.

    An entry is found by the very next question; there is no step of rebuilding. Not for two threads at once.
    """

    def add(self, id: int, bits: bytes) -> None:  # noqa: A002
        """Enter a fingerprint of 32 bytes. Raises IdTaken, NotAFingerprint."""

    def discard(self, id: int) -> None:  # noqa: A002
        """Take an entry out; nothing happens when it is not there."""

    def near(self, bits: bytes, within: int) -> list[Near]:
        """Return every entry at most `within` bits (0 or more) from the fingerprint, sorted by distance, then
        id.

        Raises NotAFingerprint.
        """

    def __len__(self) -> int:
        """Return how many entries there are."""
