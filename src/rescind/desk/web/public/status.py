"""`/status`: how a request stands, for who has its number and code, and everything they can do about it from there.

Everything is a POST with number and code in its body, and every answer is the page as it is after that.
"""

from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse

from rescind.desk.flows import add_missing, asker_says, draft, limits
from rescind.desk.flows.add_missing import Added, NothingMissing
from rescind.desk.flows.answers import Answers, is_minors
from rescind.desk.flows.complain import NothingToComplainOf, complain
from rescind.desk.flows.draft import Open
from rescind.desk.flows.follow import Course, follow, signed_receipt
from rescind.desk.flows.receive import Receipt
from rescind.desk.flows.withdraw import withdraw
from rescind.desk.gates import NotHere
from rescind.desk.web.public.doors import moment, public, typed, who
from rescind.desk.web.showing import page
from rescind.removal import NotAMoment, RequestBroken, StepNotAllowed
from rescind.words import phrase

Deed = Callable[[HttpRequest, str, str, datetime], str]
SECONDS_OF_AN_HOUR: Final = 3600


@public
def status(asked: HttpRequest) -> HttpResponse:
    """Answer with the page where number and code are typed; or do what was asked and show how it stands."""
    if asked.method != "POST":
        return page(asked, "public/status_ask.html")
    number, code = typed(asked)
    try:
        form = limits.guarded(who(asked), lambda: unsent(number, code), now=moment())
    except NotHere as error:
        values = {"number": number, "sentence": str(error)}
        return page(asked, "public/status_ask.html", HTTPStatus.NOT_FOUND, **values)
    if form is not None:
        return page(asked, "public/status_unsent.html", form=form, code=code)
    do = asked.POST.get("do", "")
    if do == "receipt":
        return download(number, code)
    if do == "ask withdraw":
        return page(asked, "public/withdraw.html", number=number, code=code)
    return done(asked, number, code, DEEDS.get(do))


def unsent(number: str, code: str) -> Open | None:
    """Return the form that was begun and not sent yet; None for a request. Raises NotHere when there is neither."""
    try:
        look(number, code)
    except NotHere:
        return draft.opened(number, code)
    return None


def look(number: str, code: str) -> Course:
    """Return how the request stands now; raise NotHere."""
    return follow(number, code, now=moment())


def done(asked: HttpRequest, number: str, code: str, deed: Deed | None) -> HttpResponse:
    """Do the deed, if there is one, and show how it stands then, with a sentence about what happened."""
    if deed is None:
        return shown(asked, number, code)
    limits.take(limits.WRITE, who(asked), now=moment())
    try:
        return shown(asked, number, code, happened=deed(asked, number, code, moment()))
    except (NothingToComplainOf, NothingMissing, RequestBroken, NotAMoment, StepNotAllowed) as error:
        return shown(asked, number, code, fault=str(error))


def shown(asked: HttpRequest, number: str, code: str, *, happened: str = "", fault: str = "") -> HttpResponse:
    """Answer with how the request stands."""
    now = moment()
    course = follow(number, code, now=now)
    law = course.law
    lacking = {one.element for one in course.missing}
    facts = {fact for one in law.elements if one.id in lacking for fact in one.filled_by}
    values = {
        "course": course,
        "state": course.state.value,
        "code": code,
        "now": now,
        "hours": hours_until(course.due_at, now),
        "happened": happened,
        "fault": fault,
        "facts": facts,
        "declarations": [one for one in law.declarations if f"declaration:{one.id}" in facts],
    }
    return page(
        asked, "public/status.html", HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK, **values
    )


def show_receipt(asked: HttpRequest, receipt: Receipt, code: str, answers: Answers) -> HttpResponse:
    """Answer with the receipt, right after a form was sent."""
    values: dict[str, object] = {
        "receipt": receipt,
        "code": code,
        "hours": hours_until(receipt.due_at, receipt.received_at),
        "is_minors": is_minors(answers),
    }
    return page(asked, "public/receipt.html", HTTPStatus.OK, **values)


def hours_until(due: datetime | None, now: datetime) -> int | None:
    """Return the whole hours that are left, rounded up; None when there is no number or none is left."""
    if due is None or due <= now:
        return None
    return -int(-(due - now).total_seconds() // SECONDS_OF_AN_HOUR)


def download(number: str, code: str) -> HttpResponse:
    """Answer with the signed receipt as a file."""
    answer = HttpResponse(signed_receipt(number, code), content_type="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="receipt.json"'
    return answer


def say(asked: HttpRequest, number: str, code: str, now: datetime) -> str:
    """Keep a message of the asker's."""
    text = asked.POST.get("text", "").replace("\r\n", "\n").strip()
    if not text:
        raise RequestBroken("message", phrase("Write your message first."))
    asker_says.say(number, code, text, now=now)
    return phrase("We have your message.")


def lodge(asked: HttpRequest, number: str, code: str, now: datetime) -> str:
    """Take a complaint in."""
    complain(number, code, asked.POST.get("text", "").replace("\r\n", "\n").strip(), now=now)
    return phrase("We have your complaint. Somebody who did not decide before looks at it now.")


def take_back(asked: HttpRequest, number: str, code: str, now: datetime) -> str:  # noqa: ARG001 - all deeds are called so
    """Withdraw the request."""
    withdraw(number, code, now=now)
    return phrase("You took your request back.")


def add(asked: HttpRequest, number: str, code: str, now: datetime) -> str:
    """Add what was missing."""
    said = asked.POST
    lines = tuple(line.strip() for line in said.get("places", "").splitlines() if line.strip())
    plain = {
        name: " ".join(said.get(name, "").split())
        for name in ("name", "contact", "postal", "phone", "scope", "since")
    }
    added = Added(
        places=lines,
        declarations=tuple(said.getlist("declaration")),
        reason=said.get("reason", "").replace("\r\n", "\n").strip(),
        **plain,
    )
    left = add_missing.add(number, code, added, now=now)
    return (
        phrase("Thank you. Something is still missing.")
        if left
        else phrase("Thank you. Now nothing is missing.")
    )


DEEDS: Final[dict[str, Deed]] = {"say": say, "complain": lodge, "withdraw": take_back, "add": add}
