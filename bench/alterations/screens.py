"""Screenshots: the picture in a phone's viewer, a chat, a gallery, a web page, a window on a desk."""

from PIL import Image, ImageDraw, ImageFilter

from alterations.chance import Chance, Colour, Picture, cover, fit, pick_font
from alterations.frames import BLACK, WHITE, draw_gradient

Draw = ImageDraw.ImageDraw
Look = tuple[Colour, Colour, Colour]
"""The colours of a screen: paper, ink, and what stands out a little from the paper."""

PHONES = ((1080, 2340), (1080, 1920), (750, 1334), (720, 1600), (1170, 2532))
DESKS = ((1920, 1080), (1366, 768), (1600, 900), (1440, 900))


def pick_look(chance: Chance, dark: bool | None = None) -> Look:
    if chance.yes() if dark is None else dark:
        paper = chance.one_of((BLACK, (18, 18, 18), (32, 33, 36), chance.colour(0, 40)))
        return paper, (235, 235, 235), (58, 60, 64)
    paper = chance.one_of((WHITE, (250, 250, 250), (242, 242, 247), chance.colour(220, 255)))
    return paper, (25, 25, 25), (215, 216, 220)


def write_status(draw: Draw, width: int, ink: Colour, chance: Chance) -> int:
    """The line at the top of a phone: time, strength, battery. Its height is returned."""
    high = round(width * chance.between(0.04, 0.075))
    font = pick_font(high * 0.5)
    clock = f"{chance.whole(0, 23)}:{chance.whole(10, 59)}"
    draw.text((width * 0.05, high * 0.25), clock, fill=ink, font=font)
    for number in range(4):
        left, tall = width * (0.78 + 0.018 * number), high * (0.15 + 0.09 * number)
        draw.rectangle((left, high * 0.7 - tall, left + width * 0.01, high * 0.7), fill=ink)
    draw.rounded_rectangle(
        (width * 0.88, high * 0.3, width * 0.95, high * 0.7), high * 0.1, outline=ink, width=2
    )
    draw.rectangle((width * 0.885, high * 0.36, width * chance.between(0.9, 0.945), high * 0.64), fill=ink)
    return high


def draw_icons(
    draw: Draw, box: tuple[float, float, float, float], ink: Colour, chance: Chance, count: int
) -> None:
    """A row of simple signs spread over the box."""
    left, top, right, bottom = box
    size = (bottom - top) * 0.32
    for number in range(count):
        x, y = left + (right - left) * (number + 0.5) / count, (top + bottom) / 2
        around = (x - size, y - size, x + size, y + size)
        kind = chance.whole(0, 3)
        if kind == 0:
            draw.ellipse(around, outline=ink, width=3)
        elif kind == 1:
            draw.rounded_rectangle(around, size * 0.3, outline=ink, width=3)
        elif kind == 2:
            draw.polygon([(x - size, y + size), (x + size, y + size), (x, y - size)], outline=ink)
        else:
            for line in (-0.6, 0, 0.6):
                draw.line((x - size, y + size * line, x + size, y + size * line), fill=ink, width=3)


def show_phone(image: Picture, chance: Chance, *, dark: bool) -> Picture:
    """The viewer of a phone's pictures: as wide as the screen, bars with signs above and below."""
    width, height = chance.one_of(PHONES)
    paper, ink, _ = pick_look(chance, dark)
    screen = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(screen)
    top = write_status(draw, width, ink, chance)
    bar = round(width * chance.between(0.11, 0.17))
    draw.text((width * 0.14, top + bar * 0.25), chance.words(2), fill=ink, font=pick_font(bar * 0.33))
    draw_icons(draw, (width * 0.7, top, width, top + bar), ink, chance, 2)
    draw_icons(draw, (0, height - bar * 1.4, width, height - bar * 0.4), ink, chance, chance.whole(3, 5))
    small = fit(image, width, height - 2.6 * bar - top)
    free = height - small.height - 2 * bar - top
    screen.paste(small, ((width - small.width) // 2, top + bar + max(0, free // 2)))
    return screen


def viewer_dark(image: Picture, chance: Chance) -> Picture:
    return show_phone(image, chance, dark=True)


def viewer_light(image: Picture, chance: Chance) -> Picture:
    return show_phone(image, chance, dark=False)


def draw_avatar(draw: Draw, x: float, y: float, size: float, chance: Chance) -> None:
    draw.ellipse((x, y, x + size, y + size), fill=chance.colour(60, 200))


def write_bubble(draw: Draw, top: float, width: int, look: Look, chance: Chance) -> float:
    """One message of text, left or right. The place of its lower edge is returned."""
    size = width * chance.between(0.03, 0.042)
    lines = [chance.words(chance.whole(2, 5)) for _ in range(chance.whole(1, 3))]
    wide, high = width * chance.between(0.4, 0.7), size * (1.4 * len(lines) + 0.9)
    mine = chance.yes()
    left = width * 0.96 - wide if mine else width * 0.12
    paper = chance.one_of(((0, 132, 255), (37, 211, 102), look[2])) if mine else look[2]
    draw.rounded_rectangle((left, top, left + wide, top + high), size * 0.7, fill=paper)
    if not mine:
        draw_avatar(draw, width * 0.02, top + high - width * 0.08, width * 0.08, chance)
    for number, line in enumerate(lines):
        ink = look[1] if paper == look[2] else WHITE
        draw.text(
            (left + size * 0.6, top + size * (0.4 + 1.4 * number)), line, fill=ink, font=pick_font(size)
        )
    return top + high + size * chance.between(0.4, 1.2)


def paste_rounded(screen: Picture, image: Picture, place: tuple[int, int], radius: float) -> None:
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, image.width - 1, image.height - 1), radius, fill=255)
    screen.paste(image, place, mask)


