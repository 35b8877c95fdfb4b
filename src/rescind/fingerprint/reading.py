"""What the child process does with the bytes of one file: from kind to fingerprint, every failure given a
reason.
"""

import struct
import zlib

from PIL.Image import DecompressionBombError

from rescind import kernel
from rescind.fingerprint import frames, heic, limits, raster
from rescind.fingerprint.as_meta import reference_of
from rescind.fingerprint.picture import Picture, SpendSeconds
from rescind.fingerprint.print_set import print_set
from rescind.fingerprint.sniff import Kind, kind_of
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.upright import upright_turn, upright_turns
from rescind.fingerprint.values import Fingerprint, Note, Panel, Parts, Shown, Wanted

_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What the decoders raise on broken bytes. Anything else ends the process, and is told as DECODER_DIED."""

_TORN = ("truncated", "end of file", "end-of-file", "unexpected end", "not enough", "requires a buffer")


def fingerprint(content: bytes, spend: SpendSeconds, wanted: Wanted) -> Fingerprint:
    """Return the fingerprint of the picture in the bytes. Raises Unclear, always with its reason."""
    try:
        return _read(content, spend, wanted)
    except Unclear:
        raise
    except DecompressionBombError:
        raise Unclear(Reason.TOO_LARGE) from None
    except MemoryError:
        raise Unclear(Reason.TOO_MUCH_MEMORY) from None
    except _BROKEN as broken:
        raise Unclear(_reason(broken)) from None


def _read(content: bytes, spend: SpendSeconds, wanted: Wanted) -> Fingerprint:
    kind = kind_of(content)
    picture = _decode(kind, content, spend)
    turns, quality = _all_turns(picture) if wanted.turns else _upright(picture)
    panels, parts, row = _edited(picture, wanted, spend) if wanted.parts else ((), None, ())
    how = picture.how
    del picture
    theirs = _theirs(kind, content) if wanted.reference else None
    if wanted.most_shown and Note.FIRST_FRAME in how.notes:
        row = _frames(kind, content, spend, wanted.most_shown)
    return Fingerprint(turns, quality, how, theirs, panels, parts, row)


def _edited(
    picture: Picture, wanted: Wanted, spend: SpendSeconds
) -> tuple[tuple[Panel, ...], Parts, tuple[Shown, ...]]:
    """Return what finds edited copies; nothing of it for a picture so large that memory is left for no more than
    the picture itself.
    """
    spend(limits.EDITED_SECONDS)
    try:
        return print_set(picture.pixels, picture.orientation, wanted)
    except MemoryError:
        return (), Parts(), ()


def _frames(kind: Kind, content: bytes, spend: SpendSeconds, most: int) -> tuple[Shown, ...]:
    """Return the frames of an animation as far as they can be had; the first was read, so the file is sound
    enough to have a fingerprint.
    """
    shown = []
    try:
        for one in frames.of(kind, content, spend, most):
            shown.append(Shown(one.at, one.bits, one.quality))  # noqa: PERF401 (those before a fault are kept)
    except (*_BROKEN, Unclear, DecompressionBombError, MemoryError):
        pass
    return tuple(shown)


def _theirs(kind: Kind, content: bytes) -> bytes | None:
    """Return Meta's value; a picture that opens reduced but is too large for that still has its own."""
    try:
        return reference_of(kind, content)
    except MemoryError:
        return None


def _decode(kind: Kind, content: bytes, spend: SpendSeconds) -> Picture:
    return heic.read(content, spend) if kind is Kind.HEIC else raster.read(kind, content, spend)


def _all_turns(picture: Picture) -> tuple[tuple[bytes, ...], int]:
    seen = picture.pixels
    turns, quality = kernel.pdq_turns(
        seen.content, width=seen.width, height=seen.height, channels=seen.channels
    )
    return upright_turns(turns, picture.orientation), quality


def _upright(picture: Picture) -> tuple[tuple[bytes, ...], int]:
    seen, turn = picture.pixels, upright_turn(picture.orientation)
    bits, quality = kernel.pdq(
        seen.content, width=seen.width, height=seen.height, channels=seen.channels, turn=turn
    )
    return (bits,), quality


def _reason(broken: Exception) -> Reason:
    said = str(broken).lower()
    if "memory" in said:
        return Reason.TOO_MUCH_MEMORY
    torn = isinstance(broken, EOFError) or any(word in said for word in _TORN)
    return Reason.TRUNCATED if torn else Reason.CORRUPT
