"""Reads the checkout for the house tests: its files, and the syntax trees of its Python modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "rescind"
NOT_OURS = {".git", ".venv", ".tools", "build", "dist", "demo-out", "__pycache__"}
NOT_OURS_ENDING = (".egg-info", "_cache", ".hypothesis")
HAVE_PYTHON = ("src", "demo", "tests", "bench", "tools")


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root of the checkout, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The room of `src/rescind` it lies in, or "" where it lies in none."""
        parts = Path(self.path).parts
        return parts[2] if parts[:2] == ("src", "rescind") and len(parts) > 3 else ""


def files() -> list[Path]:
    """Every file of the project, without what is built, cached or installed."""
    return sorted(_under(ROOT))


def _under(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.name.endswith(NOT_OURS_ENDING):
            continue
        if path.is_dir():
            yield from _under(path)
        elif path.suffix != ".so":
            yield path


@cache
def modules() -> tuple[Module, ...]:
    """Every Python file of the project."""
    paths = (path for path in files() if path.suffix == ".py")
    return tuple(_module(path) for path in paths)


@cache
def inside() -> tuple[Module, ...]:
    """The Python files of `src/rescind`."""
    return tuple(module for module in modules() if module.path.startswith("src/rescind/"))


def _module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module that is imported, by its whole name, and the line. `from a import b` gives `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def pages(folder: str = "docs") -> list[Path]:
    """The Markdown pages below a folder."""
    return sorted((ROOT / folder).rglob("*.md"))
