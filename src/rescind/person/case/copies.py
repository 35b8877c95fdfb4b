"""What becomes of the copies that were seen: a sighting is new, seen again, gone, or back.

A page that could not be looked at changes nothing: a copy is gone only when somebody looked and it was not
there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from rescind.person.case.records import Case, Evidence, Seen, Stand
from rescind.person.sighting import Sighting


@dataclass(frozen=True)
class Found:
    """The case after sightings were recorded, and which copies are `new`, `again` (as before) or `back` after
    being gone.
    """

    case: Case
    new: tuple[Seen, ...] = ()
    again: tuple[Seen, ...] = ()
    back: tuple[Seen, ...] = ()


def record_sightings(case: Case, sightings: Iterable[Sighting]) -> Found:
    """Return the case with the sightings merged in.

    The same page, file and picture is the same copy: its newest particulars replace the older ones, and what
    is known of its past stays. A copy that was gone and is seen again stands as BACK. Evidence bytes are kept
    once each.
    """
    found = Found(case)
    for sighting in sightings:
        found = _record_one(found, sighting)
    return found


def record_gone(
    case: Case, *, now: datetime, page: str, file: str | None = None, picture: int | None = None
) -> Case:
    """Return the case in which the copies on `page` (only `file`, only `picture` of it, if named) are gone
    since `now`.

    Copies that were gone before keep the time they went.
    """

    def left(seen: Seen) -> bool:
        named = seen.page == page and file in (None, seen.file) and picture in (None, seen.picture)
        return named and seen.stand is not Stand.GONE

    return replace(
        case,
        sightings=tuple(
            replace(seen, stand=Stand.GONE, gone_at=now) if left(seen) else seen for seen in case.sightings
        ),
    )


def copies_at(case: Case, page: str) -> tuple[Seen, ...]:
    """Return the copies on the page that are there or back, as far as is known."""
    return tuple(seen for seen in case.sightings if seen.page == page and seen.stand is not Stand.GONE)


def keep_evidence(case: Case, content: bytes, media_type: str) -> tuple[Case, str]:
    """Return the case with the bytes kept in it, and their id (SHA-256, hex). The same bytes only once."""
    digest = sha256(content).hexdigest()
    if any(one.id == digest for one in case.evidence):
        return case, digest
    return replace(case, evidence=(*case.evidence, Evidence(digest, media_type, content))), digest


def drop_evidence(case: Case) -> Case:
    """Return the case without any kept bytes; what was seen, where and when, stays."""
    sightings = tuple(replace(seen, evidence_ids=()) for seen in case.sightings)
    return replace(case, evidence=(), sightings=sightings)


def _record_one(found: Found, sighting: Sighting) -> Found:
    case = found.case
    kept: tuple[str, ...] = ()
    if sighting.evidence is not None:
        case, digest = keep_evidence(case, sighting.evidence, sighting.media_type)
        kept = (digest,)
    fresh = _seen(sighting, kept)
    before = next((seen for seen in case.sightings if seen.key == fresh.key), None)
    if before is None:
        case = replace(case, sightings=(*case.sightings, fresh))
        return replace(found, case=case, new=(*found.new, fresh))
    merged = _merged(before, fresh)
    case = replace(case, sightings=tuple(merged if seen is before else seen for seen in case.sightings))
    if merged.stand is Stand.BACK and before.stand is Stand.GONE:
        return replace(found, case=case, back=(*found.back, merged))
    return replace(found, case=case, again=(*found.again, merged))


def _merged(before: Seen, fresh: Seen) -> Seen:
    """The newer of the two looks decides the particulars; the history is the union of both."""
    newer = fresh if fresh.seen_at >= before.seen_at else before
    returned = before.gone_at is not None and before.stand is Stand.GONE and fresh.seen_at > before.gone_at
    new_evidence = tuple(one for one in fresh.evidence_ids if one not in before.evidence_ids)
    return replace(
        newer,
        first_seen_at=min(before.first_seen_at, fresh.seen_at),
        last_seen_at=max(before.last_seen_at, fresh.seen_at),
        stand=Stand.BACK if returned else before.stand,
        gone_at=before.gone_at,
        back_at=fresh.seen_at if returned else before.back_at,
        evidence_ids=before.evidence_ids + new_evidence,
        more=before.more,
    )


def _seen(sighting: Sighting, evidence_ids: tuple[str, ...]) -> Seen:
    return Seen(
        place=sighting.place,
        page=sighting.page,
        file=sighting.file,
        picture=sighting.picture,
        title=sighting.title,
        seen_at=sighting.seen_at,
        distance=sighting.distance,
        likeness=sighting.likeness.name,
        turn=sighting.turn,
        extent=sighting.extent.name,
        share=sighting.share,
        box=sighting.box,
        agreeing=sighting.agreeing,
        passages=sighting.passages,
        found_as=sighting.found_as.value,
        how=sighting.how,
        status=sighting.status,
        headers=sighting.headers,
        sha256=sighting.sha256,
        size=sighting.size,
        media_type=sighting.media_type,
        first_seen_at=sighting.seen_at,
        last_seen_at=sighting.seen_at,
        evidence_ids=evidence_ids,
    )
