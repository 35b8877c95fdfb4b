"""What the desk owes to the outside: calls to the platform's hooks, and mail. Written down with what causes it.

A debt is a row, written in the transaction of the change; the process `work` delivers it, at least once.
"""

from rescind.desk.outbox.backlog import Backlog, backlog
from rescind.desk.outbox.calling import Answer, NotCalled, call
from rescind.desk.outbox.claiming import claim, put_off, route
from rescind.desk.outbox.mailing import NotMailed, mail
from rescind.desk.outbox.owing import (
    COMPLAINT,
    HIDE,
    MAIL,
    NOTIFY,
    OVERDUE,
    PICTURE,
    REMOVE,
    RESTORE,
    TRY,
    opened,
    owe,
    owe_mail,
)

__all__ = [
    "COMPLAINT",
    "HIDE",
    "MAIL",
    "NOTIFY",
    "OVERDUE",
    "PICTURE",
    "REMOVE",
    "RESTORE",
    "TRY",
    "Answer",
    "Backlog",
    "NotCalled",
    "NotMailed",
    "backlog",
    "call",
    "claim",
    "mail",
    "opened",
    "owe",
    "owe_mail",
    "put_off",
    "route",
]
