"""The heart: a removal request, the laws it can be made under, what may happen to it, and when an answer is
due.

Pure: no clock is read, nothing is stored, and the room does not know whether it runs for the one who asks
or the one who is asked. The laws are folders of text in `laws/`; the documents are in `document`, the
letters in `letter`.
"""

from rescind.removal import document
from rescind.removal.clock import Clock, Unit
from rescind.removal.completeness import Missing, RequestIncomplete, missing, require_complete
from rescind.removal.document import NotADocument, as_record, from_record
from rescind.removal.errors import RemovalError
from rescind.removal.events import (
    Chased,
    Event,
    Gone,
    Granted,
    Incomplete,
    Received,
    Refused,
    Returned,
    Sent,
    State,
    Withdrawn,
)
from rescind.removal.lawbook import check_together, choose, law, laws
from rescind.removal.lawfile import LawBroken, read_law
from rescind.removal.moment import NotAMoment
from rescind.removal.notice import NoticeBroken, fill
from rescind.removal.provisions import (
    Caution,
    Check,
    Declaration,
    Duty,
    Element,
    Ground,
    Law,
    LawNotKnown,
    Notice,
    Rung,
    When,
    WrongLaw,
)
from rescind.removal.request import Asker, Authority, Place, Request, Role
from rescind.removal.standings import Kind, Standing, alongside, standing
from rescind.removal.steps import ALLOWED, StepNotAllowed, TimeRunsBackwards, advance, due_at
from rescind.removal.text import RequestBroken

__all__ = [
    "ALLOWED",
    "Asker",
    "Authority",
    "Caution",
    "Chased",
    "Check",
    "Clock",
    "Declaration",
    "Duty",
    "Element",
    "Event",
    "Gone",
    "Granted",
    "Ground",
    "Incomplete",
    "Kind",
    "Law",
    "LawBroken",
    "LawNotKnown",
    "Missing",
    "NotADocument",
    "NotAMoment",
    "Notice",
    "NoticeBroken",
    "Place",
    "Received",
    "Refused",
    "RemovalError",
    "Request",
    "RequestBroken",
    "RequestIncomplete",
    "Returned",
    "Role",
    "Rung",
    "Sent",
    "Standing",
    "State",
    "StepNotAllowed",
    "TimeRunsBackwards",
    "Unit",
    "When",
    "Withdrawn",
    "WrongLaw",
    "advance",
    "alongside",
    "as_record",
    "check_together",
    "choose",
    "document",
    "due_at",
    "fill",
    "from_record",
    "law",
    "laws",
    "missing",
    "read_law",
    "require_complete",
    "standing",
]
