"""Two unrelated pictures in one frame: the same program, the same page, the same words around or over both.

Each is altered by the same recipe with the same luck, so that everything but the picture is alike. What is told of
such a pair should be nothing: a person may well have a screenshot of her own picture, and every other screenshot of
that program is not her picture.
"""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from random import Random

from alterations import Alteration, Chance, covering, frames, screens
from PIL import Image

from edited.trials import QUALITY
from rescind import fingerprint, match

FRAMES: tuple[Alteration, ...] = (
    screens.viewer_dark,
    screens.viewer_light,
    screens.chat,
    screens.story,
    screens.feed,
    screens.web_page,
    screens.desktop_window,
    frames.border_double,
    frames.caption_both,
    frames.meme_poster,
    covering.text_big,
    covering.text_banner,
    covering.watermark_tiled,
    covering.watermark_corner,
    covering.sticker_10,
    covering.emojis,
)

HEAD = "| the same frame around two unrelated pictures | pairs | same | near |\n|---|---|---|---|"


def tell_frames(pictures: list[Path], pairs: int, seed: int) -> Iterator[str]:
    """Yield a row for each frame: how many pairs of pictures in it are taken for each other."""
    yield HEAD
    total: Counter[str] = Counter()
    for frame in FRAMES:
        seen = Counter(compare_framed(frame, pictures, number, seed) for number in range(pairs))
        total += seen
        yield tell_row(frame.__name__, seen)
    yield tell_row("**all**", total)


def tell_row(name: str, seen: Counter[str]) -> str:
    return f"| {name} | {seen.total()} | {seen['same']} | {seen['near']} |"


def compare_framed(frame: Alteration, pictures: list[Path], number: int, seed: int) -> str:
    """How alike the numbered pair of pictures is, both in the frame."""
    mine, other = Random(f"{seed} {frame.__name__} {number} pair").sample(pictures, 2)
    luck = f"{seed} {frame.__name__} {number}"
    prints = fingerprint.of_image(put_in(frame, mine, luck), turns=True, parts=True)
    seen = fingerprint.of_image(put_in(frame, other, luck), turns=False, parts=True)
    return match.compare(prints, seen).likeness.value


def put_in(frame: Alteration, picture: Path, luck: str) -> bytes:
    out = BytesIO()
    with Image.open(picture) as image:
        frame(image.convert("RGB"), Chance(Random(luck))).save(out, "JPEG", quality=QUALITY)
    return out.getvalue()
