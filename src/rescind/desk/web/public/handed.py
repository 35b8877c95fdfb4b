"""`/ask/from-page`: a request document that the desk's own page hands over, after somebody said yes there.

What the page hands over comes before there is a number and a code. It makes a form that is filled in, and no request: it
becomes one only when the person has read it once more here and presses "Send". A foreign page could send such a form too,
but browsers say where one comes from, and it is refused.
"""

from dataclasses import replace
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from rescind.desk.flows import draft, limits
from rescind.desk.flows.answers import NO, Answers, answers_of
from rescind.desk.web.public import ask
from rescind.desk.web.public.doors import moment, public, who
from rescind.desk.web.public.reading import document_in
from rescind.desk.web.public.screens import Screen
from rescind.desk.web.showing import problem
from rescind.removal import NotADocument
from rescind.words import phrase

FROM_HERE: Final = "same-origin"


@public
def from_page(asked: HttpRequest) -> HttpResponse:
    """Answer what the page handed over with number and code of a form that it fills in, and lead on to all its answers."""
    if not settings.DESK.own_page.shown:
        raise Http404
    if asked.method != "POST":
        return ask.show_age(asked)
    # Browsers from before 2023 do not say it; then a foreign page could begin a form here, which it could at /ask too.
    if asked.headers.get("Sec-Fetch-Site", FROM_HERE) != FROM_HERE:
        return problem(
            asked, HTTPStatus.FORBIDDEN, phrase("This did not come from our own page. Nothing was kept.")
        )
    try:
        request = document_in(asked)
    except NotADocument as error:
        return problem(asked, HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
    now = moment()
    limits.take(limits.BEGIN, who(asked), now=now)
    # The page asks about age before anything else, and lets nobody go on who does not say that all were 18 or over.
    answers = replace(answers_of(request, Answers(under_18=NO)), at=Screen.REVIEW.value)
    begun = draft.begin(answers, now=now)
    form = draft.opened(begun.number, begun.code)
    return ask.show(asked, form, begun.code, Screen.CODE, then=Screen.REVIEW)
