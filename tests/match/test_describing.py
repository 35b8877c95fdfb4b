"""How a copy is like a picture is said in a sentence that somebody who is afraid understands."""

import pytest

from rescind.match import Comparison, Extent, Likeness, described

INSIDE = (1200, 2000, 9600, 5000)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Comparison(6, Likeness.SAME, "upright"), "the same picture, 6 of 256 bits differ"),
        (Comparison(38, Likeness.NEAR, "turned_90"), "very like it, turned right, 38 of 256 bits differ"),
        (
            Comparison(4, Likeness.SAME, "mirrored", Extent.TRIMMED, 1.0, INSIDE),
            "the same inside a larger picture, mirrored, 4 of 256 bits differ",
        ),
        (
            Comparison(4, Likeness.SAME, "upright", Extent.TRIMMED, 0.7),
            "the same without its border, 4 of 256 bits differ",
        ),
        (
            Comparison(20, Likeness.SAME, "mirrored", Extent.PART, 0.697, agreeing=31),
            "a crop of it, mirrored, about 70 % of it, 31 places agree",
        ),
        (
            Comparison(20, Likeness.NEAR, "upright", Extent.PART, 0.3, INSIDE, 5),
            "perhaps a crop of it, about 30 % of it, 5 places agree",
        ),
        (
            Comparison(20, Likeness.SAME, "upright", Extent.PART, 0.97, (0, 100, 10_000, 9_900), 90),
            "the same, changed in places, 90 places agree",
        ),
        (
            Comparison(20, Likeness.SAME, "upright", Extent.PART, 0.97, INSIDE, 90),
            "the same inside a larger picture, 90 places agree",
        ),
    ],
)
def test_a_comparison_is_a_sentence(found: Comparison, sentence: str) -> None:
    assert described(found) == sentence


def test_a_video_is_called_one() -> None:
    assert (
        described(Comparison(6, Likeness.SAME, "upright"), video=True)
        == "the same video, 6 of 256 bits differ"
    )


@pytest.mark.parametrize(("stills", "sentence"), [(1, "a still of it"), (12, "12 stills of it")])
def test_pictures_out_of_a_video_are_called_stills(stills: int, sentence: str) -> None:
    found = Comparison(2, Likeness.SAME, "upright")
    assert described(found, video=True, stills=stills) == f"{sentence}, 2 of 256 bits differ"


def test_a_crop_of_a_still_is_called_a_crop() -> None:
    found = Comparison(2, Likeness.SAME, "upright", Extent.PART, 0.6, agreeing=9)
    assert described(found, video=True, stills=1) == "a crop of it, about 60 % of it, 9 places agree"
