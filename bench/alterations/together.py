"""The picture among others: collages."""

from PIL import Image

from alterations.chance import Chance, Picture, cover
from alterations.frames import BLACK, WHITE

Cell = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of the sheet."""


def lay_out(image: Picture, chance: Chance, cells: list[Cell], gap: float) -> Picture:
    """A sheet with a picture in every cell, cut from the middle to fill it; ours is in a random one."""
    height = chance.whole(900, 1300)
    width = round(height * chance.one_of((1.0, 4 / 5, 3 / 4, 4 / 3)))
    sheet = Image.new("RGB", (width, height), chance.one_of((WHITE, BLACK, chance.colour())))
    ours = chance.whole(0, len(cells) - 1)
    edge = gap * width / 2
    for number, (left, top, right, bottom) in enumerate(cells):
        x, y = round(left * width + edge), round(top * height + edge)
        wide, high = round(right * width - edge) - x, round(bottom * height - edge) - y
        sheet.paste(cover(image if number == ours else chance.other(), wide, high), (x, y))
    return sheet


def quarters(x: float, y: float) -> list[Cell]:
    return [(0, 0, x, y), (x, 0, 1, y), (0, y, x, 1), (x, y, 1, 1)]


def collage_gaps(image: Picture, chance: Chance) -> Picture:
    return lay_out(image, chance, quarters(0.5, 0.5), chance.between(0.01, 0.05))


def collage_close(image: Picture, chance: Chance) -> Picture:
    return lay_out(image, chance, quarters(0.5, 0.5), 0)


def collage_uneven(image: Picture, chance: Chance) -> Picture:
    cells = quarters(chance.between(0.42, 0.58), chance.between(0.42, 0.58))
    return lay_out(image, chance, cells, chance.between(0, 0.03))


def collage_rows(image: Picture, chance: Chance) -> Picture:
    """Four strips, one below the other or side by side."""
    steps = [(number / 4, (number + 1) / 4) for number in range(4)]
    cells: list[Cell] = [(0, low, 1, high) for low, high in steps]
    return lay_out(image, chance, cells, chance.between(0, 0.03))


def side_by_side(image: Picture, chance: Chance) -> Picture:
    """Ours and another, at the same height, neither cut: before and after."""
    other = chance.other()
    beside = other.resize((max(1, round(other.width * image.height / other.height)), image.height))
    first, second = (image, beside) if chance.yes() else (beside, image)
    gap = chance.one_of((0, round(image.width * 0.02)))
    sheet = Image.new("RGB", (first.width + gap + second.width, image.height), WHITE)
    sheet.paste(first, (0, 0))
    sheet.paste(second, (first.width + gap, 0))
    return sheet
