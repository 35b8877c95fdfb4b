"""Not one bit of difference from the reference on real pictures, whole and in a thousand random pieces."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from rescind import kernel

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"


def pixels_of(name: str) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]":
    with Image.open(SAMPLES / name) as picture:
        upright = ImageOps.exif_transpose(picture)
        return np.array(upright.convert("RGB"))


def stored() -> list[dict[str, str]]:
    with (ROOT / "vectors" / "pdq-reference.csv").open(newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [row for row in rows if row["core_hash"] and (SAMPLES / row["file"]).exists()]


READABLE = [row for row in stored() if Path(row["file"]).suffix in {".jpg", ".png", ".bmp", ".webp"}]


@pytest.mark.parametrize("row", READABLE, ids=lambda row: row["file"])
def test_samples_have_their_stored_fingerprint_upright_and_mirrored(row: dict[str, str]) -> None:
    try:
        pixels = pixels_of(row["file"])
    except OSError:
        pytest.skip("this Pillow refuses the file")
    height, width = pixels.shape[:2]
    prints, quality = kernel.pdq_turns(pixels, width=width, height=height, channels=3)
    assert prints[kernel.TURNS.index("upright")].hex() == row["core_hash"]
    assert prints[kernel.TURNS.index("mirrored")].hex() == row["core_mirror_hash"]
    assert quality == int(row["core_quality"])


def test_a_thousand_random_pieces_give_the_bits_of_the_reference() -> None:
    pytest.importorskip("pdqhash")
    from reference import print_of

    rng = np.random.default_rng(20250101)
    names = ("base-coffee", "base-gravel", "base-stream", "base-rocket", "base-hubble")
    photos = [pixels_of(f"images/{name}.jpg") for name in names]
    for number in range(1000):
        photo = photos[number % len(photos)]
        sides = [int(rng.integers(1, min(side, 400))) for side in photo.shape[:2]]
        top, left = (
            int(rng.integers(0, full - side)) for full, side in zip(photo.shape, sides, strict=False)
        )
        piece = np.ascontiguousarray(photo[top : top + sides[0], left : left + sides[1]])
        found = kernel.pdq(piece, width=sides[1], height=sides[0], channels=3)
        assert found == print_of(piece), (number, top, left, sides)


def test_turns_of_photographs_equal_the_reference_on_turned_pixels() -> None:
    pytest.importorskip("pdqhash")
    from reference import turned_prints

    for name in ("images/base-coffee.jpg", "images/long-text-screenshot.png", "images/bilevel.png"):
        pixels = pixels_of(name)
        height, width = pixels.shape[:2]
        found, quality = kernel.pdq_turns(pixels, width=width, height=height, channels=3)
        assert (list(found), quality) == turned_prints(pixels.tobytes(), width, height, 3), name


def test_one_channel_equals_the_reference_on_grey() -> None:
    pytest.importorskip("pdqhash")
    from reference import turned_prints

    for name in ("images/base-dogs.jpg", "images/base-fig.jpg"):
        grey = np.ascontiguousarray(pixels_of(name)[:, :, 1])
        height, width = grey.shape
        found, quality = kernel.pdq_turns(grey, width=width, height=height, channels=1)
        assert (list(found), quality) == turned_prints(grey.tobytes(), width, height, 1), name
