"""Receipt numbers and codes: drawn at random, so that a number says nothing of how many requests there are.

The code is kept as an HMAC with a key that is not in the database: 16 digits alone could be tried out.
"""

import hashlib
import hmac
import re
import secrets
from typing import Final

from django.conf import settings

ALPHABET: Final = "23456789CFGHJMPQRVWX"
"""No letter that looks like a digit, and no vowel, so that no word comes out by chance."""

NUMBER_LENGTH: Final = 10
CODE_DIGITS: Final = 16
HASH_BYTES: Final = 32

_BETWEEN: Final = re.compile(r"[\s-]")
_CODE: Final = re.compile(rf"[0-9]{{{CODE_DIGITS}}}")


def new_number() -> str:
    """Return a receipt number: ten characters, about 43 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(NUMBER_LENGTH))


def is_number(written: str) -> bool:
    """Say whether this could be a receipt number, so that nothing odd is looked for in the database."""
    return len(written) == NUMBER_LENGTH and set(written) <= set(ALPHABET)


def new_code() -> str:
    """Return a code of 16 digits in groups of four, as it is shown."""
    digits = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    return " ".join(digits[at : at + 4] for at in range(0, CODE_DIGITS, 4))


def hashed(number: str, code: str) -> bytes:
    """Return what is stored of a code. Spaces and dashes in the code do not count."""
    plain = _BETWEEN.sub("", code)
    key = hmac.digest(settings.DESK.sealing_key, b"receipt codes", hashlib.sha256)
    return hmac.digest(key, f"{number}:{plain}".encode(), hashlib.sha256)


def fits(number: str, code: str, stored: bytes) -> bool:
    """Say whether the code is the one whose hash was stored, in the same time whatever it is."""
    is_code = bool(_CODE.fullmatch(_BETWEEN.sub("", code)))
    return hmac.compare_digest(hashed(number, code), stored) and is_code


def contact_hash(contact: str) -> bytes:
    """Return what tells the same contact again without saying it: an HMAC; letters' case and spaces do not count."""
    return _marked(b"contacts", " ".join(contact.casefold().split()).encode("utf-8"))


def document_hash(document: bytes) -> bytes:
    """Return what tells the same request document again: an HMAC of its bytes."""
    return _marked(b"documents", document)


def _marked(purpose: bytes, content: bytes) -> bytes:
    key = hmac.digest(settings.DESK.sealing_key, purpose, hashlib.sha256)
    return hmac.digest(key, content, hashlib.sha256)
