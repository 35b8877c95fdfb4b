"""Which language is spoken right now, and which way its letters run."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final, Literal

Direction = Literal["ltr", "rtl"]

SOURCE: Final = "en"
"""The language the sentences in the code are written in."""

FOLDER: Final = Path(__file__).parent
_RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_WISHES: Final = 20
"""How many languages of a header are looked at; it comes from a stranger."""
_current: ContextVar[str] = ContextVar("rescind_language", default=SOURCE)


class LanguageNotKnown(LookupError):
    """There is no catalogue for the language that was asked for."""


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of the languages the program speaks: English first, then the others in order."""
    found = (path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/rescind.mo"))
    return (SOURCE, *sorted(found))


@cache
def written() -> tuple[str, ...]:
    """Return the tags of the languages that data files and the frame of a letter are translated into: more than the
    program speaks. English first, then the others in order.
    """
    found = {path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/facts.mo")}
    return (SOURCE, *sorted({*found, *languages()} - {SOURCE}))


def current() -> str:
    """Return the tag of the language that sentences are said in now."""
    return _current.get()


def wished(accepted: str) -> str:
    """Return the first language of an Accept-Language header that there is a catalogue for; English when none."""
    for part in accepted.split(",")[:_WISHES]:
        tag = part.partition(";")[0].strip().partition("-")[0].lower()
        if tag in languages():
            return tag
    return SOURCE


@contextmanager
def language(tag: str) -> Iterator[None]:
    """Say every sentence inside the `with` in this language, one of `written()`; raise LanguageNotKnown for another.

    In a language that the program does not speak only data files and letters are translated.
    Held in a context variable: other threads and tasks keep their own.
    """
    if tag not in written():
        raise LanguageNotKnown(tag)
    before = _current.set(tag)
    try:
        yield
    finally:
        _current.reset(before)


def direction(tag: str) -> Direction:
    """Return which way a language is written, by its tag (`ar`, `ar-EG`, `he_IL`)."""
    return "rtl" if tag.replace("_", "-").split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"
