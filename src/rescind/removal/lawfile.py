"""Read one law folder (`law.toml` and its notices) into a `Law`, or say which file and which field is
wrong.
"""

import re
import tomllib
from datetime import date
from enum import Enum
from importlib.resources.abc import Traversable
from typing import Final, TypeVar

from rescind.removal import notice
from rescind.removal.clock import Clock, Unit
from rescind.removal.completeness import FACTS, is_fact
from rescind.removal.errors import RemovalError
from rescind.removal.provisions import (
    Caution,
    Check,
    Declaration,
    Duty,
    Element,
    Ground,
    Law,
    Notice,
    Rung,
    When,
)
from rescind.removal.table import Table, Wrong

FORMAT: Final = 1

_NOTICE: Final = re.compile(r"notice\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\.txt")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
Choice = TypeVar("Choice", bound=Enum)


class LawBroken(RemovalError):
    """A law folder cannot be used: `file` and `field` say where, `problem` why. For whoever wrote the
    folder.
    """

    def __init__(self, file: str, field: str, problem: str) -> None:
        super().__init__(f"{file}: {field}: {problem}")
        self.file = file
        self.field = field
        self.problem = problem


def read_law(folder: Traversable) -> Law:
    """Return the law in this folder; raise LawBroken naming the file and the field that is wrong."""
    file = f"{folder.name}/law.toml"
    try:
        table = Table(tomllib.loads((folder / "law.toml").read_text("utf-8")))
        law = _law(table, _notices(folder))
        table.finish()
        _check_whole(law, folder.name)
    except Wrong as error:
        raise LawBroken(file, error.field, error.problem) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LawBroken(file, "the file", str(error)) from error
    return law


def _law(table: Table, notices: tuple[Notice, ...]) -> Law:
    if table.take("format", int) != FORMAT:
        raise table.wrong("format", f"is not {FORMAT}")
    return Law(
        slug=_id(table, "slug"),
        title=_said(table, "title"),
        jurisdiction=_said(table, "jurisdiction"),
        countries=_countries(table),
        automatic=table.take("automatic", bool),
        fallback=table.take_or("fallback", False),
        covers=_said(table, "covers"),
        citations=table.texts("citations"),
        read_on=table.take("read_on", date),
        elements=table.tables("element", _element),
        declarations=table.tables("declaration", _declaration, optional=True),
        clock=table.table("clock", _clock),
        other_clocks=table.tables("other_clock", _clock, optional=True),
        duties=table.tables("duty", _duty, optional=True),
        grounds=table.tables("ground", _ground, optional=True),
        rungs=table.tables("rung", _rung),
        cautions=table.tables("caution", _caution, optional=True),
        checks=table.tables("check", _check, optional=True),
        notices=notices,
    )


def _said(table: Table, key: str) -> str:
    """Take a sentence; raise Wrong when it is blank or has braces (sentences go through the catalogue)."""
    text = table.take(key, str)
    if not text.strip() or set(text) & set("{}"):
        raise table.wrong(key, "is blank or holds a brace")
    return text


def _id(table: Table, key: str) -> str:
    text = table.take(key, str)
    if not _ID.fullmatch(text):
        raise table.wrong(key, "is not a short name of small letters, digits and hyphens")
    return text


def _one_of(table: Table, key: str, kind: type[Choice]) -> Choice:
    try:
        return kind(table.take(key, str))
    except ValueError as error:
        raise table.wrong(key, f"is none of {', '.join(each.value for each in kind)}") from error


def _countries(table: Table) -> frozenset[str]:
    codes = table.texts("countries")
    if not all(_COUNTRY.fullmatch(each) for each in codes):
        raise table.wrong("countries", "holds something that is not two capital letters")
    return frozenset(codes)


def _element(table: Table) -> Element:
    filled_by = table.texts("filled_by")
    if not filled_by or not all(is_fact(each) for each in filled_by):
        raise table.wrong("filled_by", f"must name facts: {', '.join(FACTS)} or declaration:<id>")
    return Element(
        id=_id(table, "id"),
        title=_said(table, "title"),
        missing=_said(table, "missing"),
        citation=_said(table, "citation"),
        filled_by=filled_by,
    )


