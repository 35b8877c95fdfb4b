"""The queue of requests, and the separate one of the minors lane."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rescind.desk.flows import queue as waiting
from rescind.desk.flows.queue import Part, Waiting
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.web.staff import door, frame
from rescind.desk.web.staff.door import EVERYBODY, show, staff_page, whole
from rescind.desk.web.staff.saying_times import Left, left
from rescind.removal import law
from rescind.words import phrase


@dataclass(frozen=True, slots=True)
class Tab:
    """One part of the queue as a link."""

    part: str
    words: str
    count: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One request, with its law and its time in words."""

    row: Waiting
    law: str
    left: Left


@staff_page(*EVERYBODY)
def queue(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show the requests that wait, nearest first. Whoever has no queue comes here too, and is led to a page of theirs."""
    if not staff.roles.intersection(DECIDING):
        return HttpResponseRedirect(frame.ways(staff, asked.path)[0].address)
    return _shown(asked, staff, minors=False)


@staff_page(Role.MINORS)
def minors(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show what waits in the minors lane."""
    return _shown(asked, staff, minors=True)


def _shown(asked: HttpRequest, staff: Staff, *, minors: bool) -> HttpResponse:
    now = door.now()
    part = _part(asked.GET.get("part", ""))
    number = asked.GET.get("page", "1")
    found = waiting.page(staff, part, now=now, number=whole(number) or 1, minors=minors)
    return show(
        asked,
        "queue.html",
        page=found,
        tabs=_tabs(waiting.counts(staff, now=now, minors=minors), part),
        lines=[_line(row, now) for row in found.lines],
        minors=minors,
        at="/staff/minors" if minors else "/staff",
        pages=range(1, found.pages + 1),
    )


def _part(said: str) -> Part:
    return Part(said) if said in {each.value for each in Part} else Part.OPEN


def _line(row: Waiting, now: datetime) -> Line:
    return Line(row, law(row.law).title, left(row.due_at, now))


def _tabs(counts: dict[Part, int], here: Part) -> list[Tab]:
    """Return the parts as links: those that are always there, and the others while something is in them."""
    words = {
        Part.OPEN: phrase("To decide"),
        Part.OVERDUE: phrase("Overdue"),
        Part.SECOND: phrase("For a second reader"),
        Part.MESSAGES: phrase("Messages"),
        Part.INCOMPLETE: phrase("Something is missing"),
        Part.COMPLAINTS: phrase("Complaints"),
        Part.OBJECTIONS: phrase("Objections"),
        Part.TO_REMOVE: phrase("Granted, not gone yet"),
        Part.WITHDRAWN: phrase("Taken back, still hidden"),
        Part.SET_ASIDE: phrase("Set aside"),
        Part.CLOSED: phrase("Done"),
    }
    return [Tab(part.value, words[part], counts[part], part is here) for part in Part]
