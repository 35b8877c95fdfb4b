"""Tell from its first bytes whether a file is a video, and of which kind."""

from typing import Final

FIRST_BYTES: Final = 400
"""How many first bytes tell."""

_STARTS: Final = (
    (b"\x1aE\xdf\xa3", "matroska"),
    (b"FLV\x01", "flv"),
    (b"0&\xb2u\x8ef\xcf\x11", "asf"),
    (b"OggS", "ogg"),
    (b"\0\0\1\xba", "mpeg"),
    (b"\0\0\1\xb3", "mpegvideo"),
)
_MOVIE_BOXES: Final = frozenset(
    (b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"moof", b"styp", b"sidx")
)
_PICTURE_BRANDS: Final = frozenset(
    (
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"hevc",
        b"hevx",
        b"mif1",
        b"msf1",
        b"avif",
        b"avis",
        b"crx ",
        b"jpx ",
    )
)
_PACKETS: Final = ((0, 188), (4, 192), (0, 204))
"""Where the first packet of a transport stream starts, and how long each is."""


def format_of(first: bytes) -> str | None:
    """Return the kind of video file that starts with these bytes, by FFmpeg's name, or None."""
    for start, name in _STARTS:
        if first.startswith(start):
            return name
    if first.startswith(b"RIFF") and first[8:12] == b"AVI ":
        return "avi"
    if _is_movie(first):
        return "mov"
    return "mpegts" if _is_transport_stream(first) else None


def is_video(first: bytes) -> bool:
    """Whether a file that starts with these bytes (`FIRST_BYTES` of them, or all) is a video, or sound alone."""
    return format_of(first) is not None


def _is_movie(first: bytes) -> bool:
    box = first[4:8]
    return first[8:12] not in _PICTURE_BRANDS if box == b"ftyp" else box in _MOVIE_BOXES


def _is_transport_stream(first: bytes) -> bool:
    return any(first[at::step][:2] == b"GG" and first[at : at + 1] == b"G" for at, step in _PACKETS)
