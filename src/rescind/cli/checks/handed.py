"""What the page handed over for one check, and what the person said since; in memory, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field

from rescind.net import Form
from rescind.person.case import Case
from rescind.person.places import WebPlace, web_places
from rescind.words import language, languages

MOST_PLACES = 2000
MOST_PICTURES = 500


@dataclass(frozen=True)
class OwnFile:
    """One of the person's own files, under the number the page gave it."""

    number: int
    content: bytes = field(repr=False)


@dataclass
class Visit:
    """One check from its beginning. `sealed` is None when pictures were handed over, and bytes when a sealed file was."""

    language: str
    places: tuple[WebPlace, ...] = ()
    not_places: tuple[tuple[str, str], ...] = ()
    """Lines that are no web address, and why."""
    files: tuple[OwnFile, ...] = ()
    sealed: bytes | None = field(default=None, repr=False)
    adults: bool = False
    case: Case | None = None
    passphrase: str = field(default="", repr=False)


def visit_from(form: Form) -> Visit | None:
    """What a form hands over; None when there is neither a picture nor a sealed file in it."""
    said = form.first("language")
    tag = said if said in languages() else "en"
    sealed = next((one.content for one in form.files if one.stood_in == "sealed"), None)
    if sealed is not None:
        return Visit(tag, sealed=sealed)
    pictures = [one for one in form.files if one.stood_in == "picture"][:MOST_PICTURES]
    if not pictures:
        return None
    words = [line for line in form.first("places").splitlines() if line.strip()]
    with language(tag):
        places, not_places = web_places(words[:MOST_PLACES])
    own = tuple(OwnFile(_number(one.name, at), one.content) for at, one in enumerate(pictures, 1))
    return Visit(tag, places, not_places, own)


def _number(name: str, at: int) -> int:
    """The number a file is called by; its place when it has no number for a name."""
    return int(name) if name.isascii() and name.isdigit() and len(name) < 6 else at
