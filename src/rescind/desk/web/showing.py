"""Turns a template into a page: in the language that was wished for, with what every page's frame needs.

The language is a word in the address (`?lang=ar`) and nowhere else: it says nothing of anybody, and needs no cookie.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rescind.words import current, direction, language, languages, phrase, wished

Given = ParamSpec("Given")
Door = Callable[Concatenate[HttpRequest, Given], HttpResponse]

ASKED: Final = "lang"
LEAVE_TO: Final = "https://www.bbc.com/weather"
"""Where the quick exit leads: a page that many people open, that is no surprise on anybody's screen."""

NAMES: Final = {"en": "English", "ar": "العربية"}
"""A language by its own name, for the switch; one that is not here is shown by its tag."""


def in_language(door: Door[Given]) -> Door[Given]:
    """Return the door speaking the language of the address, else one that the browser asks for, else English."""

    @wraps(door)
    def spoken(asked: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        said = asked.GET.get(ASKED, "")
        tag = said if said in languages() else wished(asked.headers.get("Accept-Language", ""))
        with language(tag):
            return door(asked, *args, **kwargs)

    return spoken


def page(asked: HttpRequest, template: str, status: int = 200, **values: object) -> HttpResponse:
    """Return the page made of the template. Must be called behind `in_language`."""
    return render(asked, template, {**_frame(asked), **values}, status=status)


def _frame(asked: HttpRequest) -> dict[str, object]:
    """Return what `frame.html` needs, whatever the page is."""
    tag = current()
    said = asked.GET.get(ASKED, "")
    return {
        "tag": tag,
        "direction": direction(tag),
        "platform": settings.DESK.name,
        "has_page": settings.DESK.own_page.shown,
        "leave_to": LEAVE_TO,
        "lang": said if said in languages() else "",
        "here": asked.path,
        # A page that answers a form cannot be asked for again by a link, so the switch stands only on plain pages.
        "tongues": _tongues(tag) if asked.method == "GET" else [],
        "is_draft": tag != languages()[0],
    }


def _tongues(now: str) -> list[dict[str, object]]:
    return [{"tag": tag, "name": NAMES.get(tag, tag), "now": tag == now} for tag in languages()]


def problem(asked: HttpRequest, status: int, sentence: str) -> HttpResponse:
    """Return a page that says one thing that went wrong, and how to go on."""
    return page(asked, "public/problem.html", status, title=phrase("Form"), sentence=sentence)
