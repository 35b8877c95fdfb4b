"""The small language of the letters: gaps, blocks, and values that stay values."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.removal import NoticeBroken, fill

PLACES = [
    {"page": "https://a.example/1", "note": ""},
    {"page": "https://a.example/2", "note": "third picture"},
]


def test_a_gap_is_filled() -> None:
    assert fill("Dear {operator},", {"operator": "board.example"}) == "Dear board.example,\n"


def test_doubled_braces_are_plain_ones() -> None:
    assert fill("a {{b}} {x}", {"x": "c"}) == "a {b} c\n"


@pytest.mark.parametrize(
    ("value", "stands"),
    [(True, True), (False, False), ("words", True), ("", False), ("  \n", False), ([], False)],
)
def test_a_condition_asks_whether_the_value_is_there(value: object, stands: bool) -> None:
    values = {"x": value}
    assert fill("[if x]\nyes\n[end]\nafter", values) == ("yes\nafter\n" if stands else "after\n")  # type: ignore[arg-type]
    assert fill("[if not x]\nno\n[end]\nafter", values) == ("after\n" if stands else "no\nafter\n")  # type: ignore[arg-type]


def test_a_list_is_written_item_by_item_with_conditions_inside() -> None:
    template = "[each places]\n{page}\n  [if note]\n  ({note})\n  [end]\n[end]\nEnd"
    written = "https://a.example/1\nhttps://a.example/2\n  (third picture)\nEnd\n"
    assert fill(template, {"places": PLACES}) == written


def test_an_item_may_hold_a_list_of_its_own() -> None:
    template = "[each pages]\n{page}\n[each places]\n- {file}\n[end]\n[end]\nEnd"
    pages: list[dict[str, Any]] = [
        {"page": "first", "places": [{"file": "a"}, {"file": "b"}]},
        {"page": "second", "places": []},
        {"page": "third", "places": [{"file": "c"}]},
    ]
    assert fill(template, {"pages": pages}) == "first\n- a\n- b\nsecond\nthird\n- c\nEnd\n"


def test_what_is_inside_an_item_is_not_seen_after_it() -> None:
    with pytest.raises(NoticeBroken):
        fill("[each places]\n{page}\n[end]\n{page}", {"places": PLACES})


def test_dropped_blocks_leave_no_hole() -> None:
    assert fill("one\n\n[if x]\nmiddle\n[end]\n\ntwo", {"x": ""}) == "one\n\ntwo\n"


def test_lines_of_a_value_stay_inside_their_paragraph() -> None:
    assert (
        fill("   Note: {note}", {"note": "first\r\nsecond\u2028third"})
        == "   Note: first\n   second\n   third\n"
    )


def test_characters_that_cannot_be_seen_are_left_out() -> None:
    assert fill("{note}", {"note": "a\x00\x1b[31mb\x85c"}) == "a[31mb\nc\n"


@pytest.mark.parametrize(
    "template",
    [
        "{unknown}",
        "{places}",
        "{}",
        "{x y}",
        "{x.y}",
        "{x!r}",
        "{x:>10}",
        "{ x}",
        "{",
        "}",
        "a } b",
        "{a{x}}",
        "[if x]",
        "[if x]\n[end]\n[end]",
        "[end]",
        "[if]\n[end]",
        "[if not]\n[end]",
        "[each]\n[end]",
        "[each x]\n[end]",
        "[if unknown]\n[end]",
        "[each unknown]\n[end]",
        "[if x] words\n[end]",
        "[if X]\n[end]",
        "[end x]",
        "[if x]\n[each places]\n[end]",
    ],
)
def test_a_broken_template_is_refused(template: str) -> None:
    with pytest.raises(NoticeBroken):
        fill(template, {"x": "words", "places": PLACES})


@given(st.text())
def test_no_value_can_open_a_gap_or_a_block(text: str) -> None:
    template = "[if x]\nbefore {x} after\n[end]\n[each places]\n{page}\n[end]\nlast"
    for hostile in (text, "{secret}", "[if secret]", "[end]", "x\n[end]\n[each places]", "{{", "}}"):
        written = fill(template, {"x": f"a{hostile}", "secret": "S3CRET", "places": [{"page": hostile}]})
        assert "S3CRET" not in written
        assert written.startswith("before a")
        assert written.endswith("last\n")


@given(st.text(alphabet="{}[]ifeachnodx \n"))
def test_any_template_is_read_or_refused(template: str) -> None:
    with suppress(NoticeBroken):
        assert isinstance(fill(template, {"x": "words"}), str)
