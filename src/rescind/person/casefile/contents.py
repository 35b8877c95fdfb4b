"""A case as the bytes inside the seal, and back: the JSON that `docs/formats/case.md` describes.

Reading is strict: bounded size, no key twice, no NaN, no infinity, nothing missing, nothing of the wrong type. The number
of the version says what must be understood; a higher one is refused with NewerVersion and nothing is lost.
"""

import json
from math import isfinite
from typing import Any

from rescind.fingerprint import WHOLE, Fingerprint, How, Note
from rescind.match import Extent
from rescind.person.case import (
    AgeStatement,
    Case,
    Entry,
    Evidence,
    Picture,
    Seen,
    Stand,
    WatchedPlace,
)
from rescind.person.casefile.errors import NewerVersion, NotACaseFile, TooLarge
from rescind.person.casefile.prints import PRINTS, box, with_prints
from rescind.person.casefile.shape import (
    Column,
    Json,
    Later,
    Shape,
    day,
    fraction,
    hex_text,
    moment,
    name_of,
    nested,
    octets,
    octets_hex,
    one_of,
    optional,
    pair,
    several,
    text,
    whole,
)
from rescind.person.casefile.videos import PASSAGE, VIDEO
from rescind.removal import document
from rescind.removal.errors import RemovalError
from rescind.removal.request import Asker, Authority, Request, Role

FORMAT = "rescind-case"
VERSION = 1
SIZE_LIMIT = 512 * 2**20
"""Bytes of JSON in one file. Evidence copies are what fills it; base64 makes them a third larger."""


def to_bytes(case: Case, *, limit: int = SIZE_LIMIT) -> bytes:
    """Return the contents of the file, ASCII JSON with sorted keys. Raises TooLarge past `limit` bytes."""
    written = {"format": FORMAT, "version": VERSION, **_CASE.write(case)}
    content = json.dumps(written, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")
    if len(content) > limit:
        raise TooLarge
    return content


def from_bytes(content: bytes) -> Case:
    """Return the case in these contents. Raises NotACaseFile or NewerVersion."""
    if len(content) > SIZE_LIMIT:
        raise NotACaseFile
    written = _json(content)
    if not isinstance(written, dict) or written.pop("format", None) != FORMAT:
        raise NotACaseFile
    _check_version(written.pop("version", None))
    case = _CASE.read(written, "")
    _check_numbers(case)
    return case


def _json(content: bytes) -> Json:
    try:
        return json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_no_key_twice,
            parse_constant=_no_nan,
            parse_float=_finite,
        )
    except (ValueError, RecursionError) as error:
        raise NotACaseFile from error


def _no_key_twice(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_nan(_word: str) -> float:
    raise ValueError("not a number of JSON")


def _finite(word: str) -> float:
    """Return the number; one too large for a float would be read as infinite, and could not be written again."""
    number = float(word)
    if not isfinite(number):
        raise ValueError("too large a number")
    return number


def _check_version(version: Json) -> None:
    if type(version) is not int or version < 1:
        raise NotACaseFile("version")
    if version > VERSION:
        raise NewerVersion


def _check_numbers(case: Case) -> None:
    """Numbers of pictures and videos are unique and below the next one, ids of requests and evidence unique: later changes
    rely on it.
    """
    numbers = [one.number for one in case.pictures] + [one.number for one in case.videos]
    if len(set(numbers)) != len(numbers) or any(number >= case.next_picture for number in numbers):
        raise NotACaseFile("pictures")
    for where, ids in (
        ("requests", [request.id for request in case.requests]),
        ("evidence", [one.id for one in case.evidence]),
        ("sightings", [seen.key for seen in case.sightings]),
    ):
        if len(set(ids)) != len(ids):
            raise NotACaseFile(where)


def _read_request(written: Json, where: str) -> Request:
    try:
        return document.from_record(written)
    except RemovalError as error:
        raise NotACaseFile(where) from error


_request: Column[Request] = Column(document.as_record, _read_request)

_AUTHORITY: Shape[Authority] = Shape(
    Authority, {"scope": text, "since": day, "withdrawn": optional(day)}, keeps_more=False
)

_ASKER: Shape[Asker] = Shape(
    Asker,
    {
        "role": one_of(Role),
        "name": text,
        "contact": text,
        "authority": optional(nested(_AUTHORITY)),
        "postal": text,
        "phone": text,
    },
    keeps_more=False,
)

_HOW: Shape[How] = Shape(
    How,
    {
        "format": text,
        "width": whole(1),
        "height": whole(1),
        "reduced": whole(1, 8),
        "notes": several(one_of(Note)),
    },
    keeps_more=False,
)

_FINGERPRINT: Shape[Fingerprint] = Shape(
    Fingerprint,
    {
        "turns": several(octets_hex(32), exactly=8),
        "quality": whole(0, 100),
        "how": nested(_HOW),
        "reference": optional(octets_hex(32)),
    },
    keeps_more=False,
)

_PICTURE: Shape[Picture] = Shape(
    with_prints,
    {
        "number": whole(1),
        "added_at": moment,
        "fingerprint": nested(_FINGERPRINT),
        "sha256": hex_text(32),
        "label": optional(text),
    },
    later={"prints": Later(optional(nested(PRINTS)), None)},
)

_PLACE: Shape[WatchedPlace] = Shape(
    WatchedPlace,
    {
        "word": text,
        "added_at": moment,
        "last_looked_at": optional(moment),
        "last_outcome": optional(text),
    },
)

_SEEN_COLUMNS: dict[str, Column[Any]] = {
    "place": text,
    "page": text,
    "file": text,
    "title": text,
    "seen_at": moment,
    "picture": whole(1),
    "distance": whole(0, 256),
    "likeness": text,
    "turn": text,
    "found_as": text,
    "how": text,
    "status": optional(whole(0, 999)),
    "headers": several(pair),
    "sha256": hex_text(32, or_none=True),
    "size": whole(0),
    "media_type": text,
    "first_seen_at": moment,
    "last_seen_at": moment,
    "stand": one_of(Stand),
    "gone_at": optional(moment),
    "back_at": optional(moment),
    "evidence_ids": several(hex_text(32)),
}

_SEEN_LATER: dict[str, Later[Any]] = {
    "extent": Later(name_of(Extent), Extent.WHOLE.name),
    "share": Later(fraction, 1.0),
    "box": Later(box, WHOLE),
    "agreeing": Later(whole(0), 0),
    "passages": Later(several(nested(PASSAGE)), ()),
}

_CASE: Shape[Case] = Shape(
    Case,
    {
        "made_at": moment,
        "adults": nested(Shape(AgeStatement, {"at": moment})),
        "pictures": several(nested(_PICTURE)),
        "next_picture": whole(1),
        "places": several(nested(_PLACE)),
        "sightings": several(nested(Shape(Seen, _SEEN_COLUMNS, later=_SEEN_LATER))),
        "requests": several(_request),
        "asker": optional(nested(_ASKER)),
        "log": several(nested(Shape(Entry, {"at": moment, "what": text}))),
        "evidence": several(
            nested(Shape(Evidence, {"id": hex_text(32), "media_type": text, "content": octets}))
        ),
    },
    later={"videos": Later(several(nested(VIDEO)), ())},
)
