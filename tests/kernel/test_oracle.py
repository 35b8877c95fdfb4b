"""Every implementation agrees with the stored answers of the reference, on machines that do not have it
too.
"""

import pytest
from oracle import Answer, answers, draw

from rescind import kernel
from rescind.kernel import array, slow

ANSWERS = answers()
FEW = [answer for answer in ANSWERS if answer.width * answer.height <= 1200]


def pixels_of(answer: Answer) -> bytes:
    return draw(answer.seed, answer.kind, answer.width, answer.height, answer.channels)


def test_there_are_many_answers_of_every_kind() -> None:
    assert len(ANSWERS) >= 324
    assert len({answer.kind for answer in ANSWERS}) == 9
    assert {answer.channels for answer in ANSWERS} == {1, 3}


@pytest.mark.parametrize("kind", sorted({answer.kind for answer in ANSWERS}))
def test_the_kernel_gives_the_reference_bits_quality_and_turns(kind: str) -> None:
    for answer in (answer for answer in ANSWERS if answer.kind == kind):
        size = {"width": answer.width, "height": answer.height, "channels": answer.channels}
        pixels = pixels_of(answer)
        assert kernel.pdq_turns(pixels, **size) == (answer.turns, answer.quality), answer
        assert kernel.pdq(pixels, **size) == (answer.turns[0], answer.quality), answer


def test_numpy_gives_the_reference_bits() -> None:
    for answer in ANSWERS[::3]:
        pixels = memoryview(pixels_of(answer))
        found = array.pdq_turns(pixels, answer.width, answer.height, answer.channels)
        assert found == (answer.turns, answer.quality), answer


def test_the_slow_twin_gives_the_reference_bits() -> None:
    for answer in FEW[::4]:
        found = slow.pdq_turns(pixels_of(answer), answer.width, answer.height, answer.channels)
        assert found == (answer.turns, answer.quality), answer
