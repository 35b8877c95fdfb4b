"""The short letter that takes a request back: stop, and delete what was sent."""

from datetime import datetime

from rescind.removal.completeness import require_law
from rescind.removal.moment import in_utc
from rescind.removal.provisions import Law
from rescind.removal.request import Request
from rescind.words import current, direction, long_day, phrase
from rescind.words import language as speaking


def withdrawal(request: Request, law: Law, *, language: str = "en", at: datetime) -> str:
    """Return the letter as plain text: whom it is to, which request, and what is asked for; taken back `at` this moment.

    In the language asked for when the law has a notice in it, else in English, so that whoever could read the request can
    read this. Nothing of what is shown, no address of a place and no fingerprint stands in it. Raises WrongLaw, NotAMoment.
    """
    require_law(request, law)
    with speaking(law.notice(language).language):
        lines = (
            phrase("To: {operator}", operator=_apart(request.operator.strip())),
            phrase("About: request {id}", id=_apart(request.id)),
            "",
            phrase(
                "I take this request back as of {day}. Please take no further steps on it, and delete what I sent you, "
                "including contact details and any fingerprints, unless a law obliges you to keep them.",
                day=long_day(in_utc(at)),
            ),
            "",
            _apart(request.asker.name.strip()),
            _apart(request.asker.contact.strip()),
        )
    return "\n".join(lines) + "\n"


def _apart(words: str) -> str:
    """Return the words so that they keep their own order inside a right-to-left letter."""
    return f"\u2068{words}\u2069" if words and direction(current()) == "rtl" else words
