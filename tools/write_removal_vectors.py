"""Write vectors/removal/, what the browser page and Python must agree on; with --check only say whether Python still does.

Every law, asked by the depicted person and by an adviser, complete and with something missing: what is missing, the letter,
the document, and worked deadlines. Cases are only ever added.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from importlib.resources import files
from pathlib import Path

from rescind.removal import (
    Asker,
    Authority,
    Chased,
    Clock,
    Event,
    Gone,
    Granted,
    Incomplete,
    Law,
    Place,
    Received,
    Refused,
    Request,
    RequestBroken,
    Returned,
    Role,
    Sent,
    StepNotAllowed,
    Unit,
    Withdrawn,
    advance,
    choose,
    document,
    due_at,
    laws,
    letter,
    missing,
    standing,
)
from rescind.removal.clock import reckon
from rescind.removal.moment import write_moment
from rescind.removal.record import _event as record_event
from rescind.removal.record import asked, course

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "vectors" / "removal"
NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
PAGE = "https://board.example/thread/7?page=2&sort=new#p" + "picture-number-" * 6
SELF = Asker(Role.SELF, "Zoë Ångström", "reply@mail.example", postal="1 Sample Street", phone="+1 555 0100")
ADVISER = replace(
    SELF,
    role=Role.AUTHORISED,
    name="Sample Adviser",
    authority=Authority("Ask for removal and receive the answers.", date(2026, 11, 1)),
)

PLACES: dict[str, tuple[Place, ...]] = {
    "one": (Place(PAGE, "https://files.example/7.jpg", "third in the row", NOW - timedelta(hours=3)),),
    "words": (
        Place("the group called Board, in March", note="the second picture from above, and all its copies"),
    ),
    "file": (Place("https://files.example/8.jpg", "https://files.example/8.jpg"),),
    "many": (
        Place(PAGE, "https://files.example/1.jpg", seen_at=NOW - timedelta(days=2)),
        Place(PAGE, "https://files.example/2.jpg", "at 1:20\nand again at 2:05", NOW - timedelta(days=1)),
        Place(PAGE),
        Place("", None, "صورة في المجموعة. الثانية"),
        Place("https://board.example/thread/8", None, "tab\there", NOW),
        *(Place("https://board.example/thread/9", f"https://files.example/{n}.jpg") for n in range(28)),
    ),
}
REASONS = (
    "a picture I took in 2024",
    "First line.\nSecond line that is long enough to be broken. " + "word " * 30,
)


def whole(law: Law, role: Role, places: str = "one") -> Request:
    """Return a request that is complete under the law."""
    return Request(
        id="R-7Q2M-41XD",
        law=law.slug,
        operator="Board Example",
        places=PLACES[places],
        asker=SELF if role is Role.SELF else ADVISER,
        made_at=NOW - timedelta(days=1),
        declarations=frozenset(each.id for each in law.declarations),
        reason=REASONS[places == "many"],
    )


def incomplete(request: Request) -> Iterator[tuple[str, Request]]:
    """Yield the request with one thing after the other taken away, and with nothing left."""
    asker = request.asker
    for part in ("name", "contact", "postal", "phone"):
        yield f"no {part}", replace(request, asker=replace(asker, **{part: "  "}))
    for contact in ("reply", "@mail.example", "reply@", "a b@mail.example", " a@b "):
        yield f"contact {contact!r}", replace(request, asker=replace(asker, contact=contact))
    for one in sorted(request.declarations):
        yield f"not declared: {one}", replace(request, declarations=request.declarations - {one})
    yield "no places", replace(request, places=())
    yield "a place that says nothing", replace(request, places=(*request.places, Place(" ", None, "\n")))
    yield "no reason, no operator", replace(request, reason=" ", operator="\t".strip())
    if asker.authority:
        for authority in (
            None,
            replace(asker.authority, scope=" "),
            replace(asker.authority, withdrawn=date(2026, 11, 20)),
        ):
            yield "no permission", replace(request, asker=replace(asker, authority=authority))
    yield "nothing", replace(request, asker=Asker(asker.role, "", ""), places=(), declarations=frozenset())


def of_missing() -> list[dict[str, object]]:
    """Return what is missing, for every law."""
    found = []
    for law in laws():
        for role in Role:
            request = whole(law, role)
            for name, one in [("complete", request), *incomplete(request)]:
                absent = [asdict(each) for each in missing(one, law)]
                found.append(
                    {"name": f"{law.slug}, {role.value}, {name}", "request": asked(one), "missing": absent}
                )
    return found


def of_letters() -> list[dict[str, object]]:
    """Return letters as text and their subjects, for every law and every language it has a notice in."""
    found = []
    for law in laws():
        for tag in (each.language for each in law.notices):
            for role in Role:
                for places in PLACES:
                    request = whole(law, role, places)
                    made = letter.compose(request, law, language=tag, now=NOW)
                    found.append(
                        {
                            "name": f"{law.slug}, {tag}, {role.value}, {places}",
                            "request": asked(request),
                            "language": tag,
                            "now": write_moment(NOW),
                            "subject": made.subject,
                            "text": letter.as_text(made).splitlines(),
                        }
                    )
    return found


def of_withdrawals() -> list[dict[str, object]]:
    """Return the letters that take a request back, for every law and every language it has a notice in."""
    found = []
    for law in laws():
        for tag in (each.language for each in law.notices):
            for role in Role:
                request = whole(law, role)
                text = letter.withdrawal(request, law, language=tag, at=NOW)
                told: dict[str, object] = {
                    "request": asked(request),
                    "language": tag,
                    "at": write_moment(NOW),
                }
                found.append({"name": f"{law.slug}, {tag}, {role.value}", **told, "text": text.splitlines()})
    return found


def of_documents() -> list[dict[str, object]]:
    """Return documents as they are written, with fingerprints and without."""
    prints = (bytes(range(32)), bytes(reversed(range(32))))
    found = []
    for law in laws():
        for role in Role:
            request = replace(whole(law, role, "many"), fingerprints=prints)
            for along in (False, True):
                text = document.write(request, fingerprints=along).decode("utf-8")
                found.append(
                    {"request": asked(request), "fingerprints": along, "document": text.splitlines()}
                )
    return found


def of_broken() -> list[dict[str, object]]:
    """Return requests that cannot be, and the part that is to blame."""
    sound = asked(whole(laws()[0], Role.AUTHORISED))
    changes: list[tuple[str, object]] = [
        ("id", "-1"),
        ("operator", "two\nlines"),
        ("operator", "x" * 401),
        ("reason", "bell\u0007"),
        ("reason", "x" * 5001),
        ("asker.name", "two\nlines"),
        ("asker.contact", "line\u2028line"),
        ("asker.authority.scope", "tab\there"),
        ("places.page", " Data:image/png;base64,AAAA"),
        ("places.file", "blob:x"),
        ("places.page", "x" * 4097),
        ("places.note", "nul\u0000"),
    ]
    return [
        {"request": changed(sound, path, value), "part": blamed(sound, path, value)}
        for path, value in changes
    ]


def changed(sound: dict[str, object], path: str, value: object) -> dict[str, object]:
    """Return the values with one of them put in another's place; in a list, in its first."""
    values = json.loads(json.dumps(sound))
    *way, last = path.split(".")
    inner = values
    for step in way:
        inner = inner[step]
        inner = inner[0] if isinstance(inner, list) else inner
    inner[last] = value
    return dict(values)


