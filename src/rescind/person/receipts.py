"""A platform's receipt, taken into the case: the request moves on, and the clock runs from what the platform says.

Pure: takes a case, returns a case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from rescind.person.case import Case, CaseError, keep_evidence, note, replace_request
from rescind.person.requests import request_with, sent_at
from rescind.removal import Event, Incomplete, Law, Received, Request, Sent, State, advance
from rescind.removal.receipt import Receipt, Signed
from rescind.words import phrase

MEDIA_TYPE = "application/json"


class NotForThisRequest(CaseError):
    """The receipt speaks of another law than the request it names."""


class Clock(Enum):
    """Whose time counts: the law's own, the platform's because it is sooner, or the law's although the platform says
    later.
    """

    LAW = "law"
    SOONER = "sooner"
    LATER = "later"


@dataclass(frozen=True)
class Taken:
    """The case with the receipt in it, the request after it, and whose time counts."""

    case: Case
    request: Request
    clock: Clock


def take(case: Case, signed: Signed, content: bytes, law: Law, *, now: datetime) -> Taken:
    """Note what the receipt says of the request it names, and keep the file itself as evidence.

    The platform is the better witness of when it received: a later time at which sending was noted is put right. A due
    time that the platform names counts when the law has none, or a later one. Raises NoSuchRequest, NotForThisRequest,
    StepNotAllowed, TimeRunsBackwards.
    """
    receipt = signed.receipt
    before = request_with(case, receipt.request)
    if before.law != receipt.law or law.slug != before.law:
        raise NotForThisRequest(phrase("This receipt is for a request under another law."))
    after = advance(_sent_before(before, receipt.received_at, law), _event(receipt), law)
    clock = _clock(after.due_at, receipt.due_at)
    if clock is Clock.SOONER:
        after = replace(after, due_at=receipt.due_at)
    kept, _ = keep_evidence(replace_request(case, after), content, MEDIA_TYPE)
    said = phrase(
        "Receipt {number} of {platform} for request {id}, signed with key {key}.",
        number=receipt.number,
        platform=receipt.platform,
        id=after.id,
        key=signed.key_name,
    )
    return Taken(note(kept, said, now=now), after, clock)


def _event(receipt: Receipt) -> Event:
    if receipt.missing:
        return Incomplete(receipt.received_at, what=receipt.missing)
    return Received(receipt.received_at, by=f"{receipt.platform}, {receipt.number}"[:400])


def _sent_before(request: Request, received_at: datetime, law: Law) -> Request:
    """Return the request with its sending not after it was received, where nothing else was noted since."""
    last = request.history[-1] if request.history else None
    if request.state is State.SENT and isinstance(last, Sent) and last.at > received_at:
        return sent_at(request, received_at, law)
    return request


def _clock(ours: datetime | None, theirs: datetime | None) -> Clock:
    if theirs is None or theirs == ours:
        return Clock.LAW
    return Clock.SOONER if ours is None or theirs < ours else Clock.LATER
