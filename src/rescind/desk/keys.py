"""The keys that the platform's own software shows: whose a key is and what it may do. Only its hash is stored.

A key that ends stops everywhere within a second.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Q

from rescind.desk.records.lately import Lately
from rescind.desk.records.models import PlatformKey
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

MATCH, FEEDBACK, COPIES, METRICS, REQUESTS = "match", "feedback", "copies", "metrics", "requests"
SCOPES: Final = (MATCH, FEEDBACK, COPIES, METRICS, REQUESTS)
PREFIX: Final = "rescind_"
"""With this a key begins, so that it is known for what it is wherever it turns up."""

KEY_BYTES: Final = 32


class KeyNotKnown(DeskError):
    """There is no such key, or it has ended."""

    def __init__(self) -> None:
        super().__init__(phrase("This key is not known here."))


class NotInScope(DeskError):
    """The key is known, but was not made for this."""

    def __init__(self, scope: str) -> None:
        super().__init__(phrase("This key may not do that. It needs: {scope}", scope=scope))
        self.scope = scope


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the platform, by the key that it showed."""

    name: str
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Live:
    """A key that has not ended; `ends_at` is when it will, None while nobody said so."""

    service: Service
    ends_at: datetime | None


def new_key() -> tuple[str, bytes]:
    """Return a fresh key, which is shown once, and its hash, which is stored."""
    key = PREFIX + secrets.token_urlsafe(KEY_BYTES)
    return key, hashed(key)


def hashed(key: str) -> bytes:
    """Return the hash of a key: a plain SHA-256, for a key of 32 random bytes cannot be tried out."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def service_of(key: str, scope: str, *, now: datetime) -> Service:
    """Return whose key it is; raise KeyNotKnown, or NotInScope when it was not made for this."""
    live = _keys(now).get(hashed(key))
    if live is None or (live.ends_at is not None and live.ends_at <= now):
        raise KeyNotKnown
    if scope not in live.service.scopes:
        raise NotInScope(scope)
    return live.service


def _from_database(now: datetime) -> dict[bytes, _Live]:
    live = PlatformKey.objects.filter(Q(ended_at=None) | Q(ended_at__gt=now))
    return {
        bytes(one.key_hash): _Live(Service(one.name, frozenset(one.scopes.split())), one.ended_at)
        for one in live
    }


_keys: Final = Lately(_from_database)
