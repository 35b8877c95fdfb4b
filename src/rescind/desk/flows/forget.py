"""What was kept long enough is thrown away: the request's own key first, with which every sealed word of it is gone.

The journal stays, for it holds no word of anybody; and what a request put into a bank stays there, for the picture must
stay down.
"""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from rescind.desk import journal
from rescind.desk.flows.draft import kept_for
from rescind.desk.flows.forget_known import forget_known
from rescind.desk.records.models import (
    Decision,
    Draft,
    FoundCopy,
    Matched,
    Message,
    Misuse,
    Owed,
    Place,
    RequestRow,
    Statement,
    Tries,
)

TRIES_KEPT: Final = timedelta(days=1)
"""How often somebody did what is of no use after a day."""


def forget_due(now: datetime) -> int:
    """Forget every request whose day has come; return how many those were."""
    due = RequestRow.objects.exclude(own_key=b"").filter(closed_at__isnull=False, forget_at__lte=now)
    held = Q(report__hold_until__gt=now)
    numbers = list(due.exclude(held).values_list("number", flat=True))
    return sum(forget(number, now=now) for number in numbers)


def forget(number: str, *, now: datetime) -> bool:
    """Throw away everything that anybody said in a request, and say whether there was something left of it."""
    with transaction.atomic():
        row = RequestRow.objects.select_for_update().filter(number=number).exclude(own_key=b"").first()
        if row is None:
            return False
        row.own_key = row.sealed = row.code_hash = b""
        row.contact_hash = row.document_hash = None
        row.save()
        Place.objects.filter(request=row).update(page="", file="", item="", copy=None)
        Message.objects.filter(request=row).delete()
        FoundCopy.objects.filter(request=row).delete()
        Decision.objects.filter(request=row).update(words=None)
        _blank(Statement.objects.filter(place__request=row))
        Owed.objects.filter(subject=number).delete()
        journal.write("forgotten", now=now, subject=number)
        return True


def forget_old(now: datetime) -> int:
    """Throw away drafts, statements, debts, matches and known pictures that are older than they may be; return how many."""
    keep = settings.DESK.working.keep
    with transaction.atomic():
        statements = Statement.objects.exclude(own_key=b"").filter(made_at__lte=now - _days(keep.statements))
        counts = {
            "statements": _blank(statements),
            "drafts": Draft.objects.filter(saved_at__lte=now - kept_for()).delete()[0],
            "delivered": _gone(Owed, now, done_at=keep.delivered),
            "stopped": _gone(Owed, now, stopped_at=keep.requests),
            "matches": _gone(Matched, now, at=keep.matches),
        }
        if any(counts.values()):
            journal.write(
                "old_things_forgotten", now=now, what=[f"{n} {name}" for name, n in counts.items() if n]
            )
    Tries.objects.filter(span__lte=now - TRIES_KEPT).delete()
    _forget_misuse(now)
    known = forget_known(now - _days(keep.known), now)
    return sum(counts.values()) + known


def _forget_misuse(now: datetime) -> None:
    limit = now - _days(settings.DESK.working.keep.requests)
    ended = Q(set_aside_until=None) | Q(set_aside_until__lte=limit)
    Misuse.objects.filter(ended, warned_at__lte=limit).delete()


def _blank(statements: QuerySet[Statement]) -> int:
    """Throw away the keys and the sealed parts of statements; that they were sent stays."""
    return statements.update(own_key=b"", code_hash=b"", objection=None, answer=None)


def _gone(table: type[Owed] | type[Matched], now: datetime, **kept: int) -> int:
    """Delete the rows whose column is older than so many days; return how many there were."""
    [(column, days)] = kept.items()
    limit = {f"{column}__lte": now - _days(days)}
    return table._default_manager.filter(**limit).delete()[0]


def _days(count: int) -> timedelta:
    return timedelta(days=count)
