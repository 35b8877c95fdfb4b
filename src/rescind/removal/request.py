"""A removal request as a value: who asks, for which places, under which law, and how far it has come.

Everything is checked when a value is made, so a request that exists can always be written, read and put
into a letter.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from rescind.removal.events import Event, State
from rescind.removal.moment import in_utc
from rescind.removal.text import RequestBroken, check_address, check_line, check_text
from rescind.words import phrase

PLACES_LIMIT: Final = 500
FINGERPRINTS_LIMIT: Final = 1000
FINGERPRINT_BYTES: Final = 32

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Role(Enum):
    """Who signs: the depicted person, or somebody they authorised."""

    SELF = "self"
    AUTHORISED = "authorised"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a copy is. `page` is an address, or a few words when there is none; `file` the picture's own
    address.
    """

    page: str
    file: str | None = None
    note: str = ""
    seen_at: datetime | None = None

    def __post_init__(self) -> None:
        check_address("places.page", self.page)
        check_address("places.file", self.file or "")
        check_text("places.note", self.note)
        if self.seen_at is not None:
            object.__setattr__(self, "seen_at", in_utc(self.seen_at))


@dataclass(frozen=True, slots=True)
class Authority:
    """What the depicted person allowed the asker to do, since when, and whether they took it back."""

    scope: str
    since: date
    withdrawn: date | None = None

    def __post_init__(self) -> None:
        check_line("asker.authority.scope", self.scope)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who signs and can be reached. `name` is the signature, typed; `postal` and `phone` only for a law
    that asks.
    """

    role: Role
    name: str
    contact: str
    authority: Authority | None = None
    postal: str = ""
    phone: str = ""

    def __post_init__(self) -> None:
        check_line("asker.name", self.name)
        check_line("asker.contact", self.contact)
        check_line("asker.postal", self.postal)
        check_line("asker.phone", self.phone)
        if self.role is Role.SELF and self.authority is not None:
            raise RequestBroken(
                "asker.authority", phrase("Somebody who asks for themselves needs nobody's permission.")
            )


@dataclass(frozen=True, slots=True)
class Request:
    """One removal request to one operator, under one law (its slug). Moments are kept in UTC.

    `declarations` are the ids of the law's statements the asker agreed to. `fingerprints` are 32 bytes each
    and never leave with a letter. `since`, `due_at`, `state` and `history` are set by `advance` alone.
    """

    id: str
    law: str
    operator: str
    places: tuple[Place, ...]
    asker: Asker
    made_at: datetime
    declarations: frozenset[str] = frozenset()
    reason: str = ""
    fingerprints: tuple[bytes, ...] = ()
    state: State = State.DRAFT
    since: datetime | None = None
    due_at: datetime | None = None
    history: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        _check_names(self)
        check_line("operator", self.operator)
        check_text("reason", self.reason)
        _check_amounts(self)
        for part in ("made_at", "since", "due_at"):
            at = getattr(self, part)
            if at is not None:
                object.__setattr__(self, part, in_utc(at))


def _check_names(request: Request) -> None:
    """Raise RequestBroken when an id, the law's slug or a declaration's id is not a plain short name."""
    if not _ID.fullmatch(request.id):
        raise RequestBroken("id", phrase("The number of this request is not well formed."))
    if not _NAME.fullmatch(request.law):
        raise RequestBroken("law", phrase("The law of this request is not well named."))
    if not all(_NAME.fullmatch(each) for each in request.declarations):
        raise RequestBroken("declarations", phrase("A statement in this request is not well named."))


def _check_amounts(request: Request) -> None:
    """Raise RequestBroken when there are more places or fingerprints than one request may hold, or odd
    ones.
    """
    if len(request.places) > PLACES_LIMIT:
        raise RequestBroken("places", phrase("One request can hold {n} places.", n=PLACES_LIMIT))
    if len(request.fingerprints) > FINGERPRINTS_LIMIT:
        raise RequestBroken("fingerprints", phrase("There are too many fingerprints in this request."))
    if any(len(each) != FINGERPRINT_BYTES for each in request.fingerprints):
        raise RequestBroken("fingerprints", phrase("A fingerprint in this request has the wrong length."))
