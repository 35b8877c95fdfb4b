"""`/objection`: whoever put a picture here reads why it was removed, objects, and reads the answer."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from rescind.desk.flows import limits, objecting
from rescind.desk.flows.objecting import ObjectedAlready
from rescind.desk.gates import NotHere
from rescind.desk.web.public.doors import moment, public, typed, who
from rescind.desk.web.showing import page
from rescind.removal import RequestBroken
from rescind.words import phrase


@public
def objection(asked: HttpRequest) -> HttpResponse:
    """Answer with the page where number and code are typed, or with the statement and what was said to it."""
    if asked.method != "POST":
        return page(asked, "public/objection_ask.html")
    number, code = typed(asked)
    try:
        limits.guarded(who(asked), lambda: objecting.look(number, code), now=moment())
    except NotHere as error:
        values = {"number": number, "sentence": str(error)}
        return page(asked, "public/objection_ask.html", HTTPStatus.NOT_FOUND, **values)
    if asked.POST.get("do") != "object":
        return shown(asked, number, code)
    return objected(asked, number, code)


def objected(asked: HttpRequest, number: str, code: str) -> HttpResponse:
    """Keep the objection, and show it."""
    text = asked.POST.get("text", "").replace("\r\n", "\n").strip()
    if not text:
        return shown(asked, number, code, fault=phrase("Write why you object first."))
    now = moment()
    limits.take(limits.WRITE, who(asked), now=now)
    try:
        objecting.object_to(number, code, text, now=now)
    except (ObjectedAlready, RequestBroken) as error:
        return shown(asked, number, code, fault=str(error))
    return shown(asked, number, code)


def shown(asked: HttpRequest, number: str, code: str, fault: str = "") -> HttpResponse:
    """Answer with the statement, the objection and the answer, as far as there are any."""
    found = objecting.look(number, code)
    values = {
        "found": found,
        "paragraphs": found.reasons.split("\n\n"),
        "number": number,
        "code": code,
        "fault": fault,
    }
    return page(
        asked,
        "public/objection.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK,
        **values,
    )
