"""A try to deliver has ended: it is delivered, or nobody will ever take it. Both are written down."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction

from rescind.desk import journal, outbox
from rescind.desk.records.models import Owed
from rescind.words import phrase

GIVEN_UP_AFTER: Final = timedelta(days=14)
FEWEST_TRIES: Final = 8
"""Also what was sent again by hand later than that is tried so many times, over some hours."""


def delivered(row: Owed, *, now: datetime, status: int | None = None) -> None:
    """Write down that the debt was delivered. It does not matter who else delivered it before."""
    with transaction.atomic():
        ended = Owed.objects.filter(pk=row.pk, done_at=None).update(
            done_at=now, stopped_at=None, leased_until=None, last_error=""
        )
        if ended:
            journal.write(
                "delivered",
                now=now,
                subject=row.subject,
                kind=row.kind,
                target=row.target,
                attempts=row.attempts,
                status=status,
            )


def stop(row: Owed, error: str, *, now: datetime) -> None:
    """Give the debt up: it is shown to staff until somebody sends it again by hand. Those on duty get a mail."""
    with transaction.atomic():
        ended = Owed.objects.filter(pk=row.pk, done_at=None, stopped_at=None).update(
            stopped_at=now, leased_until=None, last_error=error
        )
        if ended:
            journal.write(
                "delivery_stopped",
                now=now,
                subject=row.subject,
                kind=row.kind,
                target=row.target,
                attempts=row.attempts,
                error=error,
            )
            if row.kind != outbox.MAIL:  # a mail that cannot be sent is not told by mail
                _tell_those_on_duty(now)


def try_later(row: Owed, error: str, *, now: datetime) -> None:
    """Put the debt off after a try that failed, or give it up when that went on for too long."""
    if now - row.owed_at > GIVEN_UP_AFTER and row.attempts >= FEWEST_TRIES:
        stop(row, error, now=now)
    else:
        outbox.put_off(row, error, now=now)


def _tell_those_on_duty(now: datetime) -> None:
    text = phrase(
        "Something that {platform} must do was not taken by its hook, and the desk does not try again by itself."
        " Look with: rescind desk hook list",
        platform=settings.DESK.name,
    )
    for address in settings.DESK.working.alarms:
        outbox.owe_mail(address, phrase("A message for those on duty"), text, now=now)
