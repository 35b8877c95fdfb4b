"""A request as plain JSON values and back; the keys are those of `docs/formats/request.md`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import Enum
from itertools import pairwise
from typing import Final, TypeVar

from rescind.removal.events import (
    Chased,
    Event,
    Gone,
    Granted,
    Incomplete,
    Received,
    Refused,
    Returned,
    Sent,
    State,
    Withdrawn,
)
from rescind.removal.moment import NotAMoment, read_day, read_moment, write_moment
from rescind.removal.request import FINGERPRINT_BYTES, Asker, Authority, Place, Request, Role
from rescind.removal.steps import LEADS_TO
from rescind.removal.table import Table

Read = Callable[[Table], Request]
Choice = TypeVar("Choice", bound=Enum)
Fact = TypeVar("Fact")

_PLAIN: Final[Mapping[str, Callable[[datetime], Event]]] = {
    "sent": Sent,
    "granted": Granted,
    "gone": Gone,
    "returned": Returned,
    "withdrawn": Withdrawn,
}


def asked(request: Request) -> dict[str, object]:
    """Return what the asker asks: everything but state, clock and history. Empty fingerprints have no key."""
    values: dict[str, object] = {
        "id": request.id,
        "law": request.law,
        "operator": request.operator,
        "made_at": write_moment(request.made_at),
        "places": [_place(each) for each in request.places],
        "asker": _asker(request.asker),
        "declarations": sorted(request.declarations),
        "reason": request.reason,
    }
    if request.fingerprints:
        values["fingerprints"] = [each.hex() for each in request.fingerprints]
    return values


def course(request: Request) -> dict[str, object]:
    """Return how far the request has come."""
    return {
        "state": request.state.value,
        "since": _moment_or_none(request.since),
        "due_at": _moment_or_none(request.due_at),
        "history": [_event(each) for each in request.history],
    }


def read_asked(table: Table) -> Request:
    """Return the request, a draft; raises Wrong, RequestBroken or NotAMoment."""
    return Request(
        id=table.take("id", str),
        law=table.take("law", str),
        operator=table.take("operator", str),
        made_at=_moment(table, "made_at"),
        places=table.tables("places", _read_place),
        asker=table.table("asker", _read_asker),
        declarations=_read_declarations(table),
        reason=table.take("reason", str),
        fingerprints=_read_fingerprints(table),
    )


def read_whole(table: Table) -> Request:
    """Return the request with its course; raises Wrong when state, clock and history do not belong
    together.
    """
    draft = read_asked(table)
    history = table.tables("history", _read_event)
    state = _choice(table, "state", State)
    since, due_at = _moment_if_set(table, "since"), _moment_if_set(table, "due_at")
    if state is not _state_after(history):
        raise table.wrong("state", "is not where the history leads")
    if any(after.at < before.at for before, after in pairwise(history)):
        raise table.wrong("history", "runs backwards")
    if due_at is not None and (since is None or due_at < since):
        raise table.wrong("due_at", "has no beginning")
    return replace(draft, state=state, since=since, due_at=due_at, history=history)


def _state_after(history: tuple[Event, ...]) -> State:
    state = State.DRAFT
    for event in history:
        state = LEADS_TO.get(type(event), state)
    return state


def _place(place: Place) -> dict[str, object]:
    return {
        "page": place.page,
        "file": place.file,
        "note": place.note,
        "seen_at": _moment_or_none(place.seen_at),
    }


def _read_place(table: Table) -> Place:
    return Place(
        page=table.take("page", str),
        file=table.take_if_set("file", str),
        note=table.take("note", str),
        seen_at=_moment_if_set(table, "seen_at"),
    )


def _asker(asker: Asker) -> dict[str, object]:
    authority = asker.authority
    return {
        "role": asker.role.value,
        "name": asker.name,
        "contact": asker.contact,
        "authority": None
        if authority is None
        else {
            "scope": authority.scope,
            "since": authority.since.isoformat(),
            "withdrawn": None if authority.withdrawn is None else authority.withdrawn.isoformat(),
        },
        "postal": asker.postal,
        "phone": asker.phone,
    }


def _read_asker(table: Table) -> Asker:
    return Asker(
        role=_choice(table, "role", Role),
        name=table.take("name", str),
        contact=table.take("contact", str),
        authority=table.table_if_set("authority", _read_authority),
        postal=table.take("postal", str),
        phone=table.take("phone", str),
    )


def _read_authority(table: Table) -> Authority:
    withdrawn = table.take_if_set("withdrawn", str)
    return Authority(
        scope=table.take("scope", str),
        since=_at(table, "since", read_day, table.take("since", str)),
        withdrawn=None if withdrawn is None else _at(table, "withdrawn", read_day, withdrawn),
    )


def _read_declarations(table: Table) -> frozenset[str]:
    names = table.texts("declarations")
    if len(set(names)) != len(names):
        raise table.wrong("declarations", "says one twice")
    return frozenset(names)


def _read_fingerprints(table: Table) -> tuple[bytes, ...]:
    written = table.texts_or_none("fingerprints")
    if written is None:
        return ()
    if not all(
        len(each) == 2 * FINGERPRINT_BYTES and set(each) <= set("0123456789abcdef") for each in written
    ):
        raise table.wrong("fingerprints", "holds something that is not 64 small hexadecimal digits")
    return tuple(bytes.fromhex(each) for each in written)


def _event(event: Event) -> dict[str, object]:
    values: dict[str, object] = {"event": type(event).__name__.lower(), "at": write_moment(event.at)}
    match event:
        case Received():
            values["by"] = event.by
        case Incomplete():
            values["what"] = list(event.what)
        case Refused():
            values["ground"] = event.ground
        case Chased():
            values["rung"] = event.rung
        case _:
            pass
    return values


def _read_event(table: Table) -> Event:
    name, at = table.take("event", str), _moment(table, "at")
    match name:
        case "received":
            return Received(at, table.take("by", str))
        case "incomplete":
            return Incomplete(at, table.texts("what"))
        case "refused":
            return Refused(at, table.take("ground", str))
        case "chased":
            return Chased(at, table.take("rung", str))
    if name not in _PLAIN:
        raise table.wrong("event", "is not known")
    return _PLAIN[name](at)


def _moment_or_none(at: datetime | None) -> str | None:
    return None if at is None else write_moment(at)


def _moment(table: Table, key: str) -> datetime:
    return _at(table, key, read_moment, table.take(key, str))


def _moment_if_set(table: Table, key: str) -> datetime | None:
    written = table.take_if_set(key, str)
    return None if written is None else _at(table, key, read_moment, written)


def _at(table: Table, key: str, read: Callable[[str], Fact], written: str) -> Fact:
    """Return what was read, or raise Wrong with the name of the part it stood in."""
    try:
        return read(written)
    except NotAMoment as error:
        raise table.wrong(key, "is not a time that can be read") from error


def _choice(table: Table, key: str, kind: type[Choice]) -> Choice:
    try:
        return kind(table.take(key, str))
    except ValueError as error:
        raise table.wrong(key, "is not known") from error