def chat(image: Picture, chance: Chance) -> Picture:
    """A talk in a messenger, the picture in a bubble among the messages."""
    width, height = chance.one_of(PHONES)
    look = pick_look(chance)
    paper = chance.one_of((look[0], chance.colour()))
    screen = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(screen)
    top = float(write_status(draw, width, look[1], chance))
    bar = width * 0.14
    draw.rectangle((0, 0, width, top + bar), fill=look[0])
    write_status(draw, width, look[1], chance)
    draw_avatar(draw, width * 0.1, top + bar * 0.15, bar * 0.7, chance)
    draw.text((width * 0.25, top + bar * 0.3), chance.words(2), fill=look[1], font=pick_font(bar * 0.32))
    top += bar + width * 0.03
    for _ in range(chance.whole(0, 3)):
        top = write_bubble(draw, top, width, look, chance)
    small = fit(image, width * chance.between(0.58, 0.84), height * 0.5)
    left = round(width * 0.96 - small.width if chance.yes() else width * chance.between(0.04, 0.13))
    paste_rounded(screen, small, (left, round(top)), width * chance.between(0, 0.04))
    top += small.height + width * 0.03
    while top < height * 0.84:
        top = write_bubble(draw, top, width, look, chance)
    draw.rectangle((0, height - bar, width, height), fill=look[0])
    inside = (width * 0.12, height - bar * 0.85, width * 0.86, height - bar * 0.15)
    draw.rounded_rectangle(inside, bar * 0.35, outline=look[2], width=3)
    return screen


