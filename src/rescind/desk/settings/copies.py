"""What `desk.toml` may say about copies: whether identical ones are removed at once, and how much is kept of what is known.

Everything here may be left out; `docs/formats/desk.md` says what then holds.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

from rescind.words import phrase

LIST, REMOVE = "list", "remove"
WHOLE, PARTS = "whole", "parts"


@dataclass(frozen=True, slots=True)
class Copies:
    """`identical`: files that are the same byte for byte wait for a person's word, or are removed at once.

    `known`: of every picture that was sent through the match call the fingerprint of the whole is kept (about 1 KB), or
    its parts too (about 20 KB), with which cut copies are found.
    """

    identical: str = LIST
    known: str = WHOLE


CHOICES: Final = {"identical": (LIST, REMOVE), "known": (WHOLE, PARTS)}


def parse(values: Mapping[str, object], faults: list[str]) -> Copies:
    """Return what the table `[copies]` says; add a sentence to `faults` when it cannot be meant."""
    table = values.get("copies", {})
    if isinstance(table, dict) and all(value in CHOICES.get(key, ()) for key, value in table.items()):
        return Copies(**table)
    faults.append(
        phrase("In the part [copies] of desk.toml, identical is list or remove, and known is whole or parts.")
    )
    return Copies()


def as_toml(copies: Copies) -> list[str]:
    """Return the lines of the file that say this; nothing for what is as if nothing were said."""
    if copies == Copies():
        return []
    return ["[copies]", *(f"{key} = {json.dumps(value)}" for key, value in asdict(copies).items()), ""]
