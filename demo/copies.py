"""The pictures of the demo board: three that are yours, altered copies of them, and 200 that are not.

Everything is made by Pillow in memory from the sample pictures, with a fixed seed, so two boards always
show the same pictures at the same addresses. The unrelated pictures are crops of the other sample
pictures; nothing in them comes from your three. `truth` says what a perfect finder reports, so a test can
compare it with what was really found.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from PIL import Image, ImageEnhance, ImageOps

from demo.edits import EDITS

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples" / "images"
YOURS = ("dogs", "meadow", "coffee")
UNRELATED = 200
GALLERY_PAGES = 6
SEED = 20260519
ORIENTATION = 0x0112

Turn = Image.Transpose


@dataclass(frozen=True)
class Picture:
    """A picture file the board serves: which of yours it shows and how altered, both "" if unrelated."""

    path: str
    content: bytes
    media_type: str
    size: tuple[int, int]
    of: str = ""
    how: str = ""


@dataclass(frozen=True)
class Copy:
    """One altered copy of your picture `of`, and every page of the board it stands on."""

    path: str
    pages: tuple[str, ...]
    of: str
    how: str


@dataclass(frozen=True, order=True)
class Standing:
    """What a perfect finder reports once: this file on this page is a copy of your picture `of`."""

    page: str
    path: str
    of: str
    how: str


def as_jpeg(image: Image.Image, quality: int = 88, exif: Image.Exif | None = None) -> bytes:
    """The picture as the bytes of a JPEG file."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, exif=exif or Image.Exif())
    return out.getvalue()


def as_file(image: Image.Image, kind: str) -> bytes:
    """The picture as the bytes of a WEBP or PNG file."""
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def smaller(image: Image.Image, share: float) -> Image.Image:
    """The picture with both sides at `share` of their length."""
    width, height = image.size
    return image.resize((round(width * share), round(height * share)), Image.Resampling.LANCZOS)


def thumbnail(image: Image.Image, longest: int) -> Image.Image:
    """The picture made to fit a square of `longest` pixels."""
    return ImageOps.contain(image, (longest, longest), Image.Resampling.LANCZOS)


def turned_by_tag(image: Image.Image) -> bytes:
    """A JPEG whose pixels lie on their side and whose EXIF tag tells the viewer to put them upright."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    return as_jpeg(image.transpose(Turn.ROTATE_90), exif=exif)


def recoloured(image: Image.Image) -> Image.Image:
    """The picture a little brighter, with stronger colours."""
    return ImageEnhance.Color(ImageEnhance.Brightness(image).enhance(1.12)).enhance(1.25)


def _edited(edit: Callable[[Image.Image], Image.Image], image: Image.Image) -> bytes:
    return as_jpeg(edit(image.convert("RGB")))


ALTERATIONS: dict[str, Callable[[Image.Image], bytes]] = {
    "saved again, quality 85": lambda image: as_jpeg(image, 85),
    "saved again, quality 60": lambda image: as_jpeg(image, 60),
    "saved again, quality 30": lambda image: as_jpeg(image, 30),
    "half the size": lambda image: as_jpeg(smaller(image, 0.5)),
    "a quarter of the size": lambda image: as_jpeg(smaller(image, 0.25)),
    "saved as WebP": lambda image: as_file(image, "WEBP"),
    "saved as PNG": lambda image: as_file(image, "PNG"),
    "mirrored": lambda image: as_jpeg(ImageOps.mirror(image)),
    "turned 90": lambda image: as_jpeg(image.transpose(Turn.ROTATE_270)),
    "turned 180": lambda image: as_jpeg(image.transpose(Turn.ROTATE_180)),
    "turned 270": lambda image: as_jpeg(image.transpose(Turn.ROTATE_90)),
    "mirrored and turned": lambda image: as_jpeg(ImageOps.mirror(image).transpose(Turn.ROTATE_270)),
    "thumbnail, 160 pixels": lambda image: as_jpeg(thumbnail(image, 160)),
    "thumbnail, 96 pixels": lambda image: as_jpeg(thumbnail(image, 96)),
    "turned by its tag": turned_by_tag,
    "colours changed": lambda image: as_jpeg(recoloured(image)),
    **{how: partial(_edited, edit) for how, edit in EDITS.items()},
}

# Which copies stand on which page: (your picture, alteration). "the same file" is byte for byte yours.
STANDS: dict[str, tuple[tuple[str, str], ...]] = {
    "/thread/1": (("dogs", "saved again, quality 85"), ("dogs", "half the size")),
    "/thread/2": tuple(
        (of, how)
        for of in YOURS
        for how in ("mirrored", "turned 90", "turned 180", "turned 270", "mirrored and turned")
    ),
    "/thread/4": tuple(
        (of, how)
        for of in YOURS
        for how in ("thumbnail, 160 pixels", "thumbnail, 96 pixels", "saved again, quality 60")
    ),
    "/thread/5": tuple(
        (of, how)
        for of in YOURS
        for how in ("saved as WebP", "saved as PNG", "turned by its tag", "colours changed")
    ),
    "/thread/6": (("meadow", "saved again, quality 85"), ("meadow", "a quarter of the size")),
    "/thread/7": (("coffee", "saved again, quality 30"),),
    "/thread/8": tuple((of, how) for of in YOURS for how in EDITS),
    "/gallery?page=3": (("coffee", "saved again, quality 85"), ("coffee", "a quarter of the size")),
    "/gallery?page=5": (("dogs", "saved again, quality 30"), ("meadow", "saved again, quality 30")),
    "/profile/4711": (("coffee", "half the size"), ("dogs", "thumbnail, 96 pixels")),
    "/lazy": (
        ("dogs", "the same file"),
        ("dogs", "a quarter of the size"),
        ("meadow", "the same file"),
        ("meadow", "half the size"),
        ("coffee", "the same file"),
        ("coffee", "saved as WebP"),
        ("coffee", "mirrored"),
    ),
}

# How many of the unrelated pictures stand on each page; the rest fill the gallery.
UNRELATED_ON = {
    "/thread/1": 6,
    "/thread/2": 8,
    "/thread/3": 14,
    "/thread/4": 6,
    "/thread/5": 6,
    "/thread/6": 7,
    "/thread/7": 2,
    "/thread/8": 8,
    "/profile/4711": 4,
    "/lazy": 3,
}


@dataclass(frozen=True)
class Album:
    """All pictures of the board by path, and the paths that stand on each page, in the page's order."""

    pictures: dict[str, Picture]
    pages: dict[str, tuple[str, ...]]

    def on(self, page: str) -> tuple[Picture, ...]:
        """The pictures that stand on a page, in its order. Unknown pages have none."""
        return tuple(self.pictures[path] for path in self.pages.get(page, ()))

    def copies(self) -> tuple[Copy, ...]:
        """A record of every altered copy, in the order of `YOURS` and `ALTERATIONS`."""
        return tuple(
            Copy(picture.path, self._pages_of(picture.path), picture.of, picture.how)
            for picture in self.pictures.values()
            if picture.of
        )

    def _pages_of(self, path: str) -> tuple[str, ...]:
        return tuple(page for page, paths in self.pages.items() if path in paths)


