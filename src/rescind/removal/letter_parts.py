"""What a letter is made of, before it becomes plain text, a mail or a printed page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the box at the head of the letter, for example the number of the request; most have one line."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the paragraphs below it are about: one element that the law asks for, and `cited` where, or empty."""

    words: str
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words. No line break inside has a meaning."""

    words: str


@dataclass(frozen=True, slots=True)
class Address:
    """One address, or a few words that lead to it. `label` says whose address it is, or is empty."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One of several pictures on a page: its address, and what the asker remarked about it."""

    addresses: tuple[Address, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """One page in the numbered list: its addresses, then what the asker remarked about it.

    A page with several pictures has them as `items`, numbered after it (see `item_name`); `label` says once
    what all their addresses are. A page with one picture has no items: its address stands with the page's.
    """

    addresses: tuple[Address, ...]
    remarks: tuple[str, ...]
    label: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Spots:
    """The numbered list of pages."""

    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and under it how, when and for whom, a line each."""

    name: str
    lines: tuple[str, ...]


Block = Heading | Paragraph | Spots | Signature


@dataclass(frozen=True, slots=True)
class Letter:
    """A complete letter. It holds no picture and no fingerprint, because no part of it has room for one.

    `law` is the law's slug, `contact` the address for answers, `written_at` the moment of composing in UTC.
    `paging` has the gaps `{page}` and `{pages}`; `running` stands at the foot of every page.
    """

    request: str
    law: str
    language: str
    direction: Literal["ltr", "rtl"]
    subject: str
    title: str
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    contact: str
    written_at: datetime
    running: str
    paging: str


def item_name(number: int, count: int) -> str:
    """Return the name of the item that is the `count`th (from 1) on the page with this number: 3a, 3b, … 3z, 3aa."""
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"{number}{letters}"
