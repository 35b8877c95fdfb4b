"""A reviewer asks for what is missing: the request is incomplete from then on, while its clock runs on."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from rescind import removal
from rescind.desk import gates, journal
from rescind.desk.flows.answer import tell
from rescind.desk.flows.decide import NotDecided
from rescind.desk.flows.moving import move, not_before
from rescind.desk.gates import DECIDING, Staff
from rescind.desk.records.models import RequestRow
from rescind.removal import Incomplete
from rescind.words import phrase


def ask_for_more(staff: Staff, number: str, elements: Iterable[str], words: str, *, now: datetime) -> None:
    """Say which elements of the law are missing, in the law's ids, and write to the asker. Raises NotDecided, NotHere."""
    gates.require(staff, *DECIDING)
    with transaction.atomic():
        row = gates.request_for(staff, number, to_change=True, minors_lane=False)
        wanted = _known(row, elements)
        move(row, Incomplete(not_before(row, now), wanted))
        tell(row, staff, words, now=now)
        journal.write("asked_for_more", now=now, subject=number, by=staff.name, missing=list(wanted))


def _known(row: RequestRow, elements: Iterable[str]) -> tuple[str, ...]:
    known = {one.id for one in removal.law(row.law).elements}
    wanted = tuple(dict.fromkeys(elements))
    if not wanted or not set(wanted) <= known:
        raise NotDecided(phrase("Say what is missing, in the law's own terms."))
    return wanted
