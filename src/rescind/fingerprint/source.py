"""Where a video's bytes come from, when they are not all there: only those that are needed are asked for."""

from typing import Protocol

from rescind.fingerprint.unclear import FingerprintError


class Enough(FingerprintError):
    """The source gives no further bytes: what may be read of it in all has been read."""


class Source(Protocol):
    """Bytes that are read a piece at a time, from any place. `size` is how many there are."""

    @property
    def size(self) -> int:
        """How many bytes there are in all."""

    def read_at(self, offset: int, length: int) -> bytes:
        """Return so many bytes from there on; fewer only at the end, none behind it.

        Raises Enough, or what stands in the way of reading; either passes through to whoever reads.
        """


class Held:
    """A source whose bytes are all in memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def size(self) -> int:
        """How many bytes there are in all."""
        return len(self._content)

    def read_at(self, offset: int, length: int) -> bytes:
        """Return the bytes there."""
        return self._content[offset : offset + length]
