"""From a decoded picture to the bytes that are hashed: what a person would see, on white paper.

Work goes in bands of rows, so that a large picture is never held in memory a third time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image

from rescind.fingerprint.unclear import Reason, Unclear

_BAND_BYTES = 4 << 20
_SIXTEEN_BIT = ("I;16", "I;16L", "I;16B", "I;16N")
_LUMA = ("L", "1")
_WIDE = ("I", "F")
_COLOURS = ("RGB", "RGBX", "RGBA", "RGBa", "LA", "La", "P", "PA", "CMYK", "YCbCr", "HSV")


@dataclass(frozen=True, slots=True)
class Pixels:
    """Bytes row by row: one luma byte a pixel when `channels` is 1, red, green and blue when it is 3.

    `owner` is whatever must live as long as the bytes do.
    """

    content: bytes | bytearray | memoryview
    width: int
    height: int
    channels: int
    owner: object = None


def of(image: Image.Image) -> Pixels:
    """Return the pixels of a loaded picture.

    Raises Unclear UNSUPPORTED_FORMAT for ways of writing colour that no web picture uses (such as Lab).
    """
    if has_alpha(image) or image.mode in _COLOURS:
        return Pixels(colours(image, _on_white), image.width, image.height, 3)
    return Pixels(_luma(image), image.width, image.height, 1)


def has_alpha(image: Image.Image) -> bool:
    """Whether some of the picture may be see-through."""
    return image.mode in ("RGBA", "RGBa", "LA", "La", "PA") or "transparency" in image.info


def _luma(image: Image.Image) -> bytes:
    if image.mode in _LUMA:
        return (image if image.mode == "L" else image.convert("L")).tobytes()
    if image.mode in _SIXTEEN_BIT:
        return _high_bytes(image)
    if image.mode in _WIDE:
        return _stretched(image).tobytes()
    raise Unclear(Reason.UNSUPPORTED_FORMAT)


def _high_bytes(image: Image.Image) -> bytes:
    """Return the upper byte of each 16-bit grey; Pillow's own conversion would cut all above 255 off."""
    first = 0 if image.mode == "I;16B" else 1
    return image.tobytes()[first::2]


def _stretched(image: Image.Image) -> Image.Image:
    """Return 32-bit grey or decimals as 8-bit grey, the darkest black and the brightest white."""
    low, high = image.getextrema()
    assert isinstance(low, (int, float))
    assert isinstance(high, (int, float))
    scale = 255 / (high - low) if high > low else 0.0
    return image.point(lambda value: value * scale - low * scale).convert("L")


def colours(image: Image.Image, as_rgb: Callable[[Image.Image], Image.Image]) -> bytearray:
    """Return red, green and blue of the whole picture; `as_rgb` is asked for a band of rows at a time."""
    flat = bytearray(image.width * image.height * 3)
    at = 0
    for band in _bands(image):
        piece = as_rgb(band).tobytes()
        flat[at : at + len(piece)] = piece
        at += len(piece)
    return flat


def _bands(image: Image.Image) -> Iterator[Image.Image]:
    rows = max(1, _BAND_BYTES // (image.width * 4))
    if rows >= image.height:
        yield image
        return
    for top in range(0, image.height, rows):
        yield image.crop((0, top, image.width, min(top + rows, image.height)))


def _on_white(piece: Image.Image) -> Image.Image:
    """Return the piece in red, green and blue; colours hidden where it is see-through do not count."""
    if not has_alpha(piece):
        return piece if piece.mode == "RGB" else piece.convert("RGB")
    seen = piece.convert("RGBA")
    white = Image.new("RGB", piece.size, (255, 255, 255))
    white.paste(seen, mask=seen.getchannel("A"))
    return white
