"""What the match call saw is taken from the spool into the database: what is known, and what matched.

How far a file was taken in is written in the same transaction as what was in it. So a process that dies in between
neither loses anything nor takes it in twice.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from rescind.desk import journal, shelf
from rescind.desk.flows.quarantine import quarantine_suspicious
from rescind.desk.records import sealing
from rescind.desk.records.matches import ABOUT_BITS
from rescind.desk.records.models import BankEntry, KnownItem, Matched, SpoolFile
from rescind.desk.shelf import bringing, spool
from rescind.desk.shelf.spool import Seen, SeenItem, SeenMatch

AT_ONCE: Final = 200
"""Records of the spool that are taken in with one transaction, so that others need not wait long for their turn."""


def take_in_spool(now: datetime) -> int:
    """Take in everything that the spool holds now; return how many records that were. One process at a time does it."""
    count = 0
    with bringing.one_at_a_time(spool.FOLDER):
        for path in spool.files():
            finished = spool.is_finished(path)  # asked first: whatever was written before that is read below
            while taken := _take_some(path, now):
                count += taken
            if finished:
                spool.remove(path)
        _forget_removed()
        if count:
            shelf.bring_up_known()
    if count:
        shelf.bring_up()  # what was quarantined goes out at once
    return count


def _take_some(path: Path, now: datetime) -> int:
    """Take in the next records of a file, all or none; return how many there were."""
    with transaction.atomic():
        mark, _ = SpoolFile.objects.select_for_update().get_or_create(name=path.name)
        taken = list(islice(spool.read(path, mark.taken), AT_ONCE))
        if not taken:
            return 0
        seen = [one.seen for one in taken if one.seen is not None]
        _keep_items(seen)
        matches = _keep_matches(seen)
        mark.taken = taken[-1].until
        mark.save()
        _write_down(matches, now)
        quarantine_suspicious({one.entry_id for one in matches}, now)
    return len(taken)


def _forget_removed() -> None:
    """Forget how far files were taken in that are not there any more; their names never come again."""
    SpoolFile.objects.exclude(name__in=[path.name for path in spool.files()]).delete()


def _keep_items(seen: Sequence[Seen]) -> None:
    """Keep what was sent; an item that was sent again replaces what it was."""
    rows = {
        (one.service, item.item): _known(one, item)
        for one in sorted(seen, key=lambda one: one.at)
        for item in one.items
    }
    KnownItem.objects.bulk_create(
        rows.values(),
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["service", "item"],
        update_fields=["digest", "record", "seen_at", "indexed"],
    )


def _known(seen: Seen, item: SeenItem) -> KnownItem:
    return KnownItem(
        service=seen.service,
        item=item.item,
        digest=item.digest,
        record=sealing.seal(item.record, settings.DESK.sealing_key, shelf.about_known(seen.service)),
        seen_at=_moment(seen),
        indexed=False,
    )


def _keep_matches(seen: Sequence[Seen]) -> list[Matched]:
    """Keep what matched an entry that there still is."""
    found = {match.entry for one in seen for match in one.matches}
    there = set(BankEntry.objects.filter(pk__in=found).values_list("pk", flat=True))
    rows = [_matched(one, match) for one in seen for match in one.matches if match.entry in there]
    return Matched.objects.bulk_create(rows, batch_size=AT_ONCE)


def _matched(seen: Seen, match: SeenMatch) -> Matched:
    return Matched(
        reference=match.reference,
        entry_id=match.entry,
        service=seen.service,
        item=match.item,
        action=match.action,
        likeness=match.likeness,
        distance=match.distance,
        at=_moment(seen),
        bits=sealing.seal(match.bits, settings.DESK.sealing_key, ABOUT_BITS),
    )


def _write_down(matches: Iterable[Matched], now: datetime) -> None:
    """Write into the journal how many matches there were, by what the platform was told to do; nothing when none."""
    told = Counter(one.action for one in matches)
    if told:
        facts: dict[str, Any] = {action: told[action] for action in sorted(told)}
        journal.write("matches_taken_in", now=now, **facts)


def _moment(seen: Seen) -> datetime:
    return datetime.fromtimestamp(seen.at, UTC)
