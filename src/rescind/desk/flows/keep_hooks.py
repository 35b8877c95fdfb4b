"""The operator says which addresses of the platform are told what it must do: a hook is added, moved, ended, rekeyed."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from rescind import net
from rescind.desk import gates, journal, outbox
from rescind.desk.gates import Role, Staff
from rescind.desk.outbox.calling import local_hosts, sealed_secrets, secrets_of
from rescind.desk.outbox.owing import EVERY_KIND
from rescind.desk.records.models import Hook
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

KINDS: Final = (
    outbox.HIDE,
    outbox.REMOVE,
    outbox.RESTORE,
    outbox.NOTIFY,
    outbox.OVERDUE,
    outbox.COMPLAINT,
    outbox.PICTURE,
)
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}\Z")


class HookRefused(DeskError):
    """A hook that cannot be as it was asked for; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Made:
    """A hook and its secret, which is shown this one time."""

    hook: Hook
    secret: str


def add_hook(
    staff: Staff, name: str, address: str, *, now: datetime, kinds: Iterable[str] = (EVERY_KIND,)
) -> Made:
    """Add a hook that is told of these kinds; raise HookRefused."""
    gates.require(staff, Role.OPERATOR)
    wanted = sorted(set(kinds))
    if not _NAME.match(name):
        raise HookRefused(phrase("A hook's name is made of a to z, 0 to 9 and dashes, at most 60."))
    if not wanted or not set(wanted) <= {EVERY_KIND, *KINDS}:
        raise HookRefused(phrase("A hook can be told of: {kinds}.", kinds=", ".join(KINDS)))
    _require_address(address)
    secret = _new_secret()
    with transaction.atomic():
        if Hook.objects.filter(name=name).exists():
            raise HookRefused(phrase("There was a hook with this name already. Take another name."))
        hook = Hook.objects.create(
            name=name,
            address=address,
            secret=sealed_secrets(name, [secret]),
            kinds=" ".join(wanted),
            made_at=now,
        )
        journal.write("hook_added", now=now, by=staff.name, hook=name, kinds=wanted)
        outbox.route(now)
    return Made(hook, secret.decode("ascii"))


def move_hook(staff: Staff, name: str, address: str, *, now: datetime) -> None:
    """Have a hook called at another address from now on, also for what is owed to it already; raise HookRefused."""
    gates.require(staff, Role.OPERATOR)
    _require_address(address)
    with transaction.atomic():
        hook = _live(name)
        hook.address = address
        hook.save(update_fields=["address"])
        journal.write("hook_moved", now=now, by=staff.name, hook=name)


def end_hook(staff: Staff, name: str, *, now: datetime) -> None:
    """Call a hook no more; what is owed to it goes to another that wants it, or waits for one. Raises HookRefused."""
    gates.require(staff, Role.OPERATOR)
    with transaction.atomic():
        hook = _live(name)
        hook.ended_at = now
        hook.secret = b""
        hook.save(update_fields=["ended_at", "secret"])
        journal.write("hook_ended", now=now, by=staff.name, hook=name)
        outbox.route(now)


def new_secret(staff: Staff, name: str, *, now: datetime) -> Made:
    """Give a hook a new secret beside the one it has: calls are signed with both until `drop_old_secrets`."""
    gates.require(staff, Role.OPERATOR)
    secret = _new_secret()
    with transaction.atomic():
        hook = _live(name)
        hook.secret = sealed_secrets(name, [secret, secrets_of(hook)[0]])
        hook.save(update_fields=["secret"])
        journal.write("hook_secret_added", now=now, by=staff.name, hook=name)
    return Made(hook, secret.decode("ascii"))


def drop_old_secrets(staff: Staff, name: str, *, now: datetime) -> None:
    """Sign with the newest secret of a hook alone; raise HookRefused."""
    gates.require(staff, Role.OPERATOR)
    with transaction.atomic():
        hook = _live(name)
        hook.secret = sealed_secrets(name, secrets_of(hook)[:1])
        hook.save(update_fields=["secret"])
        journal.write("hook_secret_dropped", now=now, by=staff.name, hook=name)


def _live(name: str) -> Hook:
    hook = Hook.objects.select_for_update().filter(name=name, ended_at=None).first()
    if hook is None:
        raise HookRefused(phrase("There is no hook with this name."))
    return hook


def _require_address(address: str) -> None:
    """Raise HookRefused for an address that would never be called."""
    try:
        target = net.target(address)
    except net.NotFetched as error:
        raise HookRefused(phrase("This is not an address that the desk can call.")) from error
    if target.scheme != "https" and target.host not in local_hosts():
        raise HookRefused(
            phrase("A hook's address begins with https, unless [hooks] local in desk.toml names its host.")
        )


def _new_secret() -> bytes:
    return secrets.token_urlsafe(32).encode("ascii")
