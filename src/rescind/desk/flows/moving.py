"""The one way a stored request moves: its row is read, `removal.advance` moves it, and the row is written again."""

from datetime import datetime

from django.conf import settings

from rescind import removal
from rescind.desk.records import converting
from rescind.desk.records.models import Place, RequestRow
from rescind.removal import Event, Incomplete, Missing, Received, Request, State


def move(row: RequestRow, event: Event) -> Request:
    """Move the request by the event, save its row, and return it as it is now; raise what `removal.advance` raises."""
    request = converting.request_from(row)
    moved = removal.advance(request, event, removal.law(request.law))
    converting.fill(row, moved).save()
    return moved


def taken_in(request: Request, missing: tuple[Missing, ...], at: datetime) -> Request:
    """Return the request as it stands when it came in and this is missing in it."""
    event = (
        Incomplete(at, tuple(each.element for each in missing))
        if missing
        else Received(at, settings.DESK.name)
    )
    return removal.advance(request, event, removal.law(request.law))


def still_missing(request: Request) -> tuple[Missing, ...]:
    """Return what is missing in a request that stands as incomplete, and nothing for any other."""
    return removal.missing(request, removal.law(request.law)) if request.state is State.INCOMPLETE else ()


def not_before(row: RequestRow, now: datetime) -> datetime:
    """Return `now`, or the moment of the last event where the clock of this machine was set back behind it."""
    history = converting.request_from(row).history
    return max(now, history[-1].at) if history else now


def told_places(places: list[Place]) -> list[dict[str, object]]:
    """Return places as the platform is told of them."""
    return [
        {"position": one.position, "page": one.page, "file": one.file, "item": one.item} for one in places
    ]
