"""A form is sent: it becomes a request with the same number and code, and is no draft any more."""

from datetime import datetime

from django.db import transaction

from rescind.desk import gates
from rescind.desk.flows import draft, proof
from rescind.desk.flows.answers import is_minors, request_of
from rescind.desk.flows.receive import Kept, Receipt, receive


def send(number: str, code: str, *, work: str, now: datetime) -> Receipt:
    """Send the form and return its receipt, which `receive` writes down in the journal.

    Raises NotHere, TooSoon, or RequestBroken when something in it cannot be sent; then the form stays as it was.
    """
    with transaction.atomic():
        row = gates.asked_draft(number, code, to_change=True)
        form = draft.told(row)
        proof.require(number, work, form.begun_at, now=now)
        request = request_of(form.answers, number, now=now)
        kept = Kept(number, code, bytes(row.code_hash))
        receipt = receive(request, now=now, minors_lane=is_minors(form.answers), kept=kept)
        row.delete()
    return receipt
