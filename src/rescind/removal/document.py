"""The request document: the file that carries a request from the one who asks to the one who is asked.

`docs/formats/request.md` is its description. What leaves is what was asked: never the state, the history
or, unless the asker says so, a fingerprint. Reading is strict, because a document comes from a stranger:
bounded size, known keys only, and every text checked. The record is the same with state and history, for
the asker's own case file.
"""

import json
from dataclasses import replace
from typing import Final

from rescind.removal import record
from rescind.removal.completeness import require_complete
from rescind.removal.errors import RemovalError
from rescind.removal.lawbook import law, laws
from rescind.removal.moment import NotAMoment
from rescind.removal.request import Request
from rescind.removal.strict_json import read_json
from rescind.removal.table import Table, Wrong
from rescind.removal.text import RequestBroken
from rescind.words import phrase

FORMAT: Final = "rescind-request"
RECORD: Final = "rescind-request-record"
VERSION: Final = 1
SIZE_LIMIT: Final = 8 * 1024 * 1024
"""Bytes. Nothing larger is read, and nothing larger is written."""


class NotADocument(RemovalError):
    """Not a request document that this program can read; `str()` says why, `field` where (or "")."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field

    def __reduce__(self) -> tuple[type["NotADocument"], tuple[str, str]]:
        return type(self), (str(self), self.field)


def write(request: Request, *, fingerprints: bool = False) -> bytes:
    """Return the request as a document: UTF-8 JSON, the same bytes for the same request.

    Raises RequestIncomplete when the law wants more than the request holds, LawNotKnown for an unknown law,
    RequestBroken when it would be too large to be read. The fingerprints go along only when asked for.
    """
    require_complete(request, law(request.law))
    asked = request if fingerprints else replace(request, fingerprints=())
    content = _bytes({"format": FORMAT, "version": VERSION, **record.asked(asked)})
    if len(content) > SIZE_LIMIT:
        raise RequestBroken("places", phrase("There is too much in this request. Please make two of it."))
    return content


def read(content: bytes) -> Request:
    """Return the request in a document, as a draft; raise NotADocument.

    It may be incomplete (see `missing`): whoever receives it must be able to say what is missing.
    """
    table = _opened(_parsed(content), FORMAT)
    request = _taken(table, record.read_asked)
    if request.law not in {each.slug for each in laws()}:
        raise NotADocument(phrase("This request names a law that this program does not know."), "law")
    return request


def as_record(request: Request) -> dict[str, object]:
    """Return everything about the request, its state and history too, as values that JSON can hold."""
    return {"format": RECORD, "version": VERSION, **record.asked(request), **record.course(request)}


def from_record(values: object) -> Request:
    """Return the request that `as_record` was given; raise NotADocument.

    The state must be the one its history leads to. A law that is no longer known is kept: a case must stay
    readable.
    """
    table = _opened(values, RECORD)
    return _taken(table, record.read_whole)


def _bytes(values: dict[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _parsed(content: bytes) -> object:
    """Return the JSON value; raise NotADocument when it is too large, too deep, not UTF-8, not JSON or says
    a key twice.
    """
    if len(content) > SIZE_LIMIT:
        raise NotADocument(phrase("This file is too large to be a request."))
    try:
        return read_json(content)
    except ValueError as error:
        raise NotADocument(phrase("This file is not a request document.")) from error


def _opened(values: object, wanted: str) -> Table:
    """Return the table after its format and version; raise NotADocument when they are others."""
    try:
        table = Table(values)
        form, version = table.take("format", str), table.take("version", int)
    except Wrong as error:
        raise NotADocument(phrase("This file is not a request document."), error.field) from error
    if form != wanted or version < 1:
        raise NotADocument(phrase("This file is not a request document."), "format")
    if version > VERSION:
        raise NotADocument(
            phrase("This request was made by a newer version of this program. Please update it."), "version"
        )
    return table


def _taken(table: Table, read: "record.Read") -> Request:
    """Return what `read` makes of the table and nothing left over; raise NotADocument naming the part."""
    try:
        request = read(table)
        table.finish()
    except Wrong as error:
        raise _not_right(error.field) from error
    except RequestBroken as error:
        raise NotADocument(str(error), error.part) from error
    except NotAMoment as error:
        raise NotADocument(str(error)) from error
    return request


def _not_right(field: str) -> NotADocument:
    return NotADocument(phrase("A part of this request is not right: “{part}”.", part=field), field)
