"""What was kept long enough is gone: from the tables, and from the database's own files."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.desk.settings.working import Keep, Working
from tests.desk.conftest import NOW, Make

start(None)

from rescind.desk import outbox  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.close import close_ended  # noqa: E402
from rescind.desk.flows.confirm_gone import confirm_gone  # noqa: E402
from rescind.desk.flows.forget import forget_due, forget_old  # noqa: E402
from rescind.desk.flows.look_at import look_at  # noqa: E402
from rescind.desk.flows.minors import close  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.flows.withdraw import withdraw  # noqa: E402
from rescind.desk.gates import NotHere, Role, Staff  # noqa: E402
from rescind.desk.jobs import tend  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records import sealing  # noqa: E402
from rescind.desk.records.models import (  # noqa: E402
    BankEntry,
    Decision,
    Draft,
    Message,
    Owed,
    Place,
    Report,
    RequestRow,
    Statement,
)
from tests.desk.test_decide import REVIEWER, look_at_first  # noqa: E402

YEAR = timedelta(days=365)


def ended(make: Make) -> Receipt:
    """A request that was granted and is gone, with everything that can hang on one."""
    receipt = receive(make(), now=NOW)
    look_at_first(receipt.number)
    row = RequestRow.objects.get(number=receipt.number)
    said = sealing.seal_with(row, "Please hurry")
    Message.objects.create(request=row, from_asker=True, sealed=said, at=NOW)
    decide.grant(REVIEWER, receipt.number, now=NOW, words="It is you.")
    confirm_gone(receipt.number, by="test", now=NOW)
    return receipt


def everything() -> bytes:
    """All that the database gives to whoever asks it for every row of every table."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [raw(value) for row in cursor.fetchall() for value in row]
    return b"\n".join(found)


def raw(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def files(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.glob("desk.sqlite3*"))


def what_was_stored(number: str) -> list[bytes]:
    """What must not be found any more: sealed bytes, the keys to them, and addresses."""
    row = RequestRow.objects.get(number=number)
    place = Place.objects.filter(request=row).get(position=0)
    statement = Statement.objects.get(place__request=row)
    [message, decision] = [Message.objects.get(request=row), Decision.objects.get(request=row)]
    kept = [row.own_key, row.sealed, row.code_hash, place.copy, place.page, place.file]
    kept += [row.contact_hash, statement.own_key, message.sealed, decision.words]
    kept += list(Owed.objects.filter(subject=number).values_list("payload", flat=True))
    kept += list(Owed.objects.filter(kind="notify").values_list("payload", flat=True))
    return [raw(one) for one in kept]


def test_a_forgotten_request_leaves_nothing_behind(desk: Desk, make: Make, tmp_path: Path) -> None:
    receipt = ended(make)
    stored = what_was_stored(receipt.number)
    assert len(stored) >= 12
    assert [one for one in stored if one not in everything()] == []
    tend.forget(NOW)
    assert RequestRow.objects.get(number=receipt.number).forget_at == NOW + YEAR
    tend.forget(NOW + YEAR - timedelta(seconds=1))
    assert look_at(receipt.number, receipt.code)
    tend.forget(NOW + YEAR)
    assert [one for one in stored if one in everything()] == []
    if connection.vendor == "sqlite":
        assert [one for one in stored if one in files(tmp_path)] == []
        assert receipt.number.encode() in files(tmp_path)
    with pytest.raises(NotHere):
        look_at(receipt.number, receipt.code)
    verifying.verify_database()
    assert BankEntry.objects.get().record
    assert forget_due(NOW + YEAR) == 0


def test_what_is_not_done_is_never_forgotten(desk: Desk, make: Make) -> None:
    open_one = receive(make(), now=NOW)
    untold = receive(make(), now=NOW)
    decide.grant(REVIEWER, untold.number, now=NOW)
    complained = receive(make(), now=NOW)
    row = RequestRow.objects.filter(number=complained.number)
    tend.forget(NOW)
    assert RequestRow.objects.filter(closed_at=None).count() == 3
    tend.forget(NOW + 10 * YEAR)
    for receipt in (open_one, untold, complained):
        assert look_at(receipt.number, receipt.code)
    Owed.objects.filter(subject=untold.number).update(done_at=NOW)
    row.update(state="refused")
    assert close_ended(NOW) == 4
    row.update(complained_at=NOW)
    assert close_ended(NOW) == 1
    assert row.get().closed_at is None
    tend.forget(NOW + 10 * YEAR)
    assert look_at(complained.number, complained.code)
    assert RequestRow.objects.filter(own_key=b"").count() == 1


def test_the_minors_lane_is_closed_by_its_people_alone(desk: Desk, make: Make) -> None:
    held = receive(make(), now=NOW, minors_lane=True)
    withdraw(held.number, held.code, now=NOW)
    tend.forget(NOW + 10 * YEAR)
    assert look_at(held.number, held.code)
    assert RequestRow.objects.get(number=held.number).forget_at is None


def test_a_hold_and_other_settings_move_the_day(desk: Desk, make: Make) -> None:
    held, other = receive(make(), now=NOW, minors_lane=True), receive(make(), now=NOW)
    for receipt in (held, other):
        withdraw(receipt.number, receipt.code, now=NOW)
    row = RequestRow.objects.get(number=held.number)
    Report.objects.create(request=row, hold_until=NOW + 2 * YEAR, reported_at=NOW)
    close(Staff("kim", frozenset({Role.MINORS})), held.number, now=NOW)
    with override_settings(DESK=replace(settings.DESK, working=Working(keep=Keep(requests=10)))):
        tend.forget(NOW)
        assert RequestRow.objects.get(number=other.number).forget_at == NOW + timedelta(days=10)
        tend.forget(NOW + YEAR)
        with pytest.raises(NotHere):
            look_at(other.number, other.code)
        assert look_at(held.number, held.code)
        tend.forget(NOW + 2 * YEAR)
    with pytest.raises(NotHere):
        look_at(held.number, held.code)


def test_old_things_go_each_in_its_time(desk: Desk, make: Make) -> None:
    ended(make)
    for saved_at in (NOW, NOW + timedelta(days=5)):
        Draft.objects.create(
            number=f"D{saved_at.day}",
            code_hash=b"x",
            own_key=b"draft-key",
            sealed=b"draft-words",
            begun_at=NOW,
            saved_at=saved_at,
        )
    Owed.objects.filter(kind=outbox.NOTIFY).update(done_at=NOW)
    forget_old(NOW + timedelta(days=8))
    assert [one.number for one in Draft.objects.all()] == ["D25"]
    assert Owed.objects.filter(kind=outbox.NOTIFY).count() == 1
    forget_old(NOW + timedelta(days=30))
    assert Owed.objects.filter(kind=outbox.NOTIFY).count() == 0
    assert Owed.objects.filter(kind=outbox.REMOVE).count() == 1
    assert bytes(Statement.objects.get().own_key)
    forget_old(NOW + timedelta(days=240))
    assert bytes(Statement.objects.get().own_key) == b""
    assert forget_old(NOW + timedelta(days=240)) == 0
    verifying.verify_database()
