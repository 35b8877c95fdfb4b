"""Somebody at the platform says whether a match was right. It is kept beside the match, and counts against quarantine."""

from datetime import datetime

from django.db import transaction

from rescind.desk import journal
from rescind.desk.flows.take_in_spool import take_in_spool
from rescind.desk.gates import NotHere
from rescind.desk.keys import Service
from rescind.desk.records.matches import CONFIRMED, DENIED
from rescind.desk.records.models import Matched

VERDICTS = (CONFIRMED, DENIED)


def judge(reference: str, verdict: str, service: Service, *, now: datetime) -> None:
    """Keep the verdict (one of VERDICTS) on the match of that reference, instead of an earlier one. Raises NotHere."""
    if not _keep(reference, verdict, service, now):
        take_in_spool(now)  # a match of this second may not have been taken in yet
        if not _keep(reference, verdict, service, now):
            raise NotHere


def _keep(reference: str, verdict: str, service: Service, now: datetime) -> bool:
    with transaction.atomic():
        row = Matched.objects.select_for_update().filter(reference=reference).first()
        if row is None:
            return False
        row.verdict, row.verdict_at, row.verdict_by = verdict, now, service.name
        row.save(update_fields=["verdict", "verdict_at", "verdict_by"])
        journal.write(f"match_{verdict}", now=now, by=service.name, entry=row.entry_id)
    return True
