"""What goes between this program and the process that decodes: a picture's bytes there, a short answer back.

The answer comes from a process that has read hostile bytes, so it is read as strictly as anything from
outside: of exactly one length, each number within its range.

    question   turns wanted, reference wanted, parts wanted, how many bytes of picture follow
    answer     its length, then one byte: 0 for a fingerprint, otherwise 1 + the place of the reason in Reason
    then       kind (place in Kind), reduced, quality, notes (a bit each), 1 when there is a reference value,
               how many panels, how many parts, how many frames or tiles, width, height
    then       the turns of 32 bytes, the reference value; for each panel its kind, its box, its quality and its
               turns; the prints of the parts, their places, and without turns their mirrored prints;
               for each frame or tile its time in milliseconds, its quality and its print
"""

import struct
from collections.abc import Iterator

from rescind.fingerprint.sniff import Kind
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.values import (
    PLACE_BYTES,
    PRINT_BYTES,
    WHOLE,
    Fingerprint,
    How,
    Note,
    Panel,
    PanelKind,
    Parts,
    Shown,
    Wanted,
)

LENGTH = struct.Struct("<I")
"""How many bytes of answer follow."""

LONGEST_ANSWER = 65536
READY = b"ready"

_QUESTION = struct.Struct("<???Q")
QUESTION_BYTES = _QUESTION.size

_READ = struct.Struct("<BBBBHBBHHII")
_PANEL = struct.Struct("<BHHHHB")
_SHOWN = struct.Struct("<IB")
_MILLISECONDS, _LONGEST = 1000, 2**32 - 1
_FINGERPRINT = 0
_EIGHT = 8
_REDUCED = (1, 2, 4, 8)
_BEST = 100
_REASONS, _KINDS, _NOTES, _PANELS = tuple(Reason), tuple(Kind), tuple(Note), tuple(PanelKind)


class GarbledError(ValueError):
    """An answer that no sound decoder gives."""


def question_bytes(wanted: Wanted, length: int) -> bytes:
    """Return what is sent before a picture of so many bytes."""
    return _QUESTION.pack(wanted.turns, wanted.reference, wanted.parts, length)


def read_question(asked: bytes) -> tuple[Wanted, int]:
    """Return what is wanted, and how many bytes of picture follow."""
    turns, reference, parts, length = _QUESTION.unpack(asked)
    return Wanted(turns, reference, parts), length


def answer_bytes(answer: Fingerprint | Unclear) -> bytes:
    """Return the answer as it goes through the pipe, its length first."""
    if isinstance(answer, Unclear):
        return framed(bytes([1 + _REASONS.index(answer.reason)]))
    how, theirs, parts = answer.how, answer.reference or b"", answer.parts or Parts()
    notes = sum(1 << _NOTES.index(note) for note in how.notes)
    read = _READ.pack(
        _FINGERPRINT,
        _KINDS.index(Kind(how.format)),
        how.reduced,
        answer.quality,
        notes,
        bool(theirs),
        len(answer.panels),
        len(parts),
        len(answer.row),
        how.width,
        how.height,
    )
    panels = (piece for panel in answer.panels for piece in panel_bytes(panel))
    row = (_shown_bytes(one) for one in answer.row)
    return framed(
        b"".join((read, *answer.turns, theirs, *panels, parts.prints, parts.places, parts.mirrored, *row))
    )


def _shown_bytes(one: Shown) -> bytes:
    return _SHOWN.pack(min(round(one.at * _MILLISECONDS), _LONGEST), one.quality) + one.bits


def panel_bytes(panel: Panel) -> Iterator[bytes]:
    """Yield the pieces of one panel."""
    yield _PANEL.pack(_PANELS.index(panel.kind), *panel.box, panel.quality)
    yield from panel.turns


def framed(told: bytes) -> bytes:
    """Return the bytes with their length before them."""
    return LENGTH.pack(len(told)) + told


def read_answer(told: bytes, wanted: Wanted) -> Fingerprint | Unclear:
    """Return the answer to what was wanted. Raises GarbledError when it is not exactly one."""
    if len(told) == 1 and 0 < told[0] <= len(_REASONS):
        return Unclear(_REASONS[told[0] - 1])
    try:
        return _read_fingerprint(Told(told), wanted)
    except (struct.error, IndexError):
        raise GarbledError from None


def _read_fingerprint(told: "Told", wanted: Wanted) -> Fingerprint:
    state, kind, reduced, quality, notes, theirs, panels, parts, shown, width, height = told.numbers(_READ)
    how = How(_KINDS[kind].value, width, height, reduced, _notes(notes))
    sound = state == _FINGERPRINT and reduced in _REDUCED and quality <= _BEST and width and height
    if not sound or theirs > wanted.reference or panels > wanted.most_panels or parts > wanted.most_parts:
        raise GarbledError
    if shown > wanted.most_shown:
        raise GarbledError
    fingerprint = Fingerprint(
        told.prints(_EIGHT if wanted.turns else 1),
        quality,
        how,
        told.piece(PRINT_BYTES) if theirs else None,
        tuple(read_panel(told, wanted) for _ in range(panels)),
        read_parts(told, parts, wanted) if wanted.parts else None,
        tuple(_read_shown(told) for _ in range(shown)),
    )
    told.end()
    return fingerprint


def read_panel(told: "Told", wanted: Wanted) -> Panel:
    """Return the panel that comes next. Raises GarbledError, struct.error or IndexError when it is none."""
    kind, left, top, right, bottom, quality = told.numbers(_PANEL)
    _, _, most, _ = WHOLE
    if not (left < right <= most and top < bottom <= most and quality <= _BEST):
        raise GarbledError
    turns = told.prints(_EIGHT if wanted.turns else 1)
    return Panel(_PANELS[kind], (left, top, right, bottom), turns, quality)


def read_parts(told: "Told", count: int, wanted: Wanted) -> Parts:
    """Return so many parts, which come next. Raises GarbledError when there are not so many."""
    prints, places = told.piece(count * PRINT_BYTES), told.piece(count * PLACE_BYTES)
    return Parts(prints, places, b"" if wanted.turns else told.piece(count * PRINT_BYTES))


def _read_shown(told: "Told") -> Shown:
    at, quality = told.numbers(_SHOWN)
    if quality > _BEST:
        raise GarbledError
    return Shown(at / _MILLISECONDS, told.piece(PRINT_BYTES), quality)


class Told:
    """An answer, read from its beginning to its end."""

    def __init__(self, told: bytes) -> None:
        self._told = told
        self._at = 0

    def numbers(self, shape: struct.Struct) -> tuple[int, ...]:
        """Return the next numbers."""
        return shape.unpack(self.piece(shape.size))

    def prints(self, count: int) -> tuple[bytes, ...]:
        """Return so many prints."""
        return tuple(self.piece(PRINT_BYTES) for _ in range(count))

    def piece(self, length: int) -> bytes:
        """Return the next bytes. Raises GarbledError when there are not so many."""
        self._at += length
        if self._at > len(self._told):
            raise GarbledError
        return self._told[self._at - length : self._at]

    def end(self) -> None:
        """Raise GarbledError when something follows."""
        if self._at != len(self._told):
            raise GarbledError


def _notes(bits: int) -> tuple[Note, ...]:
    """Return the notes as `rescind.fingerprint.raster` sorts them, by their words."""
    if bits >> len(_NOTES):
        raise GarbledError
    return tuple(sorted(note for place, note in enumerate(_NOTES) if bits >> place & 1)) if bits else ()
