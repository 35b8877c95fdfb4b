"""The journal as a file: one JSON object a line, the desk's public key first, a signature last."""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Final

from rescind.desk.journal.chain import FORMAT, VERSION, canonical
from rescind.desk.journal.checking import Checkpoint, Entry, JournalBroken, Line, parsed
from rescind.words import phrase

LINE_LIMIT: Final = 1024 * 1024
"""Characters. No line of a journal is longer."""

_KEY_DIGITS: Final = 64


def write_file(entries: Iterable[Entry], public: bytes, out: IO[str]) -> None:
    """Write the head and every entry to an open text file."""
    out.write(canonical({"format": FORMAT, "version": VERSION, "key": public.hex()}) + "\n")
    for entry in entries:
        out.write(_written(entry) + "\n")


def read_file(content: IO[str]) -> tuple[bytes, Iterator[Entry]]:
    """Return the key that the file says it was signed with, and its entries; raise JournalBroken."""
    head = parsed(_next(content, 0), 0)
    key = head.get("key")
    if (head.get("format"), head.get("version")) != (FORMAT, VERSION) or not _is_key(key):
        raise JournalBroken(0, phrase("This file is not a journal that this program reads."))
    return bytes.fromhex(str(key)), _entries(content)


def _is_key(written: object) -> bool:
    return (
        isinstance(written, str) and len(written) == _KEY_DIGITS and set(written) <= set("0123456789abcdef")
    )


def _written(entry: Entry) -> str:
    table = json.loads(entry.body)
    if isinstance(entry, Line):
        return canonical({"line": table, "digest": entry.digest})
    return canonical({"checkpoint": table, "signature": entry.signature})


def _entries(content: IO[str]) -> Iterator[Entry]:
    number = 0
    while written := _next(content, number):
        number += 1
        yield _read(parsed(written, number), number)


def _read(table: dict[str, object], number: int) -> Entry:
    try:
        match table:
            case {"line": dict(line), "digest": str(digest), **rest} if not rest:
                return Line(canonical(line), digest)
            case {"checkpoint": dict(mark), "signature": str(signature), **rest} if not rest:
                return Checkpoint(canonical(mark), signature)
    except (ValueError, TypeError) as error:
        raise _not_a_line(number) from error
    raise _not_a_line(number)


def _next(content: IO[str], number: int) -> str:
    try:
        written = content.readline(LINE_LIMIT + 1)
    except ValueError as error:
        raise _not_a_line(number) from error
    if len(written) > LINE_LIMIT:
        raise _not_a_line(number)
    return written


def _not_a_line(number: int) -> JournalBroken:
    return JournalBroken(number, phrase("Line {n} of the file is not a line of a journal.", n=number + 1))
