"""An entry that suddenly matches many different pictures is set aside until a lead has looked at it.

A picture that comes again and again looks alike each time, and is what the bank is for. An entry to which pictures are
alike that are nothing like each other is more likely a template, a plain picture or a mistake, and would block what it
should not.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction

from rescind import kernel
from rescind.desk import gates, journal, shelf
from rescind.desk.gates import NotHere, Role, Staff
from rescind.desk.records import sealing
from rescind.desk.records.matches import ABOUT_BITS, CONFIRMED
from rescind.desk.records.models import BankEntry, Matched

WITHIN: Final = timedelta(hours=1)
DIFFERENT: Final = 20
"""Pictures that are nothing like each other, in an hour. Copies of one picture, however edited, come in a handful of
shapes; a frame or a template that many people use passes this within minutes on a busy platform. Set too low, whoever
sends twenty collages of one picture could free it; so matches that a person confirmed are not counted, and a lead sees it.
"""

UNLIKE: Final = 70
"""Bits from which on two pictures are nothing like each other. Of unrelated pairs none was under 90 apart (see
`match.thresholds`); most copies of one picture are within 40 of each other.
"""

MOST_LOOKED_AT: Final = 1000


def quarantine_suspicious(entries: Iterable[int], now: datetime) -> list[BankEntry]:
    """Set aside those of the entries that match too many different pictures; return them. Belongs into a transaction."""
    wanted = BankEntry.objects.filter(pk__in=list(entries), ended_at=None, quarantined_at=None)
    suspicious = [entry for entry in wanted if _different(entry, now) >= DIFFERENT]
    for entry in suspicious:
        entry.quarantined_at = now
        entry.save(update_fields=["quarantined_at"])
        journal.write("entry_quarantined", now=now, entry=entry.pk, different=DIFFERENT)
    return suspicious


def release(staff: Staff, entry: int, *, now: datetime) -> None:
    """A lead says that an entry is right after all: it counts again from now. Raises NotHere."""
    with transaction.atomic():
        row = _quarantined(staff, entry)
        row.quarantined_at, row.released_at = None, now
        row.save(update_fields=["quarantined_at", "released_at"])
        journal.write("entry_released", now=now, by=staff.name, entry=entry)
    transaction.on_commit(shelf.bring_up, robust=True)


def keep_out(staff: Staff, entry: int, *, now: datetime) -> None:
    """A lead says that an entry does not belong into its bank: it ends, fingerprint and all. Raises NotHere."""
    with transaction.atomic():
        row = _quarantined(staff, entry)
        row.ended_at, row.record = now, b""
        row.save(update_fields=["ended_at", "record"])
        journal.write("entry_kept_out", now=now, by=staff.name, entry=entry)
    transaction.on_commit(shelf.bring_up, robust=True)


def _quarantined(staff: Staff, entry: int) -> BankEntry:
    gates.require(staff, Role.LEAD)
    rows = BankEntry.objects.select_for_update()
    row = rows.filter(pk=entry, ended_at=None, quarantined_at__isnull=False).first()
    if row is None:
        raise NotHere
    return row


def _different(entry: BankEntry, now: datetime) -> int:
    """Return how many pictures, each unlike all others, the entry matched lately; never more than is asked about."""
    since = max(now - WITHIN, entry.released_at or now - WITHIN)
    rows = Matched.objects.filter(entry=entry, at__gt=since).exclude(verdict=CONFIRMED).exclude(bits=None)
    if rows.count() < DIFFERENT:
        return 0
    unlike: list[bytes] = []
    for sealed in rows.order_by("-at").values_list("bits", flat=True)[:MOST_LOOKED_AT]:
        bits = sealing.unseal(bytes(sealed or b""), settings.DESK.sealing_key, ABOUT_BITS)
        if all(kernel.distance(bits, other) >= UNLIKE for other in unlike):
            unlike.append(bits)
        if len(unlike) >= DIFFERENT:
            break
    return len(unlike)
