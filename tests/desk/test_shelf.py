"""The indexes beside the database: brought up every second at no cost, and one that was lost is made anew whole."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk

start(None)

from rescind.desk import shelf  # noqa: E402 - only when Django is set up
from rescind.desk.records.models import BankEntry, RequestRow  # noqa: E402
from tests.desk.conftest import Make  # noqa: E402
from tests.desk.matching import LATER, granted, picture, whole  # noqa: E402


def test_what_is_asked_for_every_second_reads_no_whole_table(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    with CaptureQueriesContext(connection) as asked:
        assert shelf.bring_up() == shelf.bring_up_known() == 0
    selects = [one["sql"] for one in asked if one["sql"].startswith("SELECT")]
    large = [sql for sql in selects if "desk_bank_entry" in sql or "desk_known_item" in sql]
    assert len(large) == 3
    with connection.cursor() as cursor:
        for sql in large:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            plan = " ".join(str(row) for row in cursor.fetchall())
            assert "to_enter" in plan or "to_leave" in plan, plan


def entered(desk: Desk, make: Make, count: int) -> BankEntry:
    """A first entry, and beside it some that are not in the index yet."""
    granted(make, whole(*[bytes([200]) * 32] * 8))
    first = BankEntry.objects.get()
    for number in range(count):
        BankEntry.objects.create(
            bank=first.bank,
            kind="picture",
            record=shelf.packed_record(whole(*[bytes([number]) * 32] * 8), shelf.about_bank(first.bank_id)),
            source="decision",
            decided_on=RequestRow.objects.first(),
            added_at=LATER,
        )
    return first


def test_many_bring_it_up_at_once(desk: Desk, make: Make) -> None:
    entered(desk, make, 30)
    moved: list[int] = []

    def bring_up() -> None:
        try:
            moved.append(shelf.bring_up())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=bring_up) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(moved) == [0, 0, 0, 0, 0, 30]
    assert len(shelf.index()) == 31 * 8


def test_one_that_was_lost_is_made_anew_from_the_database(desk: Desk, make: Make, tmp_path: Path) -> None:
    entered(desk, make, 3)
    shutil.rmtree(tmp_path / "banks.index")
    with pytest.raises(shelf.NotReady):
        shelf.index()
    assert not (tmp_path / "banks.index").exists()
    assert shelf.bring_up() == 4
    assert len(shelf.index()) == 4 * 8
    assert {path.suffix for path in tmp_path.iterdir() if path.name.startswith("banks")} == {
        ".index",
        ".lock",
    }
    assert shelf.make_anew() == 4
    assert len(shelf.index()) == 4 * 8


def test_an_entry_that_does_not_open_keeps_no_other_out(on_sqlite: Desk, make: Make) -> None:
    first = entered(on_sqlite, make, 2)
    BankEntry.objects.filter(pk=first.pk + 1).update(record=b"x" * 100)
    assert shelf.bring_up() == 1
    assert list(BankEntry.objects.filter(indexed=False).values_list("pk", flat=True)) == [first.pk + 1]
