"""From copies that were seen to requests: one to each operator, and what a new look means for those already made.

Pure: takes a case, returns a case or requests. Nothing is sent from here or from anywhere else in this program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

from rescind.person.case import Case, NoSuchRequest, Seen, Stand, replace_request
from rescind.removal import Asker, Gone, Law, Place, Request, Returned, State, advance
from rescind.removal.request import PLACES_LIMIT
from rescind.removal.text import ADDRESS_LIMIT
from rescind.words import phrase

# A place in a request of one of these states is asked for already. A fresh draft is not: it is written anew.
ASKED = frozenset({State.SENT, State.INCOMPLETE, State.RUNNING, State.GRANTED, State.REFUSED})
OPEN = ASKED | {State.DRAFT}


@dataclass(frozen=True)
class Wish:
    """What is the same in every request that is drafted at once: who asks, what they declare, and why."""

    asker: Asker
    agreed: bool
    reason: str = ""
    with_fingerprints: bool = False


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


def operator_of(page: str) -> str:
    """Whoever runs the page: its registrable domain (`a.board.example` and `b.board.example` are one operator).

    For an address that is an IP number or a plain machine name: that, with its port. For something that is no
    address, such as a saved page: an empty text.
    """
    parts = urlsplit(page)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = parts.hostname
    try:
        ip_address(host)
    except ValueError:
        return _suffixes().privatesuffix(host) or parts.netloc.rpartition("@")[2]
    return parts.netloc.rpartition("@")[2]


def to_ask_for(case: Case, *, only: Iterable[str] = ()) -> dict[str, tuple[Seen, ...]]:
    """The copies that stand and were not asked for yet, by operator in alphabetical order.

    `only` names the operators wanted; empty means all.
    """
    wanted, asked = set(only), _asked_places(case)
    groups: dict[str, list[Seen]] = {}
    for seen in case.sightings:
        operator = operator_of(seen.page)
        fresh = seen.stand is not Stand.GONE and (seen.page, _file(seen)) not in asked
        if fresh and operator and (not wanted or operator in wanted):
            groups.setdefault(operator, []).append(seen)
    return {operator: tuple(groups[operator]) for operator in sorted(groups)}


def _asked_places(case: Case) -> set[tuple[str, str | None]]:
    return {(place.page, place.file) for one in case.requests if is_asked(one) for place in one.places}


def in_portions(copies: Sequence[Seen]) -> Iterator[Sequence[Seen]]:
    """The copies in portions that one request can hold, in order."""
    for start in range(0, len(copies), PLACES_LIMIT):
        yield copies[start : start + PLACES_LIMIT]


def draft(
    case: Case, operator: str, copies: Iterable[Seen], wish: Wish, law: Law, *, now: datetime, number: str
) -> Request:
    """A request to one operator for these copies, under `law`. A page with several copies names each file once."""
    places: dict[tuple[str, str], Place] = {}
    pictures: set[int] = set()
    for seen in copies:
        pictures.add(seen.picture)
        places.setdefault(
            (seen.page, seen.file), Place(page=seen.page, file=_file(seen), seen_at=seen.first_seen_at)
        )
    prints = (
        tuple(one.fingerprint.bits for one in case.pictures if one.number in pictures)
        if wish.with_fingerprints
        else ()
    )
    return Request(
        id=number,
        law=law.slug,
        operator=operator,
        places=tuple(places.values()),
        asker=wish.asker,
        made_at=now,
        declarations=frozenset(one.id for one in law.declarations) if wish.agreed else frozenset(),
        reason=wish.reason,
        fingerprints=prints,
    )


def _file(seen: Seen) -> str | None:
    """The file's own address, unless the picture stood in the page itself or the address is too long to hand on."""
    fits = seen.file.startswith(("http://", "https://")) and len(seen.file) <= ADDRESS_LIMIT
    return seen.file if fits else None


def is_asked(request: Request) -> bool:
    """Whether its places are asked for: it was sent, or it was and waits to be sent again because a copy is back."""
    return request.state in ASKED or (request.state is State.DRAFT and bool(request.history))


def without_drafts(case: Case, operator: str) -> Case:
    """The case without the drafts to this operator that were never sent."""
    left = (
        one
        for one in case.requests
        if one.operator != operator or one.state is not State.DRAFT or one.history
    )
    return replace(case, requests=tuple(left))


def request_with(case: Case, number: str) -> Request:
    """The request with this number (upper or lower case). Raises NoSuchRequest."""
    for one in case.requests:
        if one.id.casefold() == number.casefold():
            return one
    raise NoSuchRequest(phrase("There is no such request in the file. `rescind due` lists them."))


def after_look(case: Case, now: datetime, law_of: Callable[[str], Law]) -> Case:
    """The case with every request moved on to what was just seen.

    A request whose copies are all gone is GONE. One that was GONE and has a copy back begins a new round.
    """
    for one in case.requests:
        stands = _stands(case, one)
        # Never before the last thing noted: the person may have noted something as of a later moment.
        at = max(now, one.history[-1].at) if one.history else now
        if one.state in OPEN and stands and stands == {Stand.GONE}:
            case = replace_request(case, advance(one, Gone(at), law_of(one.law)))
        elif one.state is State.GONE and stands - {Stand.GONE}:
            case = replace_request(case, advance(one, Returned(at), law_of(one.law)))
    return case


def _stands(case: Case, request: Request) -> set[Stand]:
    places = {(place.page, place.file) for place in request.places}
    return {seen.stand for seen in case.sightings if (seen.page, _file(seen)) in places}
