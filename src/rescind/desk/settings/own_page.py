"""What `desk.toml` may say about the page that works on the asker's own device: whether this desk shows it at all.

It may be left out; `docs/formats/desk.md` says what then holds.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from rescind.words import phrase


@dataclass(frozen=True, slots=True)
class OwnPage:
    """`shown`: the page stands at `/page/`, and the form leads to it. `kept`: it offers to stay on a device."""

    shown: bool = True
    kept: bool = True


def parse(values: Mapping[str, object], faults: list[str]) -> OwnPage:
    """Return what the table `[page]` says; add a sentence to `faults` when it cannot be meant."""
    table = values.get("page", {})
    known = OwnPage.__slots__
    if isinstance(table, dict) and all(
        key in known and isinstance(value, bool) for key, value in table.items()
    ):
        return OwnPage(**table)
    faults.append(phrase("In the part [page] of desk.toml, shown and kept are true or false."))
    return OwnPage()


def as_toml(own_page: OwnPage) -> list[str]:
    """Return the lines of the file that say this; nothing for what is as if nothing were said."""
    if own_page == OwnPage():
        return []
    return ["[page]", *(f"{key} = {json.dumps(value)}" for key, value in asdict(own_page).items()), ""]
