"""A reviewer looks at what stands at a place: the platform is asked for its own copy, which is fingerprinted and compared.

The picture passes through memory to whoever looks, and is kept nowhere; what is kept is its fingerprint, sealed with the
request. Without the platform's own copy nothing enters a bank, so this is what a grant rests on.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from rescind import fingerprint, match, net
from rescind.desk import gates, journal, outbox
from rescind.desk.gates import DECIDING, NotHere, Staff
from rescind.desk.outbox.calling import local_hosts
from rescind.desk.outbox.owing import wants
from rescind.desk.records import converting, copies
from rescind.desk.records.copies import Copy
from rescind.desk.records.models import Hook, Place, RequestRow
from rescind.desk.settings.desk_file import DeskError
from rescind.fingerprint import Fingerprint, How, Unclear, UnclearVideo
from rescind.match import Comparison, Likeness
from rescind.net.kinds import MEGABYTE, Kinds
from rescind.words import phrase

MOST_BYTES: Final = 48 * MEGABYTE
SECONDS: Final = 30.0
ITEM_LENGTH: Final = 200
SHOWN: Final = frozenset(
    f"image/{kind}" for kind in ("jpeg", "png", "gif", "webp", "avif", "heic", "heif", "tiff", "jxl")
) | frozenset(f"video/{kind}" for kind in ("mp4", "webm", "ogg", "quicktime"))
"""What is handed on to a browser. What draws itself (SVG) or is a page is not."""

WANTED: Final = Kinds("image/*,video/*;q=0.9", MOST_BYTES, ("image/", "video/"))


class NotSeen(DeskError):
    """What stands at a place cannot be shown; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands at a place, in memory: its bytes and what kind they are. `item` is the platform's own name for it."""

    content: bytes
    media_type: str
    item: str = ""

    @property
    def is_video(self) -> bool:
        """Whether it moves."""
        return self.media_type.startswith("video/")


def fetch_copy(staff: Staff, number: str, position: int, *, now: datetime, shown: bool) -> Seen:
    """Return what stands at the place, having noted who asked and how it compares. Raises NotHere, NotSeen.

    `shown` says whether a person gets to see it, or it is only compared.

    Nobody is shown what a request of the minors lane is about.
    """
    gates.require(staff, *DECIDING)
    row, place = _place(staff, number, position)
    seen = _asked_for(row, place, now)
    copy = _compared(seen, converting.request_from(row).fingerprints)
    with transaction.atomic():
        # Somebody may have set it apart while the platform was answering.
        row = gates.request_for(staff, number, to_change=True, minors_lane=False)
        place = Place.objects.get(request=row, position=position)
        if copy is not None:
            copies.keep(place, row, copy)
        place.item = seen.item or place.item
        place.looked_at = now
        place.save()
        journal.write(
            "picture_opened" if shown else "copy_compared",
            now=now,
            subject=number,
            by=staff.name,
            position=position,
            likeness="unclear" if copy is None else (copy.likeness or "not compared"),
        )
    return seen


def _place(staff: Staff, number: str, position: int) -> tuple[RequestRow, Place]:
    row = gates.request_for(staff, number, minors_lane=False)
    place = Place.objects.filter(request=row, position=position).first()
    if place is None:
        raise NotHere
    return row, place


def _asked_for(row: RequestRow, place: Place, now: datetime) -> Seen:
    """Return what the platform says stands there: its answer is the file, or says where the file can be fetched."""
    hooks = [hook for hook in Hook.objects.filter(ended_at=None) if wants(hook, outbox.PICTURE)]
    if not hooks:
        raise NotSeen(phrase("No hook of the platform shows pictures. An operator can add one."))
    body = {
        "request": row.number,
        "position": place.position,
        "page": place.page,
        "file": place.file,
        "item": place.item,
    }
    try:
        answer = outbox.call(
            hooks[0],
            outbox.PICTURE,
            body,
            once=secrets.token_hex(16),
            now=now,
            timeout=SECONDS,
            most_bytes=MOST_BYTES,
        )
    except outbox.NotCalled as error:
        raise NotSeen(phrase("The platform did not answer: {why}", why=str(error))) from error
    if not answer.is_good:
        raise NotSeen(phrase("The platform says that nothing stands there ({status}).", status=answer.status))
    if answer.media_type == "application/json":
        return _at_address(answer.content)
    return _shown(Seen(answer.content, answer.media_type))


def _at_address(content: bytes) -> Seen:
    """Return what lies at the address that the platform answered with."""
    try:
        said = json.loads(content)
        address, item = str(said["address"]), str(said.get("item", ""))[:ITEM_LENGTH]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotSeen(phrase("The platform's answer was not understood.")) from error
    near = local_hosts()
    try:
        with net.open_fetch(
            allow_local=bool(near) or settings.DESK.for_trying, local_hosts=near, pause=0.0, timeout=SECONDS
        ) as fetch:
            fetched = fetch(address, kinds=WANTED)
    except net.NotFetched as error:
        raise NotSeen(phrase("The picture could not be fetched: {why}", why=str(error))) from error
    return _shown(Seen(fetched.body, fetched.media_type, item))


def _shown(seen: Seen) -> Seen:
    if seen.media_type not in SHOWN:
        raise NotSeen(phrase("What stands there is neither a picture nor a video that can be shown."))
    return seen


def _compared(seen: Seen, prints: tuple[bytes, ...]) -> Copy | None:
    """Return the copy as it is kept, compared with what the asker gave; None when it gives no fingerprint."""
    try:
        frames = _frames(seen)
    except (Unclear, UnclearVideo):
        return None
    if not frames:
        return None
    digest = hashlib.sha256(seen.content).digest()
    best = _nearest(frames, prints)
    kept = [replace(one, row=(), reference=None) for one in frames]
    return Copy(
        kept[0],
        digest,
        None if best is None else best.likeness.value,
        None if best is None else best.distance,
        tuple(kept[1:]),
    )


def _frames(seen: Seen) -> tuple[Fingerprint, ...]:
    """Return the picture's fingerprint, or those of a video's telling moments."""
    if seen.is_video:
        return copies.telling_frames(fingerprint.of_video(seen.content))
    return (fingerprint.of_image(seen.content),)


def _nearest(frames: tuple[Fingerprint, ...], prints: tuple[bytes, ...]) -> Comparison | None:
    """Return the nearest comparison with any of the asker's fingerprints, which are upright prints alone."""
    found = [
        match.compare(frame, Fingerprint(turns=(bits,), quality=100, how=How("", 0, 0)))
        for frame in frames
        for bits in prints
    ]
    likely = tuple(Likeness)
    return min(found, key=lambda one: (likely.index(one.likeness), one.distance), default=None)
