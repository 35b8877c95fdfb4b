"""A video's fingerprint as JSON: how it was read, and its moments in the order of time, prints in base64."""

from typing import Any

from rescind.fingerprint import Reason
from rescind.fingerprint.values import PRINT_BYTES
from rescind.fingerprint.video import Frame, HowVideo, Sampling, VideoFingerprint, VideoNote
from rescind.person.case.records import Video
from rescind.person.casefile.errors import NotACaseFile
from rescind.person.casefile.shape import (
    Column,
    Json,
    Shape,
    hex_text,
    moment,
    nested,
    octets,
    octets_hex,
    one_of,
    optional,
    seconds,
    several,
    text,
    whole,
    yes_or_no,
)
from rescind.person.sighting import Passage

_EIGHT = 8


def _read_turns(written: Json, where: str) -> tuple[bytes, ...]:
    joined = octets.read(written, where)
    if len(joined) not in (0, _EIGHT * PRINT_BYTES):
        raise NotACaseFile(where)
    return tuple(joined[at : at + PRINT_BYTES] for at in range(0, len(joined), PRINT_BYTES))


_turns: Column[tuple[bytes, ...]] = Column(lambda turns: octets.write(b"".join(turns)), _read_turns)

_HOW: Shape[HowVideo] = Shape(
    HowVideo,
    {
        "format": text,
        "codec": text,
        "width": whole(1),
        "height": whole(1),
        "notes": several(one_of(VideoNote)),
        "stopped": optional(one_of(Reason)),
    },
    keeps_more=False,
)

_FRAME_COLUMNS: dict[str, Column[Any]] = {
    "at": seconds,
    "until": seconds,
    "quality": whole(0, 100),
    "turns": _turns,
    "trimmed": _turns,
    "trimmed_quality": whole(0, 100),
    "scene": yes_or_no,
}

_FINGERPRINT: Shape[VideoFingerprint] = Shape(
    VideoFingerprint,
    {
        "frames": several(nested(Shape(Frame, _FRAME_COLUMNS, keeps_more=False))),
        "seconds": seconds,
        "seen": seconds,
        "sampling": one_of(Sampling),
        "how": nested(_HOW),
        "sha256": optional(octets_hex(32)),
        "md5": optional(octets_hex(16)),
    },
    keeps_more=False,
)

PASSAGE: Shape[Passage] = Shape(
    Passage,
    {
        "mine_from": seconds,
        "mine_to": seconds,
        "copy_from": seconds,
        "copy_to": seconds,
        "moments": whole(0),
        "compared": whole(0),
    },
    keeps_more=False,
)

VIDEO: Shape[Video] = Shape(
    Video,
    {
        "number": whole(1),
        "added_at": moment,
        "fingerprint": nested(_FINGERPRINT),
        "sha256": hex_text(32),
        "label": optional(text),
    },
)
