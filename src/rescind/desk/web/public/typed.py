"""What was typed into one screen of the form, put into the answers; and what is wrong with it, at which field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.http import QueryDict

from rescind import removal
from rescind.desk.flows.answers import AGES, Answers, Said, is_minors, request_of
from rescind.desk.web.public.screens import Screen
from rescind.removal import RequestBroken, Role
from rescind.removal.request import PLACES_LIMIT
from rescind.words import phrase

LINE_TOO_LONG: Final = 4096


@dataclass(frozen=True, slots=True)
class Fault:
    """What has to be mended: the name of the field, and a sentence."""

    field: str
    sentence: str


def put(screen: Screen, said: QueryDict, answers: Answers) -> Answers:
    """Return the answers with what was typed into this screen. It may be wrong still: see `fault_of`."""
    read = READERS.get(screen)
    return read(said, answers) if read else answers


def fault_of(screen: Screen, answers: Answers, number: str, now: datetime) -> Fault | None:
    """Return what is wrong with the answers of this screen; None when the form can go on."""
    if sentence := _unchosen(screen, answers):
        return Fault(screen.value, sentence)
    try:
        request_of(answers, number, now=now)
    except RequestBroken as error:
        return Fault(FIELDS.get(error.part, screen.value), str(error))
    return None


FIELDS: Final = {
    "places.page": "places",
    "places.file": "places",
    "places.note": "places",
    "asker.authority.scope": "scope",
    "asker.authority.since": "since",
    "asker.name": "name",
    "asker.contact": "contact",
    "asker.postal": "postal",
    "asker.phone": "phone",
}


def _unchosen(screen: Screen, answers: Answers) -> str:
    """Return a sentence when one of several answers has to be chosen and none was; empty otherwise."""
    chosen = {Screen.AGE: answers.under_18, Screen.LAW: answers.law, Screen.WHO: answers.role}
    if chosen.get(screen, "chosen"):
        return ""
    return phrase("Please choose one answer.")


def _age(said: QueryDict, answers: Answers) -> Answers:
    told = replace(answers, under_18=_one_of(said.get("age", ""), AGES))
    return replace(told, fingerprints=()) if is_minors(told) else told


def _law(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, law=_one_of(said.get("law", ""), [one.slug for one in removal.laws()]))


def _who(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, role=_one_of(said.get("who", ""), [one.value for one in Role]))


def _permission(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, scope=_line(said, "scope"), since=_line(said, "since"))


def _places(said: QueryDict, answers: Answers) -> Answers:
    """Every line is a place. What a request document said beside a place stays with it while its line stays."""
    before = {shown(one): one for one in answers.places}
    lines = [line.strip() for line in said.get("places", "").splitlines() if line.strip()]
    kept = dict.fromkeys(lines[: PLACES_LIMIT + 1])
    return replace(answers, places=tuple(before.get(line) or Said(line) for line in kept))


def _declarations(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, declarations=tuple(sorted(set(said.getlist("declaration")))))


def _reason(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, reason=said.get("reason", "").replace("\r\n", "\n").strip())


def _name(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, name=_line(said, "name"))


def _contact(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, contact=_line(said, "contact"))


def _postal(said: QueryDict, answers: Answers) -> Answers:
    # A postal address is typed on several lines, and is one line in a request.
    lines = said.get("postal", "").splitlines()
    return replace(answers, postal=", ".join(line.strip() for line in lines if line.strip()))


def _phone(said: QueryDict, answers: Answers) -> Answers:
    return replace(answers, phone=_line(said, "phone"))


READERS: Final[Mapping[Screen, Callable[[QueryDict, Answers], Answers]]] = {
    Screen.AGE: _age,
    Screen.LAW: _law,
    Screen.WHO: _who,
    Screen.PERMISSION: _permission,
    Screen.PLACES: _places,
    Screen.DECLARATIONS: _declarations,
    Screen.NAME: _name,
    Screen.CONTACT: _contact,
    Screen.POSTAL: _postal,
    Screen.PHONE: _phone,
    Screen.REASON: _reason,
}


def shown(place: Said) -> str:
    """Return the one line that a place is shown as."""
    return place.page or place.note.replace("\n", " ") or place.file


def _line(said: QueryDict, field: str) -> str:
    return said.get(field, "").strip()


def _one_of(value: str, known: tuple[str, ...] | list[str]) -> str:
    return value if value in known else ""
