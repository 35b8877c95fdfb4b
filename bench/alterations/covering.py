"""Something put over the picture: words, watermarks, stickers, scribbles, a hidden region."""

from math import cos, pi, sin

from PIL import Image, ImageDraw, ImageFilter

from alterations.chance import Chance, Colour, Picture, pick_font
from alterations.frames import BLACK, WHITE

Box = tuple[int, int, int, int]


def text_small(image: Picture, chance: Chance) -> Picture:
    """One line somewhere, as dates and names are written."""
    copy = image.copy()
    size = image.width * chance.between(0.03, 0.05)
    place = image.width * chance.between(0.02, 0.4), image.height * chance.between(0.02, 0.92)
    ink = chance.one_of((WHITE, BLACK, (255, 160, 0)))
    ImageDraw.Draw(copy).text(place, chance.words(4), fill=ink, font=pick_font(size))
    return copy


def text_big(image: Picture, chance: Chance) -> Picture:
    """Two to four big outlined lines, above and below, as memes have."""
    copy = image.copy()
    draw = ImageDraw.Draw(copy)
    size = min(image.width * chance.between(0.08, 0.12), image.height * 0.16)
    font, edge = pick_font(size), max(2, round(size * 0.06))
    for top in (0.02, 0.98 - size * 1.2 / image.height):
        for number in range(chance.whole(1, 2)):
            step = number * size * 1.15 * (1 if top < 0.5 else -1)
            place = (image.width / 2, image.height * top + step)
            line = chance.words(chance.whole(2, 4)).upper()
            draw.text(place, line, fill=WHITE, font=font, anchor="ma", stroke_width=edge, stroke_fill=BLACK)
    return copy


def text_banner(image: Picture, chance: Chance) -> Picture:
    """A half-transparent band with words across the picture, as stories have."""
    high = round(image.height * chance.between(0.06, 0.1))
    top = chance.whole(0, image.height - high)
    band = Image.new("RGB", (image.width, high), BLACK)
    ImageDraw.Draw(band).text(
        (image.width / 2, high / 2), chance.words(4), fill=WHITE, font=pick_font(high * 0.5), anchor="mm"
    )
    copy = image.copy()
    under = image.crop((0, top, image.width, top + high))
    copy.paste(Image.blend(under, band, 0.65), (0, top))
    return copy


def watermark_tiled(image: Picture, chance: Chance) -> Picture:
    """Slanted words all over, a third seen through."""
    side = round((image.width**2 + image.height**2) ** 0.5)
    layer = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(layer)
    size = max(image.size) * chance.between(0.03, 0.06)
    word, font = chance.words(2), pick_font(size)
    for row, top in enumerate(range(0, side, round(size * chance.between(2.5, 4)))):
        for left in range(-(row % 2) * round(size * 4), side, round(size * 9)):
            draw.text((left, top), word, fill=round(255 * 0.3), font=font)
    mask = layer.rotate(chance.between(15, 40)).crop((0, 0, *image.size))
    return Image.composite(Image.new("RGB", image.size, WHITE), image, mask)


def watermark_corner(image: Picture, chance: Chance) -> Picture:
    mask = Image.new("L", image.size, 0)
    size = image.width * chance.between(0.05, 0.09)
    left = image.width * chance.one_of((0.03, 0.5))
    top = chance.one_of((image.height * 0.03, image.height * 0.97 - size * 1.2))
    ImageDraw.Draw(mask).text((left, top), chance.words(2), fill=chance.whole(120, 255), font=pick_font(size))
    return Image.composite(Image.new("RGB", image.size, chance.one_of((WHITE, BLACK))), image, mask)


