"""What keeps machines from sending the form as fast as they can: a little work, or else a short wait.

A browser with scripts looks for a word whose SHA-256 together with the form's number begins with 16 zero bits, while
the person reads their answers again; that takes it about a second. Without scripts the form can be sent when it is
some seconds old, which it always is for a person.
"""

import hashlib
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

ZERO_BITS: Final = 16
WAIT: Final = timedelta(seconds=20)
WORD_LIMIT: Final = 32


class TooSoon(DeskError):
    """The form was sent faster than a person fills it in; `after` is in how many seconds it can be sent."""

    def __init__(self, after: int = 0) -> None:
        super().__init__(
            phrase("Please wait {seconds} seconds, then press “Send” again. All is saved.", seconds=after)
        )
        self.after = after


def is_done(number: str, word: str) -> bool:
    """Say whether the word shows that the work was done for this number."""
    if not 0 < len(word) <= WORD_LIMIT:
        return False
    digest = hashlib.sha256(f"{number}:{word}".encode()).digest()
    return int.from_bytes(digest, "big") >> (len(digest) * 8 - ZERO_BITS) == 0


def require(number: str, word: str, begun_at: datetime, *, now: datetime) -> None:
    """Raise TooSoon when neither the work was done nor the time has passed."""
    left = begun_at + WAIT - now
    if left > timedelta() and not is_done(number, word):
        raise TooSoon(ceil(left.total_seconds()))
