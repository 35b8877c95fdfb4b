"""What every public page does the same way: its language, its errors as pages, and who is counted against a limit."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from rescind.desk.flows import limits
from rescind.desk.flows.limits import TooMany
from rescind.desk.gates import NotHere
from rescind.desk.settings.proxy import caller
from rescind.desk.web.showing import in_language, problem
from rescind.words import phrase

Given = ParamSpec("Given")
Door = Callable[Concatenate[HttpRequest, Given], HttpResponse]
LOG: Final = logging.getLogger("rescind.desk")
COME_BACK_AFTER: Final = 10
LONGEST: Final = 32


def public(door: Door[Given]) -> Door[Given]:
    """Return the door with its language, and with its errors as pages.

    There is no cookie here, and so nothing that a foreign page could borrow: whoever sends a form must put number and
    code into its body, and a page that knows both needs no trick. So no CSRF token is asked for.
    """

    @wraps(door)
    def answered(asked: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        try:
            return door(asked, *args, **kwargs)
        except TooMany as error:
            return later(problem(asked, HTTPStatus.TOO_MANY_REQUESTS, str(error)), error.after)
        except NotHere as error:
            return problem(asked, HTTPStatus.NOT_FOUND, str(error))
        except RequestDataTooBig:
            return problem(
                asked, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, phrase("This is too large to be a request.")
            )
        except DatabaseError as error:
            LOG.error("the database refused", exc_info=error)
            sentence = phrase("This desk cannot write anything down right now. Please try again soon.")
            return later(problem(asked, HTTPStatus.SERVICE_UNAVAILABLE, sentence), COME_BACK_AFTER)

    return csrf_exempt(in_language(answered))


def later(answer: HttpResponse, seconds: int) -> HttpResponse:
    """Return the answer saying after how many seconds to try again."""
    answer.headers["Retry-After"] = str(seconds)
    return answer


def moment() -> datetime:
    """Return now, to the second: the doors are where the clock is read."""
    return datetime.now(UTC).replace(microsecond=0)


def who(asked: HttpRequest) -> str:
    """Return whom a call is counted for."""
    return caller(asked.META, settings.DESK.proxy)


def typed(asked: HttpRequest) -> tuple[str, str]:
    """Return number and code as they were typed into the form, the number as it is written."""
    number = asked.POST.get("number", "").strip().upper().replace(" ", "").replace("-", "")
    return number[:LONGEST], asked.POST.get("code", "").strip()[: 2 * LONGEST]


def counted_wrong(asked: HttpRequest, look: Callable[[], limits.Found]) -> limits.Found:
    """Return what `look` finds; one that does not fit is counted, and too many of them are refused for a while."""
    return limits.guarded(who(asked), look, now=moment())
