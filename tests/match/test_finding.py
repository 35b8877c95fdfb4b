"""A copy, edited or not, is found among many pictures through one index, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from rescind.fingerprint import Fingerprint, of_image
from rescind.match import (
    Extent,
    IdTaken,
    Index,
    Likeness,
    NotAnEntry,
    TurnsMissing,
    compare,
    enrol,
    find,
    withdraw,
)

NAMES = (
    *("brick", "brushes", "cat", "coffee", "dandelion", "dogs", "drum", "fig", "gravel", "hubble"),
    *("meadow", "mountains", "rocket", "stream", "sunset"),
)
DOGS = NAMES.index("dogs")


@pytest.fixture(scope="module")
def pictures(samples: Path) -> list[Fingerprint]:
    return [of_image((samples / f"images/base-{name}.jpg").read_bytes()) for name in NAMES]


@pytest.fixture
def index(tmp_path: Path, pictures: list[Fingerprint]) -> Iterator[Index]:
    with Index.open(tmp_path / "index") as opened:
        for number, fingerprint in enumerate(pictures):
            enrol(opened, number, fingerprint)
        yield opened


def cropped_and_mirrored(path: Path) -> bytes:
    with Image.open(path) as opened:
        width, height = opened.size
        box = (round(width * 0.1), round(height * 0.05), round(width * 0.9), round(height * 0.85))
        out = BytesIO()
        ImageOps.mirror(opened.crop(box)).save(out, "JPEG", quality=80)
    return out.getvalue()


@pytest.mark.parametrize(
    "name",
    ["copy-q30", "copy-mirror", "copy-crop25-corner", "copy-screenshot", "copy-sticker10", "copy-text"],
)
def test_a_copy_is_found_and_nothing_else(
    name: str, index: Index, pictures: list[Fingerprint], samples: Path
) -> None:
    other = of_image((samples / f"images/{name}.jpg").read_bytes(), turns=False)
    answer = find(index, other, prints_of=pictures.__getitem__)
    assert [one.picture for one in answer.found] == [DOGS]
    assert answer.found[0].comparison == compare(pictures[DOGS], other)
    assert not answer.more


def test_a_crop_that_was_mirrored_is_a_part_of_the_picture(
    index: Index, pictures: list[Fingerprint], samples: Path
) -> None:
    other = of_image(cropped_and_mirrored(samples / "images/base-dogs.jpg"), turns=False)
    (found,) = find(index, other, prints_of=pictures.__getitem__).found
    comparison = found.comparison
    assert (found.picture, comparison.likeness, comparison.extent) == (DOGS, Likeness.SAME, Extent.PART)
    assert comparison.turn == "mirrored"
    assert comparison.share == pytest.approx(0.64, abs=0.06)
    assert comparison.agreeing >= 6


def test_a_picture_that_is_not_there_is_not_found(
    index: Index, pictures: list[Fingerprint], samples: Path
) -> None:
    withdraw(index, DOGS)
    other = of_image((samples / "images/copy-mirror.jpg").read_bytes(), turns=False)
    assert find(index, other, prints_of=pictures.__getitem__).found == ()
    assert len(index) == sum(8 + 8 * len(one.panels) + len(one.parts or ()) for one in pictures) - (
        8 + 8 * len(pictures[DOGS].panels) + len(pictures[DOGS].parts or ())
    )


def test_a_bank_that_is_not_asked_for_answers_nothing(
    index: Index, pictures: list[Fingerprint], samples: Path
) -> None:
    enrol(index, 99, pictures[DOGS], bank=7)
    prints = {99: pictures[DOGS], **dict(enumerate(pictures))}
    other = of_image((samples / "images/copy-crop10.jpg").read_bytes(), turns=False)
    ask = {
        banks: find(index, other, prints_of=prints.get, banks=banks) for banks in ((0,), (7,), (0, 7), (5,))
    }
    assert {banks: [one.picture for one in answer.found] for banks, answer in ask.items()} == {
        (0,): [DOGS],
        (7,): [99],
        (0, 7): [DOGS, 99],
        (5,): [],
    }


def test_what_was_taken_out_of_the_prints_meanwhile_is_passed_over(
    index: Index, pictures: list[Fingerprint], samples: Path
) -> None:
    other = of_image((samples / "images/copy-q30.jpg").read_bytes(), turns=False)
    assert find(index, other, prints_of=lambda number: None).found == ()


def test_a_flood_of_equal_pictures_is_cut_off_and_says_so(
    tmp_path: Path, pictures: list[Fingerprint], samples: Path
) -> None:
    other = of_image((samples / "images/copy-q30.jpg").read_bytes(), turns=False, parts=False)
    with Index.open(tmp_path / "flood") as flooded:
        ids = range(0, 5000 << 8, 256)
        flooded.add_many(list(ids), [pictures[DOGS].bits] * len(ids))
        answer = find(flooded, other, prints_of=lambda number: pictures[DOGS])
    assert answer.more
    assert 0 < len(answer.found) <= 200


def test_what_cannot_be_enrolled_is_refused(index: Index, pictures: list[Fingerprint], samples: Path) -> None:
    upright = of_image((samples / "images/base-dogs.jpg").read_bytes(), turns=False)
    with pytest.raises(TurnsMissing):
        enrol(index, 50, upright)
    with pytest.raises(IdTaken):
        enrol(index, DOGS, pictures[DOGS])
    for number, bank in ((-1, 0), (1 << 56, 0), (50, 1 << 14), (50, -1)):
        with pytest.raises(NotAnEntry):
            enrol(index, number, pictures[DOGS], bank=bank)
