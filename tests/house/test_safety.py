"""`docs/safety.md` against the tests: whatever it promises names the test that holds it, and that test exists.

Every list item and every paragraph below a second-level heading is a promise and ends with one or more references:

    Nothing is written while you check without a case. [test: tests/stories/check_leaves_nothing.txt]
    A bomb is refused. [test: tests/fingerprint/test_refusals.py::test_a_bomb_is_refused]

Sections whose heading starts with "What is not promised" or "Words" are free of this, and so is the introduction.
"""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.sources import ROOT

PAGE = ROOT / "docs" / "safety.md"
REFERENCE = re.compile(r"\[test: (tests/[\w./-]+?)(?:::(\w+))?\]")
FREE = ("what is not promised", "words")


def promises(text: str) -> list[str]:
    """Every promise of the page, on one line each."""
    sections = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    found = []
    for section in sections:
        title, _, body = section.partition("\n")
        if not title.lower().startswith(FREE):
            blocks = re.split(r"\n\s*\n|\n(?=[-*] |\d+\. )", body)
            found += [
                " ".join(block.split()) for block in blocks if block.strip() and not block.startswith("#")
            ]
    return found


def exists(path: str, name: str | None) -> bool:
    """Whether the reference leads to a story, or to a test function (or class) of that name."""
    file = ROOT / path
    if not file.is_file():
        return False
    if file.suffix == ".txt":
        return name is None
    named = (
        node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    )
    return name is not None and name.startswith("test_") and any(node.name == name for node in named)


def test_every_promise_ends_with_its_test() -> None:
    found = promises(PAGE.read_text(encoding="utf-8"))
    assert found
    assert [promise for promise in found if not re.search(REFERENCE.pattern + r"\.?$", promise)] == []


def test_every_test_that_is_named_exists() -> None:
    named = REFERENCE.findall(PAGE.read_text(encoding="utf-8"))
    assert named
    assert [f"{path}::{name}" for path, name in named if not exists(path, name or None)] == []


@pytest.mark.parametrize(
    ("path", "name", "there"),
    [
        ("tests/house/test_safety.py", "test_every_test_that_is_named_exists", True),
        ("tests/house/test_safety.py", "test_that_nobody_wrote", False),
        ("tests/house/test_safety.py", None, False),
        ("tests/house/nowhere.py", "test_x", False),
    ],
)
def test_a_reference_is_looked_up(path: str, name: str | None, there: bool) -> None:
    assert exists(path, name) is there


def test_a_promise_without_a_test_is_seen() -> None:
    page = "# Safety\n\nIntro.\n\n## Kept\n\n- A. [test: tests/a.txt]\n- B, never\n  mind.\n\n"
    page += "## What is not promised\n\nC.\n"
    assert promises(page) == ["- A. [test: tests/a.txt]", "- B, never mind."]
