"""When a request is granted, further copies among what the platform has sent are found, listed, and removed on a word.

They are nobody's business but the platform's: the asker is told how many were removed, never where.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from rescind.desk import gates, journal, outbox, shelf
from rescind.desk.gates import DECIDING, NotHere, Staff
from rescind.desk.records import copies
from rescind.desk.records.deciding import LISTED, MADE, REMOVE_COPIES, TAKEN_DOWN
from rescind.desk.records.models import BankEntry, Decision, FoundCopy, KnownItem, Place, RequestRow
from rescind.desk.settings.copies import REMOVE
from rescind.fingerprint import Fingerprint
from rescind.match import Comparison, Likeness
from rescind.removal import State

AT_ONCE: Final = 500
TOLD_AT_ONCE: Final = 200
"""Items in one call to the platform, so that none grows too large to be answered in time."""

GRANTED: Final = (State.GRANTED.value, State.GONE.value)
BY_RULE: Final = "desk.toml"
"""Who decided, where the operator said beforehand that identical copies are removed."""


def find_copies(staff: Staff, number: str, *, now: datetime) -> list[FoundCopy]:
    """Find copies of what a granted request put into the bank, list those that are new, and return these.

    Identical is the same file, byte for byte, or no bit between the fingerprints; other copies are those that surely show
    the same picture. Identical files are removed at once where `desk.toml` says so. Raises NotHere, NotReady.
    """
    gates.require(staff, *DECIDING)
    row = _granted(staff, number)
    banked = _banked(row)
    found = _same_files(_digests(row, {one.bits for one in banked}))
    for print_ in banked:
        _add_alike(found, print_)
    with transaction.atomic():
        row = _granted(staff, number, to_change=True)
        listed = _listed(row, found, now)
        journal.write(
            "copies_found",
            now=now,
            subject=number,
            by=staff.name,
            copies=len(listed),
            identical=sum(one.identical for one in listed),
        )
        if settings.DESK.copies.identical == REMOVE:
            exact = [one for one in listed if (one.service, one.item) in _exact(found)]
            _remove(row, exact, BY_RULE, now)
    return listed


def remove_copies(staff: Staff, number: str, *, now: datetime, only: Iterable[int] | None = None) -> int:
    """Have the platform remove the copies that are listed, or only those with these keys; return how many.

    One word for all of them; removing is a decision, and is written down as one. Raises NotHere.
    """
    gates.require(staff, *DECIDING)
    with transaction.atomic():
        row = _granted(staff, number, to_change=True)
        rows = FoundCopy.objects.select_for_update().filter(request=row, state=LISTED)
        chosen = list(rows if only is None else rows.filter(pk__in=list(only)))
        _remove(row, chosen, staff.name, now)
    return len(chosen)


def _granted(staff: Staff, number: str, *, to_change: bool = False) -> RequestRow:
    row = gates.request_for(staff, number, to_change=to_change, minors_lane=False)
    if row.state not in GRANTED:
        raise NotHere
    return row


Found = dict[tuple[str, str], tuple[Comparison | None, bool]]
"""What was found, by service and item: how it is alike (None for the same file), and whether it is the same file."""


def _banked(row: RequestRow) -> list[Fingerprint]:
    """Return what the grant put into a bank and is in it still. What else stood at a place, or stands there by now, is
    not what was decided on, and other people's copies of it are none of this request's business.
    """
    entries = BankEntry.objects.filter(decided_on=row, ended_at=None, quarantined_at=None)
    return [shelf.record_of(entry) for entry in entries]


def _digests(row: RequestRow, banked: set[bytes]) -> set[bytes]:
    """Return the digests of the copies that were seen at the places and of which something is in the bank."""
    seen = [copies.seen_at(place, row) for place in Place.objects.filter(request=row).exclude(copy=None)]
    return {
        one.digest for one in seen if any(shown.bits in banked for shown in (one.fingerprint, *one.frames))
    }


def _same_files(digests: set[bytes]) -> Found:
    rows = KnownItem.objects.filter(digest__in=digests)
    return {(row.service, row.item): (None, True) for row in rows}


def _add_alike(found: Found, seen: Fingerprint) -> None:
    """Add what surely shows the same picture; the nearest of several comparisons of one item stays."""
    if not seen.tells:
        return
    alike = {one.known: one.comparison for one in shelf.find_known(seen)}
    sure = {known: how for known, how in alike.items() if how.likeness is Likeness.SAME}
    for start in range(0, len(sure), AT_ONCE):
        some = list(sure)[start : start + AT_ONCE]
        for known, service, item in KnownItem.objects.filter(pk__in=some).values_list(
            "pk", "service", "item"
        ):
            before, exact = found.get((service, item), (None, False))
            if not exact and (before is None or sure[known].distance < before.distance):
                found[service, item] = (sure[known], False)


def _exact(found: Found) -> set[tuple[str, str]]:
    return {key for key, (_, exact) in found.items() if exact}


def _listed(row: RequestRow, found: Found, now: datetime) -> list[FoundCopy]:
    """List what is not listed yet. What stands at the places that the request names is removed with the grant."""
    known = set(FoundCopy.objects.filter(request=row).values_list("service", "item"))
    named = set(Place.objects.filter(request=row).exclude(item="").values_list("item", flat=True))
    rows = [
        FoundCopy(
            request=row,
            service=service,
            item=item,
            likeness=Likeness.SAME.value,
            distance=0 if how is None else how.distance,
            identical=exact or (how is not None and how.distance == 0 and not how.agreeing),
            found_at=now,
        )
        for (service, item), (how, exact) in sorted(found.items())
        if (service, item) not in known and item not in named
    ]
    return FoundCopy.objects.bulk_create(rows, batch_size=AT_ONCE)


def _remove(row: RequestRow, chosen: Sequence[FoundCopy], by: str, now: datetime) -> None:
    if not chosen:
        return
    keys = [one.pk for one in chosen]
    for start in range(0, len(keys), AT_ONCE):
        FoundCopy.objects.filter(pk__in=keys[start : start + AT_ONCE]).update(state=TAKEN_DOWN, decided_by=by)
    for start in range(0, len(chosen), TOLD_AT_ONCE):
        items = [{"service": one.service, "item": one.item} for one in chosen[start : start + TOLD_AT_ONCE]]
        outbox.owe(outbox.REMOVE, {"request": row.number, "items": items}, now=now)
    Decision.objects.create(request=row, kind=REMOVE_COPIES, state=MADE, by=by, at=now)
    journal.write("copies_removed", now=now, subject=row.number, by=by, copies=len(chosen))
