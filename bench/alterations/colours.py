"""Other colours, blur, noise: every pixel changes, none moves."""

from typing import Any

import numpy
from numpy.typing import NDArray
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from alterations.chance import Chance, Picture

Values = NDArray[numpy.floating[Any]]


def values_of(image: Picture) -> Values:
    return numpy.asarray(image, dtype=numpy.float32) / 255


def picture_of(values: Values) -> Picture:
    return Image.fromarray((values.clip(0, 1) * 255).round().astype(numpy.uint8))


def source_of(chance: Chance) -> numpy.random.Generator:
    return numpy.random.default_rng(chance.whole(0, 2**32))


def brighter(image: Picture, chance: Chance) -> Picture:
    return picture_of(values_of(image) + chance.between(0.1, 0.2))


def darker(image: Picture, chance: Chance) -> Picture:
    return picture_of(values_of(image) - chance.between(0.1, 0.2))


def contrast_less(image: Picture, chance: Chance) -> Picture:
    return ImageEnhance.Contrast(image).enhance(chance.between(0.5, 0.8))


def contrast_more(image: Picture, chance: Chance) -> Picture:
    return ImageEnhance.Contrast(image).enhance(chance.between(1.2, 1.6))


def gamma(image: Picture, chance: Chance) -> Picture:
    return picture_of(
        values_of(image) ** chance.one_of((chance.between(0.5, 0.8), chance.between(1.25, 1.8)))
    )


def grey(image: Picture, chance: Chance) -> Picture:
    return image.convert("L").convert("RGB")


def sepia(image: Picture, chance: Chance) -> Picture:
    return ImageOps.colorize(image.convert("L"), (40, 20, 10), (255, 235, 200), mid=(150, 110, 75))


def warmer(image: Picture, chance: Chance) -> Picture:
    strength = chance.between(0.1, 0.25)
    return picture_of(values_of(image) * numpy.array([1 + strength, 1, 1 - strength], dtype=numpy.float32))


def cooler(image: Picture, chance: Chance) -> Picture:
    strength = chance.between(0.1, 0.25)
    return picture_of(values_of(image) * numpy.array([1 - strength, 1, 1 + strength], dtype=numpy.float32))


def saturation(image: Picture, chance: Chance) -> Picture:
    return ImageEnhance.Color(image).enhance(
        chance.one_of((chance.between(0.2, 0.6), chance.between(1.4, 2.2)))
    )


def hue(image: Picture, chance: Chance) -> Picture:
    bands = numpy.asarray(image.convert("HSV")).copy()
    bands[..., 0] += numpy.uint8(chance.one_of((chance.whole(8, 30), 256 - chance.whole(8, 30))))
    return Image.fromarray(bands, "HSV").convert("RGB")


def vignette(image: Picture, chance: Chance) -> Picture:
    across = numpy.linspace(-1, 1, image.width, dtype=numpy.float32)
    down = numpy.linspace(-1, 1, image.height, dtype=numpy.float32)
    away = (across[None, :] ** 2 + down[:, None] ** 2) / 2
    return picture_of(values_of(image) * (1 - chance.between(0.4, 0.8) * away)[..., None])


def faded_filter(image: Picture, chance: Chance) -> Picture:
    """As picture apps do: blacks lifted, whites lowered, a tint over it."""
    lift, drop = chance.between(0.05, 0.15), chance.between(0.8, 0.95)
    tint = numpy.array(chance.colour(190, 255), dtype=numpy.float32) / 255
    return picture_of((lift + values_of(image) * (drop - lift)) * tint)


def even_out(image: Picture, chance: Chance) -> Picture:
    return ImageOps.autocontrast(image, cutoff=chance.between(0.5, 3))


def blur(image: Picture, chance: Chance) -> Picture:
    return image.filter(ImageFilter.GaussianBlur(max(image.size) * chance.between(0.002, 0.01)))


def blur_box(image: Picture, chance: Chance) -> Picture:
    return image.filter(ImageFilter.BoxBlur(max(image.size) * chance.between(0.002, 0.01)))


def blur_moved(image: Picture, chance: Chance) -> Picture:
    """As when the camera moved: the mean of a few shifted copies."""
    steps = max(2, round(max(image.size) * chance.between(0.004, 0.012)))
    across = chance.yes()
    values = values_of(image)
    shifted = [numpy.roll(values, step, axis=1 if across else 0) for step in range(steps)]
    return picture_of(sum(shifted[1:], shifted[0]) / steps)


def pixelate(image: Picture, chance: Chance) -> Picture:
    across = chance.whole(64, 128)
    small = image.resize((across, max(8, across * image.height // image.width)), Image.Resampling.BOX)
    return small.resize(image.size, Image.Resampling.NEAREST)


def sharpen(image: Picture, chance: Chance) -> Picture:
    return image.filter(ImageFilter.UnsharpMask(chance.between(1, 4), chance.whole(100, 250), 2))


def noise(image: Picture, chance: Chance) -> Picture:
    values = values_of(image)
    grain = source_of(chance).standard_normal(values.shape, dtype=numpy.float32)
    return picture_of(values + grain * chance.between(0.03, 0.12))


def noise_grey(image: Picture, chance: Chance) -> Picture:
    values = values_of(image)
    grain = source_of(chance).standard_normal((*values.shape[:2], 1), dtype=numpy.float32)
    return picture_of(values + grain * chance.between(0.03, 0.12))


def noise_specks(image: Picture, chance: Chance) -> Picture:
    values = values_of(image).copy()
    where = source_of(chance).random(values.shape[:2])
    share = chance.between(0.005, 0.03)
    values[where < share], values[where > 1 - share] = 0, 1
    return picture_of(values)
