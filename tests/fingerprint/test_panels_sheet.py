"""Sheets of equal tiles are taken apart, and an ordinary picture is no sheet."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from rescind import kernel
from rescind.fingerprint.sheet import sheet

SAMPLES = Path(__file__).parents[1] / "samples" / "images"
PICTURES = ("cat", "coffee", "dogs", "drum", "fig", "meadow", "mountains", "stream", "brushes", "rocket")

Luma = NDArray[np.uint8]


def tile(name: str, width: int, height: int, shift: int = 0) -> Luma:
    """A piece of a picture, as a camera moving over it would see."""
    with Image.open(SAMPLES / f"base-{name}.jpg") as image:
        wide = image.convert("L").resize((width + 60, height + 40))
    return np.asarray(wide.crop((shift % 60, shift % 40, shift % 60 + width, shift % 40 + height)))


def laid(tiles: list[Luma], columns: int, apart: int, margin: int) -> Luma:
    tall, wide = tiles[0].shape
    rows = -(-len(tiles) // columns)
    size = (rows * (tall + apart) - apart + 2 * margin, columns * (wide + apart) - apart + 2 * margin)
    whole = np.zeros(size, np.uint8)
    for number, one in enumerate(tiles):
        top = margin + number // columns * (tall + apart)
        left = margin + number % columns * (wide + apart)
        whole[top : top + tall, left : left + wide] = one
    return whole


def bits(luma: Luma) -> bytes:
    whole = np.ascontiguousarray(luma)
    return kernel.pdq(whole, width=whole.shape[1], height=whole.shape[0], channels=1)[0]


@settings(max_examples=25, deadline=None)
@given(
    columns=st.integers(3, 10),
    rows=st.integers(2, 10),
    size=st.sampled_from(((160, 90), (120, 68), (90, 120), (200, 112))),
    apart=st.sampled_from((0, 0, 2, 4)),
)
def test_every_tile_of_a_sheet_is_found_where_it_lies(
    columns: int, rows: int, size: tuple[int, int], apart: int
) -> None:
    assume(apart or rows > 2)  # where tiles touch, two rows of them are too few to tell a line by
    shown = [tile(PICTURES[n % 10 + n // 10 % 3 - 2], *size, shift=7 * n) for n in range(columns * rows)]
    found = sheet(laid(shown, columns, apart, 0))
    assert found is not None
    assert (found.columns, found.rows) == (columns, rows)
    for number, (left, top, right, bottom) in enumerate(found.boxes):
        assert abs(left - number % columns * (size[0] + apart)) <= 2
        assert abs(top - number // columns * (size[1] + apart)) <= 2
        assert abs(right - left - size[0]) <= 3
        assert abs(bottom - top - size[1]) <= 3


def test_tiles_cut_out_have_the_fingerprints_of_the_frames() -> None:
    shown = [tile(name, 160, 90) for name in PICTURES[:9]]
    whole = laid(shown, 3, 2, 2)
    found = sheet(whole)
    assert found is not None
    cut = [whole[top:bottom, left:right] for left, top, right, bottom in found.boxes]
    assert max(kernel.distance(bits(a), bits(b)) for a, b in zip(cut, shown, strict=True)) <= 20


@pytest.mark.parametrize("name", [*PICTURES, "brick", "gravel", "hubble", "sunset", "dandelion"])
def test_an_ordinary_picture_is_no_sheet(name: str) -> None:
    with Image.open(SAMPLES / f"base-{name}.jpg") as image:
        assert sheet(np.asarray(image.convert("L"))) is None


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), width=st.integers(1, 400), height=st.integers(1, 400))
def test_whatever_the_pixels_tiles_lie_inside(seed: int, width: int, height: int) -> None:
    random = np.random.default_rng(seed)
    luma = random.integers(0, int(random.integers(1, 256)), (height, width)).astype(np.uint8)
    luma[:: int(random.integers(1, 60))] = int(random.integers(256))
    found = sheet(luma)
    for left, top, right, bottom in found.boxes if found else ():
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
