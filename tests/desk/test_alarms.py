"""Nothing is silently overdue: those on duty are told at each quarter of the time, once, whatever the clock does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.desk.settings.working import Working
from tests.desk.conftest import NOW, Make

start(None)

from rescind.desk import outbox  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.figures import figures  # noqa: E402
from rescind.desk.flows.receive import receive  # noqa: E402
from rescind.desk.flows.sound_alarms import sound_alarms  # noqa: E402
from rescind.desk.gates import Role, Staff  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records.models import JournalLine, Owed, RequestRow  # noqa: E402

REVIEWER = Staff("rana", frozenset({Role.REVIEWER}))
LEAD = Staff("lee", frozenset({Role.LEAD}))
DUTY = "duty@board.example"


@pytest.fixture
def watched(desk: Desk) -> Iterator[Desk]:
    with override_settings(DESK=replace(settings.DESK, working=Working(alarms=(DUTY,)))):
        yield desk


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def told() -> list[tuple[object, object]]:
    """What the hooks are told: about what, and which quarter."""
    bodies = [outbox.opened(row) for row in Owed.objects.filter(kind=outbox.OVERDUE).order_by("pk")]
    return [(body["about"], body["level"]) for body in bodies]


def mails() -> list[str]:
    rows = [outbox.opened(row) for row in Owed.objects.filter(kind=outbox.MAIL).order_by("pk")]
    return [str(row["text"]) for row in rows if row["to"] == DUTY]


def test_each_quarter_is_told_once(watched: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    given = [sound_alarms(NOW + hours(at)) for at in (0, 11.9, 12, 12, 13, 24, 30, 36, 47.9, 48, 60)]
    assert given == [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0]
    assert told() == [("request", level) for level in (1, 2, 3, 4)]
    events = JournalLine.objects.filter(subject=receipt.number).order_by("number")
    assert [one.event for one in events][1:] == ["due_soon", "due_soon", "due_soon", "overdue"]
    assert len(mails()) == 4
    assert receipt.number in mails()[0]
    assert not any(word in mail for mail in mails() for word in ("board.example/thread", "N. N.", "intimate"))
    verifying.verify_database()


def test_a_clock_that_jumps_loses_no_alarm_and_doubles_none(watched: Desk, make: Make) -> None:
    receive(make(), now=NOW)
    assert sound_alarms(NOW + hours(40)) == 3
    assert sound_alarms(NOW - hours(5)) == 0
    assert sound_alarms(NOW + hours(13)) == 0
    assert sound_alarms(NOW + hours(100)) == 1
    assert told() == [("request", level) for level in (1, 2, 3, 4)]
    assert len(mails()) == 2


def test_who_has_decided_hears_nothing(watched: Desk, make: Make) -> None:
    done, waiting = receive(make(), now=NOW), receive(make(), now=NOW)
    decide.propose_refusal(REVIEWER, done.number, "not-covered", now=NOW)
    decide.second_read(LEAD, done.number, agrees=True, now=NOW)
    assert sound_alarms(NOW + hours(48)) == 4
    assert {outbox.opened(row)["request"] for row in Owed.objects.filter(kind=outbox.OVERDUE)} == {
        waiting.number
    }
    assert figures(NOW + hours(48)).overdue == 1
    assert figures(NOW + hours(47)).overdue == 0


def test_what_is_incomplete_and_what_is_in_the_restricted_lane_has_a_clock_too(
    watched: Desk, make: Make
) -> None:
    receive(make(declarations=frozenset()), now=NOW)
    receive(make(), now=NOW, minors_lane=True)
    assert sound_alarms(NOW + hours(12)) == 2
    assert len(mails()) == 1


def test_a_law_without_a_number_is_told_by_quarters_of_a_week(watched: Desk, make: Make) -> None:
    receive(make("eu-dsa"), now=NOW)
    given = [sound_alarms(NOW + timedelta(days=day)) for day in (1, 2, 4, 6, 7)]
    assert given == [0, 1, 1, 1, 1]
    assert figures(NOW + timedelta(days=7)).overdue == 1


def test_what_was_granted_and_never_told_to_the_platform_is_overdue_too(watched: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    decide.grant(REVIEWER, receipt.number, now=NOW)
    assert sound_alarms(NOW + hours(47)) == 0
    assert sound_alarms(NOW + hours(48)) == 1
    assert sound_alarms(NOW + hours(49)) == 0
    assert told() == [("removal", 4)]
    again = receive(make(), now=NOW)
    decide.grant(REVIEWER, again.number, now=NOW)
    Owed.objects.filter(kind=outbox.REMOVE, subject=again.number).update(done_at=NOW)
    assert sound_alarms(NOW + hours(50)) == 0


def test_a_complaint_has_a_clock_of_its_own(watched: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    decide.propose_refusal(REVIEWER, receipt.number, "not-covered", now=NOW)
    decide.second_read(LEAD, receipt.number, agrees=True, now=NOW)
    RequestRow.objects.filter(number=receipt.number).update(complained_at=NOW + hours(100))
    given = [sound_alarms(NOW + hours(100 + at)) for at in (1, 12, 13, 36, 48, 50)]
    assert given == [0, 1, 0, 2, 1, 0]
    assert {about for about, _ in told()} == {"complaint"}
    other = receive(make(), now=NOW)
    decide.propose_refusal(REVIEWER, other.number, "not-covered", now=NOW)
    decide.second_read(LEAD, other.number, agrees=True, now=NOW)
    RequestRow.objects.filter(number=other.number).update(complained_at=NOW + hours(1))
    decide.grant(LEAD, other.number, now=NOW + hours(2))
    Owed.objects.filter(subject=other.number).update(done_at=NOW)
    assert sound_alarms(NOW + hours(300)) == 0


def test_a_flood_is_told_in_a_few_mails(watched: Desk, make: Make) -> None:
    for _ in range(30):
        receive(make(), now=NOW)
    assert sound_alarms(NOW + hours(48)) == 120
    assert len(mails()) == 1
