"""The forms that large sites and search engines have of their own: where they are and what to paste there.

Data, dated and with its source, in `forms.toml` beside this file; reading it is strict. Nothing is looked up, filled in or
sent: a person opens the address and pastes. A form belongs to a place by the place's host alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rescind.person.places_to_go import Evidence, entries_of, is_month, part_wrong

_FILE = Path(__file__).with_name("forms.toml")
_LISTS = {"hosts", "asks", "paste"}
_MAY_BE_EMPTY = {"hosts", "guide", "paste"}


class Kind(Enum):
    """What a form is for: one site, a search engine, or a list of fingerprints."""

    SITE = "site"
    SEARCH = "search"
    LIST = "list"


class Piece(Enum):
    """A part of a request that fits into a form."""

    ADDRESSES = "addresses"
    FILES = "files"
    STATEMENTS = "statements"
    REASON = "reason"
    NAME = "name"
    CONTACT = "contact"


@dataclass(frozen=True)
class Form:
    """One form. `asks`, `way` and `limits` are sentences for a person, in English; `guide` may be empty, and `hosts` is
    for a site alone. `read_on` is YYYY-MM.
    """

    id: str
    name: str
    kind: Kind
    hosts: tuple[str, ...]
    link: str
    guide: str
    asks: tuple[str, ...]
    paste: tuple[Piece, ...]
    way: str
    limits: str
    evidence: Evidence
    source: str
    read_on: str

    @property
    def checked(self) -> bool:
        """Whether the address was read on a page of whoever runs the form. If not, say so beside it."""
        return self.evidence is Evidence.OWN_PAGE

    def covers(self, host: str) -> bool:
        """Whether this host, or one above it, is among the form's."""
        return any(host == one or host.endswith(f".{one}") for one in self.hosts)


def forms() -> tuple[Form, ...]:
    """Return every form that somebody could verify, in the order of the file."""
    return _read_file()


def form_for(address: str) -> Form | None:
    """Return the form of the site that an address or a host belongs to; None when there is none."""
    try:
        host = urlsplit(address if "://" in address else f"https://{address}").hostname or ""
    except ValueError:
        return None  # words with a bracket in them, say
    return next((one for one in forms() if one.covers(host.rstrip("."))), None)


def read(content: bytes, *, called: str) -> tuple[Form, ...]:
    """Return the forms of a TOML list, without the unverified; `called` names the list in an error (ListBroken)."""
    found = [_form(entry, where) for where, entry in entries_of(content, "form", Form, called=called)]
    return tuple(one for one in found if one.evidence is not Evidence.UNVERIFIED)


@cache
def _read_file() -> tuple[Form, ...]:
    return read(_FILE.read_bytes(), called=_FILE.name)


def _form(entry: dict[str, Any], where: str) -> Form:
    for name in (field.name for field in fields(Form)):
        if not _is_well_formed(name, entry[name]):
            raise part_wrong(where, name)
    lists = {name: tuple(entry[name]) for name in _LISTS}
    pieces = tuple(Piece(one) for one in entry["paste"])
    chosen = {"kind": Kind(entry["kind"]), "evidence": Evidence(entry["evidence"]), "paste": pieces}
    return Form(**{**entry, **lists, **chosen})


def _is_well_formed(name: str, value: object) -> bool:
    if name in _LISTS:
        return isinstance(value, list) and _is_list_of(name, value)
    if not isinstance(value, str) or not (value.strip() or name in _MAY_BE_EMPTY):
        return False
    match name:
        case "kind":
            return value in {one.value for one in Kind}
        case "evidence":
            return value in {one.value for one in Evidence}
        case "link" | "guide":
            return value == "" or value.startswith("https://")
        case "read_on":
            return is_month(value)
    return True


def _is_list_of(name: str, values: Sequence[object]) -> bool:
    if not values and name not in _MAY_BE_EMPTY:
        return False
    known = {piece.value for piece in Piece}
    return all(isinstance(one, str) and one.strip() and (name != "paste" or one in known) for one in values)
