"""Services and people who help: for somebody under 18, and for everybody else. Data, dated and with its
source.

The files `under18.toml` and `helplines.toml` beside this one can be edited by people who do not program;
reading them is strict, so that a slip is a clear error and not a wrong telephone number. An entry that nobody
could verify (evidence U) is never shown. Nothing is looked up anywhere.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from rescind.words import phrase

WORLD = "world"

_HERE = Path(__file__).parent
_COUNTRY = re.compile(r"[A-Z]{2}")
_MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
_OTHER_NAMES = {"UK": "GB", "EL": "GR"}
_MAY_BE_EMPTY = {"hours"}


class Evidence(Enum):
    """How well an entry is known; the tags of the files."""

    OWN_PAGE = "P"
    ELSEWHERE = "S"
    KNOWN = "K"
    UNVERIFIED = "U"


@dataclass(frozen=True)
class Service:
    """One service. `country` is two letters or "world"; `hours` may be empty, the rest never; `read_on` is
    YYYY-MM.
    """

    name: str
    country: str
    contact: str
    hours: str
    ages: str
    evidence: Evidence
    source: str
    read_on: str

    @property
    def checked(self) -> bool:
        """Whether it was read on the service's own page or an official one. If not, say so beside it."""
        return self.evidence is Evidence.OWN_PAGE


class ListBroken(Exception):
    """A list of services is not as it must be; the sentence names the file, the entry and the part."""


def under_18(country: str | None = None) -> tuple[Service, ...]:
    """Return the services that may lawfully act when somebody shown was under 18; those of `country` come
    first.
    """
    return _ordered(_list("under18.toml"), country)


def helplines(country: str | None = None) -> tuple[Service, ...]:
    """Return the people who help adults; those of `country` (two letters) come first, then those for the
    whole world.
    """
    return _ordered(_list("helplines.toml"), country)


def is_month(words: str) -> bool:
    """Say whether this is a month as the lists write it: 2026-11."""
    return bool(_MONTH.fullmatch(words))


def read(content: bytes, *, called: str) -> tuple[Service, ...]:
    """Return the services of a TOML list, without the unverified; `called` names the list in an error
    (ListBroken).
    """
    services = [
        _service(entry, where) for where, entry in entries_of(content, "service", Service, called=called)
    ]
    return tuple(one for one in services if one.evidence is not Evidence.UNVERIFIED)


def entries_of(
    content: bytes, table: str, kind: type[Any], *, called: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield where each entry of a TOML list stands, for a message, and the entry: exactly the parts of the dataclass `kind`.

    Raises ListBroken.
    """
    try:
        entries = tomllib.loads(content.decode("utf-8")).get(table)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ListBroken(
            phrase("The list {called} cannot be read: {why}.", called=called, why=error)
        ) from error
    if not isinstance(entries, list) or not entries:
        raise ListBroken(phrase("The list {called} has no services in it.", called=called))
    names = [field.name for field in fields(kind)]
    for row, entry in enumerate(entries, start=1):
        where = f"{called}, {row}"
        if not isinstance(entry, dict) or sorted(entry) != sorted(names):
            raise ListBroken(
                phrase("Entry {where} must have exactly: {names}.", where=where, names=", ".join(names))
            )
        yield where, entry


def part_wrong(where: str, name: str) -> ListBroken:
    """Return the error for a part of an entry that is not as it must be."""
    return ListBroken(phrase("In entry {where}, “{name}” is not as it must be.", where=where, name=name))


@cache
def _list(name: str) -> tuple[Service, ...]:
    return read((_HERE / name).read_bytes(), called=name)


def _service(entry: dict[str, Any], where: str) -> Service:
    for name in (field.name for field in fields(Service)):
        if not isinstance(entry[name], str) or not (entry[name].strip() or name in _MAY_BE_EMPTY):
            raise part_wrong(where, name)
    if entry["country"] != WORLD and not _COUNTRY.fullmatch(entry["country"]):
        raise part_wrong(where, "country")
    if not is_month(entry["read_on"]):
        raise part_wrong(where, "read_on")
    if entry["evidence"] not in {tag.value for tag in Evidence}:
        raise part_wrong(where, "evidence")
    return Service(**{**entry, "evidence": Evidence(entry["evidence"])})


def _ordered(services: tuple[Service, ...], country: str | None) -> tuple[Service, ...]:
    asked = (country or "").strip().upper()
    asked = _OTHER_NAMES.get(asked, asked)

    def rank(service: Service) -> int:
        if service.country == asked:
            return 0
        return 1 if service.country == WORLD else 2

    return tuple(sorted(services, key=rank))  # sorting keeps the order of the file among equals
