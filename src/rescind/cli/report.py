"""What a case holds, in sentences and as JSON: for `case show` and `case export`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rescind.cli.papers import make_private, put
from rescind.cli.say import harmless
from rescind.words import long_moment, phrase, phrases

if TYPE_CHECKING:
    from rescind.match import Comparison
    from rescind.person.case import Case, Picture, Seen, Video
    from rescind.person.sighting import Passage, Sighting

ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/avif": "avif",
    "image/heic": "heic",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/webm": "webm",
    "video/x-matroska": "mkv",
    "application/json": "json",
}


def picture_name(picture: Picture | Video) -> str:
    """How a picture or video is called on the screen: its number, and the person's own word for it."""
    return f"{picture.number} ({picture.label})" if picture.label else str(picture.number)


def stand_words(seen: Seen) -> str:
    """How a copy stands: there, gone or back, and since when."""
    return {
        "THERE": phrase("there, last seen {when}", when=long_moment(seen.last_seen_at)),
        "GONE": phrase("gone since {when}", when=long_moment(seen.gone_at or seen.last_seen_at)),
        "BACK": phrase("back since {when}", when=long_moment(seen.back_at or seen.last_seen_at)),
    }[seen.stand.name]


def file_words(seen: Seen) -> str:
    """What the copy's file is: a video of which only pieces were fetched has no digest."""
    if not seen.sha256:
        return phrase("Not all of the file was read ({n} bytes, {kind})", n=seen.size, kind=seen.media_type)
    return phrase(
        "SHA-256 of the file: {digest} ({n} bytes, {kind})",
        digest=seen.sha256,
        n=seen.size,
        kind=seen.media_type,
    )


def seen_row(seen: Seen) -> tuple[str, str, str, str]:
    """One copy as a row of a table: picture, how it stands, page, file."""
    return str(seen.picture), stand_words(seen), seen.page, seen.file


def as_record(case: Case, now: datetime) -> dict[str, Any]:
    """The whole case for a program, without fingerprints and without kept copies."""
    from rescind.cli.due import as_record as request_record

    return {
        "made_at": case.made_at.isoformat(),
        "adults_said_at": case.adults.at.isoformat(),
        "pictures": [
            {
                "number": one.number,
                "label": one.label,
                "added_at": one.added_at.isoformat(),
                "quality": one.fingerprint.quality,
            }
            for one in case.pictures
        ],
        "videos": [
            {
                "number": one.number,
                "label": one.label,
                "added_at": one.added_at.isoformat(),
                "seconds": round(one.fingerprint.seconds, 3),
                "moments": one.fingerprint.usable,
            }
            for one in case.videos
        ],
        "places": [
            {
                "place": one.word,
                "last_looked_at": one.last_looked_at.isoformat() if one.last_looked_at else None,
                "outcome": one.last_outcome,
            }
            for one in case.places
        ],
        "sightings": [seen_record(one) for one in case.sightings],
        "requests": [request_record(one, now) for one in case.requests],
        "log": [{"at": one.at.isoformat(), "what": one.what} for one in case.log],
        "kept_copies": len(case.evidence),
    }


def seen_record(seen: Seen) -> dict[str, Any]:
    """One copy for a program, with everything that proves where and when it stood."""
    return {
        "picture": seen.picture,
        "page": seen.page,
        "file": seen.file,
        "title": seen.title,
        "stand": seen.stand.value,
        "first_seen_at": seen.first_seen_at.isoformat(),
        "last_seen_at": seen.last_seen_at.isoformat(),
        "gone_at": seen.gone_at.isoformat() if seen.gone_at else None,
        "back_at": seen.back_at.isoformat() if seen.back_at else None,
        "distance": seen.distance,
        "likeness": seen.likeness,
        "turn": seen.turn,
        **extent_record(seen.comparison),
        "passages": passage_records(seen.passages),
        "read": seen.how,
        "status": seen.status,
        "headers": [list(pair) for pair in seen.headers],
        "sha256": seen.sha256,
        "bytes": seen.size,
        "media_type": seen.media_type,
    }


