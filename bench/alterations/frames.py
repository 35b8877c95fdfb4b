"""Something put around the picture: borders, bars, captions. Every pixel of it is still there."""

import numpy
from PIL import Image, ImageDraw, ImageFilter

from alterations.chance import Chance, Colour, Picture, cover, fit, pick_font
from alterations.colours import picture_of

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


def put_on(image: Picture, sides: tuple[float, float, float, float], colour: Colour) -> Picture:
    """The picture with borders: left, top, right and bottom as shares of its long side."""
    left, top, right, bottom = (round(side * max(image.size)) for side in sides)
    sheet = Image.new("RGB", (image.width + left + right, image.height + top + bottom), colour)
    sheet.paste(image, (left, top))
    return sheet


def border(image: Picture, chance: Chance, colour: Colour) -> Picture:
    even = chance.between(0.02, 0.2)
    sides = [even] * 4 if chance.yes() else [chance.between(0.02, 0.2) for _ in range(4)]
    return put_on(image, (sides[0], sides[1], sides[2], sides[3]), colour)


def border_black(image: Picture, chance: Chance) -> Picture:
    return border(image, chance, BLACK)


def border_white(image: Picture, chance: Chance) -> Picture:
    return border(image, chance, WHITE)


def border_coloured(image: Picture, chance: Chance) -> Picture:
    return border(image, chance, chance.colour())


def border_double(image: Picture, chance: Chance) -> Picture:
    inner = put_on(image, (0.01, 0.01, 0.01, 0.01), chance.one_of((BLACK, WHITE)))
    return border(inner, chance, chance.one_of((BLACK, WHITE, chance.colour())))


def border_polaroid(image: Picture, chance: Chance) -> Picture:
    side = chance.between(0.03, 0.08)
    return put_on(image, (side, side, side, side * chance.between(2.5, 4)), chance.colour(225, 255))


def border_gradient(image: Picture, chance: Chance) -> Picture:
    left, top, right, bottom = (round(chance.between(0.04, 0.18) * max(image.size)) for _ in range(4))
    size = image.width + left + right, image.height + top + bottom
    sheet = draw_gradient(size, chance.colour(), chance.colour(), down=chance.yes())
    sheet.paste(image, (left, top))
    return sheet


def draw_gradient(size: tuple[int, int], start: Colour, end: Colour, *, down: bool) -> Picture:
    steps = numpy.linspace(0, 1, size[1] if down else size[0], dtype=numpy.float32)[:, None]
    colours = (numpy.array(start) * (1 - steps) + numpy.array(end) * steps) / 255
    line = colours[:, None, :] if down else colours[None, :, :]
    shape = (size[1], size[0], 3)
    return picture_of(numpy.broadcast_to(line, shape).astype(numpy.float32))


def letterbox(image: Picture, chance: Chance) -> Picture:
    bar = chance.between(0.06, 0.35)
    return put_on(image, (0, bar, 0, bar), BLACK)


def pillarbox(image: Picture, chance: Chance) -> Picture:
    bar = chance.between(0.06, 0.35)
    return put_on(image, (bar, 0, bar, 0), BLACK)


def blurred_pad(image: Picture, chance: Chance) -> Picture:
    """As phones and video makers fill a frame: the picture whole on a blurred, larger copy of itself."""
    aspect = chance.one_of((1.0, 9 / 16, 16 / 9, 4 / 5))
    if abs(aspect - image.width / image.height) < 0.1:
        aspect = 9 / 16
    width = max(image.width, round(image.height * aspect))
    height = max(image.height, round(image.width / aspect))
    behind = cover(image, width, height).filter(ImageFilter.GaussianBlur(width * chance.between(0.01, 0.04)))
    behind.paste(image, ((width - image.width) // 2, (height - image.height) // 2))
    return behind


def rounded(image: Picture, chance: Chance) -> Picture:
    """Rounded corners on a coloured sheet."""
    mask = Image.new("L", image.size, 0)
    radius = max(image.size) * chance.between(0.03, 0.08)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, image.width - 1, image.height - 1), radius, fill=255)
    side = round(max(image.size) * chance.between(0.02, 0.12))
    sheet = Image.new("RGB", (image.width + 2 * side, image.height + 2 * side), chance.colour())
    sheet.paste(image, (side, side), mask)
    return sheet


def write_caption(width: int, chance: Chance, paper: Colour, ink: Colour) -> Picture:
    """A bar of one to four lines of text."""
    size = width * chance.between(0.035, 0.08)
    lines = [
        chance.words(chance.whole(2, max(2, round(width / size / 3.2)))) for _ in range(chance.whole(1, 4))
    ]
    height = round(size * 1.35 * len(lines) + size)
    bar = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(bar)
    middle = chance.yes()
    for number, line in enumerate(lines):
        place = (width / 2 if middle else size * 0.6, size * (0.5 + 1.35 * number))
        draw.text(place, line, fill=ink, font=pick_font(size), anchor="ma" if middle else "la")
    return bar


def stack(pictures: list[Picture]) -> Picture:
    sheet = Image.new("RGB", (pictures[0].width, sum(one.height for one in pictures)))
    top = 0
    for one in pictures:
        sheet.paste(one, (0, top))
        top += one.height
    return sheet


def caption_top(image: Picture, chance: Chance) -> Picture:
    return stack([write_caption(image.width, chance, WHITE, BLACK), image])


def caption_bottom(image: Picture, chance: Chance) -> Picture:
    return stack([image, write_caption(image.width, chance, BLACK, WHITE)])


def caption_both(image: Picture, chance: Chance) -> Picture:
    paper, ink = chance.one_of(((WHITE, BLACK), (BLACK, WHITE), (chance.colour(180, 255), BLACK)))
    above = write_caption(image.width, chance, paper, ink)
    return stack([above, image, write_caption(image.width, chance, paper, ink)])


def meme_poster(image: Picture, chance: Chance) -> Picture:
    """A thin line around the picture, black around that, and a caption below."""
    framed = put_on(put_on(image, (0.006,) * 4, WHITE), (0.08, 0.08, 0.08, 0.02), BLACK)
    return stack([framed, write_caption(framed.width, chance, BLACK, WHITE)])


def on_tall_sheet(image: Picture, chance: Chance) -> Picture:
    """Somewhere on a plain sheet of a phone's shape."""
    width = chance.one_of((720, 1080))
    sheet = Image.new("RGB", (width, width * 2), chance.one_of((BLACK, WHITE, chance.colour())))
    small = fit(image, width * chance.between(0.85, 1), width * 1.8)
    sheet.paste(small, ((width - small.width) // 2, chance.whole(0, sheet.height - small.height)))
    return sheet
