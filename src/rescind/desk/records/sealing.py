"""Seals what must not be readable in the database file: each record with a key of its own, each key with the desk's.

AES-256-GCM with a fresh nonce of 12 bytes before the sealed bytes. `about` says what the bytes belong to (the
request's number), so that sealed bytes moved to another row do not open there. Throwing a record's own key away makes
the record unreadable, in old copies of the database too as far as the key is not in them.
"""

import os
from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

_NONCE: Final = 12
_KEY_BYTES: Final = 32


class Keyed(Protocol):
    """A row that has a key of its own, and a number that says what is sealed with it."""

    own_key: bytes | memoryview
    number: str


class NotOpened(DeskError):
    """Sealed bytes that do not open: another key, another row, altered, or forgotten on purpose."""


def new_key(about: str) -> bytes:
    """Return a fresh key for one record, itself sealed with the desk's key."""
    return seal(os.urandom(_KEY_BYTES), settings.DESK.sealing_key, about)


def seal_with(row: Keyed, words: str) -> bytes:
    """Return the words sealed with the row's own key; raise NotOpened when that key was thrown away."""
    return seal(words.encode("utf-8"), _own_key(row), row.number)


def unseal_with(row: Keyed, sealed: bytes | memoryview | None) -> str:
    """Return the words that were sealed with the row's own key, none for nothing sealed; raise NotOpened."""
    return "" if sealed is None else unseal(bytes(sealed), _own_key(row), row.number).decode("utf-8")


def _own_key(row: Keyed) -> bytes:
    return unseal(bytes(row.own_key), settings.DESK.sealing_key, row.number)


def seal(content: bytes, key: bytes, about: str) -> bytes:
    """Return nonce and sealed content."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about.encode("utf-8"))


def unseal(sealed: bytes, key: bytes, about: str) -> bytes:
    """Return the content; raise NotOpened."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode("utf-8"))
    except (InvalidTag, ValueError) as error:
        raise NotOpened(phrase("Something that is sealed here cannot be opened.")) from error