def extent_record(found: Comparison) -> dict[str, Any]:
    """What of the two pictures is alike, for a program."""
    return {
        "extent": found.extent.name,
        "share": round(found.share, 3),
        "box": list(found.box),
        "agreeing": found.agreeing,
    }


def passage_records(passages: Iterable[Passage]) -> list[dict[str, Any]]:
    """Which stretches of a video are alike, for a program; times in seconds."""
    return [asdict(one) for one in passages]


def alike_words(seen: Seen | Sighting, *, is_video: bool) -> str:
    """How a copy of a picture, or of a video, is like it, and how it was changed."""
    from rescind.match import described

    stills = sum(one.moments for one in seen.passages) if is_video and _lies_still(seen.media_type) else 0
    return described(seen.comparison, video=is_video, stills=stills)


def passage_words(one: Passage, media_type: str) -> str:
    """One stretch in words: where in the person's video, and where in the copy, when that has a time of its own."""
    mine = phrase("{span} of yours", span=_span(one.mine_from, one.mine_to))
    copy = phrase("{span} of the copy", span=_span(one.copy_from, one.copy_to))
    agree = phrases("{n} moment agrees", "{n} moments agree", one.moments)
    shown = [mine] * (one.mine_to > 0) + [copy] * (one.copy_to > 0 and not _lies_still(media_type))
    return ", ".join([*(shown or [mine]), agree])


def _lies_still(media_type: str) -> bool:
    """Whether a copy is a picture in which nothing moves: a still, or a sheet of stills. Of a WebP it is not told."""
    return media_type.startswith("image/") and media_type not in ("image/gif", "image/webp")


def _span(first: float, last: float) -> str:
    from rescind.cli.own_files import clock_time

    return clock_time(first) if last - first < 1 else f"{clock_time(first)}–{clock_time(last)}"


def export_to(case: Case, folder: Path, now: datetime, *, with_evidence: bool) -> list[Path]:
    """Write record.txt and record.json, and with evidence the kept copies by their SHA-256; return the paths."""
    make_private(folder)
    record = {"written_at": now.isoformat(), **as_record(case, now)}
    files = {
        "record.txt": as_text(case, now).encode(),
        "record.json": json.dumps(record, ensure_ascii=False, indent=1).encode(),
    }
    if with_evidence:
        files |= {f"{one.id}.{ENDINGS.get(one.media_type, 'bin')}": one.content for one in case.evidence}
    for name, content in files.items():
        put(folder / name, content)
    return [folder / name for name in files]


def as_text(case: Case, now: datetime) -> str:
    """The record for people: a page to hand over, every time in UTC."""
    from rescind.cli.due import beneath, sentence

    videos = {one.number for one in case.videos}
    lines = [phrase("Record written {when}. All times are in UTC.", when=long_moment(now)), ""]
    for number, seen in enumerate(case.sightings, 1):
        lines += [
            f"{number}. {'  '.join(seen_row(seen))}",
            *(f"   {line}" for line in seen_details(seen, is_video=seen.picture in videos)),
            "",
        ]
    for one in case.requests:
        lines += [sentence(one, now), *(f"   {line}" for line in beneath(one, now)), ""]
    lines += [f"{long_moment(entry.at)}: {entry.what}" for entry in case.log]
    return "\n".join(harmless(line) for line in lines) + "\n"


def seen_details(seen: Seen, *, is_video: bool) -> list[str]:
    """What proves one sighting, of a video or of a picture, line by line."""
    return [
        phrase("Page title: {title}", title=seen.title or "-"),
        phrase(
            "First seen {first}, last seen {last}",
            first=long_moment(seen.first_seen_at),
            last=long_moment(seen.last_seen_at),
        ),
        alike_words(seen, is_video=is_video),
        *(passage_words(one, seen.media_type) for one in seen.passages),
        file_words(seen),
        *(f"{name}: {value}" for name, value in seen.headers),
    ]
