"""Every button on the page of a request: each calls one flow and leads back to the page."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rescind.desk import gates
from rescind.desk.flows import (
    answer,
    answer_complaint,
    answer_objection,
    ask_for_more,
    confirm_gone,
    decide,
    find_copies,
    minors,
    misuse,
)
from rescind.desk.flows.decide import NotDecided
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.shelf import NotReady
from rescind.desk.web.staff.door import now, staff_page, whole
from rescind.words import phrase

ANYBODY = (*DECIDING, Role.MINORS)


@staff_page(*ANYBODY, method="POST")
def hide(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Hide all places, or the one that was named."""
    decide.hide(staff, number, now=now(), positions=_positions(asked))
    return _back(number)


@staff_page(*DECIDING, method="POST")
def show(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Show hidden places again."""
    decide.show(staff, number, now=now(), positions=_positions(asked))
    return _back(number)


@staff_page(*DECIDING, method="POST")
def grant(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Grant, and look at once for further copies."""
    also = [found for one in asked.POST.getlist("also") if (found := whole(one)) is not None]
    decide.grant(staff, number, now=now(), words=_words(asked), also=also)
    with suppress(NotReady):  # the button on the page does it later
        find_copies.find_copies(staff, number, now=now())
    return _back(number)


@staff_page(*DECIDING, method="POST")
def refuse(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Propose to refuse."""
    decide.propose_refusal(staff, number, asked.POST.get("ground", ""), now=now(), words=_words(asked))
    return _back(number)


@staff_page(Role.LEAD, method="POST")
def second(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Agree to a proposed refusal, or turn it down."""
    decide.second_read(staff, number, agrees=asked.POST.get("agrees") == "yes", now=now())
    return _back(number)


@staff_page(*DECIDING, method="POST")
def ask(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Ask for what is missing."""
    elements = asked.POST.getlist("element")
    ask_for_more.ask_for_more(staff, number, elements, _words(asked), now=now())
    return _back(number)


@staff_page(*ANYBODY, method="POST")
def write(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Write to the asker."""
    answer.answer(staff, number, _words(asked), now=now())
    return _back(number)


@staff_page(*DECIDING, method="POST")
def gone(_asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Confirm by hand that everything is gone."""
    gates.request_for(staff, number)
    confirm_gone.confirm_gone(number, by=staff.name, now=now())
    return _back(number)


@staff_page(*DECIDING, method="POST")
def search(_asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Look for further copies."""
    find_copies.find_copies(staff, number, now=now())
    return _back(number)


@staff_page(*DECIDING, method="POST")
def copies(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Have further copies removed: those that are ticked."""
    keys = [found for one in asked.POST.getlist("copy") if (found := whole(one)) is not None]
    find_copies.remove_copies(staff, number, now=now(), only=keys)
    return _back(number)


@staff_page(Role.LEAD, method="POST")
def uphold(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Let a refusal stand after a complaint."""
    answer_complaint.uphold(staff, number, _words(asked), now=now())
    return _back(number)


@staff_page(Role.LEAD, method="POST")
def objection(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Answer an uploader's objection."""
    statement = asked.POST.get("statement", "")
    answer_objection.answer_objection(staff, number, statement, _words(asked), now=now())
    return _back(number)


@staff_page(Role.LEAD, method="POST")
def warn(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Warn an asker."""
    misuse.warn(staff, number, _words(asked), now=now())
    return _back(number)


@staff_page(Role.LEAD, method="POST")
def aside(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Set an asker's requests aside for a time."""
    days = asked.POST.get("days", "")
    misuse.set_aside(staff, number, whole(days) or 0, _words(asked), now=now())
    return _back(number)


@staff_page(*DECIDING, method="POST")
def apart(_asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Say that somebody shown may be under 18, and lead away: it is not theirs any more."""
    minors.set_apart(staff, number, now=now())
    return HttpResponseRedirect("/staff")


@staff_page(Role.MINORS, method="POST")
def report(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Note to whom something in the minors lane was reported."""
    minors.report(staff, number, asked.POST.get("to", ""), asked.POST.get("their_number", ""), now=now())
    return _back(number)


@staff_page(Role.MINORS, method="POST")
def hold(asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Keep something of the minors lane longer."""
    minors.hold(staff, number, _day(asked.POST.get("until", "")), now=now())
    return _back(number)


@staff_page(Role.MINORS, method="POST")
def close(_asked: HttpRequest, staff: Staff, number: str) -> HttpResponse:
    """Close a request of the minors lane."""
    minors.close(staff, number, now=now())
    return _back(number)


def _words(asked: HttpRequest) -> str:
    return asked.POST.get("words", "").replace("\r\n", "\n")


def _positions(asked: HttpRequest) -> Iterable[int] | None:
    position = whole(asked.POST.get("position", ""))
    return None if position is None else [position]


def _day(written: str) -> datetime:
    """Return the end of the day that was typed; raise NotDecided."""
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(hour=23, minute=59, tzinfo=UTC)
    except ValueError as error:
        raise NotDecided(phrase("Write the day as year, month and day: 2026-11-24.")) from error


def _back(number: str) -> HttpResponse:
    return HttpResponseRedirect(f"/staff/{number}")
