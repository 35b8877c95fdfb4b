"""A picture's fingerprint as the desk stores it: all that `match` compares with, in JSON; whoever stores it seals it.

`docs/formats/desk.md` describes it. Fingerprints of frames of animations are not kept: they belong to a picture that
is looked at, not to one that is looked for.
"""

import base64
import json
from typing import Any, Final

from rescind.fingerprint import Fingerprint, How, Panel, PanelKind, Parts

VERSION: Final = 1
PRINT: Final = 32


def pack(fingerprint: Fingerprint) -> bytes:
    """Return the fingerprint as bytes."""
    parts = fingerprint.parts
    return json.dumps(
        {
            "version": VERSION,
            "turns": _written(b"".join(fingerprint.turns)),
            "quality": fingerprint.quality,
            "format": fingerprint.how.format,
            "size": [fingerprint.how.width, fingerprint.how.height],
            "panels": [
                {
                    "kind": one.kind.value,
                    "box": one.box,
                    "turns": _written(b"".join(one.turns)),
                    "quality": one.quality,
                }
                for one in fingerprint.panels
            ],
            "parts": None
            if parts is None
            else {"prints": _written(parts.prints), "places": _written(parts.places)},
        },
        separators=(",", ":"),
    ).encode("ascii")


def unpack(packed: bytes) -> Fingerprint:
    """Return the fingerprint that was packed. What is read here was written here, so nothing is checked twice."""
    values: dict[str, Any] = json.loads(packed)
    width, height = values["size"]
    parts = values["parts"]
    return Fingerprint(
        turns=_cut(values["turns"]),
        quality=values["quality"],
        how=How(values["format"], width, height),
        panels=tuple(
            Panel(PanelKind(one["kind"]), tuple(one["box"]), _cut(one["turns"]), one["quality"])
            for one in values["panels"]
        ),
        parts=None if parts is None else Parts(_read(parts["prints"]), _read(parts["places"])),
    )


def _written(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _read(written: str) -> bytes:
    return base64.b64decode(written)


def _cut(written: str) -> tuple[bytes, ...]:
    content = _read(written)
    return tuple(content[at : at + PRINT] for at in range(0, len(content), PRINT))
