"""Takes what is owed for delivery, one debt for one process at a time, and puts off what could not be delivered.

A claim is a lease: whoever dies with one in hand loses it when the lease is over, and another process delivers again.
What one hook must do about one request goes out in the order in which it was owed, so that an old "hide" cannot arrive
after a newer "restore".
"""

import hashlib
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from rescind.desk.outbox.owing import HIDE, MAIL, REMOVE, RESTORE, wants
from rescind.desk.records.models import Hook, Owed

LEASE: Final = timedelta(minutes=3)
"""Longer than any delivery takes."""

FIRST_PAUSE: Final = timedelta(seconds=10)
GROWTH: Final = 3
LONGEST_AT_FIRST: Final = timedelta(hours=1)
AT_FIRST: Final = timedelta(days=2)
LONGEST: Final = timedelta(days=1)
"""Pauses grow to an hour within the first two days, because the laws count hours; then to a day."""

JITTER: Final = 0.2
"""A pause is up to this part longer, different for each debt, so that not everything comes back at once."""

ERROR_LENGTH: Final = 200
IN_ORDER: Final = (HIDE, REMOVE, RESTORE)
"""Kinds of which a later one undoes or replaces an earlier one."""


def open_debts() -> QuerySet[Owed]:
    """Return what is neither delivered nor given up."""
    return Owed.objects.filter(done_at=None, stopped_at=None)


def claim(now: datetime, *, mail: bool, skipping: frozenset[str] = frozenset()) -> Owed | None:
    """Take the debt that is due longest, a mail or a call, and return it leased; None when there is none.

    `skipping` are hooks that are left alone for now.
    """
    with transaction.atomic():
        wanted = Q(kind=MAIL) if mail else ~Q(kind=MAIL) & ~Q(target="") & ~Q(target__in=skipping)
        row = (
            open_debts()
            .filter(wanted, _is_due(now), _is_free(now))
            .exclude(Q(kind__in=IN_ORDER) & Exists(_before()))
            .order_by("run_after", "pk")
            .select_for_update(skip_locked=True, of=("self",))
            .first()
        )
        if row is None:
            return None
        row.leased_until = now + LEASE
        row.attempts += 1
        row.save(update_fields=["leased_until", "attempts"])
        return row


def put_off(row: Owed, error: str, *, now: datetime) -> None:
    """Give the debt back after a try that failed, to be tried again after a pause."""
    Owed.objects.filter(pk=row.pk, done_at=None, stopped_at=None).update(
        leased_until=None, run_after=now + pause(row, now), last_error=error[:ERROR_LENGTH]
    )


def pause(row: Owed, now: datetime) -> timedelta:
    """Return how long the debt waits before the next try: longer each time, and never the same for two debts."""
    longest = LONGEST_AT_FIRST if now - row.owed_at < AT_FIRST else LONGEST
    tries_before: int = max(0, min(row.attempts - 1, 20))
    grown: timedelta = min(FIRST_PAUSE * GROWTH**tries_before, longest)
    chance = hashlib.sha256(f"{row.once}:{row.attempts}".encode()).digest()[0] / 255
    return grown * (1 + JITTER * chance)


def route(now: datetime) -> int:
    """Give what is owed to nobody, or to a hook that has ended, to a hook that wants its kind; return how much."""
    hooks = list(Hook.objects.filter(ended_at=None).order_by("pk"))
    lost = open_debts().exclude(kind=MAIL).exclude(target__in=[hook.name for hook in hooks])
    kinds = lost.filter(_is_free(now)).values_list("kind", flat=True).order_by("kind").distinct()
    moved = 0
    for kind in list(kinds):
        hook = next((one for one in hooks if wants(one, kind)), None)
        if hook is not None:
            moved += lost.filter(_is_free(now), kind=kind).update(target=hook.name, run_after=now)
    return moved


def _is_due(now: datetime) -> Q:
    """Due, or put off further than any pause goes: then the clock of this machine was set back since."""
    too_far = Q(run_after__gt=now + LONGEST * (1 + JITTER))
    too_far |= Q(owed_at__gt=now - AT_FIRST, run_after__gt=now + LONGEST_AT_FIRST * (1 + JITTER))
    return Q(run_after__lte=now) | Q(owed_at__gt=now) | too_far


def _is_free(now: datetime) -> Q:
    """Nobody has it in hand; a lease that ends later than any lease is from a clock that was set back since."""
    return Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + LEASE)


def _before() -> QuerySet[Owed]:
    """What must go first: older, to the same hook, about the same request."""
    return (
        open_debts()
        .exclude(subject="")
        .filter(kind__in=IN_ORDER)
        .filter(target=OuterRef("target"), subject=OuterRef("subject"), pk__lt=OuterRef("pk"))
    )