def story(image: Picture, chance: Chance) -> Picture:
    """A picture shared for a day: on a soft ground, a name above, a field to answer below."""
    width, height = chance.one_of(PHONES)
    screen = draw_gradient((width, height), chance.colour(), chance.colour(), down=True)
    if chance.yes():
        screen = cover(image, width, height).filter(ImageFilter.GaussianBlur(width * 0.04))
    draw = ImageDraw.Draw(screen)
    small = fit(image, width * chance.between(0.75, 1), height * 0.7)
    screen.paste(small, ((width - small.width) // 2, (height - small.height) // 2))
    draw.line((width * 0.02, height * 0.02, width * 0.98, height * 0.02), fill=WHITE, width=5)
    draw_avatar(draw, width * 0.04, height * 0.03, width * 0.09, chance)
    draw.text((width * 0.16, height * 0.037), chance.words(2), fill=WHITE, font=pick_font(width * 0.035))
    inside = (width * 0.04, height * 0.925, width * 0.8, height * 0.975)
    draw.rounded_rectangle(inside, width * 0.05, outline=WHITE, width=3)
    return screen


def feed(image: Picture, chance: Chance) -> Picture:
    """A post in a feed: name above, the picture as wide as the screen, likes and words below."""
    width, height = chance.one_of(PHONES)
    paper, ink, soft = pick_look(chance)
    screen = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(screen)
    top = write_status(draw, width, ink, chance) + round(width * chance.between(0.02, 0.5))
    draw_avatar(draw, width * 0.03, top, width * 0.1, chance)
    draw.text((width * 0.16, top + width * 0.03), chance.words(2), fill=ink, font=pick_font(width * 0.036))
    top += round(width * 0.13)
    small = fit(image, width * chance.one_of((1.0, 0.94)), height - top - width * 0.3)
    screen.paste(small, ((width - small.width) // 2, top))
    top += small.height
    draw_icons(draw, (0, top, width * 0.4, top + width * 0.11), ink, chance, 3)
    for line in range(2):
        place = (width * 0.04, top + width * (0.13 + 0.055 * line))
        draw.text(place, chance.words(5), fill=ink, font=pick_font(width * 0.036))
    draw.line((0, top + width * 0.27, width, top + width * 0.27), fill=soft, width=3)
    return screen


def gallery_grid(image: Picture, chance: Chance) -> Picture:
    """A gallery's overview: squares cut from the middle of each picture, six to twelve of them."""
    width, _ = chance.one_of(PHONES)
    across, down = chance.one_of(((2, 3), (3, 3), (3, 4), (2, 4)))
    paper, ink, _ = pick_look(chance)
    gap = round(width * chance.between(0.003, 0.02))
    cell = (width - gap * (across + 1)) // across
    screen = Image.new("RGB", (width, round(width * 0.2) + down * (cell + gap) + gap), paper)
    draw = ImageDraw.Draw(screen)
    top = write_status(draw, width, ink, chance)
    draw.text((width * 0.05, top + width * 0.02), chance.words(1), fill=ink, font=pick_font(width * 0.06))
    ours = chance.whole(0, across * down - 1)
    for number in range(across * down):
        shown = image if number == ours else chance.other()
        place = gap + number % across * (cell + gap), round(width * 0.2) + number // across * (cell + gap)
        screen.paste(cover(shown, cell, cell), place)
    return screen


def write_lines(
    draw: Draw, box: tuple[float, float, float, float], ink: Colour, size: float, chance: Chance
) -> None:
    """Fill a box with lines of text."""
    left, top, right, bottom = box
    count = max(1, round((right - left) / size / 3))
    while top + size < bottom:
        draw.text((left, top), chance.words(count), fill=ink, font=pick_font(size))
        top += size * 1.5


def web_page(image: Picture, chance: Chance) -> Picture:
    """An article in a browser: tabs, address, heading, the picture in a column of text, a side column."""
    width, height = chance.one_of(DESKS)
    paper, ink, soft = pick_look(chance)
    screen = Image.new("RGB", (width, height), paper)
    draw = ImageDraw.Draw(screen)
    draw.rectangle((0, 0, width, height * 0.045), fill=soft)
    draw.rounded_rectangle(
        (width * 0.1, height * 0.055, width * 0.8, height * 0.09), 9, outline=soft, width=2
    )
    draw.rectangle((0, height * 0.1, width, height * 0.18), fill=chance.colour())
    left, column = width * chance.between(0.05, 0.2), width * chance.between(0.42, 0.55)
    draw.text((left, height * 0.21), chance.words(4), fill=ink, font=pick_font(height * 0.04))
    small = fit(image, column, height * chance.between(0.5, 0.62))
    screen.paste(small, (round(left), round(height * 0.28)))
    below = height * 0.3 + small.height
    write_lines(draw, (left, below, left + column, height), ink, height * 0.02, chance)
    side = left + column + width * 0.03
    write_lines(draw, (side, height * 0.28, side + width * 0.15, height), ink, height * 0.018, chance)
    return screen


def desktop_window(image: Picture, chance: Chance) -> Picture:
    """A picture viewer's window on somebody's desktop."""
    width, height = chance.one_of(DESKS)
    behind = (
        chance.other()
        if chance.yes()
        else draw_gradient((64, 64), chance.colour(), chance.colour(), down=True)
    )
    screen = cover(behind, width, height)
    draw = ImageDraw.Draw(screen)
    paper, ink, soft = pick_look(chance)
    wide, high = round(width * chance.between(0.55, 0.9)), round(height * chance.between(0.65, 0.88))
    left, top = chance.whole(0, width - wide), chance.whole(0, round(height * 0.95) - high)
    title = round(height * 0.04)
    draw.rectangle((left, top, left + wide, top + high), fill=paper)
    draw.rectangle((left, top, left + wide, top + title), fill=soft)
    draw.text((left + 12, top + title * 0.2), chance.words(3), fill=ink, font=pick_font(title * 0.5))
    draw_icons(draw, (left + wide * 0.88, top, left + wide, top + title), ink, chance, 3)
    small = fit(
        image, wide * chance.one_of((1.0, 0.95, 0.8)), (high - title) * chance.one_of((1.0, 0.95, 0.85))
    )
    screen.paste(small, (left + (wide - small.width) // 2, top + title + (high - title - small.height) // 2))
    draw.rectangle((0, height * 0.95, width, height), fill=soft)
    draw_icons(draw, (0, height * 0.95, width * 0.3, height), ink, chance, 6)
    return screen
