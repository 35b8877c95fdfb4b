"""Turned, tilted, cut: what is left of the picture lies elsewhere."""

from math import cos, radians, sin

from PIL import Image

from alterations.chance import Chance, Picture

Turn = Image.Transpose


def mirror(image: Picture, chance: Chance) -> Picture:
    return image.transpose(Turn.FLIP_LEFT_RIGHT)


def upside_down_mirror(image: Picture, chance: Chance) -> Picture:
    return image.transpose(Turn.FLIP_TOP_BOTTOM)


def quarter_turn(image: Picture, chance: Chance) -> Picture:
    return image.transpose(Turn.ROTATE_270)


def half_turn(image: Picture, chance: Chance) -> Picture:
    return image.transpose(Turn.ROTATE_180)


def three_quarter_turn(image: Picture, chance: Chance) -> Picture:
    return image.transpose(Turn.ROTATE_90)


def mirror_and_turn(image: Picture, chance: Chance) -> Picture:
    return image.transpose(chance.one_of((Turn.TRANSPOSE, Turn.TRANSVERSE)))


def cut(image: Picture, chance: Chance, area: float) -> Picture:
    """A rectangle somewhere, of that share of the area, its aspect 0.75 to 1.33 times the picture's."""
    aspect = chance.between(max(0.75, area), min(1.33, 1 / area))
    wide = min(image.width, round(image.width * (area * aspect) ** 0.5))
    high = min(image.height, round(image.height * (area / aspect) ** 0.5))
    left, top = chance.whole(0, image.width - wide), chance.whole(0, image.height - high)
    return image.crop((left, top, left + wide, top + high))


def crop_90(image: Picture, chance: Chance) -> Picture:
    return cut(image, chance, 0.9)


def crop_80(image: Picture, chance: Chance) -> Picture:
    return cut(image, chance, 0.8)


def crop_70(image: Picture, chance: Chance) -> Picture:
    return cut(image, chance, 0.7)


def crop_60(image: Picture, chance: Chance) -> Picture:
    return cut(image, chance, 0.6)


def crop_50(image: Picture, chance: Chance) -> Picture:
    return cut(image, chance, 0.5)


def crop_40(image: Picture, chance: Chance) -> Picture:
    return cut(image, chance, 0.4)


def tilt(image: Picture, degrees: float, style: str) -> Picture:
    """Rotated: with black corners in the same frame, on a canvas grown to hold all, or cut to what is inside."""
    turned = image.rotate(degrees, Image.Resampling.BICUBIC, expand=style == "grown")
    if style != "inner":
        return turned
    wide, high = inner_size(image.width, image.height, abs(radians(degrees)))
    left, top = (image.width - wide) // 2, (image.height - high) // 2
    return turned.crop((left, top, left + wide, top + high))


def inner_size(width: int, height: int, angle: float) -> tuple[int, int]:
    """The largest rectangle of the same aspect that lies inside a rotated picture."""
    across = width / (width * cos(angle) + height * sin(angle))
    down = height / (width * sin(angle) + height * cos(angle))
    factor = min(across, down)
    return int(width * factor), int(height * factor)


def tilt_2_corners(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 2 * chance.sign(), "corners")


def tilt_2_inner(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 2 * chance.sign(), "inner")


def tilt_5_corners(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 5 * chance.sign(), "corners")


def tilt_5_inner(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 5 * chance.sign(), "inner")


def tilt_5_grown(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 5 * chance.sign(), "grown")


def tilt_10_corners(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 10 * chance.sign(), "corners")


def tilt_10_inner(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 10 * chance.sign(), "inner")


def tilt_10_grown(image: Picture, chance: Chance) -> Picture:
    return tilt(image, 10 * chance.sign(), "grown")


def tilt_any(image: Picture, chance: Chance) -> Picture:
    return tilt(image, chance.between(-10, 10), chance.one_of(("corners", "inner", "grown")))
