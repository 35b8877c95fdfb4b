"""Cases to test with: a full one, made of plain values, and one sighting to vary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from rescind.fingerprint import Fingerprint, How, Note, Panel, PanelKind, Parts, Reason
from rescind.fingerprint.video import Frame, HowVideo, Sampling, VideoFingerprint, VideoNote
from rescind.match import Extent, Likeness
from rescind.person import case as cases
from rescind.person.sighting import Passage, Sighting
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


PARTS = Parts(bytes(range(96)), bytes(range(24)))
PANEL = Panel(PanelKind.TRIMMED, (0, 1250, 10_000, 8750), FINGERPRINT.turns, 88)

VIDEO = VideoFingerprint(
    frames=(
        Frame(
            0.0, 1.75, Fingerprint(FINGERPRINT.turns, 97, How("h264", 640, 360), None, (PANEL,), PARTS), True
        ),
        Frame(2.0, 2.25, Fingerprint(FINGERPRINT.turns, 60, How("h264", 640, 360)), False),
    ),
    seconds=6.0,
    seen=5.75,
    sampling=Sampling.DENSE,
    how=HowVideo("mov", "h264", 640, 360, (VideoNote.FIRST_PART,), Reason.TRUNCATED),
    sha256=bytes(range(32)),
    md5=bytes(range(16)),
)


def with_prints() -> cases.Case:
    """A picture with all its prints, a video, a crop of the one and a stretch of the other."""
    case = cases.add_picture(
        empty(),
        replace(FINGERPRINT, panels=(PANEL,), parts=PARTS),
        content_sha256=cases.digest(b"one"),
        now=NOW,
    ).case
    case = cases.add_video(case, VIDEO, content_sha256="cd" * 32, now=NOW, label="the walk").case
    crop = replace(SIGHTING, extent=Extent.PART, share=0.7, box=(0, 2000, 10_000, 8000), agreeing=31)
    clip = replace(SIGHTING, picture=2, file=FILE + "?3", passages=(Passage(12.0, 41.5, 0.0, 29.5, 24, 29),))
    return cases.record_sightings(case, [crop, clip]).case


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
