"""The letter of a law as a template, and how its gaps are filled.

The syntax is small on purpose, so that a lawyer or a translator can own the file:

    {name}            a gap
    {{                a plain opening brace;  }}  a plain closing one
    [if name]         the lines up to [end] stand only when the value is there
    [if not name]     … only when it is not
    [each name]       the lines up to [end] stand once for each item of a list; an item may hold a list of its own
    [end]             closes the nearest open block

A block mark stands alone on its line. A paragraph is one line; whoever lays out the letter wraps it. A
template is taken apart before anything is filled in, so no value can open a gap or a block.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rescind.removal.errors import RemovalError

Value = str | bool | Sequence[Mapping[str, "Value"]]
Values = Mapping[str, Value]

GAPS: Final = frozenset(
    {
        "operator",
        "pages",
        "number",
        "page",
        "seen",
        "more",
        "places",
        "file",
        "note",
        "asker_name",
        "asker_contact",
        "asker_postal",
        "asker_phone",
        "role",
        "authorised",
        "authority_scope",
        "authority_since",
        "reason",
        "today",
        "law_citation",
        "request_id",
    }
)
"""Every name a notice may use. `number`, `page`, `seen`, `more` and `places` belong to one page of `pages`, and
`file` and `note` to one place of `places`.
"""

_MARK: Final = re.compile(r"\[\s*(if not|if|each|end)\b\s*([a-z_]*)\s*\]")
_PIECE: Final = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|[{}])")
_NAME: Final = re.compile(r"[a-z][a-z_]*")
_INVISIBLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DEEPEST: Final = 20
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n){2,}")


class NoticeBroken(RemovalError):
    """A template that cannot be read, or that asks for a value that was not given; for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place for a value inside a line."""

    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line: plain text and gaps, in order."""

    pieces: tuple[str | Gap, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand once, never, or once for each item; `kind` is "if", "if not" or "each"."""

    kind: str
    name: str
    parts: tuple["Line | Block", ...]


def parse(template: str) -> tuple[Line | Block, ...]:
    """Return the template as lines and blocks; raise NoticeBroken for a wrong mark, brace or block."""
    lines = iter(template.splitlines())
    return _parts(lines, inside=None)


def names(template: str) -> frozenset[str]:
    """Return every gap and block name of a template; raise NoticeBroken as `parse` does."""
    return frozenset(_names(parse(template)))


def fill(template: str, values: Values) -> str:
    """Return the letter: lines separated by one line break, no blank line doubled, one line break at the end.

    Raises NoticeBroken for a broken template, a name without a value, or a value of the wrong kind. A value
    of several lines keeps them, each indented like the line its gap stands on; characters that cannot be
    seen are left out.
    """
    written = "\n".join(_write(parse(template), values))
    return _BLANK_LINES.sub("\n\n", written).strip("\n") + "\n"


def _parts(lines: Iterator[str], inside: str | None, depth: int = 0) -> tuple[Line | Block, ...]:
    """Return the parts up to the end of the block named `inside`, or to the end of the template."""
    parts: list[Line | Block] = []
    for line in lines:
        mark = _MARK.fullmatch(line.strip())
        if mark is None:
            parts.append(_line(line))
        elif mark[1] == "end":
            if inside is None or mark[2]:
                raise NoticeBroken(f"an [end] that closes nothing: {line.strip()}")
            return tuple(parts)
        else:
            parts.append(_block(mark, lines, depth + 1))
    if inside is not None:
        raise NoticeBroken(f"[{inside}] is never closed")
    return tuple(parts)


def _block(mark: re.Match[str], lines: Iterator[str], depth: int) -> Block:
    if not mark[2]:
        raise NoticeBroken(f"[{mark[1]}] needs a name")
    if depth > _DEEPEST:
        raise NoticeBroken(f"more than {_DEEPEST} blocks inside each other")
    return Block(mark[1], mark[2], _parts(lines, f"{mark[1]} {mark[2]}", depth))


def _line(text: str) -> Line:
    """Return one line taken apart; raise NoticeBroken for a lone brace, a strange name or a stray block
    mark.
    """
    if text.lstrip().startswith(("[if", "[each", "[end")):
        raise NoticeBroken(f"a block mark that cannot be read: {text.strip()}")
    return Line(tuple(_piece(each) for each in _PIECE.split(text) if each))


def _piece(text: str) -> str | Gap:
    if text in ("{{", "}}"):
        return text[0]
    if text in ("{", "}"):
        raise NoticeBroken("a brace that opens or closes nothing")
    if text.startswith("{"):
        if not _NAME.fullmatch(text[1:-1]):
            raise NoticeBroken(f"a gap that is not well named: {text}")
        return Gap(text[1:-1])
    return text


def _names(parts: tuple[Line | Block, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Block):
            yield part.name
            yield from _names(part.parts)
        else:
            yield from (each.name for each in part.pieces if isinstance(each, Gap))


def _write(parts: tuple[Line | Block, ...], values: Values) -> Iterator[str]:
    """Yield the lines that stand, filled."""
    for part in parts:
        if isinstance(part, Line):
            yield _filled(part, values)
        elif part.kind == "each":
            for item in _items(part.name, values):
                yield from _write(part.parts, {**values, **item})
        elif bool(_value(part.name, values)) is (part.kind == "if"):
            yield from _write(part.parts, values)


def _value(name: str, values: Values) -> Value:
    """Return the value with this name, text without outer blanks; raise NoticeBroken when there is none."""
    if name not in values:
        raise NoticeBroken(f"nothing was given for {name}")
    value = values[name]
    return value.strip() if isinstance(value, str) else value


def _items(name: str, values: Values) -> Sequence[Values]:
    value = _value(name, values)
    if isinstance(value, str | bool):
        raise NoticeBroken(f"{name} is not a list")
    return value


def _filled(line: Line, values: Values) -> str:
    first = line.pieces[0] if line.pieces else ""
    indent = "" if isinstance(first, Gap) else first[: len(first) - len(first.lstrip())]
    return "".join(
        each if isinstance(each, str) else _text(each.name, values, indent) for each in line.pieces
    )


def _text(name: str, values: Values, indent: str) -> str:
    """Return the value as text that stays inside its paragraph's indent."""
    value = _value(name, values)
    if not isinstance(value, str):
        raise NoticeBroken(f"{name} is not text")
    return f"\n{indent}".join(_INVISIBLE.sub("", each).strip() for each in value.splitlines())
