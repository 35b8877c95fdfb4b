"""The asker writes a message to whoever decides. It lies sealed with the request's own key."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.records import sealing
from rescind.desk.records.models import Message, RequestRow
from rescind.removal.text import check_text


def say(number: str, code: str, text: str, *, now: datetime) -> bool:
    """Keep the message; raise NotHere, or RequestBroken when it is too long. Empty, or the same as the last one (a page
    that was sent twice), is not kept; returns whether it was.
    """
    check_text("message", text)
    with transaction.atomic():
        row = gates.asked_request(number, code, to_change=True)
        if not text.strip() or text == last_said(row):
            return False
        keep(row, text, now=now)
        journal.write("asker_wrote", now=now, subject=number)
    return True


def keep(row: RequestRow, text: str, *, now: datetime) -> Message:
    """Store what the asker said."""
    sealed = sealing.seal_with(row, text)
    return Message.objects.create(request=row, from_asker=True, sealed=sealed, at=now)


def last_said(row: RequestRow) -> str:
    """Return the newest message when it is the asker's own; else nothing."""
    newest = Message.objects.filter(request=row).last()
    if newest is None or not newest.from_asker:
        return ""
    return sealing.unseal_with(row, newest.sealed)
