"""What an answer is: read from its first bytes where they tell, else from what the site says; and what is
wanted.
"""

import re
from dataclasses import dataclass

FIRST_BYTES = 1024
HTML = "text/html"
SVG = "image/svg+xml"
PLAYLIST = "application/vnd.apple.mpegurl"
UNKNOWN = "application/octet-stream"

_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xff\x0a", "image/jxl"),
    (b"\x00\x00\x00\x0cJXL ", "image/jxl"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"FLV\x01", "video/x-flv"),
    (b"OggS", "video/ogg"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"#EXTM3U", PLAYLIST),
)
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"heim": "image/heic",
    b"heis": "image/heic",
    b"hevc": "image/heic",
    b"hevx": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
}
_BOXES = (b"moov", b"wide", b"moof", b"styp", b"sidx", b"free", b"skip")
_PACKET = 188
_SYNC = 0x47
# Atomic and possessive, so that no arrangement of comments makes the search long.
_LEAD = rb"\A(?>(?><\?xml[^>]*\?>)|(?><!--.*?-->)|(?><!DOCTYPE svg[^>]*>)|\s+)*+"
_SVG_START = re.compile(_LEAD + rb"<(?:svg:)?svg[\s>]", re.IGNORECASE | re.DOTALL)
_HTML_START = re.compile(
    _LEAD + rb"<(?:!doctype html|html|head|body|title|script|meta|div|p|a|h1|br|table|style)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Kinds:
    """What the caller can use: the Accept header, the most bytes of it, and how its media types begin."""

    accept: str
    most_bytes: int
    begins: tuple[str, ...]

    def take(self, media_type: str) -> bool:
        """Return whether an answer of this media type is of use."""
        return media_type.startswith(self.begins)

    def up_to(self, most_bytes: int) -> "Kinds":
        """Return the same kinds, with fewer bytes of them."""
        return Kinds(self.accept, min(self.most_bytes, most_bytes), self.begins)


MEGABYTE = 1024 * 1024
_PAGE_TYPES = (HTML, "application/xhtml+xml")
PAGES = Kinds("text/html,application/xhtml+xml;q=0.9", 8 * MEGABYTE, _PAGE_TYPES)
PICTURES = Kinds("image/*", 64 * MEGABYTE, ("image/",))
VIDEOS = Kinds("video/*,application/vnd.apple.mpegurl,*/*;q=0.5", 64 * MEGABYTE, ("video/", PLAYLIST))
EITHER = Kinds("text/html,image/*;q=0.9", 64 * MEGABYTE, (*_PAGE_TYPES, "image/"))


def media_type(declared: str, first: bytes) -> str:
    """Return what the answer is, in lower case and without parameters.

    The first bytes win when they are those of a picture, a video, a document or a page: servers call pictures
    `application/octet-stream`, and error pages `image/jpeg`. Else the site's own word stands.
    """
    said = declared.partition(";")[0].strip().lower()
    seen = sniff(first)
    if seen == HTML and said in _PAGE_TYPES:
        return said
    return seen or said or UNKNOWN


def sniff(first: bytes) -> str:
    """Return the media type the first bytes show, or an empty string when they show none."""
    head = first.removeprefix(b"\xef\xbb\xbf")
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    return _container(head) or _text(head)


def _container(head: bytes) -> str:
    """Return the media type of a RIFF, ISO, transport stream or bitmap file, told by more than its first bytes."""
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[4:8] == b"mdat" or (head[:1] == b"\0" and head[4:8] in _BOXES):
        return "video/mp4"
    if len(head) > 2 * _PACKET and {head[0], head[_PACKET], head[2 * _PACKET]} == {_SYNC}:
        return "video/mp2t"
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0":
        return "image/bmp"
    return ""


def _text(head: bytes) -> str:
    """Return the media type of a drawing or a page, told by how its text starts."""
    if _SVG_START.match(head):
        return SVG
    return HTML if _HTML_START.match(head) else ""
