"""Time runs out for something: those on duty are told at each quarter of it, once, and loudest when it is over.

For 48 hours the quarters are 12, 24, 36 and the end. How many were told stands in the row, so a clock that jumps forth
tells all that it jumped over, and one that jumps back tells none again. A state is never changed by the clock alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from rescind.desk import journal, outbox
from rescind.desk.records.models import Decision, Owed, RequestRow
from rescind.removal import State
from rescind.removal.moment import write_moment
from rescind.words import phrase

LEVELS: Final = 4
OVER: Final = LEVELS
WITHOUT_NUMBER: Final = timedelta(days=7)
"""Where the law gives no number, this long is taken for it: after it, a person is told to take the next step."""

AT_ONCE: Final = 200
DECISION, REMOVAL, COMPLAINT = "request", "removal", "complaint"
"""What runs out of time: the decision, the removal of what was granted, the answer to a complaint."""

UNDECIDED: Final = (State.INCOMPLETE.value, State.RUNNING.value)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is told: a request's number, what about it, which quarter has passed, and when its time is over."""

    number: str
    about: str
    level: int
    due_at: datetime


def sound_alarms(now: datetime) -> int:
    """Give every alarm that is due and was not given yet; return how many those were."""
    count = 0
    for about in (DECISION, REMOVAL, COMPLAINT):
        numbers = iter(
            [row.number for row in _running(about) if _level(row, about, now) > _given(row, about)]
        )
        while some := list(islice(numbers, AT_ONCE)):
            count += _give(some, about, now)
    return count


def alarm_level(since: datetime, due_at: datetime, now: datetime) -> int:
    """Return how many quarters of the time have passed, 0 to 4."""
    total = due_at - since
    if now >= due_at or total <= timedelta(0):
        return OVER
    return max(0, min(OVER - 1, int((now - since) / total * LEVELS)))


def due_of(row: RequestRow, about: str) -> tuple[datetime, datetime]:
    """Return since when the time runs and when it is over. A complaint has as much time as the request had."""
    span = WITHOUT_NUMBER if row.due_at is None else row.due_at - row.received_at
    since = row.complained_at if about == COMPLAINT and row.complained_at else row.received_at
    return since, since + span


def open_complaints() -> Q:
    """What is true of a request with a complaint that nobody has answered by a decision."""
    answers = Decision.objects.filter(request=OuterRef("pk")).filter(
        Q(at__gte=OuterRef("complained_at")) | Q(second_at__gte=OuterRef("complained_at"))
    )
    return Q(~Exists(answers), complained_at__isnull=False, state=State.REFUSED.value)


def _running(about: str) -> Iterator[RequestRow]:
    """Yield the requests for which this clock still runs and not every alarm was given."""
    rows = RequestRow.objects.order_by("due_at", "pk").exclude(own_key=b"")
    if about == COMPLAINT:
        yield from rows.filter(open_complaints(), complaint_alarmed__lt=LEVELS)
    elif about == REMOVAL:
        untold = Owed.objects.filter(kind=outbox.REMOVE, subject=OuterRef("number"), done_at=None)
        yield from rows.filter(Exists(untold), state=State.GRANTED.value, alarmed__lt=LEVELS)
    else:
        yield from rows.filter(state__in=UNDECIDED, alarmed__lt=LEVELS)


def _level(row: RequestRow, about: str, now: datetime) -> int:
    """Return the quarter that has passed; of a removal only the end counts, for somebody has decided already."""
    level = alarm_level(*due_of(row, about), now)
    return level if about != REMOVAL or level == OVER else 0


def _given(row: RequestRow, about: str) -> int:
    return row.complaint_alarmed if about == COMPLAINT else row.alarmed


def _give(numbers: Iterable[str], about: str, now: datetime) -> int:
    """Give the alarms of some requests, all or none, and owe one mail about them to each of those on duty."""
    alarms = []
    with transaction.atomic():
        for row in RequestRow.objects.select_for_update().filter(number__in=numbers).order_by("pk"):
            alarms += _given_for(row, about, now)
        if alarms:
            _mail(alarms, now)
    return len(alarms)


def _given_for(row: RequestRow, about: str, now: datetime) -> list[Alarm]:
    """Give each alarm that the row lacks; whoever was faster has given it."""
    due_at = due_of(row, about)[1]
    before, level = _given(row, about), _level(row, about, now)
    first = OVER if about == REMOVAL else before + 1
    alarms = [Alarm(row.number, about, one, due_at) for one in range(max(first, before + 1), level + 1)]
    if not alarms:
        return []
    changed = {"complaint_alarmed" if about == COMPLAINT else "alarmed": level}
    RequestRow.objects.filter(pk=row.pk).update(**changed)
    for one in alarms:
        event = "overdue" if one.level == OVER else "due_soon"
        journal.write(event, now=now, subject=row.number, about=about, level=one.level)
        body = {
            "request": row.number,
            "about": about,
            "level": one.level,
            "due_at": write_moment(due_at),
        }
        outbox.owe(outbox.OVERDUE, body, now=now)
    return alarms


def _mail(alarms: list[Alarm], now: datetime) -> None:
    """Owe those on duty a mail with the numbers, the most urgent first, and nothing else about anybody."""
    latest = {(one.number, one.about): one for one in alarms}
    lines = [
        phrase(
            "{number}: {part} of 4 parts of the time have passed. It ends at {due}.",
            number=one.number,
            part=one.level,
            due=write_moment(one.due_at),
        )
        for one in sorted(latest.values(), key=lambda one: one.due_at)
    ]
    lines.append(phrase("Look here: {address}", address=settings.DESK.address))
    for address in settings.DESK.working.alarms:
        outbox.owe_mail(address, phrase("Something waits for you"), "\n".join(lines), now=now)


def overdue_count(now: datetime) -> int:
    """Return how many requests are undecided though their time is over."""
    rows = RequestRow.objects.filter(state__in=UNDECIDED).exclude(own_key=b"")
    with_number = rows.filter(due_at__lte=now).count()
    return with_number + rows.filter(due_at=None, received_at__lte=now - WITHOUT_NUMBER).count()
