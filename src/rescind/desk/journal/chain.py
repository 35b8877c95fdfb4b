"""How a line becomes bytes, and bytes a digest: the rule that everything else in the journal rests on. Pure."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from rescind.removal.moment import write_moment

FORMAT: Final = "rescind-journal"
CHECKPOINT: Final = "rescind-journal-checkpoint"
VERSION: Final = 1
BEFORE_THE_FIRST: Final = "0" * 64
"""What the first line says the digest before it was."""

Fact = str | int | bool | None | Sequence[str]
"""What may stand in a line: no fraction, because two programs may write the same one in two ways."""


def line_body(
    number: int, at: datetime, event: str, subject: str, by: str, facts: Mapping[str, Fact], previous: str
) -> str:
    """Return the canonical text of a line."""
    return canonical(
        {
            "number": number,
            "at": write_moment(at),
            "event": event,
            "subject": subject,
            "by": by,
            "facts": dict(facts),
            "previous": previous,
        }
    )


def checkpoint_body(number: int, digest: str, at: datetime) -> str:
    """Return the canonical text of a checkpoint."""
    return canonical(
        {
            "format": CHECKPOINT,
            "version": VERSION,
            "number": number,
            "digest": digest,
            "at": write_moment(at),
        }
    )


def canonical(values: Mapping[str, object]) -> str:
    """Return the values as JSON in the one way they are hashed in: keys sorted, no spaces, only ASCII.

    Raises ValueError for a number with a fraction, and TypeError for what JSON cannot hold.
    """
    _refuse_fractions(values)
    return json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest_of(body: str) -> str:
    """Return the SHA-256 of the text as 64 hexadecimal digits."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def _refuse_fractions(value: object) -> None:
    if isinstance(value, float):
        raise ValueError("a line of the journal holds no number with a fraction")
    if isinstance(value, Mapping):
        for inner in value.values():
            _refuse_fractions(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_fractions(inner)
