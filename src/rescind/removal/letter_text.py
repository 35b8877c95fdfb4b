"""A letter as plain text: short lines, each address whole and at the end of its line so that it can be copied."""

import textwrap
from typing import Final, assert_never

from rescind.removal.letter_parts import (
    Address,
    Block,
    Fact,
    Heading,
    Letter,
    Paragraph,
    Signature,
    Spot,
    Spots,
    item_name,
)

WIDTH: Final = 74
"""Characters a line, so that two levels of quoting still fit the 78 that mail asks for (RFC 5322, 2.1.1)."""


def as_text(letter: Letter) -> str:
    """Return the letter as text with line feeds between its lines and at the end.

    No line is longer than WIDTH unless one word of it is: an address is never broken.
    """
    parts = [underlined(letter.title, "="), *facts(letter.facts)]
    parts += [written(block) for block in letter.blocks]
    return "\n\n".join(parts) + "\n"


def facts(rows: tuple[Fact, ...]) -> list[str]:
    """Return the box at the head as one part, or nothing when it is empty."""
    lines = [line for row in rows for line in wrapped(f"{row.name}: {'; '.join(row.lines)}", rest="  ")]
    return ["\n".join(lines)] if lines else []


def written(block: Block) -> str:
    """Return one block as lines."""
    match block:
        case Heading(words, cited):
            return "\n".join([underlined(words, "-"), *(wrapped(f"({cited})") if cited else ())])
        case Paragraph(words):
            return "\n".join(wrapped(words))
        case Spots(spots):
            return "\n\n".join(spot(number, each) for number, each in enumerate(spots, start=1))
        case Signature(name, lines):
            return "\n".join([name, *(line for each in lines for line in wrapped(each))])
        case _:
            assert_never(block)


def spot(number: int, it: Spot) -> str:
    """Return one page of the list: its number, its addresses, its remarks, and each picture on it."""
    mark = f"{number}. "
    lines = listed(it.addresses, it.remarks, len(mark))
    lines += [f"{it.label}:"] if it.label else []
    for count, each in enumerate(it.items, start=1):
        name = f"{item_name(number, count)}. "
        lines += behind(name, listed(each.addresses, each.remarks, len(mark) + len(name)))
    return "\n".join(behind(mark, lines))


def listed(addresses: tuple[Address, ...], remarks: tuple[str, ...], indent: int) -> list[str]:
    """Return addresses, each whole on its line, and remarks, short enough to stand behind `indent` characters."""
    lines = [f"{each.label}: {each.words}" if each.label else each.words for each in addresses]
    return lines + [line for remark in remarks for line in wrapped(remark, width=WIDTH - indent)]


def behind(mark: str, lines: list[str]) -> list[str]:
    """Return the lines with the mark before the first and as much room before the others."""
    return [(mark if count == 0 else " " * len(mark)) + line for count, line in enumerate(lines or [""])]


def underlined(words: str, stroke: str) -> str:
    """Return the words as a heading: wrapped, with a line under them as long as the longest."""
    lines = wrapped(words)
    return "\n".join([*lines, stroke * max(map(len, lines), default=0)])


def wrapped(words: str, rest: str = "", width: int = WIDTH) -> list[str]:
    """Return the words in lines of at most `width`, later ones behind `rest`; a longer word stays whole."""
    return textwrap.wrap(
        words, width, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    ) or [""]
