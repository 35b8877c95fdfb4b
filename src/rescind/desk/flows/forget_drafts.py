"""Forms that nobody came back to are deleted, and so are counts of who did what, which are of no use after a day."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from rescind.desk import journal
from rescind.desk.flows.draft import KEPT_FOR
from rescind.desk.records.models import Draft, Tries

COUNTS_KEPT_FOR: Final = timedelta(days=1)


def forget_drafts(*, now: datetime) -> int:
    """Delete forms that were last saved too long ago, with their keys, and old counts; return how many forms it were."""
    with transaction.atomic():
        Tries.objects.filter(span__lt=now - COUNTS_KEPT_FOR).delete()
        gone, _ = Draft.objects.filter(saved_at__lt=now - KEPT_FOR).delete()
        if gone:
            journal.write("drafts_forgotten", now=now, drafts=gone)
    return gone
