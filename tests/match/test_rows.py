"""Animated previews and sheets of tiles are compared picture by picture with what they were made of."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rescind.fingerprint import Fingerprint, of_image
from rescind.match import stretches

NAMES = ("cat", "coffee", "meadow", "dogs", "drum", "fig")
OTHERS = ("brushes", "rocket", "gravel")
SIZE = (240, 160)


def picture(samples: Path, name: str) -> Image.Image:
    with Image.open(samples / "images" / f"base-{name}.jpg") as image:
        return image.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)


def jpeg(image: Image.Image) -> bytes:
    written = BytesIO()
    image.save(written, "JPEG", quality=85)
    return written.getvalue()


def preview(samples: Path, form: str) -> bytes:
    first, *others = (picture(samples, name) for name in NAMES)
    written = BytesIO()
    first.save(written, form, save_all=True, append_images=others, duration=500, loop=0)
    return written.getvalue()


def sprites(samples: Path) -> bytes:
    whole = Image.new("RGB", (3 * SIZE[0], 2 * SIZE[1]))
    for place, name in enumerate(NAMES):
        whole.paste(picture(samples, name), (place % 3 * SIZE[0], place // 3 * SIZE[1]))
    return jpeg(whole)


def mine(samples: Path, names: tuple[str, ...]) -> list[Fingerprint]:
    return [of_image(jpeg(picture(samples, name))) for name in names]


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "AVIF"])
def test_all_frames_of_an_animated_preview_are_found(samples: Path, form: str) -> None:
    other = of_image(preview(samples, form), turns=False)
    assert [round(one.at, 2) for one in other.row] == [0.0, 0.5, 1.0, 1.5, 2.0, 2.5]
    found = stretches(mine(samples, NAMES), other)
    assert sum(one.agreeing for one in found) == len(NAMES)
    assert stretches(mine(samples, OTHERS), other) == ()


def test_all_tiles_of_a_sheet_are_found(samples: Path) -> None:
    other = of_image(sprites(samples), turns=False)
    found = stretches(mine(samples, NAMES), other)
    assert (found[0].mine_from, found[-1].mine_to) == (0.0, 5.0)
    assert stretches(mine(samples, OTHERS), other) == ()


def test_one_s_own_picture_has_no_row(samples: Path) -> None:
    assert of_image(preview(samples, "GIF")).row == ()


def test_an_animation_that_is_cut_off_has_the_frames_before_the_cut(samples: Path) -> None:
    content = preview(samples, "GIF")
    whole = of_image(content, turns=False).row
    cut = of_image(content[: len(content) * 2 // 3], turns=False).row
    assert cut == whole[: len(cut)]
    assert len(cut) >= 2
