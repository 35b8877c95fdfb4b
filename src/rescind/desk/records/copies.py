"""What was seen at a place: the fingerprint of the platform's own copy and how it compares; sealed with the request."""

import json
from dataclasses import dataclass

from rescind.desk.records import prints, sealing
from rescind.desk.records.models import Place, RequestRow
from rescind.fingerprint import Fingerprint


@dataclass(frozen=True, slots=True)
class Copy:
    """The platform's own copy. `digest` is the SHA-256 of its file; `likeness` and `distance` (bits) compare it with the
    asker's fingerprints, None when they gave none.
    """

    fingerprint: Fingerprint
    digest: bytes
    likeness: str | None
    distance: int | None


def keep(place: Place, row: RequestRow, copy: Copy) -> Place:
    """Put what was seen into the place; return it, unsaved."""
    content = json.dumps(
        {
            "fingerprint": prints.pack(copy.fingerprint).decode("ascii"),
            "digest": copy.digest.hex(),
            "likeness": copy.likeness,
            "distance": copy.distance,
        }
    )
    place.copy = sealing.seal_with(bytes(row.own_key), content.encode("ascii"), row.number)
    return place


def seen_at(place: Place, row: RequestRow) -> Copy:
    """Return what was seen at the place; raise NotOpened when the request was forgotten."""
    content = sealing.unseal_with(bytes(row.own_key), bytes(place.copy or b""), row.number)
    values = json.loads(content)
    return Copy(
        prints.unpack(values["fingerprint"].encode("ascii")),
        bytes.fromhex(values["digest"]),
        values["likeness"],
        values["distance"],
    )
