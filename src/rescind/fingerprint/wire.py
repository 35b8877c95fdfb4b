"""What goes between this program and the process that decodes: a picture's bytes there, a short answer back.

The answer comes from a process that has read hostile bytes, so it is read as strictly as anything from
outside: of exactly one length, each number within its range.

    question   turns wanted, reference wanted, how many bytes of picture follow
    answer     its length, then one byte: 0 for a fingerprint, otherwise 1 + the place of the reason in Reason
    then       kind (place in Kind), reduced, quality, notes (a bit each), 1 when there is a reference value,
               width, height, the turns of 32 bytes, the reference value
"""

import struct

from rescind.fingerprint.sniff import Kind
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.values import Fingerprint, How, Note, Wanted

LENGTH = struct.Struct("<I")
"""How many bytes of answer follow."""

LONGEST_ANSWER = 4096
READY = b"ready"

_QUESTION = struct.Struct("<??Q")
QUESTION_BYTES = _QUESTION.size

_READ = struct.Struct("<BBBBHBII")
_FINGERPRINT = 0
_BITS = 32
_EIGHT = 8
_REDUCED = (1, 2, 4, 8)
_BEST = 100
_REASONS, _KINDS, _NOTES = tuple(Reason), tuple(Kind), tuple(Note)


class GarbledError(ValueError):
    """An answer that no sound decoder gives."""


def question_bytes(wanted: Wanted, length: int) -> bytes:
    """Return what is sent before a picture of so many bytes."""
    return _QUESTION.pack(wanted.turns, wanted.reference, length)


def read_question(asked: bytes) -> tuple[Wanted, int]:
    """Return what is wanted, and how many bytes of picture follow."""
    turns, reference, length = _QUESTION.unpack(asked)
    return Wanted(turns, reference), length


def answer_bytes(answer: Fingerprint | Unclear) -> bytes:
    """Return the answer as it goes through the pipe, its length first."""
    if isinstance(answer, Unclear):
        return framed(bytes([1 + _REASONS.index(answer.reason)]))
    how, theirs = answer.how, answer.reference or b""
    notes = sum(1 << _NOTES.index(note) for note in how.notes)
    kind = _KINDS.index(Kind(how.format))
    read = _READ.pack(
        _FINGERPRINT, kind, how.reduced, answer.quality, notes, bool(theirs), how.width, how.height
    )
    return framed(b"".join((read, *answer.turns, theirs)))


def framed(told: bytes) -> bytes:
    """Return the bytes with their length before them."""
    return LENGTH.pack(len(told)) + told


def read_answer(told: bytes, wanted: Wanted) -> Fingerprint | Unclear:
    """Return the answer to what was wanted. Raises GarbledError when it is not exactly one."""
    if len(told) == 1 and 0 < told[0] <= len(_REASONS):
        return Unclear(_REASONS[told[0] - 1])
    try:
        state, kind, reduced, quality, notes, theirs, width, height = _READ.unpack_from(told)
        how = How(_KINDS[kind].value, width, height, reduced, _notes(notes))
    except (struct.error, IndexError):
        raise GarbledError from None
    sound = state == _FINGERPRINT and reduced in _REDUCED and quality <= _BEST and width and height
    if not sound or theirs > wanted.reference:
        raise GarbledError
    prints = _prints(told, (_EIGHT if wanted.turns else 1) + theirs)
    return Fingerprint(prints[:-1] if theirs else prints, quality, how, prints[-1] if theirs else None)


def _prints(told: bytes, count: int) -> tuple[bytes, ...]:
    if len(told) != _READ.size + count * _BITS:
        raise GarbledError
    return tuple(told[at : at + _BITS] for at in range(_READ.size, len(told), _BITS))


def _notes(bits: int) -> tuple[Note, ...]:
    """Return the notes as `rescind.fingerprint.raster` sorts them, by their words."""
    if bits >> len(_NOTES):
        raise GarbledError
    return tuple(sorted(note for place, note in enumerate(_NOTES) if bits >> place & 1)) if bits else ()
