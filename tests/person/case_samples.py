"""Cases to test with: a full one, made of plain values, and one sighting to vary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from rescind.fingerprint import Fingerprint, How, Note
from rescind.match import Likeness
from rescind.person import case as cases
from rescind.person.sighting import Sighting
from rescind.person.watch.found import FoundAs
from rescind.removal.request import Asker, Authority, Place, Request, Role

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
PAGE = "https://board.example/thread/7"
FILE = "https://board.example/img/1.jpg"
PASSPHRASE = "these words open the sample file"

FINGERPRINT = Fingerprint(
    turns=tuple(bytes([turn] * 32) for turn in range(8)),
    quality=93,
    how=How("jpeg", 4000, 3000, 4, (Note.TURNED_BY_EXIF,)),
    reference=bytes(range(32)),
)

SIGHTING = Sighting(
    place=PAGE,
    page=PAGE,
    file=FILE,
    title="Thread 7",
    seen_at=NOW,
    picture=1,
    distance=6,
    likeness=Likeness.SAME,
    turn="mirrored",
    found_as=FoundAs.SHOWN,
    how="jpeg 800 × 600",
    status=200,
    headers=(("content-type", "image/jpeg"), ("date", "Fri, 20 Nov 2026 09:30:00 GMT")),
    sha256="ab" * 32,
    size=48_211,
    media_type="image/jpeg",
)

ASKER = Asker(
    Role.AUTHORISED,
    "The adviser",
    "desk@helpline.example",
    Authority("Write to sites for me", date(2026, 11, 1)),
)

REQUEST = Request(
    id="r-1",
    law="combined",
    operator="board.example",
    places=(Place(PAGE, FILE, "second post", NOW),),
    asker=ASKER,
    made_at=NOW,
    fingerprints=(bytes(range(32)),),
)


def empty() -> cases.Case:
    return cases.new_case(adults_said_at=NOW, now=NOW)


def with_picture(content: bytes = b"one") -> cases.Case:
    return cases.add_picture(
        empty(), FINGERPRINT, content_sha256=cases.digest(content), now=NOW, label="the beach one"
    ).case


def full() -> cases.Case:
    """One of everything."""
    case = cases.add_place(with_picture(), PAGE, now=NOW)
    case = cases.looked(case, PAGE, "I looked at 3 pictures.", now=LATER)
    kept = replace(SIGHTING, evidence=b"not really a picture", file=FILE + "?2")
    case = cases.record_sightings(case, [SIGHTING, kept]).case
    case = cases.record_gone(case, page=PAGE, file=FILE, now=LATER)
    case = cases.put_request(cases.set_asker(case, ASKER), REQUEST)
    return cases.note(case, "I told my sister.", now=LATER)