def blamed(sound: dict[str, object], path: str, value: object) -> str:
    """Return which part Python blames."""
    written = {"format": document.FORMAT, "version": document.VERSION, **changed(sound, path, value)}
    try:
        document.read(json.dumps(written).encode())
    except document.NotADocument as error:
        if isinstance(error.__cause__, RequestBroken):
            return error.field
    raise AssertionError(path)


def of_deadlines() -> list[dict[str, object]]:
    """Return the worked deadlines of vectors/deadlines.csv and of every law folder."""
    with (ROOT / "vectors" / "deadlines.csv").open(encoding="utf-8", newline="") as file:
        found = [deadline(worked(row), row["since"], row["why"]) for row in csv.DictReader(file)]
    for law in laws():
        text = files("rescind.removal").joinpath("laws", law.slug, "examples.toml").read_text("utf-8")
        for one in tomllib.loads(text)["example"]:
            due = due_at(law, one["since"])
            row = {"law": law.slug, "since": one["since"].isoformat(), "due": due and write_moment(due)}
            found.append({"name": f"{law.slug}: {one['why']}", **row})
    return found


def worked(row: dict[str, str]) -> Clock:
    """Return the clock of one row."""
    days = frozenset(date.fromisoformat(each) for each in row["holidays"].split())
    unit, amount = Unit(row["unit"]), int(row["amount"])
    return Clock("removal", unit, amount, "x", "x", "x", row["ends_on_business_day"] == "yes", days)


