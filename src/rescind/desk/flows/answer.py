"""Somebody of the platform writes to the asker, who reads it at the status page; a mail says only that there is news."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.flows import telling
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.records import sealing
from rescind.desk.records.models import Message, RequestRow
from rescind.desk.settings.desk_file import DeskError
from rescind.removal.text import check_text
from rescind.words import phrase


class NothingSaid(DeskError):
    """An answer without words."""


def answer(staff: Staff, number: str, words: str, *, now: datetime) -> Message:
    """Write to the asker; what they wrote before counts as read. Raises NotHere, NothingSaid, RequestBroken."""
    gates.require(staff, *DECIDING, Role.MINORS)
    with transaction.atomic():
        row = gates.request_for(staff, number, to_change=True)
        message = tell(row, staff, words, now=now)
        journal.write("answered", now=now, subject=number, by=staff.name)
    return message


def tell(row: RequestRow, staff: Staff, words: str, *, now: datetime) -> Message:
    """Store the message and owe the mail about it, inside the transaction of what says it."""
    check_said(words)
    Message.objects.filter(request=row, from_asker=True, read_at=None).update(read_at=now)
    sealed = sealing.seal_with(row, words.strip())
    message = Message.objects.create(request=row, from_asker=False, by=staff.name, sealed=sealed, at=now)
    telling.asker(row, now=now)
    return message


def check_said(words: str) -> None:
    """Raise NothingSaid for an empty answer, and RequestBroken for one that is too long."""
    check_text("message", words)
    if not words.strip():
        raise NothingSaid(phrase("Write something first."))
