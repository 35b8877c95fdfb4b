"""The only place where an error becomes an answer of the JSON door: a status, a word for programs, a plain sentence."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, Final, ParamSpec

from django.core.exceptions import RequestDataTooBig
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from rescind.desk.api.bodies import Busy, NotABody, NotPrivate, TooLarge, WrongMedia
from rescind.desk.flows.limits import TooMany
from rescind.desk.gates import NotHere
from rescind.desk.keys import KeyNotKnown, NotInScope
from rescind.desk.settings.desk_file import DeskError
from rescind.desk.shelf import NotReady
from rescind.fingerprint import NoDecoder
from rescind.removal import NotADocument, RemovalError
from rescind.words import language, phrase, wished

Given = ParamSpec("Given")
Door = Callable[Concatenate[HttpRequest, Given], HttpResponse]

_TOLD: Final[dict[type[Exception], tuple[HTTPStatus, str]]] = {
    KeyNotKnown: (HTTPStatus.UNAUTHORIZED, "key_not_known"),
    NotInScope: (HTTPStatus.FORBIDDEN, "not_in_scope"),
    NotABody: (HTTPStatus.BAD_REQUEST, "not_understood"),
    NotPrivate: (HTTPStatus.FORBIDDEN, "not_private"),
    TooLarge: (HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large"),
    WrongMedia: (HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "media_type"),
    NotReady: (HTTPStatus.SERVICE_UNAVAILABLE, "not_ready"),
    Busy: (HTTPStatus.SERVICE_UNAVAILABLE, "busy"),
    NoDecoder: (HTTPStatus.SERVICE_UNAVAILABLE, "no_decoder"),
}
"""Errors that are told with their own sentence: the status, and the word for programs."""

LOG: Final = logging.getLogger("rescind.desk")
COME_BACK_AFTER: Final = 10
"""Seconds until somebody who found the database busy or full should try again."""


def told(door: Door[Given]) -> Door[Given]:
    """Return the door with its errors turned into answers, in the asker's language. Mistakes of ours pass through.

    Nobody is signed in at this door, so there is nothing that a foreign page could borrow, and no token is asked for.
    """

    @wraps(door)
    def answered(asked: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        with language(wished(asked.headers.get("Accept-Language", ""))):
            try:
                return door(asked, *args, **kwargs)
            except (DeskError, RemovalError, RequestDataTooBig, DatabaseError) as error:
                return answer_for(error)

    return csrf_exempt(answered)


def answer_for(error: Exception) -> HttpResponse:
    """Return the answer that an error is told with; raise it again when it is none that an asker can mend."""
    if type(error) in _TOLD:
        return _told(error)
    match error:
        case TooMany():
            answer = problem(HTTPStatus.TOO_MANY_REQUESTS, "too_many", str(error))
            answer.headers["Retry-After"] = str(error.after)
            return answer
        case NotHere():
            return problem(HTTPStatus.NOT_FOUND, "not_here", str(error))
        case NotADocument():
            return problem(HTTPStatus.BAD_REQUEST, "not_a_document", str(error), field=error.field)
        case RemovalError():
            return problem(HTTPStatus.CONFLICT, "not_allowed", str(error))
        case RequestDataTooBig():
            return problem(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", phrase("This is too large to be a request.")
            )
        case DatabaseError():
            LOG.error("the database refused", exc_info=error)
            answer = problem(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "busy",
                phrase("This desk cannot write anything down right now. Please try again soon."),
            )
            answer.headers["Retry-After"] = str(COME_BACK_AFTER)
            return answer
    raise error


def _told(error: Exception) -> HttpResponse:
    status, kind = _TOLD[type(error)]
    answer = problem(status, kind, str(error), field=getattr(error, "field", ""))
    if status is HTTPStatus.UNAUTHORIZED:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        answer.headers["Retry-After"] = str(1 if kind == "not_ready" else COME_BACK_AFTER)
    return answer


def problem(status: HTTPStatus, kind: str, sentence: str, **more: str) -> JsonResponse:
    """Return an error as JSON: `error` for programs, `sentence` for people, and what else helps to mend it."""
    return JsonResponse(
        {"error": kind, "sentence": sentence, **{k: v for k, v in more.items() if v}}, status=status
    )


def wrong_method(*allowed: str) -> HttpResponse:
    """Return the answer to a method that an address does not know."""
    answer = problem(HTTPStatus.METHOD_NOT_ALLOWED, "method", phrase("This address does not take that."))
    answer.headers["Allow"] = ", ".join(allowed)
    return answer


def not_understood(asked: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Answer what Django refused before any door saw it."""
    return problem(HTTPStatus.BAD_REQUEST, "not_understood", phrase("This was not understood."))


def not_here(asked: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Answer an address that leads nowhere."""
    return problem(HTTPStatus.NOT_FOUND, "no_such_address", phrase("There is no such address here."))


def our_mistake(asked: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Answer when something of ours went wrong; what it was stands in the log, not in the answer."""
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "our_mistake",
        phrase("Something went wrong on our side. Please try again."),
    )
