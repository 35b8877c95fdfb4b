"""Open the header of each kind of picture that Pillow decodes, and note what is peculiar about the file.

One fixed class opens each kind; Pillow's guessing is not used, so none of its many other formats can be
reached.
"""

import struct
from collections.abc import Callable
from io import BytesIO

from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile
from PIL.WebPImagePlugin import WebPImageFile

from rescind.fingerprint import limits, png
from rescind.fingerprint.sniff import Kind
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.values import Note

Opened = tuple[ImageFile, set[Note]]

WEBP_BYTES = 16
"""Bytes a pixel of WebP costs: two canvases and a copy of four each, and Pillow's own four."""

_JPEG_END = b"\xff\xd9"
_JPEG_SCAN = b"\xff\xda"
_TIFF_ORIENTATION = 0x0112
_TIFF_BITS = 258


def open_picture(kind: Kind, content: bytes) -> Opened:
    """Return the first picture, its pixels not yet decoded, and what is to be noted about the file.

    Raises Unclear when the header alone shows that it may not be decoded, and whatever Pillow raises.
    """
    return _OPENERS[kind](content)


def _jpeg(content: bytes) -> Opened:
    image = JpegImageFile(BytesIO(content))
    if image.info.get("progressive"):
        _allow_progressive(image, content)
    trailing = not content.endswith(_JPEG_END) and content.rfind(_JPEG_END, image.tile[0].offset) > 0
    return image, {Note.TRAILING_BYTES} if trailing else set()


def _allow_progressive(image: JpegImageFile, content: bytes) -> None:
    """All coefficients of a progressive JPEG are held at once, and each pass walks over all of them."""
    if content.count(_JPEG_SCAN) > limits.MOST_SCANS:
        raise Unclear(Reason.TOO_SLOW)
    parts = [across * down for _, across, down, _ in image.layer]
    limits.allow(image.width, image.height, 2 * sum(parts) / max(parts), already=len(content))


def _png(content: bytes) -> Opened:
    stripped = png.strip(content)
    notes = {
        Note.FIRST_FRAME: stripped.animated,
        Note.FROM_16_BIT: stripped.deep,
        Note.TRAILING_BYTES: stripped.trailing,
    }
    return PngImageFile(BytesIO(stripped.content)), {note for note, true in notes.items() if true}


def _gif(content: bytes) -> Opened:
    image = GifImageFile(BytesIO(content))
    return image, {Note.FIRST_FRAME} if image.is_animated else set()


def _webp(content: bytes) -> Opened:
    """Pillow takes memory for a WebP when it opens it, so its size is read before."""
    if len(content) < 30:
        raise Unclear(Reason.TRUNCATED)
    width, height = _webp_size(content)
    limits.allow(width, height, WEBP_BYTES, already=2 * len(content))
    end = 8 + int.from_bytes(content[4:8], "little")
    if end > len(content):
        raise Unclear(Reason.TRUNCATED)
    notes = {Note.TRAILING_BYTES} if end + 1 < len(content) else set()
    image = WebPImageFile(BytesIO(content))
    return image, notes | ({Note.FIRST_FRAME} if image.is_animated else set())


def _webp_size(content: bytes) -> tuple[int, int]:
    """Return the size a WebP header gives (RFC 9649, sections 2.5 to 2.7)."""
    form = content[12:16]
    if form == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if form == b"VP8L":
        (packed,) = struct.unpack_from("<I", content, 21)
        return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", content, 26)
    return width & 0x3FFF, height & 0x3FFF


def _avif(content: bytes) -> Opened:
    image = AvifImageFile(BytesIO(content))
    return image, {Note.FIRST_FRAME} if image.is_animated else set()


def _tiff(content: bytes) -> Opened:
    """Pillow turns a TIFF upright by itself when it is decoded; only the note is left to do."""
    image = TiffImageFile(BytesIO(content))
    bits = image.tag_v2.get(_TIFF_BITS, ())
    notes = {
        Note.FIRST_PAGE: image.is_animated,
        Note.TURNED_BY_EXIF: image.tag_v2.get(_TIFF_ORIENTATION, 1) in range(2, 9),
        Note.FROM_16_BIT: 16 in (bits if isinstance(bits, tuple) else (bits,)),
    }
    return image, {note for note, true in notes.items() if true}


def _bmp(content: bytes) -> Opened:
    return BmpImageFile(BytesIO(content)), set()


_OPENERS: dict[Kind, Callable[[bytes], Opened]] = {
    Kind.JPEG: _jpeg,
    Kind.PNG: _png,
    Kind.GIF: _gif,
    Kind.WEBP: _webp,
    Kind.AVIF: _avif,
    Kind.TIFF: _tiff,
    Kind.BMP: _bmp,
}
