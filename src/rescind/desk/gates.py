"""The only way to a request's row: who asks for it decides whether there is one. A stranger and a missing row look alike."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.db.models import QuerySet

from rescind.desk.records import receipts
from rescind.desk.records.models import Draft, RequestRow, Statement
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase


class NotHere(DeskError):
    """There is nothing here for whoever asks: no such row, or not theirs to see. Which of the two is not said."""

    def __init__(self) -> None:
        super().__init__(phrase("There is nothing here for this number and code."))


class Role(StrEnum):
    """What somebody of the platform may do; one person may have several roles."""

    REVIEWER = "reviewer"
    LEAD = "lead"
    OPERATOR = "operator"
    AUDITOR = "auditor"
    MINORS = "minors"


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the platform who signed in. `name` is what the journal says."""

    name: str
    roles: frozenset[Role]


DECIDING: Final = (Role.REVIEWER, Role.LEAD)


def require(staff: Staff, *roles: Role) -> None:
    """Raise NotHere unless they have one of the roles."""
    if not staff.roles.intersection(roles):
        raise NotHere


def requests_for(staff: Staff) -> QuerySet[RequestRow]:
    """Return the requests that somebody may see: the minors lane only for its named people, and they only that."""
    ordinary = RequestRow.objects.filter(minors_lane=False)
    restricted = RequestRow.objects.filter(minors_lane=True)
    none = RequestRow.objects.none()
    seen = ordinary if staff.roles.intersection(DECIDING) else none
    return (seen | restricted) if Role.MINORS in staff.roles else seen


def request_for(
    staff: Staff, number: str, *, to_change: bool = False, minors_lane: bool | None = None
) -> RequestRow:
    """Return a request that somebody may see, locked until the transaction ends when it is to be changed; raise NotHere.

    `minors_lane` says in which lane it has to be, for what may be done in one alone; None for either.
    """
    found = requests_for(staff)
    if minors_lane is not None:
        found = found.filter(minors_lane=minors_lane)
    row = (found.select_for_update() if to_change else found).filter(number=number).first()
    if row is None or not row.own_key:
        raise NotHere
    return row


def asked_request(number: str, code: str, *, to_change: bool = False) -> RequestRow:
    """Return the request of whoever has its receipt; raise NotHere. It takes the same time when there is none."""
    rows = RequestRow.objects.select_for_update() if to_change else RequestRow.objects.all()
    row = rows.filter(number=number).first() if receipts.is_number(number) else None
    stored = bytes(row.code_hash) if row else bytes(receipts.HASH_BYTES)
    if not receipts.fits(number, code, stored) or row is None or not row.own_key:
        raise NotHere  # a request whose key was thrown away is gone, for everybody
    return row


def asked_draft(number: str, code: str, *, to_change: bool = False) -> Draft:
    """Return the form that whoever has its receipt began; raise NotHere, as for a request."""
    rows = Draft.objects.select_for_update() if to_change else Draft.objects.all()
    row = rows.filter(number=number).first() if receipts.is_number(number) else None
    stored = bytes(row.code_hash) if row else bytes(receipts.HASH_BYTES)
    if not receipts.fits(number, code, stored) or row is None:
        raise NotHere
    return row


def told_statement(number: str, code: str, *, to_change: bool = False) -> Statement:
    """Return the statement of reasons of the uploader it was sent to; raise NotHere, as for a request."""
    rows = Statement.objects.select_for_update() if to_change else Statement.objects.all()
    row = rows.filter(number=number).first() if receipts.is_number(number) else None
    stored = bytes(row.code_hash) if row else bytes(receipts.HASH_BYTES)
    if not receipts.fits(number, code, stored) or row is None or not row.own_key:
        raise NotHere
    return row
