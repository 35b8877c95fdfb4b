"""`/ask`: the form, one question on each screen. Every screen is the answer to a POST that carries number and code.

Number and code travel in the body of the form, never in an address, which browsers and proxies write down. So there is
no page to come back to by a link; whoever comes back types both.
"""

from dataclasses import replace
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse

from rescind import removal
from rescind.desk.flows import draft, limits, proof
from rescind.desk.flows.answers import Answers, answers_of, law_of, request_of
from rescind.desk.flows.draft import Open
from rescind.desk.flows.proof import TooSoon
from rescind.desk.flows.send_draft import send
from rescind.desk.gates import NotHere
from rescind.desk.web.public import status
from rescind.desk.web.public.doors import later, moment, public, typed, who
from rescind.desk.web.public.places_to_go import services
from rescind.desk.web.public.reading import document_in
from rescind.desk.web.public.screens import Screen, after, before, named, screens_of
from rescind.desk.web.public.typed import Fault, fault_of, put, shown
from rescind.desk.web.showing import page
from rescind.removal import NotADocument, RequestBroken

TO: Final = "to:"


@public
def ask(asked: HttpRequest) -> HttpResponse:
    """Answer with the first screen, or with the one that follows what was sent."""
    if asked.method != "POST":
        return show_age(asked)
    number, code = typed(asked)
    if not number and not code:
        return begin(asked)
    try:
        form = limits.guarded(who(asked), lambda: _opened(number, code), now=moment())
    except NotHere as error:
        values = {"number": number, "sentence": str(error), "days": draft.kept_for().days}
        return page(asked, "public/back.html", HTTPStatus.NOT_FOUND, **values)
    if form is None:
        return status.shown(asked, number, code)
    return go_on(asked, form, code)


@public
def come_back(asked: HttpRequest) -> HttpResponse:
    """Answer with the page where number and code are typed to go on with a form."""
    return page(asked, "public/back.html", days=draft.kept_for().days)


def _opened(number: str, code: str) -> Open | None:
    """Return the form; None when it was sent meanwhile. Raises NotHere when there is neither."""
    try:
        return draft.opened(number, code)
    except NotHere:
        status.look(number, code)
        return None


def show_age(asked: HttpRequest, fault: Fault | None = None) -> HttpResponse:
    """Answer with the first screen, for somebody who has no number yet."""
    values = {"answers": Answers(), "screen": Screen.AGE, "fault": fault, "step": 1}
    return page(asked, "public/ask_age.html", _code_for(fault), **values)


def begin(asked: HttpRequest) -> HttpResponse:
    """Keep the first answer under a new number, and show number and code."""
    answers = put(Screen.AGE, asked.POST, Answers())
    now = moment()
    if fault := fault_of(Screen.AGE, answers, "new", now):
        return show_age(asked, fault)
    limits.take(limits.BEGIN, who(asked), now=now)
    begun = draft.begin(replace(answers, at=Screen.CODE), now=now)
    return show(asked, draft.opened(begun.number, begun.code), begun.code, Screen.CODE)


def go_on(asked: HttpRequest, form: Open, code: str) -> HttpResponse:
    """Do what the pressed button says, and answer with the screen that it leads to."""
    screen = named(asked.POST.get("screen", ""))
    at = named(form.answers.at) or Screen.CODE
    go = asked.POST.get("go", "")
    if go == "file":
        return fill_in(asked, form, code)
    if screen is None:
        return show(asked, form, code, at)
    if go == "no fingerprints":
        return turn_to(asked, replace(form, answers=replace(form.answers, fingerprints=())), code, screen)
    if go == "send":
        return send_it(asked, form, code)
    if go == "back":
        return turn_to(asked, form, code, before(screen, form.answers))
    if go.startswith(TO):
        return turn_to(asked, form, code, named(go.removeprefix(TO)) or at, then=Screen.REVIEW)
    if go == "skip":
        return turn_to(asked, form, code, _next(asked, screen, form.answers))
    return keep(asked, form, code, screen)


