"""A photograph of a screen that shows the picture: seen from the side, with stripes, glare, grain, a room."""

import numpy
from PIL import Image, ImageDraw, ImageFilter

from alterations.chance import Chance, Picture, cover
from alterations.colours import Values, picture_of, source_of, values_of
from alterations.frames import draw_gradient

Corners = list[tuple[float, float]]
SIZE = 1200
"""Long side of the photograph."""


def solve_view(onto: Corners, of: Corners) -> list[float]:
    """The eight numbers Pillow wants for a perspective in which `onto`, in the photograph, shows `of`."""
    rows, right = [], []
    for (x, y), (u, v) in zip(onto, of, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return list(numpy.linalg.solve(numpy.array(rows), numpy.array(right)))


def place_corners(
    image: Picture, frame: tuple[int, int], share: float, lean: float, chance: Chance
) -> Corners:
    """Where the picture's corners come to lie: about `share` of the frame, each moved by up to `lean`."""
    width, height = frame
    scale = min(width / image.width, height / image.height) * share
    wide, high = image.width * scale, image.height * scale
    left, top = (width - wide) / 2, (height - high) / 2
    square = [(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)]
    return [
        (x + wide * chance.between(-lean, lean), y + high * chance.between(-lean, lean)) for x, y in square
    ]


def project(image: Picture, behind: Picture, corners: Corners) -> Picture:
    """`behind`, with the picture on it between those corners."""
    of: Corners = [(0, 0), (image.width, 0), (image.width, image.height), (0, image.height)]
    view = solve_view(corners, of)
    shown = image.transform(behind.size, Image.Transform.PERSPECTIVE, view, Image.Resampling.BICUBIC)
    whole = Image.new("L", image.size, 255)
    mask = whole.transform(behind.size, Image.Transform.PERSPECTIVE, view, Image.Resampling.BILINEAR)
    return Image.composite(shown, behind, mask)


def stripe(values: Values, chance: Chance) -> Values:
    """Multiply by the slow waves that a camera sees on a screen's rows and columns."""
    down = numpy.arange(values.shape[0], dtype=numpy.float32)[:, None]
    across = numpy.arange(values.shape[1], dtype=numpy.float32)[None, :]
    for _ in range(2):
        turn, length = chance.between(-0.4, 0.4), chance.between(4, 40)
        wave = numpy.sin((down + turn * across) * (2 * numpy.pi / length))
        values = values * (1 + chance.between(0.01, 0.05) * wave)[..., None]
    return values


def glare(values: Values, chance: Chance) -> Values:
    """Add a soft light from one side, and a bright spot now and then."""
    down = numpy.linspace(0, 1, values.shape[0], dtype=numpy.float32)[:, None]
    across = numpy.linspace(0, 1, values.shape[1], dtype=numpy.float32)[None, :]
    light = chance.between(0, 0.15) * (down if chance.yes() else 1 - across)
    if chance.yes():
        away = (down - chance.between(0, 1)) ** 2 + (across - chance.between(0, 1)) ** 2
        light = light + chance.between(0.1, 0.4) * numpy.exp(-away / chance.between(0.005, 0.03))
    return values + light[..., None]


def take_photo(scene: Picture, chance: Chance) -> Picture:
    """What the camera makes of the scene: stripes, glare, other tones, softness, grain."""
    soft = scene.filter(ImageFilter.GaussianBlur(chance.between(0.5, 1.5)))
    values = glare(stripe(values_of(soft), chance), chance).clip(0, 1) ** chance.between(0.75, 1.35)
    values = values * (numpy.array(chance.colour(225, 255), dtype=numpy.float32) / 255)
    grain = source_of(chance).standard_normal(values.shape, dtype=numpy.float32)
    return picture_of(values + grain * chance.between(0.01, 0.04))


def pick_frame(image: Picture) -> tuple[int, int]:
    scale = SIZE / max(image.size)
    return max(64, round(image.width * scale)), max(64, round(image.height * scale))


def screen_tight(image: Picture, chance: Chance) -> Picture:
    """Nearly filling the photograph, a little askew."""
    behind = Image.new("RGB", pick_frame(image), chance.colour(0, 40))
    corners = place_corners(image, behind.size, chance.between(0.97, 1.06), 0.02, chance)
    return take_photo(project(image, behind, corners), chance)


def paint_room(size: tuple[int, int], chance: Chance) -> Picture:
    """A blurred room: another picture out of focus, or a wall."""
    if chance.yes():
        return cover(chance.other(), *size).filter(ImageFilter.GaussianBlur(size[0] * 0.015))
    return draw_gradient(size, chance.colour(), chance.colour(), down=chance.yes())


def screen_in_room(image: Picture, chance: Chance) -> Picture:
    """The screen with its dark rim and some of the room, seen from the side by up to about 15 degrees."""
    rim = round(max(image.size) * chance.between(0.01, 0.05))
    device = Image.new("RGB", (image.width + 2 * rim, image.height + 2 * rim), chance.colour(0, 40))
    device.paste(image, (rim, rim))
    behind = paint_room(pick_frame(image), chance)
    corners = place_corners(device, behind.size, chance.between(0.65, 0.88), 0.04, chance)
    return take_photo(project(device, behind, corners), chance)


def screen_leaning(image: Picture, chance: Chance) -> Picture:
    """Seen from one side and a little rotated, with the room around it."""
    behind = paint_room(pick_frame(image), chance)
    corners = place_corners(image, behind.size, chance.between(0.72, 0.9), 0.01, chance)
    shrink = chance.between(0.03, 0.1) * (corners[2][1] - corners[1][1])
    near, far = ((0, 3), (1, 2)) if chance.yes() else ((1, 2), (0, 3))
    corners[far[0]] = (corners[far[0]][0], corners[far[0]][1] + shrink)
    corners[far[1]] = (corners[far[1]][0], corners[far[1]][1] - shrink)
    del near
    photo = take_photo(project(image, behind, corners), chance)
    return photo.rotate(chance.between(-4, 4), Image.Resampling.BICUBIC, fillcolor=chance.colour(0, 60))


def screen_of_phone(image: Picture, chance: Chance) -> Picture:
    """A phone that shows the picture between black bars, photographed on a table."""
    phone = Image.new("RGB", (round(image.width * 1.06), round(image.width * 2)), (8, 8, 8))
    small = (
        image if image.height < phone.height * 0.9 else image.resize((image.width, round(phone.height * 0.9)))
    )
    phone.paste(small, ((phone.width - small.width) // 2, (phone.height - small.height) // 2))
    ImageDraw.Draw(phone).rectangle((0, 0, phone.width - 1, phone.height - 1), outline=(60, 60, 60), width=6)
    behind = paint_room((900, SIZE), chance)
    corners = place_corners(phone, behind.size, chance.between(0.85, 0.98), 0.03, chance)
    return take_photo(project(phone, behind, corners), chance)
