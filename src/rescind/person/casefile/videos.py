"""A video's fingerprint as JSON: how it was read, and its moments in the order of time, prints in base64."""

from dataclasses import dataclass
from typing import Any

from rescind.fingerprint import Fingerprint, How, Panel, Parts, Reason
from rescind.fingerprint.values import PRINT_BYTES
from rescind.fingerprint.video import Frame, HowVideo, Sampling, VideoFingerprint, VideoNote
from rescind.person.case.records import Video
from rescind.person.casefile.errors import NotACaseFile
from rescind.person.casefile.prints import PANEL, PARTS
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
    if len(joined) != _EIGHT * PRINT_BYTES:
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


@dataclass(frozen=True)
class _Moment:
    """A frame as it is written: what all frames of a video share is left out."""

    at: float
    until: float
    scene: bool
    quality: int
    turns: tuple[bytes, ...]
    panels: tuple[Panel, ...]
    parts: Parts | None


_MOMENT: Shape[_Moment] = Shape(
    _Moment,
    {
        "at": seconds,
        "until": seconds,
        "scene": yes_or_no,
        "quality": whole(0, 100),
        "turns": _turns,
        "panels": several(nested(PANEL)),
        "parts": optional(nested(PARTS)),
    },
    keeps_more=False,
)


def _moments(frames: tuple[Frame, ...]) -> tuple[_Moment, ...]:
    return tuple(
        _Moment(
            one.at,
            one.until,
            one.scene,
            one.print.quality,
            one.print.turns,
            one.print.panels,
            one.print.parts,
        )
        for one in frames
    )


def _made(*, frames: tuple[_Moment, ...], how: HowVideo, **values: Any) -> VideoFingerprint:
    """Return the fingerprint, each frame with what all of them share."""
    alike = How(how.codec, how.width, how.height)
    return VideoFingerprint(tuple(_frame(one, alike) for one in frames), how=how, **values)


def _frame(one: _Moment, how: How) -> Frame:
    prints = Fingerprint(one.turns, one.quality, how, None, one.panels, one.parts)
    return Frame(one.at, one.until, prints, one.scene)


_frames: Column[Any] = Column(
    lambda frames: [_MOMENT.write(one) for one in _moments(frames)], several(nested(_MOMENT)).read
)

_FINGERPRINT: Shape[VideoFingerprint] = Shape(
    _made,
    {
        "frames": _frames,
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
