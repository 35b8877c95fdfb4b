"""What the match call says of a picture: which copies are found, what a bank does with them, what goes before a bank."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rescind import fingerprint, kernel
from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.fingerprint import Fingerprint
from rescind.match import NEAR_WITHIN, SAME_WITHIN

start(None)

from rescind.desk import shelf  # noqa: E402 - only when Django is set up
from rescind.desk.flows import banks  # noqa: E402
from rescind.desk.flows.banks import BankNotChanged  # noqa: E402
from rescind.desk.flows.decide import BANK_OF_DECISIONS  # noqa: E402
from rescind.desk.flows.withdraw import withdraw  # noqa: E402
from rescind.desk.gates import NotHere  # noqa: E402
from rescind.desk.records.models import Bank, BankEntry, RequestRow  # noqa: E402
from tests.desk.conftest import Make  # noqa: E402
from tests.desk.matching import (  # noqa: E402
    LATER,
    LEAD,
    REVIEWER,
    bare,
    granted,
    looked_up,
    picture,
    whole,
)

SOON = LATER + timedelta(seconds=1)
COPIES = (
    "copy-q30.jpg",
    "copy-half.jpg",
    "copy-mirror.jpg",
    "copy-crop10.jpg",
    "copy-crop25-corner.jpg",
    "copy-border20.jpg",
    "copy-screenshot.jpg",
    "copy-text.jpg",
    "copy-sticker10.jpg",
    "copy-rotate3.jpg",
)


def moments() -> Iterator[timedelta]:
    """Ever later moments, so that what a process remembers for half a second is read again."""
    for second in range(1, 1000):
        yield timedelta(seconds=second)


LATE = moments()


def says(seen: bytes | Fingerprint) -> str:
    return looked_up(seen, now=LATER + next(LATE)).action


def test_every_edited_copy_of_what_was_granted_is_blocked_and_nothing_else(desk: Desk, make: Make) -> None:
    assert says(picture("base-dogs.jpg")) == "none"
    granted(make, picture("base-dogs.jpg"))
    found = {name: looked_up(picture(name), now=LATER + next(LATE)) for name in COPIES}
    assert {name: one.action for name, one in found.items()} == dict.fromkeys(COPIES, "block")
    assert {one.bank for one in found.values()} == {BANK_OF_DECISIONS}
    assert all(one.reference for one in found.values())
    assert says(picture("base-cat.jpg")) == "none"


def test_what_is_withdrawn_is_matched_no_more(desk: Desk, make: Make) -> None:
    receipt = granted(make, picture("base-dogs.jpg"))
    assert says(picture("copy-crop10.jpg")) == "block"
    withdraw(receipt.number, receipt.code, now=LATER)
    assert says(picture("copy-crop10.jpg")) == "none"
    assert len(shelf.index()) == 0


def test_a_bare_fingerprint_finds_whole_copies_and_no_cut_ones(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    for name, action in (
        ("copy-q30.jpg", "block"),
        ("copy-mirror.jpg", "block"),
        ("copy-crop25-corner.jpg", "none"),
    ):
        assert says(bare(fingerprint.of_image(picture(name)).bits)) == action


def test_what_is_too_plain_or_no_picture_is_said_to_be_so(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    assert looked_up(picture("white.jpg"), now=SOON).plain
    assert looked_up(bare(bytes(32), quality=10), now=SOON).plain


@pytest.mark.parametrize(("action", "told"), [("review", "review"), ("block", "block"), ("count", "none")])
def test_a_bank_does_what_it_is_for(on_sqlite: Desk, make: Make, action: str, told: str) -> None:
    granted(make, picture("base-dogs.jpg"))
    banks.set_bank(LEAD, BANK_OF_DECISIONS, action=action, now=LATER)
    found = looked_up(picture("copy-q30.jpg"), now=LATER + next(LATE))
    assert (found.action, found.counted) == (told, int(action == "count"))


def test_what_is_only_near_is_for_a_person_to_look_at(on_sqlite: Desk, make: Make) -> None:
    bits = random.Random(1).randbytes(32)
    granted(make, whole(*[bits] * 8))
    for distance, action in ((SAME_WITHIN, "block"), (SAME_WITHIN + 1, "review"), (NEAR_WITHIN + 1, "none")):
        assert says(bare(changed(bits, range(distance)))) == action


def test_how_near_counts_is_said_for_each_bank(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    seen = looked_up(picture("copy-text.jpg"), now=LATER + next(LATE)).comparison
    assert seen is not None
    assert seen.distance > 0
    banks.set_bank(LEAD, BANK_OF_DECISIONS, within=seen.distance, now=LATER)
    assert says(picture("copy-text.jpg")) == "block"
    assert says(picture("copy-crop25-corner.jpg")) == "none"
    banks.set_bank(LEAD, BANK_OF_DECISIONS, within=seen.distance - 1, now=LATER)
    assert says(picture("copy-text.jpg")) == "none"
    with pytest.raises(BankNotChanged):
        banks.set_bank(LEAD, BANK_OF_DECISIONS, within=NEAR_WITHIN + 1, now=LATER)


def test_a_paused_bank_is_asked_again_when_its_date_comes(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    until = LATER + timedelta(days=2)
    banks.pause_bank(LEAD, BANK_OF_DECISIONS, until, now=LATER)
    assert says(picture("base-dogs.jpg")) == "none"
    assert looked_up(picture("base-dogs.jpg"), now=until).action == "block"
    banks.pause_bank(LEAD, BANK_OF_DECISIONS, None, now=LATER)
    assert says(picture("base-dogs.jpg")) == "block"
    with pytest.raises(BankNotChanged):
        banks.pause_bank(LEAD, BANK_OF_DECISIONS, LATER, now=LATER)


def test_the_bank_that_does_most_is_told_first(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    for name, action in (("seen", "count"), ("perhaps", "review")):
        banks.add_bank(LEAD, name, action, now=LATER)
        add_entry(name, fingerprint.of_image(picture("base-dogs.jpg")))
    found = looked_up(picture("copy-half.jpg"), now=LATER + next(LATE))
    assert (found.action, found.bank, found.counted) == ("block", BANK_OF_DECISIONS, 1)
    banks.pause_bank(LEAD, BANK_OF_DECISIONS, LATER + timedelta(days=1), now=LATER)
    assert looked_up(picture("copy-half.jpg"), now=LATER + next(LATE)).bank == "perhaps"


def test_what_is_allowed_goes_before_every_bank_but_lets_nothing_else_through(
    on_sqlite: Desk, make: Make
) -> None:
    granted(make, picture("base-dogs.jpg"))
    number = banks.allow(LEAD, fingerprint.of_image(picture("base-dogs.jpg")), now=LATER, note="ours")
    found = looked_up(picture("copy-q30.jpg"), now=LATER + next(LATE))
    assert (found.action, found.allowed) == ("none", True)
    assert says(picture("copy-crop25-corner.jpg")) == "block"
    assert [one.note for one in banks.listed_allowed(LEAD)] == ["ours"]
    banks.disallow(LEAD, number, now=LATER)
    assert says(picture("copy-q30.jpg")) == "block"
    assert banks.listed_allowed(LEAD) == []
    with pytest.raises(BankNotChanged):
        banks.disallow(LEAD, number, now=LATER)
    with pytest.raises(BankNotChanged):
        banks.allow(LEAD, fingerprint.of_image(picture("white.jpg")), now=LATER)


def test_only_who_keeps_banks_changes_them(on_sqlite: Desk) -> None:
    with pytest.raises(NotHere):
        banks.add_bank(REVIEWER, "x", "block", now=LATER)
    for name, action in (("", "block"), ("x\ny", "block"), ("x", "delete")):
        with pytest.raises(BankNotChanged):
            banks.add_bank(LEAD, name, action, now=LATER)


def add_entry(bank: str, seen: Fingerprint) -> BankEntry:
    row = Bank.objects.get(name=bank)
    entry = BankEntry.objects.create(
        bank=row,
        kind="picture",
        record=shelf.packed_record(seen, shelf.about_bank(row.pk)),
        source="decision",
        decided_on=RequestRow.objects.first(),
        added_at=LATER,
    )
    shelf.bring_up()
    return entry


def changed(bits: bytes, places: range | set[int]) -> bytes:
    """The same bits but for those places."""
    mask = sum(1 << place for place in places)
    return (int.from_bytes(bits, "little") ^ mask).to_bytes(32, "little")


@pytest.fixture
def banked(on_sqlite: Desk, make: Make) -> list[Fingerprint]:
    """Entries whose turns are anything at all."""
    chance = random.Random(7)
    prints = [whole(*(chance.randbytes(32) for _ in range(8))) for _ in range(20)]
    granted(make, prints[0])
    for seen in prints[1:]:
        add_entry(BANK_OF_DECISIONS, seen)
    return prints


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    near=st.integers(0, 19),
    turn=st.integers(0, 7),
    flipped=st.sets(st.integers(0, 255), max_size=60),
    within=st.integers(0, NEAR_WITHIN),
)
def test_an_answer_is_what_looking_at_every_entry_would_say(
    banked: list[Fingerprint], near: int, turn: int, flipped: set[int], within: int
) -> None:
    """Against the slow way: every turn of every entry, one after the other."""
    asked = changed(banked[near].turns[turn], flipped)
    banks.set_bank(LEAD, BANK_OF_DECISIONS, within=within, now=LATER)
    distance = min(kernel.distance(asked, bits) for one in banked for bits in one.turns)
    likely = "block" if distance <= SAME_WITHIN else "review"
    found = looked_up(bare(asked), now=LATER + next(ENDLESS))
    assert found.action == (likely if distance <= within else "none")
    if found.comparison is not None:
        assert found.comparison.distance == distance


ENDLESS = (timedelta(days=1, seconds=number) for number in range(100_000))