def deadline(clock: Clock, since: str, why: str) -> dict[str, object]:
    """Return one worked deadline of a clock."""
    due = reckon(clock, datetime.fromisoformat(since))
    return {"name": why, "clock": asdict(clock), "since": since, "due": due and write_moment(due)}


def of_choices() -> dict[str, str]:
    """Return which law is chosen for a country."""
    countries = {"", "zz", "gb", "BR", *(code for law in laws() for code in law.countries)}
    return {country: choose(country).slug for country in sorted(countries)}


EVENTS: dict[str, Callable[[datetime], Event]] = {
    "sent": Sent,
    "received": lambda at: Received(at, "board.example"),
    "incomplete": lambda at: Incomplete(at, ("location",)),
    "granted": Granted,
    "refused": lambda at: Refused(at, "element-missing"),
    "gone": Gone,
    "returned": Returned,
    "chased": lambda at: Chased(at, "search"),
    "withdrawn": Withdrawn,
}


def of_steps(walks: int = 60, length: int = 7) -> list[dict[str, object]]:
    """Return walks of random steps, those that are not allowed among them, and the record after each."""
    chance = random.Random(20261124)
    found = []
    for walk in range(walks):
        law = laws()[walk % len(laws())]
        request = whole(law, Role.SELF)
        steps = []
        for step in range(length):
            at = NOW + timedelta(hours=7 * step)
            event = EVENTS[chance.choice(list(EVENTS))](at)
            try:
                request = advance(request, event, law)
                allowed = True
            except StepNotAllowed:
                allowed = False
            stands = standing(request, at + timedelta(hours=40), law).kind.value
            said = {
                "event": record_event(event),
                "allowed": allowed,
                "course": course(request),
                "stands": stands,
            }
            steps.append(said)
        found.append({"request": asked(whole(law, Role.SELF)), "steps": steps})
    return found


def plain(value: object) -> object:
    """Return what JSON holds no form for."""
    if isinstance(value, Enum):
        return value.value
    return sorted(str(each) for each in value) if isinstance(value, frozenset) else str(value)


def vectors() -> dict[str, str]:
    """Return every file of the folder: its name and its text."""
    parts = {
        "missing.json": of_missing(),
        "letters.json": of_letters(),
        "withdrawals.json": of_withdrawals(),
        "documents.json": of_documents(),
        "broken.json": of_broken(),
        "deadlines.json": of_deadlines(),
        "choices.json": of_choices(),
        "steps.json": of_steps(),
    }
    return {
        name: json.dumps(part, ensure_ascii=False, indent=1, default=plain) + "\n"
        for name, part in parts.items()
    }


def main() -> int:
    """Write the folder, or with --check end with 1 when Python now says something else."""
    wanted = vectors()
    if "--check" in sys.argv[1:]:
        old = [name for name, text in wanted.items() if (FOLDER / name).read_text(encoding="utf-8") != text]
        print(f"{', '.join(old)}: not what Python says now" if old else "current")
        return 1 if old else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
