"""The asker adds what was missing. When nothing is missing any more, the request is complete; its time ran all along."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from rescind import removal
from rescind.desk import gates, journal
from rescind.desk.flows.moving import not_before, taken_in
from rescind.desk.records import converting
from rescind.desk.records.models import Place as PlaceRow
from rescind.desk.records.models import RequestRow
from rescind.desk.settings.desk_file import DeskError
from rescind.removal import Asker, Authority, Missing, Place, Request, State
from rescind.removal.moment import read_day
from rescind.words import phrase


class NothingMissing(DeskError):
    """Nothing is missing in the request, so nothing can be added to it."""


@dataclass(frozen=True, slots=True)
class Added:
    """What the asker adds; empty is left as it was. `places` are lines: addresses, or words."""

    places: tuple[str, ...] = ()
    declarations: tuple[str, ...] = ()
    name: str = ""
    contact: str = ""
    postal: str = ""
    phone: str = ""
    reason: str = ""
    scope: str = ""
    since: str = ""


def add(number: str, code: str, added: Added, *, now: datetime) -> tuple[Missing, ...]:
    """Put what was added into the request, and return what is missing still.

    Raises NotHere, NothingMissing, or RequestBroken or NotAMoment when something cannot be as it is.
    """
    with transaction.atomic():
        row = gates.asked_request(number, code, to_change=True)
        before = converting.request_from(row)
        if before.state is not State.INCOMPLETE:
            raise NothingMissing(phrase("Nothing is missing any more."))
        law = removal.law(row.law)
        filled = _with(before, added, law)
        missing = removal.missing(filled, law)
        moved = taken_in(filled, missing, not_before(row, now))
        converting.fill(row, moved).save()
        _say_where(row, before, moved)
        converting.save_places(row, moved, after=len(before.places))
        journal.write(
            "added",
            now=now,
            subject=number,
            state=moved.state.value,
            missing=[each.element for each in missing],
        )
    return missing


def _with(request: Request, added: Added, law: removal.Law) -> Request:
    """Return the request with what was added."""
    stated = {each.id for each in law.declarations}
    return replace(
        request,
        places=_places(request.places, added.places),
        declarations=request.declarations | (frozenset(added.declarations) & stated),
        reason=added.reason or request.reason,
        asker=_asker(request.asker, added),
    )


def _places(before: tuple[Place, ...], lines: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the places with the new lines: first in place of those that said nothing, whose numbers are in use."""
    new = iter(Place(line) for line in lines)
    filled = tuple(one if _says_where(one) else next(new, one) for one in before)
    return (*filled, *new)


def _says_where(place: Place) -> bool:
    return any(text.strip() for text in (place.page, place.file or "", place.note))


def _say_where(row: RequestRow, before: Request, after: Request) -> None:
    """Put the addresses of places that said nothing before into their rows."""
    for position, (was, now) in enumerate(zip(before.places, after.places, strict=False)):
        if was != now:
            PlaceRow.objects.filter(request=row, position=position).update(page=converting.address(now.page))


def _asker(asker: Asker, added: Added) -> Asker:
    authority = asker.authority
    if asker.role is removal.Role.AUTHORISED and added.scope and added.since:
        authority = Authority(added.scope, read_day(added.since))
    return replace(
        asker,
        name=added.name or asker.name,
        contact=added.contact or asker.contact,
        postal=added.postal or asker.postal,
        phone=added.phone or asker.phone,
        authority=authority,
    )
