"""Keys for the platform's own software are made, exchanged for new ones, and ended. A key itself is shown once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from rescind.desk import gates, journal, keys
from rescind.desk.gates import Role, Staff
from rescind.desk.records.models import PlatformKey
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

NAME_LENGTH = 100


class KeyNotMade(DeskError):
    """A key that cannot be made, exchanged or ended as it was asked for; `str()` says why."""


@dataclass(frozen=True, slots=True)
class KeyMade:
    """A key that was just made. `key` is stored nowhere; `before_ends_at` is when the one before it ends."""

    name: str
    key: str
    scopes: tuple[str, ...]
    before_ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeyListed:
    """A key as it is known afterwards."""

    name: str
    scopes: tuple[str, ...]
    made_at: datetime
    ends_at: datetime | None


def add_key(staff: Staff, name: str, scopes: Iterable[str], *, now: datetime) -> KeyMade:
    """Make a key for a service of that name; raise KeyNotMade when it has one, NotHere for who is no operator."""
    gates.require(staff, Role.OPERATOR)
    wanted = tuple(dict.fromkeys(scopes))
    if not wanted or not set(wanted) <= set(keys.SCOPES):
        raise KeyNotMade(phrase("A key is made for some of: {scopes}", scopes=", ".join(keys.SCOPES)))
    if not name.strip() or len(name) > NAME_LENGTH or not name.isprintable():
        raise KeyNotMade(phrase("The name must be one line, with at most {n} letters.", n=NAME_LENGTH))
    with transaction.atomic():
        if _live(name, now).exists():
            raise KeyNotMade(phrase("There is a key of this name. It can be exchanged for a new one."))
        made = _made(name, wanted, now)
        journal.write("key_made", now=now, by=staff.name, key=name, scopes=" ".join(wanted))
    return made


def rotate_key(staff: Staff, name: str, *, overlap: timedelta, now: datetime) -> KeyMade:
    """Make a new key that may do the same; the old one goes on for as long as `overlap`. Raises KeyNotMade, NotHere."""
    gates.require(staff, Role.OPERATOR)
    with transaction.atomic():
        before = _live(name, now).order_by("-pk").first()
        if before is None:
            raise _no_such_key()
        ends_at = now + overlap
        _live(name, now).filter(Q(ended_at=None) | Q(ended_at__gt=ends_at)).update(ended_at=ends_at)
        made = _made(name, tuple(before.scopes.split()), now)
        journal.write(
            "key_rotated", now=now, by=staff.name, key=name, hours=round(overlap.total_seconds() / 3600)
        )
    return KeyMade(made.name, made.key, made.scopes, ends_at)


def end_key(staff: Staff, name: str, *, now: datetime) -> int:
    """End every key of that name at once; return how many there were. Raises KeyNotMade, NotHere."""
    gates.require(staff, Role.OPERATOR)
    with transaction.atomic():
        ended = _live(name, now).update(ended_at=now)
        if not ended:
            raise _no_such_key()
        journal.write("key_ended", now=now, by=staff.name, key=name, keys=ended)
    return ended


def listed_keys(staff: Staff, now: datetime) -> list[KeyListed]:
    """Return the keys that have not ended, by name."""
    gates.require(staff, Role.OPERATOR)
    rows = PlatformKey.objects.filter(Q(ended_at=None) | Q(ended_at__gt=now)).order_by("name", "pk")
    return [KeyListed(row.name, tuple(row.scopes.split()), row.made_at, row.ended_at) for row in rows]


def _live(name: str, now: datetime) -> QuerySet[PlatformKey]:
    return PlatformKey.objects.filter(Q(ended_at=None) | Q(ended_at__gt=now), name=name)


def _made(name: str, scopes: tuple[str, ...], now: datetime) -> KeyMade:
    key, key_hash = keys.new_key()
    PlatformKey.objects.create(name=name, key_hash=key_hash, scopes=" ".join(scopes), made_at=now)
    return KeyMade(name, key, scopes)


def _no_such_key() -> KeyNotMade:
    return KeyNotMade(phrase("There is no key of this name."))
