"""The banks' index: opened once for each process, and brought up to the entries of the database."""

import threading
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db.models import Q

from rescind import match
from rescind.desk.records import prints, sealing
from rescind.desk.records.models import BankEntry
from rescind.desk.settings.desk_file import DeskError
from rescind.fingerprint import Fingerprint
from rescind.words import phrase

FOLDER: Final = "banks.index"
_OPEN: dict[Path, match.Index] = {}
_TURN: Final = threading.Lock()


class NotReady(DeskError):
    """There is no index yet that could be asked. This is never the same as "no match"."""

    def __init__(self) -> None:
        super().__init__(phrase("The lists are not ready yet. Please try again soon."))


def index(*, make: bool = False) -> match.Index:
    """Return this process's index of all banks; raise NotReady while there is none and none is to be made."""
    path = Path(settings.DESK_FOLDER) / FOLDER
    with _TURN:
        if path not in _OPEN:
            if not make and not path.exists():
                raise NotReady
            _OPEN[path] = match.Index.open(path)
        return _OPEN[path]


def bring_up() -> int:
    """Put into the index what the database says and the index lacks, take out what has ended; return how many moved."""
    shelf = index(make=True)
    wanted = Q(ended_at=None, quarantined_at=None)
    added = list(BankEntry.objects.filter(wanted, indexed=False))
    ended = list(BankEntry.objects.filter(~wanted, indexed=True))
    for entry in added:
        match.withdraw(shelf, entry.pk)  # half of it may be there from a process that died
        match.enrol(shelf, entry.pk, record_of(entry), bank=entry.bank_id)
    for entry in ended:
        match.withdraw(shelf, entry.pk)
    BankEntry.objects.filter(pk__in=[one.pk for one in added]).update(indexed=True)
    BankEntry.objects.filter(pk__in=[one.pk for one in ended]).update(indexed=False)
    return len(added) + len(ended)


def packed_record(fingerprint: Fingerprint, about: str) -> bytes:
    """Return a fingerprint record sealed with the desk's key."""
    return sealing.seal(prints.pack(fingerprint), settings.DESK.sealing_key, about)


def record_of(entry: BankEntry) -> Fingerprint:
    """Return the fingerprint that an entry holds; raise NotOpened when it has ended."""
    return prints.unpack(
        sealing.unseal(bytes(entry.record), settings.DESK.sealing_key, about_bank(entry.bank_id))
    )


def about_bank(bank: int) -> str:
    """Return what the records of a bank are sealed about, so that one moved to another bank does not open."""
    return f"bank {bank}"
