"""A law as the program knows it: what a request must hold, how long an answer may take, and what to do
after that.

Values only. They are read from the folders in `laws/` by `lawfile`; nothing about any law is written in
Python.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from rescind.removal.clock import Clock
from rescind.removal.errors import RemovalError


class LawNotKnown(RemovalError):
    """There is no law with this name."""


class WrongLaw(RemovalError):
    """A request was handed to a law that it was not made under."""


class When(Enum):
    """When a rung is offered: from the first minute, when the time is over, or when the request was
    refused.
    """

    NOW = "now"
    OVERDUE = "overdue"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Element:
    """One thing the law wants in a request.

    `filled_by` names the facts that fill it, all of them (see `completeness`); `missing` is the plain
    sentence for the asker when one is not there.
    """

    id: str
    title: str
    missing: str
    citation: str
    filled_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declaration:
    """A statement the asker agrees to, word for word: one wording for the depicted person, one for who acts
    for them.
    """

    id: str
    own: str
    authorised: str
    citation: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason the law lets a platform refuse for."""

    id: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Duty:
    """Something the law asks of the platform, said to the person who asks."""

    id: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Rung:
    """Something the asker can do besides or after the request; `link` may be empty, `needs` says what to
    have ready.
    """

    id: str
    when: frozenset[When]
    text: str
    link: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """Something the asker must know before choosing this law."""

    id: str
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Check:
    """Something a lawyer has not confirmed yet, and the citations it bears on."""

    text: str
    citations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """The letter of a law in one language, as a template (see `notice`)."""

    language: str
    template: str


@dataclass(frozen=True, slots=True)
class Law:
    """One law, whole.

    `automatic` laws may be chosen by country; exactly one law is the `fallback` for every other country.
    What only some laws want of the asker (postal address, telephone) is seen from the elements. `notices`
    always holds `en`.
    """

    slug: str
    title: str
    jurisdiction: str
    countries: frozenset[str]
    automatic: bool
    fallback: bool
    covers: str
    citations: tuple[str, ...]
    read_on: date
    elements: tuple[Element, ...]
    declarations: tuple[Declaration, ...]
    clock: Clock
    other_clocks: tuple[Clock, ...]
    duties: tuple[Duty, ...]
    grounds: tuple[Ground, ...]
    rungs: tuple[Rung, ...]
    cautions: tuple[Caution, ...]
    checks: tuple[Check, ...]
    notices: tuple[Notice, ...]

    def notice(self, language: str) -> Notice:
        """Return the notice for a language tag, else for its main language, else the English one."""
        held = {each.language: each for each in self.notices}
        main = language.replace("_", "-").split("-")[0].lower()
        return held.get(language) or held.get(main) or held["en"]
