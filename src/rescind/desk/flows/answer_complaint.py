"""A lead answers a complaint: the refusal stands, with words, or the request is granted after all (`decide.grant`)."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.flows.answer import tell
from rescind.desk.flows.decide import NotDecided
from rescind.desk.gates import Role, Staff
from rescind.desk.records import deciding as kinds
from rescind.desk.records import sealing
from rescind.desk.records.models import Decision, RequestRow
from rescind.removal import State
from rescind.words import phrase


def uphold(staff: Staff, number: str, words: str, *, now: datetime) -> Decision:
    """Let the refusal stand and tell the asker why. Raises NotDecided when there is no complaint, or it was their own."""
    gates.require(staff, Role.LEAD)
    with transaction.atomic():
        row = gates.request_for(staff, number, to_change=True)
        if row.state != State.REFUSED.value or row.complained_at is None or is_answered(row):
            raise NotDecided(phrase("No complaint waits for an answer here."))
        if staff.name in _refusers(row):
            raise NotDecided(phrase("Somebody who did not decide before must answer a complaint."))
        tell(row, staff, words, now=now)
        sealed = sealing.seal_with(row, words.strip())
        decision = Decision.objects.create(
            request=row, kind=kinds.UPHOLD, words=sealed, by=staff.name, at=max(now, row.complained_at)
        )
        journal.write("refusal_upheld", now=now, subject=number, by=staff.name)
    return decision


def is_answered(row: RequestRow) -> bool:
    """Say whether something was decided since the complaint."""
    since = row.complained_at
    return since is not None and any(
        (one.second_at or one.at) >= since for one in Decision.objects.filter(request=row)
    )


def _refusers(row: RequestRow) -> set[str]:
    made = Decision.objects.filter(request=row, kind=kinds.REFUSE, state=kinds.MADE)
    return {name for pair in made.values_list("by", "second_by") for name in pair}
