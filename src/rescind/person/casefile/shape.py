"""How a frozen value is written as a JSON object and read back strictly: one column for each of its fields.

A key this program does not know goes, as canonical JSON, into the value's `more` and is written out again;
where the value has no `more` it is refused. A missing key, a wrong type or a value out of bounds raises
NotACaseFile naming the place, never the value.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, Generic, TypeVar

from rescind.person.casefile.errors import NotACaseFile
from rescind.removal.errors import RemovalError
from rescind.removal.moment import read_day, read_moment, write_moment

Kind = TypeVar("Kind")
Choice = TypeVar("Choice", bound=Enum)
Json = Any  # what the json module gives and takes

TEXT_LIMIT = 100_000
LIST_LIMIT = 1_000_000
DEEPEST = 100
"""Objects and lists inside each other, in what a newer program wrote."""

LARGEST = 2**53 - 1  # what every JSON reader holds exactly


@dataclass(frozen=True)
class Column(Generic[Kind]):
    """One field: `write` gives its JSON, `read` takes JSON and the name of its place, and may raise
    NotACaseFile.
    """

    write: Callable[[Kind], Json]
    read: Callable[[Json, str], Kind]


@dataclass(frozen=True)
class Later(Generic[Kind]):
    """A column that older programs did not write: it may be missing, which means `absent`, and is not written
    when it would say just that.
    """

    column: Column[Kind]
    absent: Kind


@dataclass(frozen=True)
class Shape(Generic[Kind]):
    """A frozen dataclass and the columns of its fields, keyed by field name, which is the JSON key too.

    `kind` makes the value of its fields; `later` holds the columns that came after the first release.
    """

    kind: Callable[..., Kind]
    columns: Mapping[str, Column[Any]]
    keeps_more: bool = True
    later: Mapping[str, Later[Any]] = field(default_factory=dict)

    def write(self, value: Kind) -> dict[str, Json]:
        """Return the JSON object of the value, unknown keys of a newer program included."""
        more = getattr(value, "more", "")
        known = {name: column.write(getattr(value, name)) for name, column in self.columns.items()}
        added = {
            name: later.column.write(getattr(value, name))
            for name, later in self.later.items()
            if getattr(value, name) != later.absent
        }
        return {**(json.loads(more) if more else {}), **known, **added}

    def read(self, written: Json, where: str) -> Kind:
        """Return the value of the JSON object."""
        if not isinstance(written, dict):
            raise NotACaseFile(where)
        values = {
            name: column.read(self._part(written, name, where), f"{where}.{name}".lstrip("."))
            for name, column in self.columns.items()
        }
        for name in self.later.keys() & written.keys():
            values[name] = self.later[name].column.read(written[name], f"{where}.{name}".lstrip("."))
        known = self.columns.keys() | self.later.keys()
        unknown = {key: value for key, value in written.items() if key not in known}
        if unknown and not self.keeps_more:
            raise NotACaseFile(where)
        if unknown:
            _insist_shallow(unknown, where)
            values["more"] = json.dumps(unknown, sort_keys=True)
        return self._made(values, where)

    def _part(self, written: dict[str, Json], name: str, where: str) -> Json:
        if name not in written:
            raise NotACaseFile(f"{where}.{name}".lstrip("."))
        return written[name]

    def _made(self, values: dict[str, Any], where: str) -> Kind:
        try:
            return self.kind(**values)
        except (ValueError, RemovalError) as error:
            raise NotACaseFile(where) from error


def _insist_shallow(value: Json, where: str, left: int = DEEPEST) -> None:
    """Raise NotACaseFile for unknown values nested so deep that they might not be written again."""
    if left == 0:
        raise NotACaseFile(where)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        _insist_shallow(one, where, left - 1)


def nested(shape: Shape[Kind]) -> Column[Kind]:
    """A column that holds another object."""
    return Column(shape.write, shape.read)


def optional(column: Column[Kind]) -> Column[Kind | None]:
    """The column, or null."""
    return Column(
        lambda value: None if value is None else column.write(value),
        lambda written, where: None if written is None else column.read(written, where),
    )


def several(column: Column[Kind], *, exactly: int | None = None) -> Column[tuple[Kind, ...]]:
    """A list of the column, of a fixed length if `exactly` is given."""

    def read(written: Json, where: str) -> tuple[Kind, ...]:
        if not isinstance(written, list) or len(written) > LIST_LIMIT:
            raise NotACaseFile(where)
        if exactly is not None and len(written) != exactly:
            raise NotACaseFile(where)
        return tuple(column.read(one, f"{where}[{row}]") for row, one in enumerate(written))

    return Column(lambda value: [column.write(one) for one in value], read)


def one_of(kind: type[Choice]) -> Column[Choice]:
    """A member of the enumeration, written as its value."""

    def read(written: Json, where: str) -> Choice:
        if not isinstance(written, str):
            raise NotACaseFile(where)
        try:
            return kind(written)
        except ValueError as error:
            raise NotACaseFile(where) from error

    return Column(lambda value: value.value, read)


def name_of(kind: type[Choice]) -> Column[str]:
    """The name of a member of the enumeration, kept as text."""

    def read(written: Json, where: str) -> str:
        if not isinstance(written, str) or written not in kind.__members__:
            raise NotACaseFile(where)
        return written

    return Column(lambda value: value, read)


def _read_fraction(written: Json, where: str) -> float:
    if type(written) not in (int, float) or not 0 <= written <= 1:
        raise NotACaseFile(where)
    return float(written)


def whole(least: int, most: int = LARGEST) -> Column[int]:
    """A whole number within bounds, both included."""

    def read(written: Json, where: str) -> int:
        if type(written) is not int or not least <= written <= most:
            raise NotACaseFile(where)
        return written

    return Column(lambda value: value, read)


def _read_text(written: Json, where: str) -> str:
    if not isinstance(written, str) or len(written) > TEXT_LIMIT:
        raise NotACaseFile(where)
    return written


def _read_at(reader: Callable[[str], Kind]) -> Callable[[Json, str], Kind]:
    def read(written: Json, where: str) -> Kind:
        try:
            return reader(_read_text(written, where))
        except RemovalError as error:
            raise NotACaseFile(where) from error

    return read


def octets_hex(length: int) -> Column[bytes]:
    """So many bytes, written as lower-case hex."""
    digits = hex_text(length)
    return Column(bytes.hex, lambda written, where: bytes.fromhex(digits.read(written, where)))


def hex_text(length: int, *, or_none: bool = False) -> Column[str]:
    """Lower-case hex of so many bytes, kept as text; an empty text for none of them where that may be."""

    def read(written: Json, where: str) -> str:
        text = _read_text(written, where)
        if or_none and not text:
            return text
        if len(text) != 2 * length or set(text) - set("0123456789abcdef"):
            raise NotACaseFile(where)
        return text

    return Column(lambda value: value, read)


def _read_base64(written: Json, where: str) -> bytes:
    if not isinstance(written, str):
        raise NotACaseFile(where)
    try:
        return base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NotACaseFile(where) from error


def _read_pair(written: Json, where: str) -> tuple[str, str]:
    first, second = several(text, exactly=2).read(written, where)
    return first, second


def _read_yes_or_no(written: Json, where: str) -> bool:
    if type(written) is not bool:
        raise NotACaseFile(where)
    return written


def _read_seconds(written: Json, where: str) -> float:
    if type(written) not in (int, float) or not 0 <= written <= LARGEST:
        raise NotACaseFile(where)
    return float(written)


yes_or_no: Column[bool] = Column(lambda value: value, _read_yes_or_no)
seconds: Column[float] = Column(lambda value: value, _read_seconds)
fraction: Column[float] = Column(lambda value: value, _read_fraction)
text: Column[str] = Column(lambda value: value, _read_text)
moment: Column[datetime] = Column(write_moment, _read_at(read_moment))
day: Column[date] = Column(date.isoformat, _read_at(read_day))
octets: Column[bytes] = Column(lambda value: base64.b64encode(value).decode("ascii"), _read_base64)
pair: Column[tuple[str, str]] = Column(list, _read_pair)
