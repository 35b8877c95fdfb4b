"""Asked for the upright fingerprint alone, a picture has the very bits it has among its eight turns."""

import pytest

from rescind import kernel
from rescind.fingerprint import Fingerprint, Unclear, of_image, of_images
from tests.fingerprint import sampled
from tests.fingerprint.sampled import image


def upright_of(answer: Fingerprint | Unclear) -> object:
    """All that an answer says, but for the seven other turns."""
    if isinstance(answer, Unclear):
        return answer.reason
    return answer.bits, answer.quality, answer.how, answer.reference


def test_every_sample_has_the_same_upright_fingerprint_with_turns_and_without() -> None:
    """Among the samples are the eight EXIF orientations, HEIC, and AVIF turned by its container."""
    contents = [(name, sampled.content(name)) for name in sampled.all_names()]
    for (name, full), (_, alone) in zip(of_images(contents), of_images(contents, turns=False), strict=True):
        assert upright_of(alone) == upright_of(full), name
        if isinstance(alone, Fingerprint) and isinstance(full, Fingerprint):
            assert (len(alone.turns), len(full.turns)) == (1, len(kernel.TURNS)), name


@pytest.mark.parametrize("name", ["exif-orientation-6.jpg", "rgba.png", "plain.heic"])
def test_the_reference_value_can_be_had_without_turns(name: str) -> None:
    full, alone = of_image(image(name), reference=True), of_image(image(name), reference=True, turns=False)
    assert upright_of(alone) == upright_of(full)
    assert (full.reference is None) == name.endswith(".heic")


def test_pictures_with_turns_and_without_can_be_asked_in_any_order() -> None:
    for turns in (True, False, False, True):
        found = of_image(image("base-cat.jpg"), turns=turns)
        assert len(found.turns) == (8 if turns else 1)


def test_a_refused_picture_is_refused_for_the_same_reason() -> None:
    with pytest.raises(Unclear) as refused:
        of_image(b"not a picture", turns=False)
    assert refused.value.reason == "not-a-picture"
