"""What the match call saw reaches the database exactly once, whatever dies in between; entries that match too much."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk

start(None)

from rescind.desk import keys, shelf  # noqa: E402 - only when Django is set up
from rescind.desk.flows.forget import forget_old  # noqa: E402
from rescind.desk.flows.judge_match import judge  # noqa: E402
from rescind.desk.flows.quarantine import DIFFERENT, keep_out, release  # noqa: E402
from rescind.desk.flows.take_in_spool import take_in_spool  # noqa: E402
from rescind.desk.gates import NotHere  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records.models import (  # noqa: E402
    BankEntry,
    JournalLine,
    KnownItem,
    Matched,
    SpoolFile,
)
from rescind.desk.shelf import known, opening, spool  # noqa: E402
from tests.desk.conftest import NOW, Make, at  # noqa: E402
from tests.desk.matching import (  # noqa: E402
    LATER,
    LEAD,
    REVIEWER,
    UPLOADS,
    Caller,
    bare,
    granted,
    looked_up,
    new_key,
    only,
    picture,
)
from tests.desk.test_served import answers, free_port, made  # noqa: E402

SOON = LATER + timedelta(seconds=1)


def spool_files(folder: Path) -> list[Path]:
    return sorted((folder / "spool").glob("*.spool"))


def items() -> list[str]:
    return sorted(KnownItem.objects.values_list("item", flat=True))


def events() -> list[str]:
    return list(JournalLine.objects.order_by("number").values_list("event", flat=True))


def test_what_was_seen_is_known_and_what_matched_is_written_down(
    desk: Desk, make: Make, tmp_path: Path
) -> None:
    granted(make, picture("base-dogs.jpg"))
    for name in ("copy-q30.jpg", "base-cat.jpg"):
        looked_up(picture(name), now=SOON, item=name)
    looked_up(
        picture("base-hubble.jpg"), now=SOON
    )  # without an id of the platform's nothing can be done with it
    assert KnownItem.objects.count() == 0
    assert take_in_spool(SOON) == 2
    assert items() == ["base-cat.jpg", "copy-q30.jpg"]
    match = Matched.objects.get()
    assert (match.item, match.action, match.service, match.at) == ("copy-q30.jpg", "block", "uploads", SOON)
    assert events()[-1] == "matches_taken_in"
    assert take_in_spool(SOON) == 0
    assert Matched.objects.count() == 1
    verifying.verify_database()
    (file,) = spool_files(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert b"copy-q30" not in file.read_bytes()


def test_an_item_that_is_sent_again_replaces_what_it_was(desk: Desk) -> None:
    for moment, name in ((SOON, "base-dogs.jpg"), (SOON + timedelta(hours=1), "base-cat.jpg")):
        looked_up(picture(name), now=moment, item="avatar")
        looked_up(picture(name), now=moment, item="avatar", service=keys.Service("other", frozenset()))
    take_in_spool(SOON)
    assert KnownItem.objects.count() == 2
    looked_up(picture("base-hubble.jpg"), now=SOON + timedelta(hours=2), item="avatar")
    take_in_spool(SOON)
    assert KnownItem.objects.count() == 2
    item = KnownItem.objects.get(service="uploads")
    assert item.seen_at == SOON + timedelta(hours=2)
    assert item.indexed
    hubble = known.known_print(item)
    assert [one.known for one in shelf.find_known(with_turns("base-hubble.jpg"))] == [item.pk]
    assert hubble.parts is None


def with_turns(name: str):  # type: ignore[no-untyped-def]
    from rescind import fingerprint

    return fingerprint.of_image(picture(name))


def test_a_failure_half_way_loses_nothing_and_doubles_nothing(desk: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    for number in range(5):
        looked_up(picture("copy-q30.jpg"), now=SOON, item=f"item-{number}")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE desk_matched RENAME TO desk_matched_away")
    with pytest.raises(DatabaseError):
        take_in_spool(SOON)
    assert KnownItem.objects.count() == 0
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE desk_matched_away RENAME TO desk_matched")
    assert take_in_spool(SOON) == 5
    assert (KnownItem.objects.count(), Matched.objects.count()) == (5, 5)


def test_killed_between_the_answer_and_the_taking_in(tmp_path: Path, make: Make) -> None:
    """Every process of `serve` is killed; what it had answered is there, once, and its files are swept up."""
    folder, port = made(tmp_path / "desk"), free_port()
    key = new_key(folder, "uploads", "match")
    with at(folder):
        granted(make, picture("base-dogs.jpg"))
    command = [sys.executable, "-m", "rescind", "desk", "serve", "--folder", str(folder), "--port", str(port)]
    running = subprocess.Popen(
        [*command, "--processes", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        assert answers(port, running)
        from tests.desk.test_served import Served

        caller = Caller(Served(port, folder), key)
        for number in range(20):
            assert only(caller.send(picture("copy-q30.jpg"), f"item-{number}"))["action"] == "block"
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate(timeout=30)
    files = spool_files(folder)
    assert files
    with files[0].open("ab") as file:  # as if the machine had lost its power while it wrote
        file.write(b"\x40\x00\x00\x00half a record")
    with at(folder):
        take_in_spool(NOW)
        assert take_in_spool(NOW) == 0
        assert (KnownItem.objects.count(), Matched.objects.count()) == (20, 20)
        assert spool_files(folder) == []
        assert SpoolFile.objects.count() == 0


def test_a_record_that_does_not_open_is_passed_over(on_sqlite: Desk, tmp_path: Path) -> None:
    looked_up(picture("base-cat.jpg"), now=SOON, item="first")
    (file,) = spool_files(tmp_path)
    with file.open("ab") as broken:
        broken.write((40).to_bytes(4, "little") + bytes(40))
    # The writer's own count of its file is older than the file; it appends at the end all the same.
    looked_up(picture("base-cat.jpg"), now=SOON, item="second")
    take_in_spool(SOON)
    assert items() == ["first", "second"]


def test_when_nothing_can_be_written_the_answer_is_given_and_says_so(
    on_sqlite: Desk, tmp_path: Path, make: Make
) -> None:
    (tmp_path / "spool").write_text("in the way")
    from rescind.desk.flows.look_up import Asked, look_up

    answer = look_up([Asked("x", bare(bytes(32)))], UPLOADS, now=SOON)
    assert (answer.recorded, answer.answers[0].action) == (False, "none")


def on_keep(desk: Desk) -> int:
    """For how many days it is known what was sent."""
    return desk.working.keep.known


def test_what_was_sent_long_ago_is_forgotten(desk: Desk) -> None:
    looked_up(picture("base-cat.jpg"), now=SOON, item="old")
    looked_up(picture("base-dogs.jpg"), now=SOON + timedelta(days=2), item="new")
    take_in_spool(SOON)
    assert len(opening.index(known.NAME)) > 1
    before = len(opening.index(known.NAME))
    later = SOON + timedelta(days=on_keep(desk) + 1)
    assert forget_old(later) == 1
    assert items() == ["new"]
    assert len(opening.index(known.NAME)) < before
    assert shelf.find_known(with_turns("base-cat.jpg")) == []
    assert events()[-1] == "known_forgotten"
    assert forget_old(later) == 0


def test_a_verdict_on_a_match_of_this_second(desk: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    reference = looked_up(picture("copy-q30.jpg"), now=SOON, item="x").reference
    assert reference is not None
    judge(reference, "confirmed", UPLOADS, now=SOON)
    assert Matched.objects.get().verdict == "confirmed"
    assert events()[-1] == "match_confirmed"
    with pytest.raises(NotHere):
        judge("nothing", "confirmed", UPLOADS, now=SOON)


def seen_by_the_entry(prints: list[bytes], entry: int) -> None:
    """As if the match call had found that entry in each of these pictures."""
    matches = tuple(
        spool.SeenMatch(f"{entry}-{number}-{bits.hex()[:8]}", entry, f"i-{number}", "block", "same", 9, bits)
        for number, bits in enumerate(prints)
    )
    assert spool.append(spool.Seen("uploads", SOON.timestamp(), matches=matches))


def test_an_entry_that_matches_many_different_pictures_is_set_aside_until_a_lead_looked(
    desk: Desk, make: Make
) -> None:
    granted(make, picture("base-dogs.jpg"))
    entry = BankEntry.objects.get()
    chance = random.Random(3)
    different = [chance.randbytes(32) for _ in range(DIFFERENT)]
    seen_by_the_entry(different[1:], entry.pk)
    take_in_spool(SOON)
    assert looked_up(picture("base-dogs.jpg"), now=SOON).action == "block"
    seen_by_the_entry(different[:1], entry.pk)
    take_in_spool(SOON)
    entry.refresh_from_db()
    assert (entry.quarantined_at, entry.indexed) == (SOON, False)
    assert looked_up(picture("base-dogs.jpg"), now=SOON).action == "none"
    assert "entry_quarantined" in events()

    with pytest.raises(NotHere):
        release(REVIEWER, entry.pk, now=SOON)
    release(LEAD, entry.pk, now=SOON + timedelta(minutes=1))
    assert looked_up(picture("base-dogs.jpg"), now=SOON).action == "block"
    seen_by_the_entry([chance.randbytes(32)], entry.pk)
    take_in_spool(SOON)  # what was seen before it was released is not held against it
    assert looked_up(picture("base-dogs.jpg"), now=SOON).action == "block"
    with pytest.raises(NotHere):
        keep_out(LEAD, entry.pk, now=SOON)


def test_one_picture_that_comes_again_and_again_sets_nothing_aside(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    bits = random.Random(4).randbytes(32)
    seen_by_the_entry([bits] * (3 * DIFFERENT), BankEntry.objects.get().pk)
    take_in_spool(SOON)
    assert BankEntry.objects.get().quarantined_at is None


def test_what_a_lead_keeps_out_is_gone_with_its_fingerprint(on_sqlite: Desk, make: Make) -> None:
    granted(make, picture("base-dogs.jpg"))
    entry = BankEntry.objects.get()
    chance = random.Random(5)
    seen_by_the_entry([chance.randbytes(32) for _ in range(DIFFERENT)], entry.pk)
    take_in_spool(SOON)
    keep_out(LEAD, entry.pk, now=SOON)
    entry.refresh_from_db()
    assert (entry.ended_at, bytes(entry.record)) == (SOON, b"")
    assert looked_up(picture("base-dogs.jpg"), now=SOON + timedelta(hours=1)).action == "none"
