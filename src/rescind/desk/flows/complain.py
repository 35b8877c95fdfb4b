"""The asker complains: the request was refused, or its time is over. It goes before somebody who did not decide it."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal, outbox
from rescind.desk.flows import asker_says
from rescind.desk.flows.follow import course_of
from rescind.desk.settings.desk_file import DeskError
from rescind.removal.text import check_text
from rescind.words import phrase


class NothingToComplainOf(DeskError):
    """The request was neither refused, nor is it late; or the complaint is here already."""


def complain(number: str, code: str, text: str, *, now: datetime) -> None:
    """Take the complaint in, and owe the platform to be told at once; raise NotHere or NothingToComplainOf."""
    check_text("message", text)
    with transaction.atomic():
        row = gates.asked_request(number, code, to_change=True)
        course = course_of(row, now=now)
        if not course.may_complain:
            raise NothingToComplainOf(phrase("You can complain when we said no, or when the time is over."))
        row.complained_at = now
        row.save()
        if text.strip():
            asker_says.keep(row, text, now=now)
        about = "late" if course.is_late else "refused"
        outbox.owe(outbox.COMPLAINT, {"request": number, "about": about}, now=now)
        journal.write("complained", now=now, subject=number, about=about)
