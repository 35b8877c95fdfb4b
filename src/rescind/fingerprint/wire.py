"""What goes between this program and the process that decodes: a picture's bytes there, a short JSON answer
back.

The answer comes from a process that has read hostile bytes, so it is read as strictly as anything from
outside.
"""

import json
import struct
from dataclasses import asdict
from typing import Any

from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.values import Fingerprint, How, Note

QUESTION = struct.Struct("<?Q")
"""Whether the reference-style value is wanted; how many bytes of picture follow."""

LENGTH = struct.Struct("<I")
"""How many bytes of JSON follow."""

LONGEST_ANSWER = 4096
READY = b"ready"

_TURNS = 8
_BITS = 32


class GarbledError(ValueError):
    """An answer that no sound decoder gives."""


def answer_bytes(answer: Fingerprint | Unclear) -> bytes:
    """Return the answer as it goes through the pipe, its length first."""
    told: dict[str, Any]
    if isinstance(answer, Unclear):
        told = {"unclear": answer.reason}
    else:
        told = {
            "turns": [turn.hex() for turn in answer.turns],
            "quality": answer.quality,
            "how": asdict(answer.how),
            "reference": answer.reference.hex() if answer.reference else None,
        }
    return framed(json.dumps(told).encode())


def framed(told: bytes) -> bytes:
    """Return the bytes with their length before them."""
    return LENGTH.pack(len(told)) + told


def read_answer(told: bytes) -> Fingerprint | Unclear:
    """Return the answer in the JSON. Raises GarbledError when it is not exactly one."""
    try:
        answer = json.loads(told)
        if "unclear" in answer:
            return Unclear(Reason(answer["unclear"]))
        return _fingerprint(answer)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise GarbledError from wrong


def _fingerprint(answer: dict[str, Any]) -> Fingerprint:
    turns = tuple(_bits(turn) for turn in answer["turns"])
    quality, reference = answer["quality"], answer["reference"]
    if len(turns) != _TURNS or type(quality) is not int or not 0 <= quality <= 100:
        raise GarbledError
    return Fingerprint(turns, quality, _how(answer["how"]), None if reference is None else _bits(reference))


def _bits(written: str) -> bytes:
    bits = bytes.fromhex(written)
    if len(bits) != _BITS:
        raise GarbledError
    return bits


def _how(told: dict[str, Any]) -> How:
    sizes = (told["width"], told["height"], told["reduced"])
    if any(type(size) is not int or size < 1 for size in sizes):
        raise GarbledError
    return How(str(told["format"])[:8], *sizes, tuple(Note(note) for note in told["notes"]))
