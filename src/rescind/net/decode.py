"""Undo what an answer was packed with, never making more bytes than allowed: a small answer can unpack to
gigabytes.
"""

import zlib
from collections.abc import Iterable, Iterator

from rescind.net.reasons import NotFetched, Reason

ACCEPT_ENCODING = "gzip, identity;q=0.5"
_STEP = 64 * 1024
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


def unpacked(chunks: Iterable[bytes], encoding: str, *, most: int) -> Iterator[bytes]:
    """Yield the answer's own bytes, at most `most` of them.

    `encoding` is the Content-Encoding header. Raises NotFetched: TOO_LARGE beyond `most`, BROKEN for a
    damaged or unfinished stream and for any packing that was not asked for (brotli, zstd, several in a row).
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _counted(chunks, most)
    if name in ("gzip", "x-gzip", "deflate"):
        return _counted(_inflated(chunks), most)
    raise NotFetched(Reason.BROKEN)


def _counted(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Pass the chunks on until they are more than `most` bytes together."""
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > most:
            raise NotFetched(Reason.TOO_LARGE)
        yield chunk


def _inflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the unpacked bytes in small steps, so that the one who counts can stop between them."""
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    for chunk in chunks:
        rest = chunk
        while rest and not unpacker.eof:
            yield _step(unpacker, rest)
            rest = unpacker.unconsumed_tail
    yield from _ending(unpacker)


def _ending(unpacker: "zlib._Decompress") -> Iterator[bytes]:
    """Yield what the unpacker still holds, and insist that the stream was whole."""
    while not unpacker.eof:
        step = _step(unpacker, b"")
        if not step:
            raise NotFetched(Reason.BROKEN)
        yield step


def _step(unpacker: "zlib._Decompress", packed: bytes) -> bytes:
    """Unpack at most one step."""
    try:
        return unpacker.decompress(packed, _STEP)
    except zlib.error:
        raise NotFetched(Reason.BROKEN) from None
