"""The answers of the form, so far: plain text as it was typed, and what it makes when it becomes a request.

A value of the form may be anything, so it is checked by making the part of the request that it becomes.
"""

from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import Final

from django.conf import settings

from rescind import removal
from rescind.removal import Asker, Authority, Place, Request, RequestBroken, Role
from rescind.removal.moment import NotAMoment, read_day, read_moment, write_moment
from rescind.words import phrase

YES, NO, UNSURE = "yes", "no", "unsure"
AGES: Final = (YES, NO, UNSURE)


@dataclass(frozen=True, slots=True)
class Said:
    """A place as it was said: one line, and from a request document the address of the file, a note and when it was seen."""

    page: str
    file: str = ""
    note: str = ""
    seen_at: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that was answered; empty is unanswered. `at` is the screen to come back to.

    `id`, `made_at` and `fingerprints` come from a request document, and are empty for who fills the form in by hand.
    """

    at: str = ""
    under_18: str = ""
    law: str = ""
    role: str = ""
    scope: str = ""
    since: str = ""
    places: tuple[Said, ...] = ()
    declarations: tuple[str, ...] = ()
    name: str = ""
    contact: str = ""
    postal: str = ""
    phone: str = ""
    reason: str = ""
    id: str = ""
    made_at: str = ""
    fingerprints: tuple[str, ...] = ()


def as_values(answers: Answers) -> dict[str, object]:
    """Return the answers as values that JSON can hold."""
    return asdict(answers)


def from_values(values: dict[str, object]) -> Answers:
    """Return the answers that `as_values` was given; what a later version no longer knows is left out."""
    known = {one.name for one in fields(Answers)}
    kept = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    read = Answers(**{name: value for name, value in kept.items() if name in known})  # type: ignore[arg-type]
    return replace(read, places=tuple(Said(**one) for one in read.places))  # type: ignore[arg-type]


def is_minors(answers: Answers) -> bool:
    """Say whether the request goes to the restricted lane: somebody shown was, or may have been, under 18."""
    return answers.under_18 in (YES, UNSURE)


def law_of(answers: Answers) -> removal.Law:
    """Return the law that was chosen, else the one that holds when nothing is known."""
    return removal.law(answers.law) if answers.law else removal.choose(None)


def wanted(answers: Answers) -> frozenset[str]:
    """Return the facts that the elements of the law are filled by."""
    return frozenset(fact for element in law_of(answers).elements for fact in element.filled_by)


def request_of(answers: Answers, number: str, *, now: datetime) -> Request:
    """Return the request that the answers make; raise RequestBroken when a part of them cannot be sent."""
    law = law_of(answers)
    stated = {each.id for each in law.declarations}
    return Request(
        id=answers.id or number,
        law=law.slug,
        operator=settings.DESK.name,
        places=tuple(_place(one) for one in answers.places),
        asker=_asker(answers),
        made_at=read_moment(answers.made_at) if answers.made_at else now,
        declarations=frozenset(answers.declarations) & stated,
        reason=answers.reason,
        # Of somebody under 18 no fingerprint is kept, not even one that was made elsewhere.
        fingerprints=() if is_minors(answers) else tuple(bytes.fromhex(one) for one in answers.fingerprints),
    )


def answers_of(request: Request, before: Answers) -> Answers:
    """Return the answers that a request document gives. What is asked about age is not in it, and stays as it was."""
    authority = request.asker.authority
    return replace(
        before,
        law=request.law,
        role=request.asker.role.value,
        scope=authority.scope if authority else "",
        since=authority.since.isoformat() if authority else "",
        places=tuple(
            Said(one.page, one.file or "", one.note, write_moment(one.seen_at) if one.seen_at else "")
            for one in request.places
        ),
        declarations=tuple(sorted(request.declarations)),
        name=request.asker.name,
        contact=request.asker.contact,
        postal=request.asker.postal,
        phone=request.asker.phone,
        reason=request.reason,
        id=request.id,
        made_at=write_moment(request.made_at),
        fingerprints=() if is_minors(before) else tuple(one.hex() for one in request.fingerprints),
    )


def _place(said: Said) -> Place:
    return Place(said.page, said.file or None, said.note, read_moment(said.seen_at) if said.seen_at else None)


def _asker(answers: Answers) -> Asker:
    role = Role.AUTHORISED if answers.role == Role.AUTHORISED.value else Role.SELF
    authority = None
    if role is Role.AUTHORISED and (answers.scope or answers.since):
        authority = Authority(answers.scope, _day(answers.since))
    return Asker(role, answers.name, answers.contact, authority, answers.postal, answers.phone)


def _day(written: str) -> date:
    try:
        return read_day(written)
    except NotAMoment as error:
        raise RequestBroken(
            "asker.authority.since",
            phrase("Write the day since when you may ask, as year, month and day: 2026-11-24."),
        ) from error