def your_file(name: str) -> Path:
    """The sample file that is your picture `name`, one of `YOURS`."""
    return SAMPLES / f"base-{name}.jpg"


def truth() -> tuple[Standing, ...]:
    """Every copy of your pictures on every page, sorted: what a perfect finder reports, each once."""
    return tuple(
        sorted(
            Standing(page, copy.path, copy.of, copy.how) for copy in album().copies() for page in copy.pages
        )
    )


@cache
def album() -> Album:
    """All pictures and where they stand. Made once in a process, in a few seconds; always the same."""
    chance = random.Random(SEED)
    copies = {(picture.of, picture.how): picture for picture in _copies(chance)}
    unrelated = _unrelated(chance)
    pages = _placed(copies, [picture.path for picture in unrelated], chance)
    return Album({picture.path: picture for picture in (*copies.values(), *unrelated)}, pages)


def _copies(chance: random.Random) -> list[Picture]:
    made = []
    for of in YOURS:
        content = your_file(of).read_bytes()
        made.append(_picture(content, chance, of, "the same file"))
        with Image.open(io.BytesIO(content)) as image:
            made += [_picture(alter(image), chance, of, how) for how, alter in ALTERATIONS.items()]
    return made


def _picture(content: bytes, chance: random.Random, of: str = "", how: str = "") -> Picture:
    """The file under a made-up, meaningless address, as picture boards give them."""
    with Image.open(io.BytesIO(content)) as image:
        kind, size = str(image.format).lower(), image.size
    ending = {"jpeg": "jpg"}.get(kind, kind)
    return Picture(
        f"/pictures/{chance.getrandbits(48):012x}.{ending}", content, f"image/{kind}", size, of, how
    )


def _unrelated(chance: random.Random) -> list[Picture]:
    others = sorted(path for path in SAMPLES.glob("base-*.jpg") if path not in map(your_file, YOURS))
    images = [Image.open(path).convert("RGB") for path in others]
    return [_picture(_crop(images[turn % len(images)], chance), chance) for turn in range(UNRELATED)]


def _crop(image: Image.Image, chance: random.Random) -> bytes:
    """A piece of the picture, each side 40 to 70 % as long, sometimes mirrored, saved at some quality."""
    width, height = (round(side * chance.uniform(0.4, 0.7)) for side in image.size)
    left, top = chance.randint(0, image.width - width), chance.randint(0, image.height - height)
    piece = image.crop((left, top, left + width, top + height))
    if chance.random() < 0.3:
        piece = ImageOps.mirror(piece)
    return as_jpeg(piece, chance.randint(60, 92))


def _placed(
    copies: dict[tuple[str, str], Picture], unrelated: list[str], chance: random.Random
) -> dict[str, tuple[str, ...]]:
    """Every page's pictures in a shuffled order, so that copies do not stand together."""
    waiting = iter(unrelated)
    gallery = [f"/gallery?page={number}" for number in range(1, GALLERY_PAGES + 1)]
    share = {**UNRELATED_ON, **_evenly(UNRELATED - sum(UNRELATED_ON.values()), gallery)}
    pages = {}
    for page, count in share.items():
        paths = [copies[key].path for key in STANDS.get(page, ())] + [next(waiting) for _ in range(count)]
        chance.shuffle(paths)
        pages[page] = tuple(paths)
    return pages


def _evenly(count: int, pages: list[str]) -> dict[str, int]:
    each, over = divmod(count, len(pages))
    return {page: each + (number < over) for number, page in enumerate(pages)}
