"""Files made to hurt whoever opens them, built here so that none has to be kept."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from tests.fingerprint.sampled import image

SIDE = 60_000


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int, height: int, *before: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(4096))
    end = chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(before) + end


def png_with(*extra: bytes) -> bytes:
    """A good PNG with chunks put before its pixels."""
    good = image("rgb.png")
    return good[:33] + b"".join(extra) + good[33:]


def text_bomb(megabytes: int) -> bytes:
    return chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(megabytes << 20), 9))


def profile_bomb(megabytes: int) -> bytes:
    return chunk(b"iCCP", b"k\0\0" + zlib.compress(bytes(megabytes << 20), 9))


def gif(width: int, height: int, frames: int) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x4c\x01\0"
    return head + frame * frames + b";"


def bmp(width: int, height: int, *, packed: bool = False) -> bytes:
    body = b"\xff\0" * 64 if packed else b""
    depth, method = (8, 1) if packed else (24, 0)
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, depth, method, 0, 0, 0, 2, 0)
    return b"BM" + struct.pack("<IHHI", 62 + len(body), 0, 0, 62) + head + bytes(8) + body


def tiff(width: int, height: int, compression: int = 1) -> bytes:
    tags = [
        (256, width),
        (257, height),
        (258, 8),
        (259, compression),
        (262, 1),
        (273, 8),
        (277, 1),
        (278, height),
        (279, 16),
    ]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<I", 24) + bytes(16) + struct.pack("<H", len(tags)) + entries + bytes(4)


def tiff_of_pages(count: int) -> bytes:
    """Pages that follow each other for ever: the last points to the first."""
    page = struct.pack("<HHHII", 1, 256, 4, 1, 1)
    pages = [page + struct.pack("<I", 8 + (number + 1) % count * 18) for number in range(count)]
    return b"II*\0" + struct.pack("<I", 8) + b"".join(pages)


def webp(width: int, height: int, frames: int = 0) -> bytes:
    """A WebP that claims a canvas; `frames` copies of a small frame follow."""
    out = BytesIO()
    Image.new("RGB", (16, 16), "grey").save(out, "WEBP", lossless=True)
    still = out.getvalue()[12:]
    flags = b"\x02\0\0\0" if frames else b"\0\0\0\0"
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = _riff(b"VP8X", flags + size)
    if frames:
        frame = bytes(6) + (15).to_bytes(3, "little") * 2 + bytes(4) + still
        body += _riff(b"ANIM", bytes(6)) + _riff(b"ANMF", frame) * frames
    else:
        body += still
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def _riff(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def jpeg_claiming(width: int, height: int, name: str = "base-cat.jpg") -> bytes:
    """A sample JPEG whose header claims another size."""
    content = bytearray(image(name))
    start = 2
    while content[start + 1] not in (0xC0, 0xC2):
        start += 2 + int.from_bytes(content[start + 2 : start + 4], "big")
    struct.pack_into(">HH", content, start + 5, height, width)
    return bytes(content)


def jpeg_of_scans(count: int) -> bytes:
    """A progressive JPEG whose last pass is repeated over and over."""
    content = image("progressive.jpg")
    last = content.rfind(b"\xff\xda")
    return content[:-2] + content[last:-2] * count + content[-2:]


def jpeg_of_segments(megabytes: int) -> bytes:
    content = image("base-cat.jpg")
    return content[:2] + b"\xff\xe5\0\2" * (megabytes << 18) + content[2:]


def heif_claiming(name: str, width: int, height: int) -> bytes:
    """A sample HEIC or AVIF whose every size property claims another size."""
    content, at = bytearray(image(name)), 0
    while (at := content.find(b"ispe", at)) >= 0:
        struct.pack_into(">II", content, at + 8, width, height)
        at += 4
    return bytes(content)


LARGE = {
    "png": png(SIDE, SIDE),
    "gif": gif(SIDE, SIDE, 1),
    "gif with a larger frame": gif(300, 200, 1)[:19]
    + b","
    + struct.pack("<HHHHB", 0, 0, SIDE, SIDE, 0)
    + b"\x02;",
    "bmp": bmp(SIDE, SIDE),
    "tiff": tiff(SIDE, SIDE),
    "webp": webp(16_000, 16_000),
    "animated webp": webp(16_000, 16_000, 40),
    "jpeg": jpeg_claiming(65_000, 65_000),
    "progressive jpeg": jpeg_claiming(16_000, 12_000, "progressive.jpg"),
    "heic": heif_claiming("plain.heic", SIDE, SIDE),
    "avif": heif_claiming("plain.avif", 16_000, 16_000),
}
"""Few bytes that claim more pixels than anybody's picture has."""

TIRING = {
    "png text": png_with(*[text_bomb(40)] * 4),
    "png profile": png_with(profile_bomb(80)),
    "png of many chunks": png_with(chunk(b"teXt", b"") * 100_000),
    "gif of many frames": gif(300, 200, 20_000),
    "animated webp": webp(1000, 1000, 3000),
    "jpeg of many scans": jpeg_of_scans(5000),
    "jpeg of many segments": jpeg_of_segments(40),
    "tiff going in circles": tiff_of_pages(2000),
    "packed bmp": bmp(4000, 4000, packed=True),
    "packed tiff": tiff(6000, 5000, compression=5),
    "deflated tiff": tiff(6000, 5000, compression=8),
    "jpeg claiming 100 megapixels": jpeg_claiming(10_000, 10_000),
    "large file of nothing": bytes(60 << 20),
    "longer than is looked at": b"\xff\xd8\xff" + bytes(65 << 20),
}
"""Files that cost far more to open than they seem to."""
