"""Who is told what after a decision: the asker by a neutral mail, each uploader by a statement of reasons.

Neither is told who the other is. The mail holds no word of the request: what was decided stands at the status page,
which asks for the code.
"""

from datetime import datetime
from typing import Final

from django.conf import settings

from rescind import removal
from rescind.desk import outbox
from rescind.desk.records import converting, receipts, sealing
from rescind.desk.records.models import Place, RequestRow, Statement
from rescind.words import phrase

MAIL_SIGN: Final = "@"


def asker(row: RequestRow, *, now: datetime) -> None:
    """Owe the asker a mail saying that there is news, when they can be reached by mail."""
    contact = converting.request_from(row).asker.contact
    if MAIL_SIGN in contact:
        text = phrase(
            "There is news about the request with the number {number}. Look here, with your code: {address}",
            number=row.number,
            address=settings.DESK.page_of("status"),
        )
        outbox.owe_mail(contact, phrase("News about your message"), text, now=now, request=row.number)


def uploaders(row: RequestRow, places: list[Place], *, now: datetime) -> list[Statement]:
    """Owe the uploader of each place, through the platform, a statement of reasons (DSA Art. 17)."""
    return [_statement(row, place, now) for place in places if place.page or place.item]


def _statement(row: RequestRow, place: Place, now: datetime) -> Statement:
    number, code = receipts.new_number(), receipts.new_code()
    statement = Statement.objects.create(
        number=number,
        code_hash=receipts.hashed(number, code),
        own_key=sealing.new_key(number),
        place=place,
        made_at=now,
    )
    body = {
        "page": place.page,
        "file": place.file,
        "item": place.item,
        "number": number,
        "code": code,
        "text": reasons(row, number, code, now),
    }
    outbox.owe(outbox.NOTIFY, body, now=now, about=row.number)
    return statement


def reasons(row: RequestRow, number: str, code: str, now: datetime) -> str:
    """Return the statement of reasons as text: what was done, on which facts and law, and how to object."""
    law = removal.law(row.law)
    lines = (
        phrase("We removed a picture or video that you had put on {platform}.", platform=settings.DESK.name),
        phrase(
            "It was removed everywhere on {platform}, on {day}.",
            platform=settings.DESK.name,
            day=f"{now:%Y-%m-%d}",
        ),
        phrase(
            "Why: we were told that it is an intimate picture shown without consent, and a person who works for us"
            " decided that this is so. A program helped to find copies; it did not decide."
        ),
        phrase("The law: {title} ({citation}).", title=law.title, citation=law.citations[0]),
        phrase(
            "You can object, free of charge, for six months: {address}",
            address=settings.DESK.page_of("objection"),
        ),
        phrase(
            "Your number is {number} and your code is {code}. A person will read what you write.",
            number=number,
            code=code,
        ),
        phrase("You can also go to a body for settling disputes out of court, or to a court."),
    )
    return "\n\n".join(lines)
