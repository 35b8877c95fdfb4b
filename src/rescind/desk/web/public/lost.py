"""What a person sees at an address that leads nowhere, or when something of ours went wrong: a page, not JSON."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from rescind.desk.web.showing import in_language, problem
from rescind.words import phrase


def is_person(asked: HttpRequest) -> bool:
    """Say whether a browser asks, and not a program at the JSON door."""
    return "text/html" in asked.headers.get("Accept", "") and not asked.path.startswith("/v1/")


@in_language
def not_understood(asked: HttpRequest) -> HttpResponse:
    """Answer what Django refused before any door saw it."""
    return problem(asked, HTTPStatus.BAD_REQUEST, phrase("This was not understood."))


@in_language
def not_here(asked: HttpRequest) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return problem(asked, HTTPStatus.NOT_FOUND, phrase("There is no such address here."))


@in_language
def our_mistake(asked: HttpRequest) -> HttpResponse:
    """Answer when something of ours went wrong; what it was stands in the log, not in the answer."""
    sentence = phrase("Something went wrong on our side. Please try again.")
    return problem(asked, HTTPStatus.INTERNAL_SERVER_ERROR, sentence)