def _declaration(table: Table) -> Declaration:
    return Declaration(
        id=_id(table, "id"),
        own=_said(table, "own"),
        authorised=_said(table, "authorised"),
        citation=_said(table, "citation"),
    )


def _clock(table: Table) -> Clock:
    unit = _one_of(table, "unit", Unit)
    amount = table.take_or("amount", 0)
    if (unit is Unit.NONE) != (amount == 0) or not 0 <= amount <= 1000:
        raise table.wrong("amount", "does not fit the unit")
    holidays: list[object] = table.take_or("holidays", [])
    if not all(type(each) is date for each in holidays):
        raise table.wrong("holidays", "holds something that is not a date")
    return Clock(
        id=_id(table, "id"),
        unit=unit,
        amount=amount,
        start=_said(table, "from"),
        note=_said(table, "note"),
        citation=_said(table, "citation"),
        ends_on_business_day=table.take_or("ends_on_business_day", False),
        holidays=frozenset(each for each in holidays if isinstance(each, date)),
    )


def _ground(table: Table) -> Ground:
    return Ground(_id(table, "id"), _said(table, "text"), _said(table, "citation"))


def _rung(table: Table) -> Rung:
    try:
        when = frozenset(When(each) for each in table.texts("when"))
    except ValueError as error:
        raise table.wrong("when", f"is none of {', '.join(each.value for each in When)}") from error
    link = table.take_or("link", "")
    if link and not link.startswith("https://"):
        raise table.wrong("link", "does not begin with https://")
    return Rung(
        id=_id(table, "id"), when=when, text=_said(table, "text"), link=link, needs=table.texts("needs")
    )


def _duty(table: Table) -> Duty:
    return Duty(_id(table, "id"), _said(table, "text"), _said(table, "citation"))


def _caution(table: Table) -> Caution:
    return Caution(_id(table, "id"), _said(table, "text"), _said(table, "citation"))


def _check(table: Table) -> Check:
    return Check(_said(table, "text"), table.texts("citations"))


def _notices(folder: Traversable) -> tuple[Notice, ...]:
    """Return the folder's notices by language; raise LawBroken for one that cannot be filled, or no English
    one.
    """
    found = [(match[1], each) for each in folder.iterdir() if (match := _NOTICE.fullmatch(each.name))]
    if "en" not in {language for language, _ in found}:
        raise LawBroken(f"{folder.name}/notice.en.txt", "the file", "is missing")
    return tuple(
        _notice(folder, language, file) for language, file in sorted(found, key=lambda each: each[0])
    )


def _notice(folder: Traversable, language: str, file: Traversable) -> Notice:
    where = f"{folder.name}/{file.name}"
    try:
        template = file.read_text("utf-8")
        strange = notice.names(template) - notice.GAPS
    except (notice.NoticeBroken, OSError, UnicodeDecodeError) as error:
        raise LawBroken(where, "the template", str(error)) from error
    if strange:
        raise LawBroken(where, min(strange), "is not a name a notice may use")
    return Notice(language, template)


def _check_whole(law: Law, folder: str) -> None:
    """Raise Wrong when parts of the law contradict one another."""
    if law.slug != folder:
        raise Wrong("slug", "is not the name of its folder")
    if not law.elements or not law.rungs or not law.citations:
        raise Wrong("element, rung or citations", "is empty")
    if law.fallback and (not law.automatic or law.countries):
        raise Wrong("fallback", "must be automatic and without countries")
    said = {f"declaration:{each.id}" for each in law.declarations}
    asked = {fact for each in law.elements for fact in each.filled_by if fact.startswith("declaration:")}
    if said != asked:
        raise Wrong(
            "declaration", "every declaration must fill an element, and every one named must be written"
        )
    for part in ("elements", "declarations", "duties", "grounds", "rungs", "cautions"):
        ids = [each.id for each in getattr(law, part)]
        if len(ids) != len(set(ids)):
            raise Wrong(part, "uses an id twice")
