"""The index of all banks and of the allow-list: which picture is in which bank, and under which number."""

import logging
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Final, TypeVar

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import Q

from rescind import match
from rescind.desk.records import prints, sealing
from rescind.desk.records.models import Allowed, BankEntry
from rescind.desk.shelf import bringing, opening
from rescind.desk.shelf.bringing import Stock
from rescind.desk.shelf.opening import NotReady
from rescind.fingerprint import Fingerprint

Said = TypeVar("Said")
LOG: Final = logging.getLogger("rescind.desk.shelf")
NAME: Final = "banks.index"
ALLOW_LIST: Final = 0
"""The bank number of what is allowed; banks themselves count from 1."""

ALLOWED_FROM: Final = 1 << 55
"""Pictures that are allowed are numbered from here, entries of banks below."""

ABOUT_ALLOWED: Final = "allowed"
_ASIDE: Final = threading.Lock()
MOST_REMEMBERED: Final = 500
"""Records of entries that a process keeps open, about 20 KB each: the few that are matched again and again."""


def index() -> match.Index:
    """Return this process's index of all banks; raise NotReady while there is none that could be asked."""
    return opening.index(NAME)


def ask(question: Callable[[match.Index], Said]) -> Said:
    """Return what the index of all banks answers; raise NotReady when it cannot be asked, and see to it that it can be."""
    try:
        return opening.ask(NAME, question)
    except NotReady:
        _bring_up_aside()
        raise


def bring_up() -> int:
    """Put into the index what the database says and the index lacks, take out what has ended; return how many moved.

    An index that is not there or cannot be read is made anew. Every process sees the change with its next question.
    """
    return bringing.bring_up(NAME, _stocks())


def make_anew() -> int:
    """Make the index anew from the database; return how many pictures are in it."""
    return bringing.make_anew(NAME, _stocks())


def packed_record(fingerprint: Fingerprint, about: str) -> bytes:
    """Return a fingerprint record sealed with the desk's key."""
    return sealing.seal(prints.pack(fingerprint), settings.DESK.sealing_key, about)


def record_of(entry: BankEntry) -> Fingerprint:
    """Return the fingerprint that an entry holds; raise NotOpened when it has ended."""
    return _opened(bytes(entry.record), about_bank(entry.bank_id))


def about_bank(bank: int) -> str:
    """Return what the records of a bank are sealed about, so that one moved to another bank does not open."""
    return f"bank {bank}"


def bank_of(number: int) -> int | None:
    """Return the bank that a picture of the index is in, ALLOW_LIST for what is allowed; None when it is gone."""
    found = _remembered(str(settings.DESK_FOLDER), number)
    return None if found is None else found[0]


def print_of(number: int) -> Fingerprint | None:
    """Return the fingerprint of a picture of the index; None when it is gone. A number never means another picture."""
    found = _remembered(str(settings.DESK_FOLDER), number)
    return None if found is None else found[1]


@lru_cache(maxsize=MOST_REMEMBERED)
def _remembered(folder: str, number: int) -> tuple[int, Fingerprint] | None:  # noqa: ARG001 - a desk of its own each
    if number >= ALLOWED_FROM:
        allowed = Allowed.objects.filter(pk=number - ALLOWED_FROM, ended_at=None).first()
        return None if allowed is None else (ALLOW_LIST, _opened(bytes(allowed.record), ABOUT_ALLOWED))
    entry = BankEntry.objects.filter(pk=number, ended_at=None).first()
    return None if entry is None else (entry.bank_id, record_of(entry))


def _opened(record: bytes, about: str) -> Fingerprint:
    return prints.unpack(sealing.unseal(record, settings.DESK.sealing_key, about))


def _bring_up_aside() -> None:
    """Have a thread make the index anew, unless one of this process is at it."""
    if _ASIDE.acquire(blocking=False):
        threading.Thread(target=_bring_up_then_rest, name="banks-bring-up", daemon=True).start()


def _bring_up_then_rest() -> None:
    try:
        bring_up()
    except (DatabaseError, match.IndexFilesError, OSError) as error:
        LOG.error("the index could not be made anew", exc_info=error)
    finally:
        connections.close_all()
        _ASIDE.release()


def _stocks() -> tuple[Stock, ...]:
    return (
        Stock(BankEntry.objects, Q(ended_at=None, quarantined_at=None), _same, _enter_entry),
        Stock(Allowed.objects, Q(ended_at=None), _above, _enter_allowed),
    )


def _same(key: int) -> int:
    return key


def _above(key: int) -> int:
    return ALLOWED_FROM + key


def _enter_entry(index: match.Index, entry: BankEntry) -> None:
    match.enrol(index, entry.pk, record_of(entry), bank=entry.bank_id)


def _enter_allowed(index: match.Index, allowed: Allowed) -> None:
    match.enrol(index, _above(allowed.pk), _opened(bytes(allowed.record), ABOUT_ALLOWED), bank=ALLOW_LIST)
