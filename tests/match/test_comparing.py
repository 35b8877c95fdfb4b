"""Two pictures are compared in every turn, and the numbers that decide are the written ones."""

from io import BytesIO
from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from rescind import kernel
from rescind.fingerprint import Fingerprint, How, of_image
from rescind.match import (
    MIN_QUALITY,
    NEAR_WITHIN,
    SAME_WITHIN,
    Comparison,
    Likeness,
    MatchError,
    TurnsMissing,
    compare,
)

TURNS = {
    "upright": (),
    "turned_90": (Image.Transpose.ROTATE_270,),
    "turned_180": (Image.Transpose.ROTATE_180,),
    "turned_270": (Image.Transpose.ROTATE_90,),
    "mirrored": (Image.Transpose.FLIP_LEFT_RIGHT,),
    "mirrored_turned_90": (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_270),
    "mirrored_turned_180": (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_180),
    "mirrored_turned_270": (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.ROTATE_90),
}
"""What is done to my picture, by Pillow's words, where turning counts against the clock."""


@pytest.fixture(scope="module")
def mine(samples: Path) -> Fingerprint:
    return of_image((samples / "images" / "base-dogs.jpg").read_bytes())


def made(bits: bytes, quality: int = 100) -> Fingerprint:
    """A fingerprint whose eight turns are far apart, the upright one as given."""
    others = tuple(bytes([1 << place]) * 32 for place in range(7))
    return Fingerprint((bits, *others), quality, How("PNG", 9, 9))


def flipped(count: int) -> bytes:
    return ((1 << count) - 1).to_bytes(32, "big")


def test_the_names_of_the_turns_are_the_kernel_s() -> None:
    assert tuple(TURNS) == kernel.TURNS


@pytest.mark.parametrize("turn", TURNS)
def test_the_turn_says_what_was_done_to_mine_to_make_the_copy(
    turn: str, mine: Fingerprint, samples: Path
) -> None:
    with Image.open(samples / "images" / "base-dogs.jpg") as opened:
        copy: Image.Image = opened
        for step in TURNS[turn]:
            copy = copy.transpose(step)
        out = BytesIO()
        copy.save(out, "JPEG", quality=70)
    found = compare(mine, of_image(out.getvalue()))
    assert (found.likeness, found.turn) == (Likeness.SAME, turn)
    assert found.distance <= 12


@pytest.mark.parametrize(
    ("distance", "likeness"),
    [
        (0, Likeness.SAME),
        (SAME_WITHIN, Likeness.SAME),
        (SAME_WITHIN + 1, Likeness.NEAR),
        (NEAR_WITHIN, Likeness.NEAR),
        (NEAR_WITHIN + 1, Likeness.NONE),
    ],
)
def test_likeness_changes_at_the_written_numbers(distance: int, likeness: Likeness) -> None:
    other = made(flipped(distance))
    assert compare(made(bytes(32)), other) == Comparison(distance, likeness, "upright")


def test_the_numbers_are_the_published_ones() -> None:
    assert (SAME_WITHIN, NEAR_WITHIN, MIN_QUALITY) == (31, 40, 50)


@pytest.mark.parametrize(("mine_quality", "other_quality"), [(49, 100), (100, 49), (0, 0)])
def test_a_plain_picture_is_like_nothing(mine_quality: int, other_quality: int) -> None:
    found = compare(made(bytes(32), mine_quality), made(bytes(32), other_quality))
    assert (found.distance, found.likeness) == (0, Likeness.NONE)
    assert compare(made(bytes(32), 50), made(bytes(32), 50)).likeness is Likeness.SAME


def test_of_the_other_picture_the_upright_fingerprint_is_enough(mine: Fingerprint, samples: Path) -> None:
    mirrored = (samples / "images" / "copy-mirror.jpg").read_bytes()
    found = compare(mine, of_image(mirrored, turns=False))
    assert found == compare(mine, of_image(mirrored))
    assert (found.likeness, found.turn) == (Likeness.SAME, "mirrored")


def test_my_own_picture_without_its_turns_is_refused(mine: Fingerprint, samples: Path) -> None:
    alone = of_image((samples / "images" / "base-dogs.jpg").read_bytes(), turns=False)
    with pytest.raises(TurnsMissing) as refused:
        compare(alone, mine)
    assert isinstance(refused.value, MatchError)


@pytest.mark.parametrize(
    ("name", "likeness"),
    [
        ("copy-q30", Likeness.SAME),
        ("copy-half", Likeness.SAME),
        ("copy-mirror", Likeness.SAME),
        ("copy-text", Likeness.SAME),
        ("copy-screenshot", Likeness.SAME),
        ("copy-crop25-corner", Likeness.SAME),
        ("copy-screenphoto", Likeness.SAME),
        ("copy-sticker10", Likeness.SAME),
    ],
)
def test_copies_are_found_however_they_were_edited(
    name: str, likeness: Likeness, mine: Fingerprint, samples: Path
) -> None:
    assert compare(mine, of_image((samples / "images" / f"{name}.jpg").read_bytes())).likeness is likeness


def test_no_two_different_sample_pictures_are_alike(samples: Path) -> None:
    prints = [of_image(path.read_bytes()) for path in sorted((samples / "images").glob("base-*.jpg"))]
    assert len(prints) == 15
    assert min(compare(one, other).distance for one, other in combinations(prints, 2)) > 2 * NEAR_WITHIN
