"""What the operator sees of hooks: each with how much it is owed, every debt that is not delivered, and a try by hand."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from rescind.desk import outbox
from rescind.desk.flows.keep_hooks import HookRefused
from rescind.desk.records.models import Hook, Owed
from rescind.removal.moment import write_moment
from rescind.words import phrase


@dataclass(frozen=True, slots=True)
class Listed:
    """A hook, and how many calls wait for it or were given up."""

    name: str
    address: str
    kinds: str
    waiting: int
    stopped: int


@dataclass(frozen=True, slots=True)
class Debt:
    """Something that was not delivered. `number` is what `hook redeliver` takes."""

    number: int
    kind: str
    target: str
    owed_at: str
    attempts: int
    is_stopped: bool
    last_error: str


def listed() -> list[Listed]:
    """Return the hooks that are called."""
    return [
        Listed(
            hook.name,
            hook.address,
            hook.kinds,
            Owed.objects.filter(target=hook.name, done_at=None, stopped_at=None).count(),
            Owed.objects.filter(target=hook.name, stopped_at__isnull=False).count(),
        )
        for hook in Hook.objects.filter(ended_at=None).order_by("name")
    ]


def undelivered(most: int = 200) -> list[Debt]:
    """Return what was given up, and what waits after a try or for a hook; the oldest first, at most so many."""
    stuck = Q(stopped_at__isnull=False) | Q(attempts__gt=0) | Q(target="")
    rows = Owed.objects.filter(stuck, done_at=None).order_by("pk")[:most]
    return [
        Debt(
            row.pk,
            row.kind,
            row.target,
            write_moment(row.owed_at),
            row.attempts,
            row.stopped_at is not None,
            row.last_error,
        )
        for row in rows
    ]


def hook_record(one: Listed) -> dict[str, object]:
    """Return a hook for programs."""
    return {
        "name": one.name,
        "address": one.address,
        "kinds": one.kinds.split(),
        "waiting": one.waiting,
        "stopped": one.stopped,
    }


def debt_record(debt: Debt) -> dict[str, object]:
    """Return a debt for programs."""
    return {
        "number": debt.number,
        "owed": debt.kind,
        "target": debt.target,
        "owed_at": debt.owed_at,
        "attempts": debt.attempts,
        "stopped": debt.is_stopped,
        "last_error": debt.last_error,
    }


def tried(name: str, now: datetime) -> int:
    """Call a hook with nothing to do and return the status it answered with; raise HookRefused or NotCalled."""
    hook = Hook.objects.filter(name=name, ended_at=None).first()
    if hook is None:
        raise HookRefused(phrase("There is no hook with this name."))
    return outbox.call(hook, outbox.TRY, {}, once=secrets.token_hex(16), now=now).status
