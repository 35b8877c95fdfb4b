"""Receiving: the clock runs from first receipt, what is missing is named at once, and the code is stored nowhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from rescind import removal
from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.removal import Sent, State, StepNotAllowed
from tests.desk.conftest import NOW, Make

start(None)

from rescind.desk.flows.look_at import look_at  # noqa: E402 - only when Django is set up
from rescind.desk.flows.receive import receive  # noqa: E402
from rescind.desk.gates import NotHere  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records.models import JournalLine, Place, RequestRow  # noqa: E402


def test_the_clock_runs_from_first_receipt(desk: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    assert (receipt.state, receipt.due_at, receipt.missing) == (State.RUNNING, NOW + timedelta(hours=48), ())
    row = RequestRow.objects.get(number=receipt.number)
    assert (row.state, row.received_at, row.due_at, row.minors_lane) == (
        "running",
        NOW,
        receipt.due_at,
        False,
    )
    assert list(Place.objects.values_list("page", "file")) == [
        ("https://board.example/thread/7", "https://board.example/i/7.jpg"),
        ("", ""),
    ]


def test_what_is_missing_is_named_while_the_clock_runs_on(desk: Desk, make: Make) -> None:
    request = make(declarations=frozenset())
    receipt = receive(request, now=NOW)
    assert receipt.state is State.INCOMPLETE
    assert receipt.due_at == NOW + timedelta(hours=48)
    assert receipt.missing == removal.missing(request, removal.law(request.law))
    assert receipt.missing
    assert look_at(receipt.number, receipt.code).missing == receipt.missing


def test_a_law_without_a_number_has_no_due_time(desk: Desk, make: Make) -> None:
    slugs = [law.slug for law in removal.laws() if removal.due_at(law, NOW) is None]
    assert slugs
    receipt = receive(make(slugs[0]), now=NOW)
    assert receipt.due_at is None
    assert look_at(receipt.number, receipt.code).due_at is None


def test_it_is_written_down_without_a_word_of_the_asker(desk: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW, minors_lane=True)
    line = JournalLine.objects.get(number=2)
    assert (line.event, line.subject, line.at) == ("received", receipt.number, NOW)
    assert json.loads(line.body)["facts"] == {
        "law": "us-take-it-down",
        "state": "running",
        "due_at": "2026-11-22T12:00:00Z",
        "missing": [],
        "minors_lane": True,
    }
    assert RequestRow.objects.get(number=receipt.number).minors_lane
    assert verifying.verify_database().lines == 2


def test_all_of_it_is_stored_or_nothing(on_sqlite: Desk, make: Make) -> None:
    connection.cursor().execute(
        "CREATE TRIGGER full BEFORE INSERT ON desk_journal_line BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    with pytest.raises(DatabaseError, match="no room"):
        receive(make(), now=NOW)
    assert (RequestRow.objects.count(), Place.objects.count()) == (0, 0)


def test_only_a_draft_is_taken_in(on_sqlite: Desk, make: Make) -> None:
    gone = replace(make(), state=State.WITHDRAWN)
    with pytest.raises(StepNotAllowed):
        receive(gone, now=NOW)
    sent = removal.advance(make(), Sent(NOW - timedelta(hours=9)), removal.law("us-take-it-down"))
    assert receive(sent, now=NOW).due_at == NOW + timedelta(hours=48)


def test_the_code_opens_one_request_however_it_is_typed(desk: Desk, make: Make) -> None:
    one, other = receive(make(), now=NOW), receive(make(), now=NOW)
    assert one.number != other.number
    assert look_at(one.number, one.code).state is State.RUNNING
    assert look_at(one.number, one.code.replace(" ", "")).number == one.number
    assert look_at(one.number, one.code.replace(" ", "-")).number == one.number
    for number, code in [
        (one.number, other.code),
        (one.number, ""),
        (one.number, one.code[:-1]),
        (one.number, one.code + "0"),
        ("NOTHERE234", one.code),
        ("", ""),
    ]:
        with pytest.raises(NotHere):
            look_at(number, code)


def test_the_code_is_stored_as_a_hash_with_a_key_from_elsewhere(desk: Desk, make: Make) -> None:
    receipt = receive(make(), now=NOW)
    row = RequestRow.objects.get(number=receipt.number)
    stored = bytes(row.code_hash)
    assert len(stored) == 32
    everything = b"".join(str(value).encode() for value in row.__dict__.values()) + bytes(row.sealed)
    assert receipt.code.replace(" ", "").encode() not in everything
    assert receipt.code.encode() not in everything
