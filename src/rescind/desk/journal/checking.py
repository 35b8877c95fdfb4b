"""Checks a journal, wherever it was read from: every line, the chain between them, and every signature. Pure.

What a break looks like: an altered line no longer has its digest; a line that was taken out or moved breaks the
numbers and the chain; lines cut off at the end are missing under a signature that counts them. Whoever can write to
the database can make a new chain, but not the signatures under it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from rescind.desk.journal.chain import BEFORE_THE_FIRST, CHECKPOINT, VERSION, digest_of
from rescind.desk.journal.signing import is_signed
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase


class JournalBroken(DeskError):
    """The journal is not as it was written. `number` is the first line, or checkpoint, at which that shows."""

    def __init__(self, number: int, sentence: str) -> None:
        super().__init__(sentence)
        self.number = number

    def __reduce__(self) -> tuple[type["JournalBroken"], tuple[int, str]]:
        return type(self), (self.number, str(self))


@dataclass(frozen=True, slots=True)
class Line:
    """A line as read: its canonical text and the digest that stands beside it."""

    body: str
    digest: str


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A checkpoint as read: its canonical text and the signature that stands beside it."""

    body: str
    signature: str


Entry = Line | Checkpoint


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sound journal holds. `signed` is the last line under a signature; `digest` is that of the last line."""

    lines: int = 0
    checkpoints: int = 0
    signed: int = 0
    digest: str = BEFORE_THE_FIRST


def check(entries: Iterable[Entry], public: bytes, *, is_whole: bool = False) -> Checked:
    """Return what was found sound; raise JournalBroken at the first thing that is not.

    A checkpoint comes after the line it counts to. `is_whole` asks that the last line be signed too, as in an exported
    file, so that nothing can be cut off at its end.
    """
    found = Checked()
    for entry in entries:
        found = (
            _after_line(found, entry) if isinstance(entry, Line) else _after_checkpoint(found, entry, public)
        )
    if is_whole and (found.signed != found.lines or not found.checkpoints):
        raise JournalBroken(
            found.lines, phrase("The end of the journal is missing: its last line is not signed.")
        )
    return found


def _after_line(found: Checked, line: Line) -> Checked:
    number = found.lines + 1
    said = parsed(line.body, number)
    if said.get("number") != number:
        raise JournalBroken(
            number, phrase("Line {n} of the journal is missing or not in its place.", n=number)
        )
    if digest_of(line.body) != line.digest:
        raise JournalBroken(number, phrase("Line {n} of the journal was altered.", n=number))
    if said.get("previous") != found.digest:
        raise JournalBroken(
            number, phrase("Line {n} of the journal does not follow the one before.", n=number)
        )
    return Checked(number, found.checkpoints, found.signed, line.digest)


def _after_checkpoint(found: Checked, mark: Checkpoint, public: bytes) -> Checked:
    if not is_signed(mark.body, mark.signature, public):
        raise JournalBroken(
            found.lines, phrase("A signature after line {n} is not the desk's.", n=found.lines)
        )
    said = parsed(mark.body, found.lines)
    if (said.get("format"), said.get("version")) != (CHECKPOINT, VERSION):
        raise JournalBroken(
            found.lines, phrase("A signature after line {n} is not the desk's.", n=found.lines)
        )
    if said.get("number") != found.lines:
        raise JournalBroken(
            found.lines,
            phrase("After line {n} of the journal, lines are missing that were signed.", n=found.lines),
        )
    if said.get("digest") != found.digest:
        raise JournalBroken(found.lines, phrase("Line {n} is not the one that was signed.", n=found.lines))
    return Checked(found.lines, found.checkpoints + 1, found.lines, found.digest)


def parsed(body: str, number: int) -> dict[str, object]:
    """Return the table that a text holds; raise JournalBroken, naming the line, when it holds none."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise JournalBroken(number, phrase("Line {n} of the journal was altered.", n=number))
    return cast("dict[str, object]", said)
