"""How big things may be and what they may be called: small functions, files with one subject, honest names."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

from tests.house.sources import files, functions, inside, modules

LONGEST_FUNCTION = 60
LONGEST_FILE = 400
REFUSED = {
    *("util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "service", "services"),
    *("handler", "handlers", "base", "data", "info"),
}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end; the docstring counts."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_a_screen() -> None:
    found = [
        f"{one.path}:{node.lineno} {node.name} ({length(node)} lines)"
        for one in modules()
        for node in functions(one.tree)
        if length(node) > LONGEST_FUNCTION
    ]
    assert found == []


def test_most_functions_are_small() -> None:
    lengths = sorted(length(node) for one in inside() for node in functions(one.tree))
    assert statistics.median(lengths) <= 12
    assert lengths[int(len(lengths) * 0.9)] <= 30


def test_a_long_file_says_why() -> None:
    found = []
    for path in files():
        if path.suffix in (".py", ".c", ".h"):
            lines = path.read_text(encoding="utf-8").splitlines()
            first = " ".join(lines[: lines.index("")] if "" in lines else lines)
            if len(lines) > LONGEST_FILE and "because" not in first:
                found.append(f"{path.name}: {len(lines)} lines")
    assert found == []


def test_every_file_starts_by_saying_its_subject() -> None:
    silent = [one.path for one in modules() if one.text.strip() and not ast.get_docstring(one.tree)]
    assert silent == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    found = [
        one.path
        for one in modules()
        if {part.lower() for part in Path(one.path).with_suffix("").parts} & REFUSED
    ]
    assert found == []
