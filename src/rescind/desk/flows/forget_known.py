"""What the platform sent long ago is forgotten: its fingerprint, its item id, and in the index too."""

from datetime import datetime
from typing import Final

from django.db import transaction

from rescind.desk import journal, shelf
from rescind.desk.records.models import KnownItem

AT_ONCE: Final = 500


def forget_known(before: datetime, now: datetime) -> int:
    """Forget what was last sent before that moment; return how much that was."""
    count = 0
    while some := list(
        KnownItem.objects.filter(seen_at__lt=before)
        .order_by("seen_at")
        .values_list("pk", flat=True)[:AT_ONCE]
    ):
        count += shelf.drop_known(some)
    if count:
        with transaction.atomic():
            journal.write("known_forgotten", now=now, items=count)
    return count
