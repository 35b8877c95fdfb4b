"""Parts of a picture are placed in its copies: where, how large, how turned, how much of it; and nowhere else."""

import math
from dataclasses import replace
from io import BytesIO
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from rescind import kernel
from rescind.fingerprint import WHOLE, Fingerprint, How, Parts, of_image
from rescind.match import Extent, Likeness, compare, placing
from rescind.match.placing import Placement, place

Size = tuple[int, int]


@pytest.fixture(scope="module")
def picture(samples: Path) -> Image.Image:
    return opened(samples, "base-dogs")


@pytest.fixture(scope="module")
def mine(picture: Image.Image) -> Fingerprint:
    return enrolled(picture)


def opened(samples: Path, name: str) -> Image.Image:
    with Image.open(samples / "images" / f"{name}.jpg") as one:
        return one.convert("RGB")


def content(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()


def enrolled(picture: Image.Image) -> Fingerprint:
    return of_image(content(picture))


def looked_at(picture: Image.Image) -> Fingerprint:
    return of_image(content(picture), turns=False)


def placed(mine: Fingerprint, copy: Image.Image) -> Placement:
    found = place(mine, looked_at(copy))
    assert found is not None
    assert found.sure
    return found


def near(
    box: tuple[int, int, int, int], wanted: tuple[float, float, float, float], off: float = 0.03
) -> bool:
    """Whether a box lies where a share of width and height is wanted."""
    return all(abs(a / 10_000 - b) <= off for a, b in zip(box, wanted, strict=True))


@pytest.mark.parametrize("area", [0.7, 0.4])
@pytest.mark.parametrize("corner", [(0.0, 0.0), (1.0, 1.0), (0.4, 0.7)])
def test_a_free_crop_says_its_share(
    area: float, corner: tuple[float, float], mine: Fingerprint, picture: Image.Image
) -> None:
    width, height = (round(side * math.sqrt(area)) for side in picture.size)
    left, top = (round(at * (a - b)) for at, a, b in zip(corner, picture.size, (width, height), strict=True))
    found = placed(mine, picture.crop((left, top, left + width, top + height)))
    assert found.turn == "upright"
    assert abs(found.share - area) < 0.05
    assert near(found.box, (0, 0, 1, 1))


def test_a_picture_on_a_larger_ground_says_where(mine: Fingerprint, picture: Image.Image) -> None:
    ground = Image.new("RGB", (1200, 2000), (30, 32, 40))
    small = picture.resize((720, round(720 * picture.height / picture.width)))
    ground.paste(small, (240, 500))
    found = placed(mine, ground)
    assert near(found.box, (0.2, 0.25, 0.8, (500 + small.height) / 2000))
    assert found.share > 0.95


@pytest.mark.parametrize("kept", [0.5, 0.65])
def test_a_crop_on_a_larger_ground_says_the_share_of_the_crop(
    kept: float, mine: Fingerprint, picture: Image.Image
) -> None:
    width, height = picture.width, round(picture.height * kept)
    ground = Image.new("RGB", (width + 300, height + 700), (240, 240, 244))
    ground.paste(picture.crop((0, 0, width, height)), (140, 260))
    found = placed(mine, ground)
    assert abs(found.share - kept) < 0.12
    assert near(
        found.box,
        (
            140 / (width + 300),
            260 / (height + 700),
            (width + 140) / (width + 300),
            (height + 260) / (height + 700),
        ),
        0.12,
    )


def test_a_sticker_in_the_middle_leaves_the_share_as_it_is(mine: Fingerprint, picture: Image.Image) -> None:
    width, height = picture.size
    copy = picture.copy()
    copy.paste((250, 200, 30), (width * 3 // 10, height * 3 // 10, width * 7 // 10, height * 7 // 10))
    assert placed(mine, copy).share > 0.97


@pytest.mark.parametrize("degrees", [-9, 0, 6])
def test_a_tilt_says_its_angle(degrees: int, mine: Fingerprint, picture: Image.Image) -> None:
    found = placed(mine, picture.rotate(-degrees, Image.Resampling.BICUBIC))
    assert abs(found.angle - degrees) < 0.7
    flipped = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT).rotate(
        -degrees - 90, Image.Resampling.BICUBIC
    )
    found = placed(mine, flipped)
    assert found.turn == "mirrored_turned_90"
    assert abs(found.angle - degrees) < 0.7


@pytest.mark.parametrize("number", range(8))
def test_every_turn_is_named(number: int, mine: Fingerprint, picture: Image.Image) -> None:
    turn = kernel.TURNS[number]
    cut = picture.crop((60, 40, picture.width - 30, picture.height - 50))
    seen = cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if number > 3 else cut
    copy = seen.rotate(-90 * (number % 4) + 4, Image.Resampling.BICUBIC, expand=True)
    found = placed(mine, copy)
    assert found.turn == turn
    assert 0.6 < found.share < 0.95


def test_one_of_four_is_found(samples: Path) -> None:
    names = ("base-dogs", "base-cat", "base-drum", "base-coffee")
    sheet = Image.new("RGB", (900, 900))
    cells = ((0, 0), (450, 0), (0, 450), (450, 450))
    for name, cell in zip(names, cells, strict=True):
        sheet.paste(opened(samples, name).resize((450, 450)), cell)
    for name, (left, top) in zip(names, cells, strict=True):
        found = placed(enrolled(opened(samples, name)), sheet)
        assert near(found.box, (left / 900, top / 900, left / 900 + 0.5, top / 900 + 0.5))


def test_a_stretched_and_slanted_copy_is_found(mine: Fingerprint, picture: Image.Image) -> None:
    width, height = picture.size
    askew = picture.transform(
        (width, height),
        Image.Transform.QUAD,
        (-40, -60, -90, height + 30, width + 60, height + 70, width + 110, -20),
        Image.Resampling.BICUBIC,
    )
    found = placed(mine, askew.resize((width, round(height * 0.85))))
    assert found.share > 0.9


def test_the_comparison_says_it_is_a_part(mine: Fingerprint, picture: Image.Image) -> None:
    found = compare(mine, looked_at(picture.crop((0, 0, picture.width * 6 // 10, picture.height * 8 // 10))))
    assert (found.likeness, found.extent, found.turn) == (Likeness.SAME, Extent.PART, "upright")
    assert found.agreeing > 10
    assert abs(found.share - 0.48) < 0.05


def test_different_pictures_are_placed_nowhere(samples: Path) -> None:
    names = sorted(path.stem for path in (samples / "images").glob("base-*.jpg"))
    pictures = [opened(samples, name) for name in names]
    ours, theirs = [enrolled(one) for one in pictures], [looked_at(one) for one in pictures]
    for one, other in permutations(range(len(names)), 2):
        assert place(ours[one], theirs[other]) is None, (names[one], names[other])


def test_a_screen_s_own_frame_is_not_a_likeness(samples: Path) -> None:
    """Two screenshots of the same program share its bars and buttons, but not the picture."""
    one, other = framed(opened(samples, "base-drum")), framed(opened(samples, "base-fig"))
    found = place(enrolled(one), looked_at(other))
    assert found is None or not found.sure


def framed(picture: Image.Image) -> Image.Image:
    """A picture under a bar with a row of marks, as a program shows it."""
    screen = Image.new("RGB", (720, 1280), (20, 20, 24))
    for at in range(9):
        for spot in range(at + 1):
            screen.paste(
                (200, 200, 210),
                (30 + at * 75 + spot * 6, 20 + spot % 3 * 9, 34 + at * 75 + spot * 6, 27 + spot % 3 * 9),
            )
    screen.paste(picture.resize((700, 1000)), (10, 120))
    return screen


def test_prints_that_all_agree_on_many_places_prove_nothing(mine: Fingerprint) -> None:
    """The same part over and over, as bricks or letters give it, is one part."""
    assert mine.parts
    brick = Parts(mine.parts.prints[:32] * 200, scattered(7, 200), mine.parts.mirrored)
    wall = Parts(mine.parts.prints[:32] * 200, scattered(8, 200), mine.parts.prints[:32] * 200)
    found = place(replace(mine, parts=brick), replace(mine, parts=wall))
    assert found is None or not found.sure


def scattered(seed: int, count: int) -> bytes:
    """Places of any kind."""
    return Random(seed).randbytes(count * 8)


@pytest.mark.parametrize("seed", range(12))
def test_places_of_any_kind_are_borne(seed: int, mine: Fingerprint) -> None:
    assert mine.parts
    count = Random(seed).choice([1, 4, 30, len(mine.parts)])
    strange = scattered(seed, count) if seed % 3 else bytes(8 * count)
    parts = Parts(mine.parts.prints[: 32 * count], strange, mine.parts.prints[: 32 * count])
    found = place(mine, replace(mine, parts=parts))
    assert found is None or (0 < found.share <= 1 and inside(found.box))


def inside(box: tuple[int, int, int, int]) -> bool:
    left, top, right, bottom = box
    return WHOLE[0] <= left < right <= WHOLE[2] and WHOLE[1] <= top < bottom <= WHOLE[3]


def test_without_parts_there_is_no_placement(mine: Fingerprint) -> None:
    bare = Fingerprint((bytes(32),) * 8, 100, How("PNG", 9, 9))
    assert place(bare, mine) is None
    assert place(mine, bare) is None
    assert place(mine, replace(mine, parts=Parts())) is None


def test_without_mirrored_prints_only_mirrored_copies_are_missed(
    mine: Fingerprint, picture: Image.Image
) -> None:
    cut = picture.crop((50, 50, picture.width, picture.height - 40))
    assert place(mine, enrolled(cut)) is not None
    assert place(mine, enrolled(cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT))) is None


def test_the_same_two_pictures_give_the_same_placement(mine: Fingerprint, picture: Image.Image) -> None:
    copy = looked_at(picture.rotate(7, Image.Resampling.BICUBIC))
    assert placing.place(mine, copy) == placing.place(mine, copy)
