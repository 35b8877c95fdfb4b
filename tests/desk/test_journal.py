"""The journal: whatever is altered, removed, moved or cut off is told, and the database refuses to change a line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from django.db import DatabaseError, connection, transaction

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from tests.desk.conftest import NOW

start(None)

from rescind.desk import journal  # noqa: E402 - the tables can be imported only when Django is set up
from rescind.desk.journal import JournalBroken  # noqa: E402
from rescind.desk.journal.chain import canonical, digest_of  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records.models import JournalLine  # noqa: E402

KEY = bytes(range(32))
OTHER_KEY = bytes(32)
TABLES = ("desk_journal_line", "desk_journal_checkpoint")


def write(*events: str, sign: bool = False) -> None:
    for number, event in enumerate(events):
        with transaction.atomic():
            journal.write(
                event, now=NOW + timedelta(minutes=number), subject="R2345", by="lead", law="x", parts=["a"]
            )
    if sign:
        with transaction.atomic():
            journal.checkpoint(NOW + timedelta(hours=1))


def as_attacker(*statements: str) -> None:
    """Do what somebody can do who owns the database: take the triggers away, then anything."""
    with connection.cursor() as cursor:
        for table in TABLES:
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
            else:
                for event in ("update", "delete", "insert"):
                    cursor.execute(f"DROP TRIGGER {table}_{event}")
        for statement in statements:
            cursor.execute(statement)


def test_a_journal_that_nobody_touched_is_sound(desk: Desk) -> None:
    write("received", "opened", "granted", sign=True)
    write("gone")
    checked = verifying.verify_database()
    assert (checked.lines, checked.signed) == (5, 4)
    assert checked.digest == JournalLine.objects.get(number=5).digest


def test_a_line_is_there_only_with_what_it_tells_of(desk: Desk) -> None:
    with transaction.atomic():
        journal.write("received", now=NOW)
        transaction.set_rollback(True)
    assert verifying.verify_database().lines == 1


def test_a_line_outside_a_transaction_is_refused(desk: Desk) -> None:
    with pytest.raises(journal.NoTransaction):
        journal.write("received", now=NOW)
    with pytest.raises(journal.NoTransaction):
        journal.checkpoint(NOW)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_journal_line SET event = 'refused' WHERE number = 2",
        "DELETE FROM desk_journal_line WHERE number = 3",
        "UPDATE desk_journal_checkpoint SET number = 2",
        "DELETE FROM desk_journal_checkpoint",
        "INSERT INTO desk_journal_line (number, at, event, subject, body, digest)"
        " VALUES (9, '2026-11-20', 'x', '', '{}', 'x')",
    ],
)
def test_the_database_refuses_to_change_what_is_written(desk: Desk, statement: str) -> None:
    write("received", "granted", sign=True)
    with pytest.raises(DatabaseError, match="the journal only grows"), transaction.atomic():
        connection.cursor().execute(statement)
    assert verifying.verify_database().lines == 3


def test_sqlite_refuses_to_replace_a_line(on_sqlite: Desk) -> None:
    write("received")
    with pytest.raises(DatabaseError, match="the journal only grows"), transaction.atomic():
        connection.cursor().execute(
            "INSERT OR REPLACE INTO desk_journal_line (number, at, event, subject, body, digest)"
            " VALUES (1, '2026-11-20', 'x', '', '{}', 'x')"
        )


def test_postgresql_refuses_to_empty_the_journal(desk: Desk) -> None:
    if connection.vendor != "postgresql":
        return
    with pytest.raises(DatabaseError, match="the journal only grows"), transaction.atomic():
        connection.cursor().execute("TRUNCATE desk_journal_line")


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE desk_journal_line SET body = REPLACE(body, 'granted', 'refused') WHERE number = 3", 3),
        ("UPDATE desk_journal_line SET event = 'refused' WHERE number = 3", 3),
        ("UPDATE desk_journal_line SET subject = 'R9999' WHERE number = 3", 3),
        ("UPDATE desk_journal_line SET at = '2026-11-20 12:00:07+00:00' WHERE number = 3", 3),
        ("DELETE FROM desk_journal_line WHERE number = 3", 3),
        ("DELETE FROM desk_journal_line WHERE number = 1", 0),
        ("DELETE FROM desk_journal_line WHERE number = 4", 3),
        ("DELETE FROM desk_journal_line", 0),
    ],
)
def test_whoever_takes_the_triggers_away_is_found_out(desk: Desk, statement: str, number: int) -> None:
    write("received", "granted", "gone", sign=True)
    as_attacker(statement)
    with pytest.raises(JournalBroken) as broken:
        verifying.verify_database()
    assert broken.value.number == number


def test_a_new_chain_does_not_have_the_old_signature(on_sqlite: Desk) -> None:
    write("received", "granted", sign=True)
    lines = list(JournalLine.objects.order_by("number"))
    as_attacker("DELETE FROM desk_journal_line")
    previous = lines[0].digest
    for line in lines[1:]:
        said = json.loads(line.body) | {"previous": previous, "by": "somebody else"}
        line.body = canonical(said)
        line.digest = previous = digest_of(line.body)
    JournalLine.objects.bulk_create(lines)
    with pytest.raises(JournalBroken) as broken:
        verifying.verify_database()
    assert "not the one that was signed" in str(broken.value)


def test_writers_at_the_same_time_leave_no_gap(desk: Desk) -> None:
    """Eight threads with connections of their own, each many transactions."""
    errors: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for number in range(12):
                with transaction.atomic():
                    journal.write("opened", now=NOW, subject=name, number_of_times=number)
                    if number % 5 == 0:
                        journal.checkpoint(NOW)
        except BaseException as error:  # noqa: BLE001 - handed to the test below
            errors.append(error)
        finally:
            connection.close()

    threads = [Thread(target=work, args=(f"R{one}",)) for one in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert verifying.verify_database().lines == 1 + 8 * 12


# The file, without any database.

Text = list[str]


@pytest.fixture
def exported() -> Text:
    """A journal of four lines, signed after the second and the last, as the lines of its file."""
    previous, entries = "0" * 64, []
    for number in range(1, 5):
        body = canonical(
            {"number": number, "at": "2026-11-20T12:00:00Z", "event": "opened", "subject": "", "by": "",
             "facts": {"law": "x"}, "previous": previous}
        )  # fmt: skip
        previous = digest_of(body)
        entries.append(journal.Line(body, previous))
        if number in (2, 4):
            mark = canonical(
                {"format": "rescind-journal-checkpoint", "version": 1, "number": number, "digest": previous,
                 "at": "2026-11-20T12:00:00Z"}
            )  # fmt: skip
            entries.append(journal.Checkpoint(mark, journal.sign(mark, KEY)))
    out = io.StringIO()
    journal.write_file(entries, journal.public_key(KEY), out)
    return out.getvalue().splitlines(keepends=True)


def verified(text: Text, folder: Path, key: bytes | None = None) -> tuple[int, int]:
    path = folder / "journal.jsonl"
    path.write_text("".join(text), encoding="utf-8")
    checked, _ = verifying.verify_file(path, key)
    return checked.lines, checked.checkpoints


def test_an_exported_journal_is_sound(exported: Text, tmp_path: Path) -> None:
    assert verified(exported, tmp_path) == (4, 2)
    assert verified(exported, tmp_path, journal.public_key(KEY)) == (4, 2)


def changed(at: int, old: str, new: str) -> Callable[[Text], Text]:
    def change(text: Text) -> Text:
        assert old in text[at]
        return [*text[:at], text[at].replace(old, new), *text[at + 1 :]]

    return change


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (changed(1, '"opened"', '"refused"'), "Line 1 of the journal was altered"),
        (changed(1, '"law":"x"', '"law":"y"'), "Line 1 of the journal was altered"),
        (changed(5, "2026", "2025"), "Line 4 of the journal was altered"),
        (changed(3, "2026", "2025"), "A signature after line 2 is not the desk's"),
        (lambda text: text[:1] + text[2:], "Line 1 of the journal is missing"),
        (lambda text: text[:4] + text[5:], "Line 3 of the journal is missing"),
        (lambda text: [*text[:4], text[5], text[4], text[6]], "Line 3 of the journal is missing"),
        (lambda text: text[:-1], "The end of the journal is missing"),
        (lambda text: text[:-2], "The end of the journal is missing"),
        (lambda text: [*text[:5], text[6]], "lines are missing that were signed"),
        (lambda text: text[:1], "The end of the journal is missing"),
        (lambda text: [*text[:-1], text[-1][:40]], "was altered"),
        (lambda text: text[1:], "not a journal"),
        (lambda text: [], "was altered"),
        (lambda text: [text[0], "[" * 100_000 + "\n"], "was altered"),
        (lambda text: [text[0], '{"line":{"number":1.5},"digest":"x"}\n'], "not a line of a journal"),
        (lambda text: [*text, '{"more":1}\n'], "not a line of a journal"),
    ],
)
def test_whatever_is_done_to_a_file_is_told(
    exported: Text, tmp_path: Path, harm: Callable[[Text], Text], sentence: str
) -> None:
    with pytest.raises(JournalBroken) as broken:
        verified(harm(exported), tmp_path)
    assert sentence in str(broken.value)


def test_a_journal_signed_by_another_is_told(exported: Text, tmp_path: Path) -> None:
    with pytest.raises(JournalBroken, match="another key"):
        verified(exported, tmp_path, journal.public_key(OTHER_KEY))
    forged = [
        exported[0].replace(journal.public_key(KEY).hex(), journal.public_key(OTHER_KEY).hex()),
        *exported[1:],
    ]
    with pytest.raises(JournalBroken, match="not the desk's"):
        verified(forged, tmp_path)


def test_the_database_exports_what_verifies(on_sqlite: Desk, tmp_path: Path) -> None:
    write("received", "granted")
    path = tmp_path / "out.jsonl"
    assert verifying.export(path, NOW + timedelta(days=1)).lines == 3
    assert verifying.verify_file(path, verifying.known_key())[0].signed == 3
    with pytest.raises(FileExistsError):
        verifying.export(path, NOW)
