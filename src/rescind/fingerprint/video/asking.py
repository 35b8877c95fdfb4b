"""The file as the decoding process sees it: pieces that it asks for through one pipe and gets through another."""

import io
import os
from collections.abc import Callable
from typing import BinaryIO

from rescind.fingerprint.video import wire

Tell = Callable[[wire.Message], None]


def teller(pipe: int) -> Tell:
    """Return what sends messages through a pipe."""

    def tell(message: wire.Message) -> None:
        rest = memoryview(wire.message_bytes(message))
        while rest:
            rest = rest[os.write(pipe, rest) :]

    return tell


class AskedFile:
    """A file that can be read and moved in, as PyAV wants one.

    Once the other side gives no more, it is at its end wherever one reads, and `cut` is true.
    """

    def __init__(self, tell: Tell, pieces: BinaryIO, size: int) -> None:
        self._tell = tell
        self._pieces = pieces
        self._at = 0
        self.size = size
        self.cut = False

    def read(self, length: int) -> bytes:
        """Return so many bytes, fewer at the end."""
        length = min(length, self.size - self._at, wire.LONGEST_PIECE)
        if self.cut or length <= 0:
            return b""
        self._tell(wire.Needed(self._at, length))
        (given,) = wire.ANSWER.unpack(self._pieces.read(wire.ANSWER.size))
        if given == wire.NO_MORE:
            self.cut = True
            return b""
        piece = self._pieces.read(given)
        self._at += len(piece)
        return piece

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move, and return where it is now. Places before the start or behind the end are refused."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if not 0 <= start + offset <= self.size:
            raise OSError
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        """Return where it is."""
        return self._at
