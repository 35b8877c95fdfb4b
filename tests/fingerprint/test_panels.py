"""Pictures within a picture are found: borders, screens with a picture on them, and nothing that breaks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from rescind import kernel
from rescind.fingerprint.panels import Found, found
from rescind.fingerprint.values import PanelKind

SAMPLES = Path(__file__).parents[1] / "samples" / "images"
PICTURES = ("cat", "coffee", "dogs", "drum", "fig", "meadow", "mountains", "stream", "sunset")
MOST = 4

Luma = NDArray[np.uint8]


def picture(name: str, width: int = 420) -> Luma:
    with Image.open(SAMPLES / f"base-{name}.jpg") as image:
        return np.asarray(image.convert("L").resize((width, round(width * image.height / image.width))))


def bits(luma: Luma) -> bytes:
    whole = np.ascontiguousarray(luma)
    return kernel.pdq(whole, width=whole.shape[1], height=whole.shape[0], channels=1)[0]


def nearest(screen: Luma, shown: Luma, most: int = MOST) -> int:
    """The fewest bits between the picture shown and what is found on the screen; 256 when nothing is found."""
    cuts = (screen[one.top : one.bottom, one.left : one.right] for one in found(screen, most))
    return min((kernel.distance(bits(cut), bits(shown)) for cut in cuts), default=256)


def pasted(ground: Luma, shown: Luma, left: int, top: int) -> Luma:
    screen = ground.copy()
    screen[top : top + shown.shape[0], left : left + shown.shape[1]] = shown
    return screen


def flat(width: int, height: int, grey: int) -> Luma:
    return np.full((height, width), grey, np.uint8)


def off_by(one: Found, left: int, top: int, shown: Luma) -> float:
    """How far the worst edge lies from its place, as a share of the side it cuts."""
    tall, wide = shown.shape
    across = max(abs(one.left - left), abs(one.right - left - wide)) / wide
    return max(across, max(abs(one.top - top), abs(one.bottom - top - tall)) / tall)


def fades_into(shown: Luma, grey: int) -> bool:
    """Whether a side of the picture is so near to the ground that nobody could say where it ends."""
    sides = (shown[0], shown[-1], shown[:, 0], shown[:, -1])
    return any((np.abs(side.astype(int) - grey) < 20).mean() > 0.6 for side in sides)


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from(PICTURES),
    grey=st.integers(0, 255),
    margins=st.tuples(*(st.integers(0, 120),) * 4).filter(lambda four: max(four) >= 12),
)
def test_a_picture_on_flat_ground_is_found_to_one_part_in_a_hundred(
    name: str, grey: int, margins: tuple[int, int, int, int]
) -> None:
    shown = picture(name)
    assume(not fades_into(shown, grey))
    left, top, right, bottom = margins
    screen = pasted(
        flat(shown.shape[1] + left + right, shown.shape[0] + top + bottom, grey), shown, left, top
    )
    assert min(off_by(one, left, top, shown) for one in found(screen, MOST)) <= 0.01


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    width=st.integers(1, 300),
    height=st.integers(1, 300),
    kind=st.sampled_from(("noise", "flat", "dots", "stripes", "halves")),
    most=st.integers(0, 9),
)
def test_whatever_the_pixels_boxes_lie_inside_and_are_large_enough(
    seed: int, width: int, height: int, kind: str, most: int
) -> None:
    random = np.random.default_rng(seed)
    luma = flat(width, height, int(random.integers(256)))
    if kind == "noise":
        luma = random.integers(0, 256, (height, width), np.uint8)
    elif kind == "dots":
        luma[random.random((height, width)) < 0.01] = 255
    elif kind == "stripes":
        luma[:: int(random.integers(1, 40))] = int(random.integers(256))
    elif kind == "halves":
        luma[:, width // 2 :] = random.integers(0, 256, (height, width - width // 2), np.uint8)
    boxes = found(luma, most)
    assert len(boxes) <= most
    assert boxes == found(luma.copy(), most)
    for one in boxes:
        assert 0 <= one.left < one.right <= width
        assert 0 <= one.top < one.bottom <= height
        wide, tall = one.right - one.left, one.bottom - one.top
        assert min(wide, tall) >= 64
        assert wide * tall >= 0.08 * width * height
        assert (wide, tall) != (width, height)


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (63, 4000), (2, 3)])
def test_slivers_hold_no_picture(size: tuple[int, int]) -> None:
    assert found(np.random.default_rng(1).integers(0, 256, size, np.uint8), MOST) == ()


def test_what_is_left_of_a_letterbox_is_told_as_trimmed_and_comes_first() -> None:
    shown = picture("dogs", 640)
    screen = pasted(flat(640, shown.shape[0] + 160, 0), shown, 0, 80)
    first = found(screen, MOST)[0]
    assert first.kind is PanelKind.TRIMMED
    assert (first.left, first.right) == (0, 640)
    assert abs(first.top - 80) <= 2
    assert abs(first.bottom - 80 - shown.shape[0]) <= 2


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_in_a_viewer_with_bars_and_buttons_is_found(name: str) -> None:
    shown = picture(name, 540)
    screen = flat(540, 1100, 24)
    screen[12:24, 30:120:2] = 230  # the clock
    screen[12:26, 440:520:3] = 230
    screen[60:80, 60:300:4] = 200  # a title
    for left in (60, 200, 340, 450):
        screen[1020:1050, left : left + 30] = 210
    assert nearest(pasted(screen, shown, 0, 250), shown) <= 31


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_on_a_blurred_copy_of_itself_is_found(name: str) -> None:
    shown = picture(name, 480)
    side = 480 + abs(shown.shape[0] - 480) + 160
    with Image.fromarray(shown) as image:
        ground = np.asarray(image.resize((24, 24), Image.Resampling.BOX).resize((side, side)))
    screen = pasted(ground, shown, (side - 480) // 2, (side - shown.shape[0]) // 2)
    assert nearest(screen, shown) <= 31


def test_the_four_pictures_of_a_collage_are_all_found() -> None:
    shown = [picture(name, 400)[:260] for name in ("cat", "coffee", "drum", "fig")]
    screen = flat(812, 532, 255)
    for place, one in enumerate(shown):
        screen = pasted(screen, one, place % 2 * 412, place // 2 * 272)
    assert [name for name in range(4) if nearest(screen, shown[name]) > 31] == []
