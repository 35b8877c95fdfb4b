"""A lead answers whoever put a picture there and objected to its removal. Nothing is put back by that."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.flows.answer import check_said
from rescind.desk.gates import NotHere, Role, Staff
from rescind.desk.records import sealing
from rescind.desk.records.models import Statement


def answer_objection(staff: Staff, number: str, statement: str, words: str, *, now: datetime) -> None:
    """Answer the objection to that statement about the request `number`. Raises NotHere, NothingSaid, RequestBroken.

    Whether the picture is put back is a decision of its own, which the platform makes where it keeps the picture.
    """
    gates.require(staff, Role.LEAD)
    check_said(words)
    with transaction.atomic():
        row = gates.request_for(staff, number, to_change=True)
        found = Statement.objects.filter(
            number=statement, place__request=row, objected_at__isnull=False, answered_at=None
        ).first()
        if found is None:
            raise NotHere
        found.answer = sealing.seal_with(found, words.strip())
        found.answered_at, found.answered_by = now, staff.name
        found.save()
        journal.write("objection_answered", now=now, subject=number, by=staff.name)
