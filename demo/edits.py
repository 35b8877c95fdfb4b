"""Edited copies for the demo board: cropped, framed, covered, put on a screen or into a sheet of four."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples" / "images"
PAPER, INK, GREY = (250, 250, 248), (32, 34, 40), (214, 216, 222)
OTHERS = ("drum", "cat", "sunset")
"""What stands beside yours in a sheet of four."""


def cropped(image: Image.Image) -> Image.Image:
    """The picture cut freely on all four sides: 60 % of its area."""
    width, height = image.size
    return image.crop((round(0.13 * width), round(0.06 * height), round(0.90 * width), round(0.84 * height)))


def on_a_screen(image: Image.Image) -> Image.Image:
    """A screenshot of a chat on a phone in which the picture was sent, with writing around it."""
    screen = Image.new("RGB", (720, 1280), PAPER)
    draw = ImageDraw.Draw(screen)
    font = ImageFont.load_default(size=26)
    draw.rectangle((0, 0, 720, 44), fill=INK)
    draw.text((24, 8), "21:47", fill=PAPER, font=font)
    draw.rectangle((0, 44, 720, 132), fill=GREY)
    draw.ellipse((24, 58, 84, 118), fill=(120, 140, 170))
    draw.text((108, 74), "group of friends", fill=INK, font=font)
    draw.rounded_rectangle((30, 170, 520, 236), 18, fill=GREY)
    draw.text((52, 188), "look what I found", fill=INK, font=font)
    shown = ImageOps.contain(image, (600, 700), Image.Resampling.LANCZOS)
    screen.paste(shown, (90, 270))
    below = 270 + shown.height + 30
    draw.rounded_rectangle((300, below, 690, below + 66), 18, fill=(206, 226, 210))
    draw.text((322, below + 18), "where is that from?", fill=INK, font=font)
    draw.rectangle((0, 1190, 720, 1280), fill=GREY)
    draw.rounded_rectangle((30, 1206, 600, 1264), 28, fill=PAPER)
    return screen


def covered(image: Image.Image) -> Image.Image:
    """The picture with a round sticker over a tenth of its area."""
    copy = image.copy()
    width, height = copy.size
    side = round((width * height * 0.1 / 3.1416) ** 0.5 * 2)
    left, top = round(0.55 * width), round(0.5 * height)
    draw = ImageDraw.Draw(copy)
    draw.ellipse((left, top, left + side, top + side), fill=(250, 205, 60))
    draw.arc((left + side // 4, top + side // 4, left + 3 * side // 4, top + 3 * side // 4), 20, 160, INK, 6)
    return copy


def captioned(image: Image.Image) -> Image.Image:
    """The picture under a white bar with two lines of writing, as jokes are passed on."""
    width, height = image.size
    bar = round(height * 0.24)
    sheet = Image.new("RGB", (width, height + bar), (255, 255, 255))
    sheet.paste(image, (0, bar))
    font = ImageFont.load_default(size=max(18, bar // 4))
    draw = ImageDraw.Draw(sheet)
    draw.text((width * 0.05, bar * 0.14), "when the weekend comes", fill=INK, font=font)
    draw.text((width * 0.05, bar * 0.55), "and nobody is at home", fill=INK, font=font)
    return sheet


def askew(image: Image.Image) -> Image.Image:
    """The picture turned by seven degrees, its corners black."""
    return image.rotate(7, Image.Resampling.BICUBIC)


def sheet_of_four(image: Image.Image) -> Image.Image:
    """The picture as one of four, each cut to fit its place."""
    sheet = Image.new("RGB", (1000, 800), (255, 255, 255))
    cells = [image, *(Image.open(SAMPLES / f"base-{name}.jpg").convert("RGB") for name in OTHERS)]
    for place, cell in enumerate(cells):
        left, top = 8 + 496 * (place % 2), 8 + 396 * (place // 2)
        sheet.paste(ImageOps.fit(cell, (488, 388), Image.Resampling.LANCZOS), (left, top))
    return sheet


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "cropped": cropped,
    "cropped, mirrored, on a screen": lambda image: on_a_screen(ImageOps.mirror(cropped(image))),
    "on a screen": on_a_screen,
    "with a sticker": covered,
    "under a caption": captioned,
    "turned a little": askew,
    "one of four": sheet_of_four,
}
