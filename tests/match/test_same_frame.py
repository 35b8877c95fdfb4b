"""Two pictures that unrelated people put on one screen are not each other, and a cut screenshot still finds its picture."""

from io import BytesIO
from itertools import permutations
from pathlib import Path

import pytest
from PIL import Image

from demo.edits import captioned, on_a_screen
from rescind.fingerprint import of_image
from rescind.match import Comparison, Extent, Likeness, compare

PICTURES = ("dogs", "drum", "coffee", "stream")


def shown(samples: Path, name: str) -> Image.Image:
    with Image.open(samples / "images" / f"base-{name}.jpg") as image:
        return image.convert("RGB")


def compared(mine: Image.Image, other: Image.Image) -> Comparison:
    return compare(of_image(saved(mine)), of_image(saved(other), turns=False))


def saved(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=88)
    return out.getvalue()


@pytest.mark.parametrize("names", list(permutations(PICTURES, 2)), ids="-".join)
def test_unrelated_pictures_in_one_talk_are_not_alike(names: tuple[str, str], samples: Path) -> None:
    mine, other = (on_a_screen(shown(samples, name)) for name in names)
    assert compared(mine, other).likeness is Likeness.NONE


@pytest.mark.parametrize("names", list(permutations(PICTURES, 2)), ids="-".join)
def test_unrelated_pictures_under_one_caption_are_never_the_same(
    names: tuple[str, str], samples: Path
) -> None:
    mine, other = (captioned(shown(samples, name)) for name in names)
    assert compared(mine, other).likeness is not Likeness.SAME


@pytest.mark.parametrize("name", PICTURES)
def test_a_narrow_strip_of_my_picture_is_found_in_a_sheet(name: str, samples: Path) -> None:
    picture = shown(samples, name)
    width, height = picture.size
    sheet = Image.new("RGB", (width, height), "white")
    sheet.paste(picture.crop((0, height // 4, width, height * 3 // 4)), (0, 0))
    sheet.paste(shown(samples, "mountains").resize((width, height)), (0, height // 2 + 6))
    assert compared(picture, sheet).likeness is not Likeness.NONE


@pytest.mark.parametrize("name", PICTURES)
def test_a_crop_of_what_my_screenshot_shows_is_found(name: str, samples: Path) -> None:
    picture = shown(samples, name)
    width, height = picture.size
    crop = picture.crop((width // 5, height // 6, width, height))
    found = compared(on_a_screen(picture), crop)
    assert found.likeness is not Likeness.NONE
    assert found.extent is Extent.PART
