"""Turn a law's notice into the blocks of a letter.

The lines of the template are marked before it is filled, and so are values that must stay recognisable. The
marks are Unicode noncharacters, which stand in no text; they are taken out of every value first. So a heading
is a heading because the law's folder says so, never because of what a person wrote.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from rescind.removal.letter_parts import Address, Block, Heading, Item, Paragraph, Signature, Spot, Spots

HEADING: Final = "\ufdd0"
SIGNED: Final = "\ufdd1"
ADDRESS: Final = "\ufdd2"
NUMBER: Final = "\ufdd3"
SPOT: Final = "\ufdd4"
SPOT_END: Final = "\ufdd5"
ITEM: Final = "\ufdd6"
ITEM_END: Final = "\ufdd7"

_MARKS: Final = re.compile("[\ufdd0-\ufdef]")
_NUMBERED: Final = re.compile(f"{NUMBER}[0-9]+{NUMBER}[.):]?\\s*")
_ADDRESSED: Final = re.compile(f"(.*?)[ :]*{ADDRESS}(.*){ADDRESS}(.*)")
_OPENS: Final = re.compile(r"\[\s*(if not|if|each)\b.*\]")
_SIGNATURE: Final = "{asker_name}"
"""A line with nothing but this gap begins the signature, which reaches to the next empty line."""


def unmarked(words: str) -> str:
    """Return a person's words without the characters that this file uses as marks."""
    return _MARKS.sub("", words)


def address(words: str) -> str:
    """Return the words marked as an address."""
    return f"{ADDRESS}{unmarked(words)}{ADDRESS}"


def number(count: int) -> str:
    """Return the number of a page, marked."""
    return f"{NUMBER}{count}{NUMBER}"


def mark(template: str) -> str:
    """Return the template with its headings (`# …`), its signature, and the lines of each page and place marked.

    A list's lines are one numbered page; the lines of a list inside it are one picture on that page.
    """
    lines: list[str] = []
    opened: list[str] = []
    for line in template.splitlines():
        word = line.strip()
        if word == "[end]" and opened and opened.pop() == "each":
            lines.append(ITEM_END if "each" in opened else SPOT_END)
        lines.append(_marked(line))
        if found := _OPENS.fullmatch(word):
            lines += [ITEM if "each" in opened else SPOT] if found[1] == "each" else []
            opened.append(found[1])
    return "\n".join(lines)


def _marked(line: str) -> str:
    if line.startswith("# "):
        return HEADING + line[2:]
    return SIGNED + line if line.strip() == _SIGNATURE else line


@dataclass(slots=True)
class _Reading:
    """What has been read so far: finished blocks, and the places or the signature that are still open."""

    blocks: list[Block] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    page: list[str] | None = None
    items: list[list[str]] = field(default_factory=list)
    in_item: bool = False
    signed: list[str] | None = None

    def close_signature(self) -> None:
        if self.signed:
            self.blocks.append(Signature(self.signed[0], tuple(self.signed[1:])))
        self.signed = None

    def close_page(self) -> None:
        self.spots.append(_spot(_item(self.page or []), tuple(_item(lines) for lines in self.items)))
        self.page, self.items = None, []

    def close_spots(self) -> None:
        if self.spots:
            self.blocks.append(Spots(tuple(self.spots)))
        self.spots = []


def read(filled: str) -> tuple[Block, ...]:
    """Return the blocks of a filled template that was marked."""
    reading = _Reading()
    for line in filled.splitlines():
        _take(reading, line.strip())
    reading.close_spots()
    reading.close_signature()
    return tuple(reading.blocks)


def _take(reading: _Reading, line: str) -> None:
    """Read one line into what is open, or begin something new with it."""
    if line == SPOT:
        reading.page = []
    elif line == SPOT_END:
        reading.close_page()
    elif reading.page is not None:
        _take_of_page(reading, reading.page, line)
    elif not line:
        reading.close_signature()
    elif reading.signed is not None:
        reading.signed.append(unmarked(line))
    else:
        reading.close_spots()
        _begin(reading, line)


def _take_of_page(reading: _Reading, page: list[str], line: str) -> None:
    """Read one line of a page, or of the picture on it that is open."""
    if line in (ITEM, ITEM_END):
        reading.in_item = line == ITEM
        reading.items += [[]] if reading.in_item else []
    elif reading.in_item:
        reading.items[-1].append(line)
    else:
        page.append(line)


def _begin(reading: _Reading, line: str) -> None:
    if line.startswith(SIGNED):
        reading.signed = [unmarked(line)]
    elif line.startswith(HEADING):
        reading.blocks.append(_heading(unmarked(line)))
    else:
        reading.blocks.append(Paragraph(unmarked(line)))


def _heading(words: str) -> Heading:
    """Return the heading; what its last parentheses hold is the provision it answers."""
    title, opened, cited = words.partition(" (")
    return Heading(title, cited[:-1]) if opened and cited.endswith(")") else Heading(words)


def _spot(page: Item, items: tuple[Item, ...]) -> Spot:
    """Return one page with its pictures. A single picture joins the page; what all addresses are is said once."""
    if len(items) == 1:
        return Spot(page.addresses + items[0].addresses, items[0].remarks + page.remarks)
    labels = {address.label for item in items for address in item.addresses}
    label = labels.pop() if len(labels) == 1 else ""
    return Spot(page.addresses, page.remarks, label, tuple(_unlabelled(item, label) for item in items))


def _unlabelled(item: Item, label: str) -> Item:
    addresses = (replace(each, label="" if each.label == label else each.label) for each in item.addresses)
    return replace(item, addresses=tuple(addresses))


def _item(lines: list[str]) -> Item:
    """Return one picture or page: its marked lines are addresses, the others remarks."""
    whole = [_NUMBERED.sub("", line) for line in lines]
    return Item(tuple(_addresses(whole)), tuple(_remarks(whole)))


def _addresses(lines: list[str]) -> Iterator[Address]:
    for line in lines:
        if found := _ADDRESSED.fullmatch(line):
            yield Address(label=found[1].strip(), words=found[2])


def _remarks(lines: list[str]) -> Iterator[str]:
    """Yield the lines without an address, and what follows an address on its line."""
    for line in lines:
        found = _ADDRESSED.fullmatch(line)
        if remark := unmarked(found[3].strip() if found else line):
            yield remark
