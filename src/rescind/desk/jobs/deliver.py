"""Delivers what is owed: calls to hooks, and mail; so many as fit into a bounded time, the rest in the next round.

Each is claimed, sent outside of any transaction, and then settled. Whoever dies in between has sent it perhaps; it is
sent again with the same key, which is what "at least once" means.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum
from http import HTTPStatus
from typing import Final

from django.conf import settings

from rescind.desk import outbox
from rescind.desk.flows.confirm_gone import confirm_gone
from rescind.desk.flows.settle_delivery import delivered, stop, try_later
from rescind.desk.gates import NotHere
from rescind.desk.outbox import Answer
from rescind.desk.records.models import Hook, Owed
from rescind.desk.settings.working import Mail
from rescind.removal import StepNotAllowed
from rescind.removal.moment import write_moment

ROUND: Final = timedelta(seconds=30)
"""After this long a round ends, so that other jobs have their turn and `work` is seen to be alive."""

NOT_FOR_GOOD: Final = frozenset(
    {
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.CONFLICT,
        HTTPStatus.TOO_EARLY,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)
FOR_GOOD: Final = range(400, 500)

Clock = Callable[[], datetime]


class Outcome(Enum):
    """How a call ended: the hook took it, refused it for good, or could not take it now."""

    TAKEN = "taken"
    REFUSED = "refused"
    FAILED = "failed"


def deliver_calls(now: Clock) -> int:
    """Call hooks with what is owed to them and return how many calls were taken.

    A hook that failed once is left alone for the rest of the round, so that it does not keep others waiting.
    """
    began, done, failing = now(), 0, frozenset[str]()
    outbox.route(began)
    while abs(now() - began) < ROUND:
        row = outbox.claim(now(), mail=False, skipping=failing)
        if row is None:
            break
        outcome = _deliver(row, now)
        done += outcome is Outcome.TAKEN
        if outcome is Outcome.FAILED:
            failing |= {row.target}
    return done


def deliver_mail(now: Clock) -> int:
    """Send the mail that is owed, when there is a mail server to give it to, and return how many were taken."""
    server, began, done = settings.DESK.working.mail, now(), 0
    while server is not None and abs(now() - began) < ROUND:
        row = outbox.claim(now(), mail=True)
        if row is None:
            break
        done += _send(row, server, now)
    return done


def _deliver(row: Owed, now: Clock) -> Outcome:
    """Make one call and settle it."""
    hook = Hook.objects.filter(name=row.target, ended_at=None).first()
    if hook is None:
        outbox.put_off(row, "no hook", now=now())
        return Outcome.FAILED
    body = {**outbox.opened(row), "at": write_moment(row.owed_at)}
    try:
        answer = outbox.call(hook, row.kind, body, once=row.once, now=now())
    except outbox.NotCalled as error:
        try_later(row, error.reason, now=now())
        return Outcome.FAILED
    if answer.is_good:
        if "places" in body:
            _confirm(row, hook, answer, now())  # first, so that a process that dies here is told again
        delivered(row, now=now(), status=answer.status)
        return Outcome.TAKEN
    if answer.status in FOR_GOOD and answer.status not in NOT_FOR_GOOD:
        stop(row, f"status {answer.status}", now=now())
        return Outcome.REFUSED
    try_later(row, f"status {answer.status}", now=now())
    return Outcome.FAILED


def _confirm(row: Owed, hook: Hook, answer: Answer, now: datetime) -> None:
    """End the request when the hook's answer to "remove" says that everything is gone already."""
    if row.kind != outbox.REMOVE or not row.subject or not _says_gone(answer):
        return
    try:
        confirm_gone(row.subject, by=f"hook {hook.name}", now=now)
    except (NotHere, StepNotAllowed):
        return  # taken back or forgotten in the meantime: nothing is left to confirm


def _says_gone(answer: Answer) -> bool:
    try:
        said = json.loads(answer.content)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and said.get("gone") is True


def _send(row: Owed, server: Mail, now: Clock) -> bool:
    """Send one mail and settle it; say whether the server took it."""
    body = outbox.opened(row)
    try:
        outbox.mail(
            server,
            str(body["to"]),
            str(body["subject"]),
            str(body["text"]),
            once=row.once,
            host=settings.DESK.host,
        )
    except outbox.NotMailed as error:
        (stop if error.for_good else try_later)(row, error.reason, now=now())
        return False
    delivered(row, now=now())
    return True
