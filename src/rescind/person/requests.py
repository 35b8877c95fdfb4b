"""From copies that were seen to requests: one to each operator, and what a new look means for those already made.

Pure: takes a case, returns a case or requests. Nothing is sent from here or from anywhere else in this program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from ipaddress import ip_address

from publicsuffixlist import PublicSuffixList

from rescind.net import NotFetched, target
from rescind.person.case import Case, NoSuchRequest, Seen, Stand, replace_request
from rescind.removal import (
    Asker,
    Event,
    Gone,
    Law,
    Place,
    Request,
    Returned,
    Sent,
    State,
    advance,
)
from rescind.removal.request import PLACES_LIMIT
from rescind.removal.text import ADDRESS_LIMIT
from rescind.words import phrase

USER_NAME = re.compile(r"^(https?://)[^/?#]*@", re.IGNORECASE)
USUAL_PORTS = {"http": 80, "https": 443}

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

    Small letters, ASCII. For an address that is an IP number or a plain machine name: that, with its port unless it is
    the usual one. For what is no web address, such as a saved page or a broken one: an empty text.
    """
    try:
        found = target(USER_NAME.sub(r"\1", page))  # a saved page may hold one in its address
    except NotFetched:
        return ""
    host = f"[{found.host}]" if ":" in found.host else found.host
    if not _is_number(found.host) and (registrable := _suffixes().privatesuffix(host)):
        return registrable
    return host if found.port == USUAL_PORTS[found.scheme] else f"{host}:{found.port}"


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def own_address(seen: Seen) -> str:
    """Where the file can be asked for by itself; empty when it stood in the page, in a saved page or in a folder."""
    if seen.file.startswith(seen.page + "#"):
        return ""
    operator = operator_of(seen.file)
    return seen.file if operator and ".invalid" not in operator else ""


def to_ask_for(case: Case, *, only: Iterable[str] = (), elsewhere: str = "") -> dict[str, tuple[Seen, ...]]:
    """The copies that stand and were not asked for yet, by operator in alphabetical order.

    `only` names the operators wanted; empty means all. `elsewhere` is where copies stand that were seen only on this
    computer, in a saved page or a folder; without it they are left out (see `unplaced`).
    """
    wanted, asked = {one.casefold() for one in only}, _asked_places(case)
    groups: dict[str, list[Seen]] = {}
    for seen in case.sightings:
        if elsewhere and not operator_of(seen.page):
            seen = replace(seen, page=elsewhere)
        operator = operator_of(seen.page)
        fresh = seen.stand is not Stand.GONE and (seen.page, _file(seen)) not in asked
        if fresh and operator and (not wanted or operator in wanted):
            groups.setdefault(operator, []).append(seen)
    return {operator: tuple(groups[operator]) for operator in sorted(groups)}


def unplaced(case: Case) -> int:
    """How many copies stand whose place has no address on the web."""
    return sum(seen.stand is not Stand.GONE and not operator_of(seen.page) for seen in case.sightings)


def _asked_places(case: Case) -> set[tuple[str, str | None]]:
    return {(place.page, place.file) for one in case.requests if is_asked(one) for place in one.places}


def to_remember(asker: Asker) -> Asker:
    """The asker without postal address and telephone: only a law that wants these gets them, and only then."""
    return replace(asker, postal="", phone="")


def in_portions(copies: Sequence[Seen]) -> Iterator[Sequence[Seen]]:
    """The copies in portions that one request can hold, in order; all copies at one place in one portion."""
    by_place: dict[tuple[str, str | None], list[Seen]] = {}
    for seen in copies:
        by_place.setdefault((seen.page, _file(seen)), []).append(seen)
    places = list(by_place.values())
    for start in range(0, len(places), PLACES_LIMIT):
        yield [seen for place in places[start : start + PLACES_LIMIT] for seen in place]


def draft(
    case: Case, operator: str, copies: Iterable[Seen], wish: Wish, law: Law, *, now: datetime, number: str
) -> Request:
    """A request to one operator for these copies, under `law`. A page with several copies names each file once."""
    places: dict[tuple[str, str | None], Place] = {}
    pictures: set[int] = set()
    for seen in copies:
        pictures.add(seen.picture)
        places.setdefault(
            (seen.page, _file(seen)), Place(page=seen.page, file=_file(seen), seen_at=seen.first_seen_at)
        )
    prints = (
        tuple(one.fingerprint.bits for one in case.pictures if one.number in pictures)
        if wish.with_fingerprints
        else ()
    )
    wanted = {fact for element in law.elements for fact in element.filled_by}
    asker = wish.asker if {"postal", "phone"} & wanted else to_remember(wish.asker)
    return Request(
        id=number,
        law=law.slug,
        operator=operator,
        places=tuple(places.values()),
        asker=asker,
        made_at=now,
        declarations=frozenset(one.id for one in law.declarations) if wish.agreed else frozenset(),
        reason=wish.reason,
        fingerprints=prints,
    )


def _file(seen: Seen) -> str | None:
    """The file's own address, unless it has none or it is too long to hand on."""
    address = own_address(seen)
    return address if address and len(address) <= ADDRESS_LIMIT else None


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


def sent_at(request: Request, at: datetime, law: Law) -> Request:
    """The request, sent at this time; a time noted before is put right while nothing was answered yet.

    Raises StepNotAllowed.
    """
    if request.state is State.SENT and isinstance(request.history[-1], Sent):
        request = _replayed(request, request.history[:-1], law)
    return advance(request, Sent(at), law)


def _replayed(request: Request, events: tuple[Event, ...], law: Law) -> Request:
    """The request as it was after these events: a fresh draft, and each event once more."""
    before = replace(request, state=State.DRAFT, since=None, due_at=None, history=())
    for event in events:
        before = advance(before, event, law)
    return before


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
    by_place: dict[tuple[str, str | None], set[Stand]] = {}
    for seen in case.sightings:
        by_place.setdefault((seen.page, _file(seen)), set()).add(seen.stand)
    for one in case.requests:
        stands = _stands(by_place, one)
        # Never before the last thing noted: the person may have noted something as of a later moment.
        at = max(now, one.history[-1].at) if one.history else now
        if one.state in OPEN and stands == {Stand.GONE}:
            case = replace_request(case, advance(one, Gone(at), law_of(one.law)))
        elif one.state is State.GONE and stands & {Stand.THERE, Stand.BACK}:
            case = replace_request(case, advance(one, Returned(at), law_of(one.law)))
    return case


def _stands(by_place: Mapping[tuple[str, str | None], set[Stand]], request: Request) -> set[Stand | None]:
    """How the copies at the request's places stand; None among them for a place where nothing is watched any more."""
    stands: set[Stand | None] = set()
    for place in request.places:
        stands |= by_place.get((place.page, place.file)) or {None}
    return stands
