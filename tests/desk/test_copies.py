"""Further copies among what the platform has sent: found when a request is granted, removed on one word."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from rescind import fingerprint
from rescind.desk.management.starting import start
from rescind.desk.settings import desk_file
from rescind.desk.settings.copies import Copies
from rescind.desk.settings.desk_file import Desk, DeskNotSetUp

start(None)

from rescind.desk import keys, outbox  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.find_copies import find_copies, remove_copies  # noqa: E402
from rescind.desk.flows.receive import receive  # noqa: E402
from rescind.desk.flows.take_in_spool import take_in_spool  # noqa: E402
from rescind.desk.gates import NotHere, Role, Staff  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.outbox.owing import opened  # noqa: E402
from rescind.desk.records import copies  # noqa: E402
from rescind.desk.records.models import (  # noqa: E402
    Decision,
    FoundCopy,
    JournalLine,
    Owed,
    Place,
    RequestRow,
)
from tests.desk.conftest import NOW, Make  # noqa: E402
from tests.desk.matching import LATER, REVIEWER, granted, looked_up, picture  # noqa: E402

BEFORE = LATER - timedelta(hours=2)
SENT = ("base-dogs.jpg", "copy-q30.jpg", "copy-mirror.jpg", "copy-crop25-corner.jpg", "base-cat.jpg")


@pytest.fixture
def sent(desk: Desk) -> Desk:
    """A desk to which the platform has sent pictures, each under its name."""
    send()
    return desk


def send() -> None:
    for name in SENT:
        looked_up(picture(name), now=BEFORE, item=name)
    looked_up(picture("base-dogs.jpg"), now=BEFORE, item="avatar", service=keys.Service("chat", frozenset()))
    take_in_spool(BEFORE)


def removals(number: str) -> list[object]:
    told = [opened(one) for one in Owed.objects.filter(kind=outbox.REMOVE).order_by("pk")]
    assert all(one["request"] == number for one in told)
    return [item for one in told for item in one.get("items", ())]  # type: ignore[attr-defined]


def test_copies_are_listed_and_removed_on_one_word(sent: Desk, make: Make) -> None:
    number = granted(make, picture("base-dogs.jpg")).number
    found = {(one.service, one.item): one for one in find_copies(REVIEWER, number, now=LATER)}
    assert set(found) == {
        ("chat", "avatar"),
        ("uploads", "base-dogs.jpg"),
        ("uploads", "copy-q30.jpg"),
        ("uploads", "copy-mirror.jpg"),
    }
    assert {one.item for one in found.values() if one.identical} >= {"avatar", "base-dogs.jpg"}
    assert removals(number) == []
    assert find_copies(REVIEWER, number, now=LATER) == []

    chosen = found["uploads", "copy-mirror.jpg"]
    assert remove_copies(REVIEWER, number, now=LATER, only=[chosen.pk]) == 1
    assert removals(number) == [{"service": "uploads", "item": "copy-mirror.jpg"}]
    assert remove_copies(REVIEWER, number, now=LATER) == 3
    assert len(removals(number)) == 4
    assert remove_copies(REVIEWER, number, now=LATER) == 0
    assert {one.state for one in FoundCopy.objects.all()} == {"taken down"}
    assert Decision.objects.filter(kind="copies", by="rana").count() == 2
    last = JournalLine.objects.order_by("-number")[0]
    assert last.event == "copies_removed"
    assert "avatar" not in str(last.body)
    verifying.verify_database()


def test_cut_copies_are_found_where_the_operator_keeps_parts(on_sqlite: Desk, make: Make) -> None:
    with override_settings(DESK=replace(on_sqlite, copies=Copies(known="parts"))):
        send()
        number = granted(make, picture("base-dogs.jpg")).number
        assert "copy-crop25-corner.jpg" in {one.item for one in find_copies(REVIEWER, number, now=LATER)}


def test_identical_files_are_removed_at_once_where_the_operator_said_so(sent: Desk, make: Make) -> None:
    with override_settings(DESK=replace(sent, copies=Copies(identical="remove"))):
        number = granted(make, picture("base-dogs.jpg")).number
        find_copies(REVIEWER, number, now=LATER)
    assert {tuple(one.values()) for one in removals(number)} == {  # type: ignore[attr-defined]
        ("chat", "avatar"),
        ("uploads", "base-dogs.jpg"),
    }
    assert FoundCopy.objects.filter(state="listed").count() == 2
    assert Decision.objects.get(kind="copies").by == "desk.toml"


def test_what_stood_there_and_was_not_meant_is_not_searched_for(sent: Desk, make: Make) -> None:
    """A page may show something else by now, before the grant or after it; other people's copies of that stay."""
    receipt = receive(make(), now=NOW)
    row = RequestRow.objects.get(number=receipt.number)
    keep(row, 0, "base-cat.jpg", "none")
    decide.grant(REVIEWER, receipt.number, now=LATER)
    with override_settings(DESK=replace(sent, copies=Copies(identical="remove"))):
        assert find_copies(REVIEWER, receipt.number, now=LATER) == []
        other = granted(make, picture("base-dogs.jpg")).number
        keep(RequestRow.objects.get(number=other), 0, "base-cat.jpg", None)
        assert "base-cat.jpg" not in {one.item for one in find_copies(REVIEWER, other, now=LATER)}


def keep(row: RequestRow, position: int, name: str, likeness: str | None) -> None:
    content = picture(name)
    seen = copies.Copy(fingerprint.of_image(content), hashlib.sha256(content).digest(), likeness, 120)
    copies.keep(Place.objects.get(request=row, position=position), row, seen).save()


def test_only_of_a_granted_request_and_for_who_decides(sent: Desk, make: Make) -> None:
    waiting = receive(make(), now=NOW).number
    with pytest.raises(NotHere):
        find_copies(REVIEWER, waiting, now=LATER)
    number = granted(make, picture("base-dogs.jpg")).number
    for staff in (Staff("aud", frozenset({Role.AUDITOR})), Staff("kim", frozenset({Role.MINORS}))):
        with pytest.raises(NotHere):
            find_copies(staff, number, now=LATER)
        with pytest.raises(NotHere):
            remove_copies(staff, number, now=LATER)


def test_what_may_be_chosen_about_copies(tmp_path: Path) -> None:
    chosen = replace(desk_file.fresh("Board", "http://localhost:8600"), copies=Copies("remove", "parts"))
    text = desk_file.as_toml(chosen)
    assert desk_file.parse(text) == chosen
    assert desk_file.parse(desk_file.as_toml(replace(chosen, copies=Copies()))).copies == Copies(
        "list", "whole"
    )
    for wrong in ('identical = "perhaps"', "known = 1", 'else = "list"'):
        with pytest.raises(DeskNotSetUp) as told:
            desk_file.parse(text.partition("[copies]")[0] + f"[copies]\n{wrong}\n")
        assert "[copies]" in str(told.value)