def _next(asked: HttpRequest, screen: Screen, answers: Answers) -> Screen:
    """Return where the form goes on: back to the review when the screen was opened from there."""
    is_changing = asked.POST.get("then") == Screen.REVIEW and screen not in (
        Screen.AGE,
        Screen.LAW,
        Screen.WHO,
    )
    return Screen.REVIEW if is_changing else after(screen, answers)


def keep(asked: HttpRequest, form: Open, code: str, screen: Screen) -> HttpResponse:
    """Save what was typed into the screen and go on; or show it again with what has to be mended."""
    answers, now = put(screen, asked.POST, form.answers), moment()
    if fault := fault_of(screen, answers, form.number, now):
        return show(asked, replace(form, answers=answers), code, screen, fault=fault)
    following = _next(asked, screen, answers)
    saved = draft.save(form.number, code, replace(answers, at=following.value), now=now)
    return show(asked, saved, code, following)


def turn_to(
    asked: HttpRequest, form: Open, code: str, screen: Screen, then: Screen | None = None
) -> HttpResponse:
    """Remember that this screen is shown now, and show it."""
    saved = draft.save(form.number, code, replace(form.answers, at=screen.value), now=moment())
    return show(asked, saved, code, screen, then=then)


def fill_in(asked: HttpRequest, form: Open, code: str) -> HttpResponse:
    """Fill the form in from a request document, and show all answers."""
    try:
        request = document_in(asked)
    except NotADocument as error:
        return show(asked, form, code, Screen.CODE, fault=Fault("document", str(error)))
    answers = replace(answers_of(request, form.answers), at=Screen.REVIEW.value)
    return show(asked, draft.save(form.number, code, answers, now=moment()), code, Screen.REVIEW)


def send_it(asked: HttpRequest, form: Open, code: str) -> HttpResponse:
    """Send the form, and show the receipt."""
    now = moment()
    try:
        limits.refuse_if_spent(limits.SEND, who(asked), now=now)
        receipt = send(form.number, code, work=asked.POST.get("work", ""), now=now)
    except TooSoon as error:
        answer = show(asked, form, code, Screen.REVIEW, fault=Fault("send", str(error)))
        answer.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return later(answer, error.after)
    except RequestBroken as error:
        return show(asked, form, code, Screen.REVIEW, fault=Fault("send", str(error)))
    limits.take(limits.SEND, who(asked), now=now)
    return status.show_receipt(asked, receipt, code, form.answers)


def show(
    asked: HttpRequest,
    form: Open,
    code: str,
    screen: Screen,
    *,
    fault: Fault | None = None,
    then: Screen | None = None,
) -> HttpResponse:
    """Answer with a screen of the form."""
    order = screens_of(form.answers)
    law = law_of(form.answers)
    values = {
        "number": form.number,
        "code": code,
        "answers": form.answers,
        "law": law,
        "laws": removal.laws(),
        "until": form.until,
        "screen": screen,
        "fault": fault,
        "then": then or asked.POST.get("then", "") if fault else then,
        "step": order.index(screen) + 1 if screen in order else 1,
        "steps": len(order),
        "lines": "\n".join(shown(one) for one in form.answers.places),
        "services": services() if screen is Screen.YOUNG else (),
        "missing": _missing(form, screen),
        "zero_bits": proof.ZERO_BITS,
    }
    return page(asked, f"public/ask_{screen.value}.html", _code_for(fault), **values)


def _missing(form: Open, screen: Screen) -> tuple[removal.Missing, ...]:
    """Return what the law misses, where all answers are shown before they are sent."""
    if screen is not Screen.REVIEW:
        return ()
    request = request_of(form.answers, form.number, now=form.begun_at)
    return removal.missing(request, removal.law(request.law))


def _code_for(fault: Fault | None) -> HTTPStatus:
    return HTTPStatus.OK if fault is None else HTTPStatus.UNPROCESSABLE_ENTITY
