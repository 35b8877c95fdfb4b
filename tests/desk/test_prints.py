"""Fingerprints as the desk stores them come back whole, and old records open for ever."""

from pathlib import Path

import pytest

from rescind import fingerprint
from rescind.desk.management.starting import start

start(None)

from rescind.desk.records import prints  # noqa: E402 - only when Django is set up

ROOT = Path(__file__).parent.parent.parent
SAMPLES = ROOT / "tests" / "samples" / "images"


@pytest.mark.parametrize("name", ["copy-border20.jpg", "base-hubble.jpg", "1x1.png"])
@pytest.mark.parametrize("turns", [True, False])
def test_a_fingerprint_comes_back_as_it_was(name: str, turns: bool) -> None:
    made = fingerprint.of_image((SAMPLES / name).read_bytes(), turns=turns)
    back = prints.unpack(prints.pack(made))
    assert (back.turns, back.quality, back.panels) == (made.turns, made.quality, made.panels)
    assert made.parts is not None
    assert back.parts is not None
    assert (back.parts.prints, back.parts.places) == (made.parts.prints, made.parts.places)


def test_a_record_of_the_first_version_opens() -> None:
    old = prints.unpack((ROOT / "vectors" / "desk" / "prints-1.json").read_bytes())
    assert old.quality == 100
    assert len(old.turns) == 8
    assert len(old.panels) == 2
    assert old.parts is not None
    assert len(old.parts) == len(old.parts.prints) // 32 == 226
