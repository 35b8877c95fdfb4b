"""The tables: a request comes back as it went in, the database refuses nonsense, and words are not in its file."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from rescind import removal
from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.removal import Granted, Received
from tests.desk.conftest import NOW, Make

start(None)

from rescind.desk.flows.receive import receive  # noqa: E402 - the tables can be imported only when Django is set up
from rescind.desk.records import converting  # noqa: E402
from rescind.desk.records.models import Bank, BankEntry, RequestRow  # noqa: E402
from rescind.desk.records.sealing import NotOpened  # noqa: E402

SECRET = (
    "N. N.",
    "reply@mail.example",
    "1 Street",
    "0100",
    "2024",
    "the second one",
    "begins with my street",
)


def row_of(number: str) -> RequestRow:
    return RequestRow.objects.get(number=number)


def test_a_request_comes_back_as_it_went_in(desk: Desk, make: Make) -> None:
    request = make()
    law = removal.law(request.law)
    number = receive(request, now=NOW).number
    back = converting.request_from(row_of(number))
    assert back == removal.advance(request, Received(NOW, "Board"), law)
    moved = removal.advance(back, Granted(NOW + timedelta(hours=1)), law)
    converting.fill(row_of(number), moved).save()
    assert converting.request_from(row_of(number)) == moved
    assert row_of(number).state == "granted"


def test_what_somebody_wrote_is_not_in_the_file(on_sqlite: Desk, make: Make, tmp_path: Path) -> None:
    receive(make(), now=NOW)
    connection.close()
    content = b"".join(path.read_bytes() for path in tmp_path.glob("desk.sqlite3*"))
    assert b"board.example/thread/7" in content
    assert [words for words in SECRET if words.encode() in content] == []
    assert bytes(range(32)) not in content
    assert bytes(range(32)).hex().encode() not in content


def test_without_its_own_key_a_request_does_not_open(desk: Desk, make: Make) -> None:
    row = row_of(receive(make(), now=NOW).number)
    row.own_key = b""
    with pytest.raises(NotOpened):
        converting.request_from(row)


def test_a_record_moved_to_another_row_does_not_open(desk: Desk, make: Make) -> None:
    one, other = (row_of(receive(make(), now=NOW).number) for _ in range(2))
    one.sealed, one.own_key = other.sealed, other.own_key
    with pytest.raises(NotOpened):
        converting.request_from(one)


@pytest.mark.parametrize(
    "change", [{"state": "lost"}, {"due_at": NOW - timedelta(hours=1)}, {"number": None}], ids=str
)
def test_the_database_refuses_a_request_that_cannot_be(
    desk: Desk, make: Make, change: dict[str, object]
) -> None:
    number = receive(make(), now=NOW).number
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestRow.objects.filter(number=number).update(**change)


def test_an_entry_comes_from_a_decision_or_a_partner_and_from_nothing_else(desk: Desk, make: Make) -> None:
    bank = Bank.objects.create(name="adults", action="block", within=31, made_at=NOW)
    row = row_of(receive(make(), now=NOW).number)
    BankEntry.objects.create(
        bank=bank, kind="picture", record=b"x", source="decision", decided_on=row, added_at=NOW
    )
    BankEntry.objects.create(
        bank=bank, kind="picture", record=b"x", source="partner", partner="ngo", added_at=NOW
    )
    for wrong in (
        {"source": "decision"},
        {"source": "decision", "decided_on": row, "partner": "ngo"},
        {"source": "partner"},
        {"source": "partner", "partner": "ngo", "decided_on": row},
        {"source": "upload"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            BankEntry.objects.create(bank=bank, kind="picture", record=b"x", added_at=NOW, **wrong)
    assert bank.entries.count() == 2


def test_the_migrations_make_the_tables_as_the_code_has_them(on_sqlite: Desk) -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)
