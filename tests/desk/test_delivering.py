"""What is owed is delivered at least once, in order, with pauses, by one process at a time; what nobody takes is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.db import connections
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.desk.settings.working import Working
from tests.desk.conftest import NOW, Make
from tests.fakes.receiver import Call, Receiver, Reply, receiving

start(None)

from django.db import transaction  # noqa: E402 - only when Django is set up

from rescind.desk import outbox  # noqa: E402
from rescind.desk.flows import decide, keep_hooks  # noqa: E402
from rescind.desk.flows.confirm_gone import confirm_gone  # noqa: E402
from rescind.desk.flows.keep_hooks import HookRefused  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.flows.redeliver import NotSentAgain, redeliver  # noqa: E402
from rescind.desk.flows.withdraw import withdraw  # noqa: E402
from rescind.desk.gates import NotHere, Role, Staff  # noqa: E402
from rescind.desk.jobs.deliver import deliver_calls  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.outbox.claiming import LEASE, claim  # noqa: E402
from rescind.desk.records.models import JournalLine, Owed, RequestRow  # noqa: E402
from rescind.removal import StepNotAllowed  # noqa: E402

OPERATOR = Staff("olu", frozenset({Role.OPERATOR}))
REVIEWER = Staff("rana", frozenset({Role.REVIEWER}))


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def board() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


@pytest.fixture
def hooked(desk: Desk, board: Receiver) -> Receiver:
    """A desk whose hook is a receiver on this machine."""
    keep_hooks.add_hook(OPERATOR, "board", board.address, now=NOW)
    return board


def answering(*statuses: int) -> Callable[[Call], Reply]:
    """Answer the calls with these, one after the other, and with the last from then on."""
    left = list(statuses)
    return lambda call: Reply(left.pop(0) if len(left) > 1 else left[0])


def granted(make: Make, now: datetime = NOW) -> Receipt:
    receipt = receive(make(), now=now)
    decide.grant(REVIEWER, receipt.number, now=now)
    return receipt


def owe(kind: str = outbox.HIDE, request: str = "", now: datetime = NOW) -> Owed:
    with transaction.atomic():
        return outbox.owe(kind, {"request": request}, now=now)[0]


def test_a_granted_request_reaches_the_platform(hooked: Receiver, make: Make, clock: Clock) -> None:
    receipt = granted(make)
    assert deliver_calls(clock) == 2
    (told,) = hooked.of("remove")
    assert told.body["request"] == receipt.number
    assert told.body["places"][0]["page"] == "https://board.example/thread/7"
    assert told.body["at"] == "2026-11-20T12:00:00Z"
    assert deliver_calls(clock) == 0
    assert len(hooked.of("remove")) == 1
    lines = JournalLine.objects.filter(event="delivered", subject=receipt.number)
    assert lines.filter(body__contains='"kind":"remove"').count() == 1


def test_what_fails_comes_back_after_growing_pauses_with_the_same_key(hooked: Receiver, clock: Clock) -> None:
    row = owe()
    hooked.answer = answering(503)
    pauses = []
    for tries in range(1, 12):
        assert deliver_calls(clock) == 0
        assert len(hooked.calls) == tries
        row.refresh_from_db()
        pauses.append(row.run_after - clock.at)
        assert (row.attempts, row.last_error) == (tries, "status 503")
        clock.at = row.run_after - timedelta(seconds=1)
        assert deliver_calls(clock) == 0
        assert len(hooked.calls) == tries
        clock.at = row.run_after
    assert pauses[0] < timedelta(seconds=13)
    assert all(later > sooner for sooner, later in pairwise(pauses[:7]))
    assert max(pauses) <= timedelta(hours=1.2)
    hooked.answer = answering(200)
    assert deliver_calls(clock) == 1
    assert len({call.headers["idempotency-key"] for call in hooked.calls}) == 1


def test_a_receiver_that_is_down_for_a_day_gets_everything_in_order(
    desk: Desk, make: Make, clock: Clock
) -> None:
    with receiving() as board:
        port = int(board.address.rpartition(":")[2].partition("/")[0])
        keep_hooks.add_hook(OPERATOR, "board", board.address, now=NOW)
    receipt = receive(make(), now=NOW)
    decide.hide(REVIEWER, receipt.number, now=NOW)
    decide.show(REVIEWER, receipt.number, now=NOW)
    decide.grant(REVIEWER, receipt.number, now=NOW)
    while clock.at < NOW + timedelta(days=1):
        assert deliver_calls(clock) == 0
        clock.move(minutes=10)
    assert not Owed.objects.exclude(stopped_at=None).exists()
    with receiving(port) as board:
        for _ in range(20):
            deliver_calls(clock)
            clock.move(minutes=10)
        told = [call.body["kind"] for call in board.calls if call.body.get("request")]
        assert told == ["hide", "restore", "remove"]
        assert len(board.of("notify")) == 1


def test_an_older_call_about_a_request_is_never_overtaken(hooked: Receiver, clock: Clock) -> None:
    owe("hide", "AAA")
    hooked.answer = answering(500)
    deliver_calls(clock)
    owe("restore", "AAA")
    owe("hide", "BBB")
    hooked.answer = answering(200)
    deliver_calls(clock)
    assert [call.body["request"] for call in hooked.calls] == ["AAA", "BBB"]
    clock.move(minutes=1)
    deliver_calls(clock)
    assert [call.body["kind"] for call in hooked.calls[2:]] == ["hide", "restore"]


@pytest.mark.parametrize(("status", "is_stopped"), [(400, True), (404, True), (422, True), (408, False)])
@pytest.mark.parametrize("other", [409, 425, 429, 500, 302])
def test_only_a_refusal_for_good_stops(
    on_sqlite: Desk, board: Receiver, clock: Clock, status: int, is_stopped: bool, other: int
) -> None:
    keep_hooks.add_hook(OPERATOR, "board", board.address, now=NOW)
    row = owe()
    board.answer = answering(other, status)
    deliver_calls(clock)
    row.refresh_from_db()
    assert (row.stopped_at, row.last_error) == (None, f"status {other}")
    clock.move(minutes=1)
    deliver_calls(clock)
    row.refresh_from_db()
    assert (row.stopped_at is not None) is is_stopped


def test_what_was_refused_is_shown_told_and_sent_again_by_hand(hooked: Receiver, clock: Clock) -> None:
    desk = override_settings(DESK=replace(decide_desk(), working=Working(alarms=("duty@board.example",))))
    row = owe("remove", "AAA")
    hooked.answer = answering(410)
    with desk:
        deliver_calls(clock)
    assert outbox.backlog().stopped == 1
    (mail,) = Owed.objects.filter(kind=outbox.MAIL)
    assert outbox.opened(mail)["to"] == "duty@board.example"
    assert "AAA" not in str(outbox.opened(mail))
    hooked.answer = answering(200)
    clock.move(days=20)
    assert deliver_calls(clock) == 0
    assert redeliver(OPERATOR, now=clock.at, number=row.pk) == 1
    assert deliver_calls(clock) == 1
    assert len({call.headers["idempotency-key"] for call in hooked.calls}) == 1
    with pytest.raises(NotSentAgain):
        redeliver(OPERATOR, now=clock.at, number=row.pk)
    with pytest.raises(NotHere):
        redeliver(REVIEWER, now=clock.at)


def decide_desk() -> Desk:
    from django.conf import settings

    desk = settings.DESK
    assert isinstance(desk, Desk)
    return desk


def test_what_something_newer_undid_is_not_sent_again(hooked: Receiver, clock: Clock) -> None:
    old = owe("hide", "AAA")
    hooked.answer = answering(400, 200)
    deliver_calls(clock)
    owe("restore", "AAA")
    deliver_calls(clock)
    with pytest.raises(NotSentAgain):
        redeliver(OPERATOR, now=clock.at, number=old.pk)


def test_after_two_weeks_nobody_tries_any_more(hooked: Receiver, clock: Clock) -> None:
    row = owe()
    hooked.answer = answering(500)
    while row.stopped_at is None and clock.at < NOW + timedelta(days=30):
        deliver_calls(clock)
        row.refresh_from_db()
        clock.at = max(clock.at, row.run_after)
    assert row.stopped_at is not None
    assert timedelta(days=14) <= row.stopped_at - NOW <= timedelta(days=16)
    assert 50 < len(hooked.calls) < 100


def test_what_nobody_took_waits_for_a_hook(desk: Desk, make: Make, clock: Clock, board: Receiver) -> None:
    granted(make)
    assert deliver_calls(clock) == 0
    assert outbox.backlog().without_hook == 2
    keep_hooks.add_hook(OPERATOR, "first", board.address, now=clock.at, kinds=["hide", "remove"])
    assert deliver_calls(clock) == 1
    assert outbox.backlog().without_hook == 1
    keep_hooks.add_hook(OPERATOR, "second", board.address, now=clock.at)
    assert deliver_calls(clock) == 1
    assert {call.body["kind"] for call in board.calls} == {"remove", "notify"}


def test_a_hook_that_moved_or_ended_loses_nothing(hooked: Receiver, clock: Clock) -> None:
    hooked.answer = answering(500)
    owe()
    deliver_calls(clock)
    with receiving() as other:
        keep_hooks.move_hook(OPERATOR, "board", other.address, now=clock.at)
        clock.move(minutes=1)
        assert deliver_calls(clock) == 1
        owe()
        keep_hooks.end_hook(OPERATOR, "board", now=clock.at)
        assert deliver_calls(clock) == 0
        assert outbox.backlog().without_hook == 1
        keep_hooks.add_hook(OPERATOR, "other", other.address, now=clock.at)
        assert deliver_calls(clock) == 1
        assert len(other.calls) == 2
    with pytest.raises(HookRefused):
        keep_hooks.move_hook(OPERATOR, "board", other.address, now=clock.at)


def test_a_new_secret_works_beside_the_old_one_until_that_is_dropped(hooked: Receiver, clock: Clock) -> None:
    for count in (1, 2, 1):
        owe()
        deliver_calls(clock)
        assert hooked.calls[-1].headers["rescind-signature"].count("v1=") == count
        if count == 1:
            keep_hooks.new_secret(OPERATOR, "board", now=clock.at)
        else:
            keep_hooks.drop_old_secrets(OPERATOR, "board", now=clock.at)


def test_a_hook_that_cannot_be_is_refused(desk: Desk) -> None:
    for name, address, kinds in (
        ("A", "https://board.example/", ["*"]),
        ("a", "http://board.example/", ["*"]),
        ("a", "ftp://board.example/", ["*"]),
        ("a", "https://board.example/", ["everything"]),
        ("a", "https://board.example/", []),
    ):
        with pytest.raises(HookRefused):
            keep_hooks.add_hook(OPERATOR, name, address, now=NOW, kinds=kinds)
    with pytest.raises(NotHere):
        keep_hooks.add_hook(REVIEWER, "a", "https://board.example/", now=NOW)


def test_two_processes_never_have_one_thing_in_hand(hooked: Receiver, clock: Clock) -> None:
    rows = [owe(request=f"R{n}") for n in range(30)]

    def take(_: int) -> list[int]:
        taken = []
        while (row := claim(NOW, mail=False)) is not None:
            taken.append(row.pk)
        connections.close_all()
        return taken

    with ThreadPoolExecutor(4) as pool:
        taken = [pk for part in pool.map(take, range(4)) for pk in part]
    assert sorted(taken) == sorted(row.pk for row in rows)
    assert deliver_calls(clock) == 0
    clock.at = NOW + LEASE
    assert deliver_calls(clock) == 30


def test_a_clock_that_was_set_back_keeps_nothing_waiting(hooked: Receiver, clock: Clock) -> None:
    owe()
    clock.move(hours=5)
    hooked.answer = answering(500, 200)
    deliver_calls(clock)
    assert claim(clock.at + timedelta(hours=1), mail=False) is not None
    clock.at = NOW
    assert deliver_calls(clock) == 1


def test_a_hook_can_say_that_it_is_gone_already(hooked: Receiver, make: Make, clock: Clock) -> None:
    hooked.answer = lambda call: Reply(200, b'{"gone": true}')
    receipt = granted(make)
    clock.move(minutes=5)
    deliver_calls(clock)
    row = RequestRow.objects.get(number=receipt.number)
    assert (row.state, row.closed_at) == ("gone", clock.at)
    assert Owed.objects.filter(kind=outbox.MAIL).count() == 2
    assert confirm_gone(receipt.number, by="again", now=clock.at) is False
    verifying.verify_database()


@pytest.mark.parametrize(
    "content", [b"", b"yes", b"[true]", b'{"gone": 1}', b'{"gone": "true"}', b"[" * 5000]
)
def test_any_other_answer_confirms_nothing(
    on_sqlite: Desk, board: Receiver, make: Make, clock: Clock, content: bytes
) -> None:
    keep_hooks.add_hook(OPERATOR, "board", board.address, now=NOW)
    board.answer = lambda call: Reply(200, content)
    receipt = granted(make)
    assert deliver_calls(clock) == 2
    assert RequestRow.objects.get(number=receipt.number).state == "granted"


def test_only_what_was_granted_can_be_confirmed(hooked: Receiver, make: Make, clock: Clock) -> None:
    receipt = receive(make(), now=NOW)
    with pytest.raises(StepNotAllowed):
        confirm_gone(receipt.number, by="key", now=NOW)
    with pytest.raises(NotHere):
        confirm_gone("23456789CF", by="key", now=NOW)
    taken_back = granted(make)
    hooked.answer = lambda call: Reply(200, b'{"gone": true}')
    withdraw(taken_back.number, taken_back.code, now=NOW)
    assert deliver_calls(clock) == 2
    assert RequestRow.objects.get(number=taken_back.number).state == "withdrawn"
