"""Writes down what is owed, inside the transaction of what causes it; the payload is sealed with the desk's key."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.conf import settings

from rescind.desk.records import sealing
from rescind.desk.records.models import Hook, Owed

HIDE, REMOVE, RESTORE, NOTIFY, OVERDUE, MAIL = "hide", "remove", "restore", "notify", "overdue", "mail"
COMPLAINT: Final = "complaint"
TRY: Final = "try"
PICTURE: Final = "picture"
"""What the platform is told: hide a place, remove it for good, show it again, send an uploader the statement of
reasons, a request is due soon or overdue, somebody complains; `try` asks for nothing. `picture` is
never owed: it is asked while a reviewer waits. `mail` is what the desk
sends by itself.
"""

EVERY_KIND: Final = "*"


def owe(kind: str, body: Mapping[str, object], *, now: datetime, about: str = "") -> list[Owed]:
    """Owe every hook that wants this kind a call with the body, and return what is owed.

    While there is no such hook the debt has no target; it waits, and staff see that it does. A body that names its
    `request` is delivered after what was owed about that request before. `about` is the request's number where the
    body must not say it: the debt is forgotten with the request all the same.
    """
    targets = [hook.name for hook in Hook.objects.filter(ended_at=None) if wants(hook, kind)] or [""]
    return [_owed(kind, target, {"kind": kind, **body}, now, about) for target in targets]


def owe_mail(to: str, subject: str, text: str, *, now: datetime, request: str = "") -> Owed:
    """Owe a mail. The subject must be neutral: others may see it. With the request's number it is forgotten with it."""
    return _owed(MAIL, "", {"to": to, "subject": subject, "text": text, "request": request}, now)


def wants(hook: Hook, kind: str) -> bool:
    """Say whether the hook is told of this kind."""
    kinds = hook.kinds.split()
    return EVERY_KIND in kinds or kind in kinds


def opened(row: Owed) -> dict[str, object]:
    """Return the body that is owed; raise NotOpened."""
    values: dict[str, object] = json.loads(
        sealing.unseal(bytes(row.payload), settings.DESK.sealing_key, row.once)
    )
    return values


def _owed(kind: str, target: str, body: Mapping[str, object], now: datetime, about: str = "") -> Owed:
    once = secrets.token_hex(16)
    subject = about or str(body.get("request", ""))
    content = json.dumps(body, ensure_ascii=False).encode("utf-8")
    payload = sealing.seal(content, settings.DESK.sealing_key, once)
    return Owed.objects.create(
        kind=kind, target=target, subject=subject, payload=payload, once=once, owed_at=now, run_after=now
    )
