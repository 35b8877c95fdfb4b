"""The page's modules in node: they agree with Python on every vector, and each side opens what the other sealed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rescind.person.casefile.contents import from_bytes
from rescind.person.casefile.sealing import unseal

VECTORS = Path(__file__).resolve().parents[2] / "vectors"
Node = Callable[..., str]


def passed(said: str) -> int:
    """How many tests node says have passed."""
    found = re.search(r"^ℹ pass (\d+)$", said, re.MULTILINE)
    assert found
    return int(found[1])


def test_the_same_pixels_give_the_same_256_bits_in_all_eight_turns(node: Node) -> None:
    assert passed(node("fingerprints")) >= 324


def test_the_same_pixels_give_the_same_panels_and_parts(node: Node) -> None:
    assert passed(node("prints")) >= 21


def test_the_same_frames_give_the_same_moments_of_a_video(node: Node, tmp_path: Path) -> None:
    carried = tmp_path / "case.json"
    assert passed(node("video", CARRIED=str(carried))) >= 15
    wanted = from_bytes((VECTORS / "casefile" / "v1-prints.json").read_bytes())
    assert wanted.videos
    assert from_bytes(carried.read_bytes()) == wanted


def test_what_is_see_through_in_heic_lies_on_white(node: Node) -> None:
    assert passed(node("heic")) >= 11


def test_headers_say_what_python_says_of_every_sample(node: Node) -> None:
    assert passed(node("headers")) >= 80


def test_laws_letters_documents_and_deadlines_are_those_of_python(node: Node) -> None:
    assert passed(node("removal")) >= 300


def test_a_case_sealed_by_either_side_opens_on_the_other(node: Node, tmp_path: Path) -> None:
    sealed = tmp_path / "notes.age"
    assert passed(node("case", SEALED_BY_THE_PAGE=str(sealed))) >= 20
    case = unseal(sealed.read_bytes(), "man\u0303ana")
    assert case.made_at == datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
    assert [entry.what for entry in case.log] == ["gelöscht \U0001f4f7"]


def test_every_language_has_every_sentence_with_its_gaps(node: Node) -> None:
    assert passed(node("words")) >= 25


def test_forms_of_other_sites_get_the_pieces_of_their_own_places(node: Node) -> None:
    assert passed(node("forms")) >= 6
