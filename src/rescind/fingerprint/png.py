"""Take out of a PNG what is not picture: text, colour profiles, further frames.

Those parts can be made to unpack to a thousand times their size, and nothing in them changes what is
fingerprinted.
"""

import struct
from dataclasses import dataclass

_SIGNATURE_LENGTH = 8
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf"})


@dataclass(frozen=True, slots=True)
class Stripped:
    """A PNG with picture parts only, and what its chunks told."""

    content: bytes
    animated: bool
    deep: bool
    trailing: bool


def strip(content: bytes) -> Stripped:
    """Return the PNG without what is not picture; the same bytes when there was nothing to take out.

    A file that ends inside a chunk keeps its torn end, for the decoder to find.
    """
    kept: list[memoryview] = [memoryview(content)[:_SIGNATURE_LENGTH]]
    seen: set[bytes] = set()
    at = _SIGNATURE_LENGTH
    while at + 8 <= len(content) and b"IEND" not in seen:
        length, name = struct.unpack_from(">I4s", content, at)
        if name in _KEPT:
            kept.append(memoryview(content)[at : at + length + 12])
        seen.add(name)
        at += length + 12
    return Stripped(
        content=content if seen <= _KEPT else b"".join(kept),
        animated=b"acTL" in seen,
        deep=content[24:25] == b"\x10",
        trailing=at < len(content) and b"IEND" in seen,
    )
