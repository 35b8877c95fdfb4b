"""What goes between this program and the process that decodes a video.

There: what is wanted, then pieces of the file as they are asked for. Back: messages, each with its length and
one letter before it. They come from a process that has read hostile bytes, so they are read strictly.

    question  place in Sampling, turns wanted, parts wanted, seconds of video wanted, most key frames,
              size of the file
    N         needed: offset, length            answered by a length and the bytes; NO_MORE ends the file here
    O         opened: kind of file, codec, width, height, seconds, notes (a bit each)
    T         time: up to where the video was looked at
    F         a frame: at, until, scene, quality, how many panels and parts, then as for a picture
    E         end: up to where it was looked at, notes, 0 or 1 + the place of the reason in Reason
    U         unclear: the place of the reason in Reason
"""

import math
import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from rescind.fingerprint import wire
from rescind.fingerprint.unclear import Reason
from rescind.fingerprint.values import Fingerprint, How, Parts, Wanted
from rescind.fingerprint.video.limits import MOST_PIXELS, MOST_SECONDS
from rescind.fingerprint.video.unclear import UnclearVideo
from rescind.fingerprint.video.values import Frame, HowVideo, Sampling, VideoNote, WantedOfVideo

NO_MORE: Final = 0xFFFFFFFF
LONGEST_PIECE: Final = 1 << 20
ANSWER = struct.Struct("<I")

_QUESTION = struct.Struct("<B??dIQ")
QUESTION_BYTES: Final = _QUESTION.size
_NEEDED = struct.Struct("<QI")
_OPENED = struct.Struct("<16s16sIIdB")
_TIME = struct.Struct("<d")
_FRAME = struct.Struct("<ddBBBH")
_END = struct.Struct("<dBB")
_REASONS, _NOTES, _SAMPLINGS = tuple(Reason), tuple(VideoNote), tuple(Sampling)
_EIGHT, _BEST = 8, 100


class Needed(NamedTuple):
    """A piece of the file that the process asks for."""

    offset: int
    length: int


class Opened(NamedTuple):
    """The file is open."""

    how: HowVideo
    seconds: float


class Passed(NamedTuple):
    """The video was looked at up to here."""

    seen: float


class Ended(NamedTuple):
    """Nothing more comes."""

    seen: float
    notes: tuple[VideoNote, ...]
    stopped: Reason | None


Message = Needed | Opened | Passed | Ended | Frame | UnclearVideo


def question_bytes(wanted: WantedOfVideo, size: int) -> bytes:
    """Return what is sent first."""
    sampling = _SAMPLINGS.index(wanted.sampling)
    return _QUESTION.pack(sampling, wanted.turns, wanted.parts, wanted.seconds, wanted.most_keys, size)


def read_question(asked: bytes) -> tuple[WantedOfVideo, int]:
    """Return what is wanted, and the size of the file."""
    sampling, turns, parts, seconds, most_keys, size = _QUESTION.unpack(asked)
    return WantedOfVideo(_SAMPLINGS[sampling], turns, parts, seconds, most_keys), size


def message_bytes(message: Message) -> bytes:
    """Return the message as it goes through the pipe, its length first."""
    match message:
        case Needed():
            told = b"N" + _NEEDED.pack(*message)
        case Opened(how, seconds):
            names = (how.format.encode("ascii"), how.codec.encode("ascii"))
            told = b"O" + _OPENED.pack(*names, how.width, how.height, seconds, _bits(how.notes))
        case Passed(seen):
            told = b"T" + _TIME.pack(seen)
        case Ended(seen, notes, stopped):
            told = b"E" + _END.pack(seen, _bits(notes), 1 + _REASONS.index(stopped) if stopped else 0)
        case UnclearVideo():
            told = b"U" + bytes([_REASONS.index(message.reason)])
        case Frame():
            told = b"F" + b"".join(_frame_pieces(message))
    return wire.framed(told)


def _frame_pieces(frame: Frame) -> Iterator[bytes]:
    seen = frame.print
    parts = seen.parts or Parts()
    yield _FRAME.pack(frame.at, frame.until, frame.scene, seen.quality, len(seen.panels), len(parts))
    yield from seen.turns
    for panel in seen.panels:
        yield from wire.panel_bytes(panel)
    yield from (parts.prints, parts.places, parts.mirrored)


def read_message(told: bytes, wanted: WantedOfVideo, how: How) -> Message:
    """Return the message; `how` becomes that of each frame. Raises GarbledError when it is not exactly one."""
    reading = wire.Told(told)
    try:
        message = _read(reading, wanted, how)
    except (struct.error, IndexError, UnicodeDecodeError):
        raise wire.GarbledError from None
    reading.end()
    return message


def _read(told: wire.Told, wanted: WantedOfVideo, how: How) -> Message:
    match told.piece(1):
        case b"N":
            return Needed(*told.numbers(_NEEDED))
        case b"O":
            return _read_opened(told)
        case b"T":
            return Passed(_time(*told.numbers(_TIME)))
        case b"F":
            return _read_frame(told, wanted, how)
        case b"E":
            seen, notes, stopped = told.numbers(_END)
            return Ended(_time(seen), _notes(notes), _REASONS[stopped - 1] if stopped else None)
        case b"U":
            return UnclearVideo(_REASONS[told.piece(1)[0]])
    raise wire.GarbledError


def _read_opened(told: wire.Told) -> Opened:
    kind, codec, width, height, seconds, notes = _OPENED.unpack(told.piece(_OPENED.size))
    kind, codec = (name.rstrip(b"\0").decode("ascii") for name in (kind, codec))
    if not (0 < width * height <= MOST_PIXELS and kind.isalnum() and codec.isalnum()):
        raise wire.GarbledError
    return Opened(HowVideo(kind, codec, width, height, _notes(notes)), _time(seconds))


def _read_frame(told: wire.Told, wanted: WantedOfVideo, how: How) -> Frame:
    at, until, scene, quality, panels, parts = told.numbers(_FRAME)
    as_picture = Wanted(turns=wanted.turns, parts=wanted.parts)
    if scene > 1 or quality > _BEST or panels > 1 + as_picture.most_panels or parts > as_picture.most_parts:
        raise wire.GarbledError
    turns = told.prints(_EIGHT if wanted.turns else 1)
    rectangles = tuple(wire.read_panel(told, as_picture) for _ in range(panels))
    those = wire.read_parts(told, parts, as_picture) if wanted.parts else None
    return Frame(
        _time(at), _time(until), Fingerprint(turns, quality, how, None, rectangles, those), bool(scene)
    )


def _time(seconds: float) -> float:
    if not (math.isfinite(seconds) and 0 <= seconds <= 2 * MOST_SECONDS):
        raise wire.GarbledError
    return seconds


def _bits(notes: tuple[VideoNote, ...]) -> int:
    return sum(1 << _NOTES.index(note) for note in notes)


def _notes(bits: int) -> tuple[VideoNote, ...]:
    if bits >> len(_NOTES):
        raise wire.GarbledError
    return tuple(note for place, note in enumerate(_NOTES) if bits >> place & 1)
