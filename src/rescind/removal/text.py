"""What text may stand in a request: bounded length, no control characters, no line break where one line is
meant.

A line break in a name would be a mail header of its own, and an address that begins with `data:` is the
picture itself.
"""

import re
from typing import Final

from rescind.removal.errors import RemovalError
from rescind.words import noted, phrase

ADDRESS_LIMIT: Final = 4096
LINE_LIMIT: Final = 400
TEXT_LIMIT: Final = 5000

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BREAK: Final = re.compile(r"[\n\t]")
_CARRIES_A_PICTURE: Final = re.compile(r"\s*(data|blob):", re.IGNORECASE)


class RequestBroken(RemovalError):
    """A part of a request cannot be as it is; `part` names it; the sentence never repeats it."""

    def __init__(self, part: str, sentence: str) -> None:
        super().__init__(sentence)
        self.part = part

    def __reduce__(self) -> tuple[type["RequestBroken"], tuple[str, str]]:
        return type(self), (self.part, str(self))


# How the parts of a request are called when something about them has to be said.
NAMES: Final = {
    "places.page": noted("the address of a page"),
    "places.file": noted("the address of a picture"),
    "places.note": noted("the note about a place"),
    "asker.name": noted("your name"),
    "asker.contact": noted("your e-mail address"),
    "asker.postal": noted("your postal address"),
    "asker.phone": noted("your telephone number"),
    "asker.authority.scope": noted("what you are allowed to do"),
    "operator": noted("the name of the place"),
    "reason": noted("the reason"),
    "history": noted("what was said"),
}


def called(part: str) -> str:
    """How a part of a request is called in a sentence."""
    name = NAMES.get(part, part)
    return phrase(name)


def check_text(part: str, text: str, limit: int = TEXT_LIMIT) -> None:
    """Raise RequestBroken when the text is too long or holds a character that no letter can carry."""
    if len(text) > limit:
        raise RequestBroken(part, phrase("The part “{part}” is too long.", part=called(part)))
    if _CONTROL.search(text):
        raise RequestBroken(
            part, phrase("The part “{part}” holds a character that cannot be sent.", part=called(part))
        )


def check_line(part: str, text: str, limit: int = LINE_LIMIT) -> None:
    """Raise RequestBroken when the text is not one line."""
    check_text(part, text, limit)
    if _BREAK.search(text):
        raise RequestBroken(part, phrase("The part “{part}” must be one line.", part=called(part)))


def check_address(part: str, text: str) -> None:
    """Raise RequestBroken when an address is not one line, or is not an address but the picture itself."""
    if _CARRIES_A_PICTURE.match(text):
        raise RequestBroken(part, phrase("A place is an address. This one holds the picture itself."))
    check_line(part, text, ADDRESS_LIMIT)
