"""What `case add` does with each file: a picture or a video more in the case, and a record of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.fingerprint import Fingerprint
    from rescind.fingerprint.video import VideoFingerprint
    from rescind.person.case import Case


def with_files(
    case: Case, files: Sequence[Path], label: str | None, now: datetime, say: Say
) -> tuple[Case, list[dict[str, Any]]]:
    """The case with the pictures and videos that can be read, and one record a file, in order."""
    from rescind.cli.own_files import read_own, why
    from rescind.fingerprint import Unclear

    records: list[dict[str, Any]] = []
    for own in read_own(files, say):
        if isinstance(own.result, Unclear):
            records.append(_not_added(own.place, why(own.result)))
            continue
        case, record = _with_one(case, own.place, own.digest, own.result, label, now)
        records.append(record)
    return case, records


def _not_added(place: int, why: str) -> dict[str, Any]:
    return {"file": place, "unclear": why, "sentence": phrase("File {n}: {why}", n=place, why=why)}


def _with_one(
    case: Case,
    place: int,
    digest: str,
    result: Fingerprint | VideoFingerprint,
    label: str | None,
    now: datetime,
) -> tuple[Case, dict[str, Any]]:
    from rescind.fingerprint import Fingerprint

    if isinstance(result, Fingerprint):
        return _with_picture(case, place, digest, result, label, now)
    return _with_video(case, place, digest, result, label, now)


def _with_picture(
    case: Case, place: int, digest: str, fingerprint: Fingerprint, label: str | None, now: datetime
) -> tuple[Case, dict[str, Any]]:
    from rescind.person.case import add_picture

    if not fingerprint.tells:
        why = phrase(
            "It is so plain that copies of it cannot be told from other plain pictures, so it was not added."
        )
        return case, _not_added(place, why)
    added = add_picture(case, fingerprint, content_sha256=digest, now=now, label=label)
    number = added.picture.number
    if added.better:
        sentence = phrase(
            "File {n} is picture {number} already. Edited copies of it are found now too.",
            n=place,
            number=number,
        )
    elif added.again:
        sentence = phrase("File {n} is picture {number} already.", n=place, number=number)
    else:
        sentence = phrase("File {n} is picture {number} now.", n=place, number=number)
    return added.case, {
        "file": place,
        "picture": number,
        "new": not added.again,
        "quality": fingerprint.quality,
        "sentence": sentence,
    }


def _with_video(
    case: Case, place: int, digest: str, fingerprint: VideoFingerprint, label: str | None, now: datetime
) -> tuple[Case, dict[str, Any]]:
    from rescind.cli.own_files import clock_time
    from rescind.fingerprint.video import VideoNote
    from rescind.person.case import add_video

    if fingerprint.plain:
        why = phrase(
            "It is so dark or plain that copies of it cannot be told from other videos, so it was not added."
        )
        return case, _not_added(place, why)
    added = add_video(case, fingerprint, content_sha256=digest, now=now, label=label)
    number, last = added.video.number, clock_time(fingerprint.seen)
    if added.better:
        sentence = phrase(
            "File {n} is video {number} already. Edited copies of it are found now too.",
            n=place,
            number=number,
        )
    elif added.again:
        sentence = phrase("File {n} is video {number} already.", n=place, number=number)
    elif VideoNote.FIRST_PART in fingerprint.how.notes:
        sentence = phrase(
            "File {n} is video {number} now, but only its first {time} could be read.",
            n=place,
            number=number,
            time=last,
        )
    else:
        sentence = phrase("File {n} is video {number} now: {time} long.", n=place, number=number, time=last)
    return added.case, {
        "file": place,
        "video": number,
        "new": not added.again,
        "seconds": round(fingerprint.seconds, 3),
        "seen": round(fingerprint.seen, 3),
        "moments": fingerprint.usable,
        "notes": [note.value for note in fingerprint.how.notes],
        "sentence": sentence,
    }
