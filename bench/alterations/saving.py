"""Saved again: other formats, lower qualities, other sizes."""

from io import BytesIO

from PIL import Image

from alterations.chance import Chance, Picture


def save_as(image: Picture, kind: str, quality: int, **more: int) -> Picture:
    """The picture as it is read back from a file of that kind."""
    out = BytesIO()
    image.save(out, kind, quality=quality, **more)
    with Image.open(out) as back:
        return back.convert("RGB")


def jpeg_90(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "JPEG", 90)


def jpeg_70(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "JPEG", 70)


def jpeg_50(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "JPEG", 50)


def jpeg_30(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "JPEG", 30)


def jpeg_10(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "JPEG", 10)


def webp_20_to_60(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "WEBP", chance.whole(20, 60))


def avif_25_to_60(image: Picture, chance: Chance) -> Picture:
    return save_as(image, "AVIF", chance.whole(25, 60), speed=10)


def jpeg_twice(image: Picture, chance: Chance) -> Picture:
    first = save_as(image, "JPEG", chance.whole(40, 80), subsampling=0)
    return save_as(first, chance.one_of(("JPEG", "WEBP")), chance.whole(40, 80))


def gif_colours(image: Picture, chance: Chance) -> Picture:
    return image.quantize(chance.whole(32, 256)).convert("RGB")


def scale(
    image: Picture, wide: float, high: float, how: Image.Resampling = Image.Resampling.LANCZOS
) -> Picture:
    size = max(16, round(image.width * wide)), max(16, round(image.height * high))
    return image.resize(size, how)


def size_25(image: Picture, chance: Chance) -> Picture:
    return scale(image, 0.25, 0.25)


def size_50(image: Picture, chance: Chance) -> Picture:
    return scale(image, 0.5, 0.5)


def size_30_to_90(image: Picture, chance: Chance) -> Picture:
    factor = chance.between(0.3, 0.9)
    return scale(image, factor, factor, chance.one_of((Image.Resampling.BILINEAR, Image.Resampling.BICUBIC)))


def size_50_nearest(image: Picture, chance: Chance) -> Picture:
    return scale(image, 0.5, 0.5, Image.Resampling.NEAREST)


def size_200(image: Picture, chance: Chance) -> Picture:
    return scale(image, 2, 2, Image.Resampling.BICUBIC)


def thumbnail_128(image: Picture, chance: Chance) -> Picture:
    factor = 128 / max(image.size)
    return scale(image, factor, factor)


def stretched_5_to_20(image: Picture, chance: Chance) -> Picture:
    factor = 1 + chance.sign() * chance.between(0.05, 0.2)
    return scale(image, factor, 1) if chance.yes() else scale(image, 1, factor)
