"""A video's bytes from wherever they are: a file, memory, or a source that is read piece by piece.

The process that decodes opens nothing itself. It asks for a piece, and this side reads it, so a video on a
server can be looked at without fetching all of it.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from rescind.fingerprint.source import Held, Source
from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.video.unclear import UnclearVideo

_PIECE = 1 << 20


class Digests(NamedTuple):
    """SHA-256 and MD5 of all bytes."""

    sha256: bytes
    md5: bytes


class FileSource:
    """A video in an open file. The file must not change meanwhile; when it is cut, pieces are short."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = os.fstat(file.fileno()).st_size

    def read_at(self, offset: int, length: int) -> bytes:
        """As `Source` promises."""
        self._file.seek(offset)
        read = self._file.read(length)
        while len(read) < length and (more := self._file.read(length - len(read))):
            read += more
        return read


@contextmanager
def opened(video: Path | bytes | Source) -> Iterator[Source]:
    """Lend the bytes of a video. Raises OSError as opening a file does, UnclearVideo EMPTY."""
    if isinstance(video, Path):
        with video.open("rb", buffering=0) as file:
            yield _not_empty(FileSource(file))
    else:
        yield _not_empty(Held(video) if isinstance(video, bytes) else video)


def digests(source: Source) -> Digests:
    """Read all of it, and return its digests: copies that nobody altered are found by these alone."""
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    for offset in range(0, source.size, _PIECE):
        piece = source.read_at(offset, min(_PIECE, source.size - offset))
        sha256.update(piece)
        md5.update(piece)
    return Digests(sha256.digest(), md5.digest())


def _not_empty(source: Source) -> Source:
    if not source.size:
        raise UnclearVideo(Reason.EMPTY)
    return source
