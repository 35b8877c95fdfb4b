"""What every page of the staff has around it: where one can go, and what must not be overlooked."""

from dataclasses import dataclass

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest

from rescind.desk.flows import condition, queue
from rescind.desk.gates import DECIDING, Role, Staff
from rescind.desk.web.staff import door, pauses
from rescind.words import phrase


@dataclass(frozen=True, slots=True)
class Way:
    """One entry of the list of pages."""

    address: str
    words: str
    is_here: bool


def values(asked: HttpRequest) -> dict[str, object]:
    """Return what the frame needs; nothing for pages that are not the staff's."""
    if not asked.path.startswith("/staff"):
        return {}
    now = door.now()
    shown: dict[str, object] = {
        "tag": "en",
        "direction": "ltr",
        "platform": settings.DESK.name,
        "here": asked.path,
        "now": now,
        "idle_minutes": settings.DESK.staff.idle_minutes,
    }
    if not isinstance(asked.user, User) or not is_mfa_enabled(asked.user, door.SECOND):
        return shown
    staff = door.staff_of(asked)
    return shown | {
        "staff": staff,
        "roles": sorted(staff.roles),
        "ways": ways(staff, asked.path),
        "work": condition.work_record(condition.last_alive(), now),
        "pressing": queue.pressing(staff, now),
        "pause_is_due": pauses.is_due(asked.session, now),
        "break_minutes": settings.DESK.staff.break_minutes,
    }


def ways(staff: Staff, here: str) -> list[Way]:
    """Return the pages that somebody may open, in the order of the day."""
    offered = (
        ("/staff", phrase("Queue"), DECIDING),
        ("/staff/minors", phrase("Minors"), (Role.MINORS,)),
        ("/staff/banks", phrase("Banks"), (Role.LEAD, Role.OPERATOR)),
        ("/staff/misuse", phrase("Misuse"), (Role.LEAD,)),
        ("/staff/hooks", phrase("Hooks and keys"), (Role.OPERATOR,)),
        ("/staff/people", phrase("People"), (Role.OPERATOR, Role.AUDITOR)),
        ("/staff/journal", phrase("Journal"), (Role.AUDITOR,)),
    )
    return [
        Way(address, words, here == address)
        for address, words, roles in offered
        if staff.roles.intersection(roles)
    ]
