"""What a picture shows one after the other or side by side is brought beside it, for pictures looked at alone."""

import io

import pytest
from PIL import Image

from rescind import kernel
from rescind.fingerprint import Shown, of_image
from tests.fingerprint.sampled import IMAGES

PICTURES = (
    "base-dogs.jpg",
    "base-cat.jpg",
    "base-coffee.jpg",
    "base-brick.jpg",
    "base-hubble.jpg",
    "base-rocket.jpg",
)
TILE = (160, 120)


def _tiles() -> list[Image.Image]:
    return [Image.open(IMAGES / name).convert("RGB").resize(TILE) for name in PICTURES]


def _bits(picture: Image.Image) -> bytes:
    bits, _ = kernel.pdq(picture.tobytes(), width=TILE[0], height=TILE[1], channels=3)
    return bits


def _written(form: str, first: Image.Image, *, more: list[Image.Image] | None = None) -> bytes:
    held = io.BytesIO()
    moving = {"save_all": True, "append_images": more, "duration": 200} if more else {}
    first.save(held, form, **moving)
    return held.getvalue()


def _near(shown: tuple[Shown, ...], pictures: list[Image.Image]) -> list[bool]:
    return [kernel.distance(one.bits, _bits(meant)) <= 31 for one, meant in zip(shown, pictures, strict=True)]


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "AVIF"])
def test_the_frames_of_an_animation_come_in_their_order(form: str) -> None:
    first, *more = _tiles()
    seen = of_image(_written(form, first, more=more), turns=False)
    assert _near(seen.row, [first, *more]) == [True] * len(PICTURES)
    assert [one.at for one in seen.row] == sorted(one.at for one in seen.row)


def test_the_tiles_of_a_sheet_come_row_by_row() -> None:
    tiles = _tiles()
    whole = Image.new("RGB", (3 * TILE[0], 2 * TILE[1]))
    for place, tile in enumerate(tiles):
        whole.paste(tile, (place % 3 * TILE[0], place // 3 * TILE[1]))
    assert _near(of_image(_written("PNG", whole), turns=False).row, tiles) == [True] * len(PICTURES)


def test_a_picture_of_one_s_own_and_one_that_stands_still_have_no_row() -> None:
    first, *more = _tiles()
    moving = _written("GIF", first, more=more)
    assert of_image(moving).row == ()
    assert of_image(moving, turns=False, parts=False).row == ()
    assert of_image(_written("PNG", first), turns=False).row == ()


def test_an_animation_that_is_cut_off_is_read_as_far_as_its_first_frame_at_least() -> None:
    first, *more = _tiles()
    moving = _written("GIF", first, more=more)
    seen = of_image(moving[: len(moving) // 2], turns=False)
    assert kernel.distance(seen.bits, _bits(first)) <= 31
    assert len(seen.row) < len(PICTURES)