def draw_face(size: int, chance: Chance) -> Picture:
    """A round yellow face, with the rest of its square transparent."""
    face = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw = ImageDraw.Draw(face)
    draw.ellipse((0, 0, size - 1, size - 1), fill=(255, chance.whole(190, 225), 60, 255))
    for side in (0.3, 0.62):
        draw.ellipse((size * side, size * 0.3, size * (side + 0.1), size * 0.45), fill=(60, 40, 10, 255))
    box = (size * 0.25, size * 0.35, size * 0.75, size * 0.8)
    draw.arc(box, 20, 160, fill=(60, 40, 10, 255), width=max(2, size // 16))
    return face


def draw_star(size: int, chance: Chance) -> Picture:
    star = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    spikes = chance.whole(5, 9)
    points = [
        (
            size / 2 * (1 + reach * sin(number * pi / spikes)),
            size / 2 * (1 - reach * cos(number * pi / spikes)),
        )
        for number in range(2 * spikes)
        for reach in [1.0 if number % 2 == 0 else 0.62]
    ]
    ImageDraw.Draw(star).polygon(points, fill=(*chance.colour(), 255))
    return star


def draw_label(size: int, chance: Chance) -> Picture:
    label = Image.new("RGBA", (size, size), (*chance.colour(), 255))
    draw = ImageDraw.Draw(label)
    ink = (*chance.colour(), 255)
    for number in range(3):
        draw.text(
            (size * 0.06, size * (0.1 + 0.28 * number)), chance.words(2), fill=ink, font=pick_font(size / 6)
        )
    return label


FILLED = {draw_face: 0.785, draw_star: 0.6, draw_label: 1.0}
"""How much of its square each sticker fills."""


def put_stickers(image: Picture, chance: Chance, area: float) -> Picture:
    """One to three stickers which together cover about that share of the picture."""
    copy = image.copy()
    count = chance.whole(1, 3)
    for _ in range(count):
        draw = chance.one_of(tuple(FILLED))
        wanted = image.width * image.height * area / count / FILLED[draw]
        size = max(12, min(round(wanted**0.5), *image.size))
        sticker = draw(size, chance)
        place = chance.whole(0, image.width - size), chance.whole(0, image.height - size)
        copy.paste(sticker, place, sticker)
    return copy


def sticker_5(image: Picture, chance: Chance) -> Picture:
    return put_stickers(image, chance, 0.05)


def sticker_10(image: Picture, chance: Chance) -> Picture:
    return put_stickers(image, chance, 0.1)


def sticker_20(image: Picture, chance: Chance) -> Picture:
    return put_stickers(image, chance, 0.2)


def emojis(image: Picture, chance: Chance) -> Picture:
    """Five to twelve small faces strewn over the picture, a tenth of its area together."""
    copy = image.copy()
    count = chance.whole(5, 12)
    size = round((image.width * image.height * 0.1 / count / 0.785) ** 0.5)
    for _ in range(count):
        face = draw_face(max(8, size), chance)
        copy.paste(face, (chance.whole(0, image.width - size), chance.whole(0, image.height - size)), face)
    return copy


def pick_region(image: Picture, chance: Chance, area: float) -> Box:
    """A rectangle somewhere with that share of the picture's area."""
    aspect = chance.between(0.6, 1.6)
    wide = min(image.width, round((image.width * image.height * area * aspect) ** 0.5))
    high = min(image.height, round(image.width * image.height * area / wide))
    left, top = chance.whole(0, image.width - wide), chance.whole(0, image.height - high)
    return left, top, left + wide, top + high


def scribble(image: Picture, chance: Chance) -> Picture:
    """Strokes of a thick pen over a tenth of the picture."""
    copy = image.copy()
    left, top, right, bottom = pick_region(image, chance, 0.1)
    points = [(chance.whole(left, right), chance.whole(top, bottom)) for _ in range(chance.whole(12, 30))]
    width = max(3, round(max(image.size) * chance.between(0.008, 0.02)))
    ImageDraw.Draw(copy).line(points, fill=chance.colour(), width=width, joint="curve")
    return copy


def hidden_blurred(image: Picture, chance: Chance) -> Picture:
    """A tenth of the picture, blurred beyond knowing."""
    copy = image.copy()
    box = pick_region(image, chance, 0.1)
    copy.paste(image.crop(box).filter(ImageFilter.GaussianBlur(max(image.size) * 0.03)), box[:2])
    return copy


def hidden_pixelated(image: Picture, chance: Chance) -> Picture:
    copy = image.copy()
    box = pick_region(image, chance, 0.1)
    region = image.crop(box)
    coarse = region.resize((6, 6), Image.Resampling.BOX).resize(region.size, Image.Resampling.NEAREST)
    copy.paste(coarse, box[:2])
    return copy


def hidden_bar(image: Picture, chance: Chance) -> Picture:
    copy = image.copy()
    shade: Colour = chance.one_of((BLACK, WHITE, chance.colour()))
    copy.paste(shade, pick_region(image, chance, 0.1))
    return copy
