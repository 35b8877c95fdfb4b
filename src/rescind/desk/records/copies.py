"""What was seen at a place: the fingerprint of the platform's own copy and how it compares; sealed with the request."""

import json
from dataclasses import dataclass
from typing import Final

from rescind.desk.records import prints, sealing
from rescind.desk.records.models import Place, RequestRow
from rescind.fingerprint import Fingerprint, VideoFingerprint

MOST_FRAMES: Final = 60
"""So many frames of one video are kept at most: each is an entry of its own in a bank."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The platform's own copy. `digest` is the SHA-256 of its file; `likeness` and `distance` (bits) compare it with the
    asker's fingerprints, None when they gave none. Of a video `fingerprint` is one frame, and `frames` are others.
    """

    fingerprint: Fingerprint
    digest: bytes
    likeness: str | None
    distance: int | None
    frames: tuple[Fingerprint, ...] = ()


def keep(place: Place, row: RequestRow, copy: Copy) -> Place:
    """Put what was seen into the place; return it, unsaved."""
    content = json.dumps(
        {
            "fingerprint": prints.pack(copy.fingerprint).decode("ascii"),
            "digest": copy.digest.hex(),
            "likeness": copy.likeness,
            "distance": copy.distance,
            "frames": [prints.pack(one).decode("ascii") for one in copy.frames],
        }
    )
    place.copy = sealing.seal_with(row, content)
    return place


def seen_at(place: Place, row: RequestRow) -> Copy:
    """Return what was seen at the place; raise NotOpened when the request was forgotten."""
    values = json.loads(sealing.unseal_with(row, place.copy or b""))
    return Copy(
        prints.unpack(values["fingerprint"].encode("ascii")),
        bytes.fromhex(values["digest"]),
        values["likeness"],
        values["distance"],
        tuple(prints.unpack(one.encode("ascii")) for one in values["frames"]),
    )


def telling_frames(video: VideoFingerprint) -> tuple[Fingerprint, ...]:
    """Return frames of the video that can be told apart from others, spread over its length, at most MOST_FRAMES."""
    usable = [frame.print for frame in video.frames if frame.print.tells]
    step = max(1, -(-len(usable) // MOST_FRAMES))
    return tuple(usable[::step])
