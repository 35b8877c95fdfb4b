"""A letter as an `.eml` file that opens in a mail program as a draft, ready to be read once more and sent."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from rescind.removal.errors import RemovalError
from rescind.removal.letter_parts import Letter
from rescind.removal.letter_text import as_text
from rescind.words import phrase

LINE_LIMIT: Final = 78
"""Longer lines, or any letter beyond ASCII, are sent as quoted-printable (RFC 5322, 2.1.1; RFC 2045, 6.7)."""

ADDRESS: Final = re.compile(r"([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
"""What a mail address looks like (the HTML standard's rule, with at least one dot in the domain)."""


class NotAMailAddress(RemovalError):
    """The letter cannot be addressed to this; the sentence does not repeat it."""


def as_mail(letter: Letter, *, to: str = "") -> bytes:
    """Return the letter as an unsent message (RFC 5322, lines end with CRLF), with nothing attached.

    It is from the asker's contact when that is a mail address; otherwise, and when `to` is empty, the mail
    program asks. Raises NotAMailAddress when `to` is not one plain address. Equal letters give equal bytes.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Date"] = letter.written_at
    if sender := address(letter.contact):
        message["From"] = sender
    if to.strip():
        message["To"] = recipient(to)
    message["Subject"] = one_line(letter.subject)
    body = as_text(letter)
    message.set_content(body, charset="utf-8", cte=encoding(body))
    message["Content-Language"] = letter.language
    return message.as_bytes()


def recipient(to: str) -> Address:
    """Return the address the letter goes to; raise NotAMailAddress when it is none."""
    found = address(to)
    if found is None:
        raise NotAMailAddress(phrase("The letter must go to one mail address, like name@place.example."))
    return found


def address(words: str) -> Address | None:
    """Return the mail address when the words are exactly one, else None."""
    found = ADDRESS.fullmatch(words.strip())
    return Address(username=found[1], domain=found[2]) if found else None


def one_line(words: str) -> str:
    """Return the words on one line, white space and control characters made one space: no second header."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", words).strip()


def encoding(body: str) -> str:
    """Return how the body travels: as it is when it is plain and short-lined, else quoted-printable."""
    plain = body.isascii() and max(map(len, body.splitlines()), default=0) <= LINE_LIMIT
    return "7bit" if plain else "quoted-printable"
