"""The value Meta's tools give for the very same file, defects and all."""

import pytest

from rescind.fingerprint import Fingerprint, Unclear, of_image, of_images
from tests.fingerprint import sampled

ROWS = sampled.rows("reference-style.csv")
LOSSY_ROUNDING = 2
LOSSY = (".jpg", ".webp", ".avif")


def ours(name: str) -> str:
    try:
        found = of_image(sampled.content(name), reference=True).reference
    except Unclear:
        return ""
    return found.hex() if found else ""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_the_value_is_the_one_meta_s_tool_gave(row: dict[str, str]) -> None:
    value = ours(row["file"])
    if not row["hash"]:
        assert value == ""
        return
    allowed = LOSSY_ROUNDING if row["file"].endswith(LOSSY) else 0
    assert sampled.apart(sampled.bits(value), sampled.bits(row["hash"])) <= allowed


def test_every_sample_is_in_the_table() -> None:
    assert [row["file"] for row in ROWS] == sampled.all_names()


@pytest.mark.parametrize("name", sampled.all_names())
def test_the_value_is_the_one_meta_s_tool_gives_here(name: str) -> None:
    hasher = pytest.importorskip("threatexchange.signal_type.pdq.pdq_hasher")
    value = ours(name)
    try:
        expected, _ = hasher.pdq_from_bytes(sampled.content(name))
    except Exception:  # noqa: BLE001  # the tool raises what Pillow and numpy raise, DecompressionBombError among them
        expected = ""
    assert value == expected


def test_it_is_worked_out_only_when_asked_for() -> None:
    content = sampled.image("base-cat.jpg")
    assert of_image(content).reference is None
    asked = list(of_images([("cat", content)], reference=True))
    assert isinstance(asked[0][1], Fingerprint)
    assert asked[0][1].reference


def test_the_defects_are_kept_apart_from_the_normalised_value() -> None:
    for name in ("palette.png", "cmyk.jpg", "exif-orientation-6.jpg", "grey16.png"):
        found = of_image(sampled.image(name), reference=True)
        assert found.reference
        assert sampled.apart(found.bits, found.reference) > 60, name
