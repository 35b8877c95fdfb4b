"""Tell the kind of a file from its first bytes; its name and what a server calls it mean nothing."""

from enum import StrEnum

from rescind.fingerprint.unclear import Reason, Unclear


class Kind(StrEnum):
    """The kinds of picture that are opened. The values are Pillow's names, but for HEIC."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WEBP"
    AVIF = "AVIF"
    HEIC = "HEIC"
    TIFF = "TIFF"
    BMP = "BMP"


_STARTS = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
    (b"BM", Kind.BMP),
)

_PICTURES_NOT_OPENED = (
    b"\0\0\0\x0cJXL ",
    b"\xff\x0a",
    b"\0\0\0\x0cjP  ",
    b"8BPS",
    b"\0\0\1\0",
    b"II+\0",
    b"MM\0+",
    b"\x76\x2f\x31\x01",
)

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}


def kind_of(content: bytes) -> Kind:
    """Return the kind of picture the bytes claim to be.

    Raises Unclear: EMPTY, UNSUPPORTED_FORMAT for kinds of picture that are known and not opened,
    NOT_A_PICTURE.
    """
    if not content:
        raise Unclear(Reason.EMPTY)
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return Kind.WEBP
    if content[4:8] == b"ftyp":
        return _kind_of_brands(content)
    known = content.startswith(_PICTURES_NOT_OPENED) or _is_svg(content)
    raise Unclear(Reason.UNSUPPORTED_FORMAT if known else Reason.NOT_A_PICTURE)


def _kind_of_brands(content: bytes) -> Kind:
    length = min(int.from_bytes(content[:4], "big"), 256)
    brands = {content[8:12], *(content[at : at + 4] for at in range(16, length, 4))}
    if brands & _AVIF_BRANDS:
        return Kind.AVIF
    if brands & _HEIF_BRANDS:
        return Kind.HEIC
    raise Unclear(Reason.NOT_A_PICTURE)


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:1024].lower()
