"""What a reviewer decides, and what follows from it: for the platform, the asker, the uploader and the bank."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest

from rescind import fingerprint, match
from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk

start(None)

from rescind.desk import outbox, shelf  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.decide import NotDecided  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.flows.withdraw import withdraw  # noqa: E402
from rescind.desk.gates import NotHere, Role, Staff  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.outbox.owing import opened  # noqa: E402
from rescind.desk.records import converting, copies  # noqa: E402
from rescind.desk.records.models import BankEntry, JournalLine, Owed, Place, RequestRow, Statement  # noqa: E402
from rescind.removal import State, StepNotAllowed  # noqa: E402
from tests.desk.conftest import NOW, Make  # noqa: E402

SAMPLES = Path(__file__).parent.parent / "samples" / "images"
REVIEWER = Staff("rana", frozenset({Role.REVIEWER}))
LEAD = Staff("lee", frozenset({Role.LEAD}))
BOTH = Staff("both", frozenset({Role.REVIEWER, Role.LEAD}))
LATER = NOW + timedelta(hours=3)


@pytest.fixture
def received(desk: Desk, make: Make) -> Receipt:
    """A request that came in, whose first place somebody has looked at."""
    receipt = receive(make(), now=NOW)
    look_at_first(receipt.number)
    return receipt


def a_picture() -> bytes:
    return (SAMPLES / "base-coffee.jpg").read_bytes()


def look_at_first(number: str, likeness: str = "same") -> None:
    row = RequestRow.objects.get(number=number)
    place = Place.objects.get(request=row, position=0)
    content = a_picture()
    seen = copies.Copy(fingerprint.of_image(content), hashlib.sha256(content).digest(), likeness, 2)
    copies.keep(place, row, seen).save()


def state_of(number: str) -> State:
    return converting.request_from(RequestRow.objects.get(number=number)).state


def owed(kind: str) -> list[dict[str, object]]:
    return [opened(one) for one in Owed.objects.filter(kind=kind).order_by("id")]


def found_in_bank() -> list[int]:
    entries = {one.pk: one for one in BankEntry.objects.filter(ended_at=None)}
    found = match.find(
        shelf.index(),
        fingerprint.of_image(a_picture(), turns=False),
        prints_of=lambda number: shelf.record_of(entries[number]) if number in entries else None,
        banks={one.bank_id for one in entries.values()} or {1},
    )
    return [one.picture for one in found.found]


def test_hiding_tells_the_platform_and_decides_nothing(received: Receipt) -> None:
    decide.hide(REVIEWER, received.number, now=LATER)
    assert [place["position"] for place in owed(outbox.HIDE)[0]["places"]] == [0, 1]  # type: ignore[attr-defined]
    assert state_of(received.number) is State.RUNNING
    with pytest.raises(NotDecided):
        decide.hide(REVIEWER, received.number, now=LATER)
    decide.show(REVIEWER, received.number, now=LATER)
    assert len(owed(outbox.RESTORE)) == 1


def test_granting_removes_banks_and_tells(received: Receipt) -> None:
    decide.grant(REVIEWER, received.number, now=LATER)
    assert state_of(received.number) is State.GRANTED
    assert owed(outbox.REMOVE)[0]["request"] == received.number
    entry = BankEntry.objects.get()
    assert entry.decided_on is not None
    assert entry.decided_on.number == received.number
    assert found_in_bank() == [entry.pk]
    mail = owed(outbox.MAIL)[0]
    assert mail["to"] == "reply@mail.example"
    assert received.code not in str(mail)
    verifying.verify_database()


def test_an_uploader_is_told_why_and_not_who_asked(received: Receipt) -> None:
    decide.grant(REVIEWER, received.number, now=LATER)
    (told,) = owed(outbox.NOTIFY)
    statement = Statement.objects.get()
    assert statement.number in str(told["text"])
    assert received.number not in str(told["text"])
    assert not any(word in str(told) for word in ("N. N.", "reply@mail.example", "a picture I took"))


@pytest.mark.parametrize(("also", "entries"), [((), 0), ((0,), 1), ((1,), 0)])
def test_what_is_not_alike_enters_the_bank_only_on_a_word(
    desk: Desk, make: Make, also: tuple[int, ...], entries: int
) -> None:
    receipt = receive(make(), now=NOW)
    look_at_first(receipt.number, likeness="none")
    decide.grant(REVIEWER, receipt.number, now=LATER, also=also)
    assert BankEntry.objects.count() == entries


def test_of_a_video_every_kept_frame_enters_the_bank(desk: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    row = RequestRow.objects.get(number=receipt.number)
    place = Place.objects.get(request=row, position=0)
    film = SAMPLES.parent / "videos" / "h264.mp4"
    first, *others = copies.telling_frames(fingerprint.of_video(film.read_bytes(), parts=False))
    assert others
    seen = copies.Copy(first, hashlib.sha256(film.read_bytes()).digest(), None, None, tuple(others))
    copies.keep(place, row, seen).save()
    decide.grant(REVIEWER, receipt.number, now=LATER)
    kinds = BankEntry.objects.values_list("kind", flat=True)
    assert list(kinds) == ["video"] * (1 + len(others))


def test_a_place_that_nobody_looked_at_enters_no_bank(desk: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    decide.grant(REVIEWER, receipt.number, now=LATER)
    assert BankEntry.objects.count() == 0
    assert len(owed(outbox.REMOVE)) == 1


def test_a_refusal_needs_a_second_reader_who_is_somebody_else(received: Receipt) -> None:
    decide.hide(REVIEWER, received.number, now=LATER)
    decide.propose_refusal(BOTH, received.number, "not-covered", now=LATER, words="It is a landscape.")
    assert state_of(received.number) is State.RUNNING
    with pytest.raises(NotDecided):
        decide.second_read(BOTH, received.number, agrees=True, now=LATER)
    with pytest.raises(NotHere):
        decide.second_read(REVIEWER, received.number, agrees=True, now=LATER)
    decide.second_read(LEAD, received.number, agrees=True, now=LATER)
    assert state_of(received.number) is State.REFUSED
    assert len(owed(outbox.RESTORE)) == 1
    assert BankEntry.objects.count() == 0


def test_a_refusal_that_is_turned_down_changes_nothing(received: Receipt) -> None:
    decide.propose_refusal(REVIEWER, received.number, "not-covered", now=LATER)
    decide.second_read(LEAD, received.number, agrees=False, now=LATER)
    assert state_of(received.number) is State.RUNNING
    decide.grant(REVIEWER, received.number, now=LATER)
    assert state_of(received.number) is State.GRANTED


def test_a_ground_must_be_one_of_the_law(received: Receipt) -> None:
    with pytest.raises(NotDecided):
        decide.propose_refusal(REVIEWER, received.number, "no-time", now=LATER)


def test_whoever_has_no_such_role_finds_nothing(received: Receipt) -> None:
    for staff in (Staff("aud", frozenset({Role.AUDITOR})), Staff("m", frozenset({Role.MINORS}))):
        with pytest.raises(NotHere):
            decide.grant(staff, received.number, now=LATER)


def test_the_minors_lane_is_seen_by_its_people_alone_and_enters_no_bank(desk: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW, minors_lane=True)
    with pytest.raises(NotHere):
        decide.hide(BOTH, receipt.number, now=LATER)
    keeper = Staff("kim", frozenset({Role.MINORS, Role.REVIEWER, Role.LEAD}))
    decide.hide(keeper, receipt.number, now=LATER)
    with pytest.raises(NotHere):
        decide.grant(keeper, receipt.number, now=LATER)
    assert BankEntry.objects.count() == 0


def test_taking_back_takes_the_entry_out(received: Receipt) -> None:
    decide.grant(REVIEWER, received.number, now=LATER)
    assert found_in_bank()
    withdraw(received.number, received.code, now=LATER)
    assert found_in_bank() == []
    assert bytes(BankEntry.objects.get().record) == b""
    with pytest.raises(StepNotAllowed):
        withdraw(received.number, received.code, now=LATER)


def test_a_clock_that_was_set_back_stops_nobody(received: Receipt) -> None:
    decide.grant(REVIEWER, received.number, now=NOW - timedelta(hours=2))
    assert state_of(received.number) is State.GRANTED


def test_each_decision_is_a_line_of_the_journal(received: Receipt) -> None:
    decide.hide(REVIEWER, received.number, now=LATER)
    decide.grant(REVIEWER, received.number, now=LATER)
    events = [one.event for one in JournalLine.objects.order_by("number")]
    assert events[-3:] == ["received", "hide_decided", "granted"]
