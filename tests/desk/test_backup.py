"""A backup is one sealed file; out of it comes the same desk, on either database, or nothing at all."""

from __future__ import annotations

import gzip
import json
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import psycopg
import pyrage
import pytest

from rescind.cli.exits import Exit
from rescind.desk.management import backup_file
from rescind.desk.settings import desk_file
from rescind.removal import document
from tests.desk.conftest import Make, renamed
from tests.desk.test_served import Served, made, serving, typed
from tests.desk.test_work import OWE, in_process

COUNT = """
from rescind.desk.management.backing_up import every_row
import json
print(json.dumps(sorted(json.dumps(one) for one in every_row() if not one[0].startswith("desk.journal"))))
"""
BANK = """
import hashlib
from datetime import UTC, datetime
from rescind import fingerprint
from rescind.desk.flows import decide
from rescind.desk.gates import Role, Staff
from rescind.desk.records import copies
from rescind.desk.records.models import Place, RequestRow
row = RequestRow.objects.get(number={number!r})
place = Place.objects.get(request=row, position=0)
content = open({picture!r}, "rb").read()
copies.keep(place, row, copies.Copy(fingerprint.of_image(content), hashlib.sha256(content).digest(), "same", 2)).save()
decide.grant(Staff("rana", frozenset({{Role.REVIEWER}})), {number!r}, now=datetime.now(UTC))
"""
FOUND = """
from rescind.desk import shelf
print(len(shelf.index()))
"""


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    """The option that names a file with a passphrase."""
    path = tmp_path / "passphrase"
    path.write_text("four words of mine\n")
    return f"--passphrase-file={path}"


@pytest.fixture
def filled(tmp_path: Path, make: Make, samples: Path) -> tuple[Path, dict[str, str]]:
    """A desk with a granted request, a bank entry, a hook and something owed."""
    folder = made(tmp_path / "desk")
    with serving(folder) as desk:
        receipt = desk.ask("POST", "/v1/requests", document.write(make())).body
    picture = str(samples / "images" / "base-coffee.jpg")
    in_process(folder, BANK.format(number=receipt["number"], picture=picture))
    typed("hook", "add", "board", "http://127.0.0.1:9999/hook", folder=folder)
    in_process(folder, OWE.format(count=3))
    return folder, receipt


def rows_of(folder: Path) -> list[str]:
    found: list[str] = json.loads(in_process(folder, COUNT))
    return found


def asked(desk: Served, receipt: dict[str, str]) -> str:
    path = f"/v1/requests/{receipt['number']}"
    return str(desk.ask("GET", path, Authorization=f"Receipt {receipt['code']}").body["state"])


def test_a_desk_comes_out_as_it_went_in(
    filled: tuple[Path, dict[str, str]], tmp_path: Path, passphrase: str
) -> None:
    folder, receipt = filled
    file = tmp_path / "one.backup"
    saved = typed("backup", str(file), passphrase, "--json", folder=folder)
    assert saved.returncode == 0, saved.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_bytes()
    assert not any(word in content for word in (b"secrets", b"board", receipt["number"].encode()))
    back = tmp_path / "back"
    restored = typed("restore", str(file), passphrase, "--json", folder=back)
    assert restored.returncode == 0, restored.stderr
    assert json.loads(restored.stdout)["rows"] == json.loads(saved.stdout)["rows"]
    assert desk_file.read(back) == desk_file.read(folder)
    assert {stat.S_IMODE(path.stat().st_mode) for path in back.glob("desk.*")} == {0o600}
    assert rows_of(back) == rows_of(folder)
    assert in_process(back, FOUND) == in_process(folder, FOUND) != "0\n"
    assert typed("journal", "verify", folder=back).returncode == 0
    with serving(back) as desk:
        assert asked(desk, receipt) == "granted"


def test_it_goes_from_one_kind_of_database_to_the_other_and_back(
    filled: tuple[Path, dict[str, str]],
    tmp_path: Path,
    postgres: str,
    make: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, receipt = filled
    key = pyrage.x25519.Identity.generate()
    (tmp_path / "key").write_text(f"# made for this\n{key}\n")
    there, back = tmp_path / "there", tmp_path / "back"
    assert typed("backup", str(tmp_path / "1"), "--to", str(key.to_public()), folder=folder).returncode == 0
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute("CREATE DATABASE restored")
    with monkeypatch.context() as patched:
        patched.setenv("DATABASE_URL", renamed(postgres, "restored"))
        first = typed("restore", str(tmp_path / "1"), "--key", str(tmp_path / "key"), folder=there)
        assert first.returncode == 0, first.stderr
        assert rows_of(there) == rows_of_sqlite(folder, monkeypatch)
        with serving(there) as desk:
            assert asked(desk, receipt) == "granted"
            assert desk.ask("POST", "/v1/requests", document.write(make(reason="new"))).status == 201
        saved = typed("backup", str(tmp_path / "2"), "--to", str(key.to_public()), folder=there)
        assert saved.returncode == 0, saved.stderr
        expected = rows_of(there)
        assert typed("journal", "verify", folder=there).returncode == 0
    second = typed("restore", str(tmp_path / "2"), "--key", str(tmp_path / "key"), folder=back)
    assert second.returncode == 0, second.stderr
    assert rows_of(back) == expected
    assert typed("journal", "verify", folder=back).returncode == 0


def rows_of_sqlite(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    with monkeypatch.context() as patched:
        patched.delenv("DATABASE_URL")
        return rows_of(folder)


def test_nothing_is_written_over_and_nothing_half_is_read(
    filled: tuple[Path, dict[str, str]], tmp_path: Path, passphrase: str
) -> None:
    folder, _ = filled
    file = tmp_path / "one.backup"
    assert typed("backup", str(file), passphrase, folder=folder).returncode == 0
    whole = file.read_bytes()
    assert typed("backup", str(file), passphrase, folder=folder).returncode == Exit.DESK
    assert file.read_bytes() == whole
    before = rows_of(folder)
    assert typed("backup", str(file), passphrase, folder=folder).returncode == Exit.DESK
    told = typed("backup", str(tmp_path / "no" / "one.backup"), passphrase, folder=folder)
    assert told.returncode == Exit.DESK
    assert "There is no such folder" in told.stderr
    assert rows_of(folder) == before, "a backup that was not made stands in no journal"
    assert typed("restore", str(file), passphrase, folder=folder).returncode == Exit.DESK
    assert rows_of(folder) == before
    other = made(tmp_path / "other")
    (other / "desk.sqlite3").unlink()
    assert "other secrets" in typed("restore", str(file), passphrase, folder=other).stderr
    (tmp_path / "passphrase").write_text("three other words")
    told = typed("restore", str(file), passphrase, folder=tmp_path / "never")
    assert (told.returncode, (tmp_path / "never").exists()) == (Exit.DESK, False)


def test_a_torn_or_foreign_file_is_refused_whole(tmp_path: Path) -> None:
    key = pyrage.x25519.Identity.generate()
    head = backup_file.Head("2026-11-20T12:00:00Z", "1", {}, "")
    rows = [("desk.alive", {"name": str(number), "at": None}) for number in range(2000)]
    lock = backup_file.Lock(recipients=(str(key.to_public()),))
    file = tmp_path / "whole"
    assert backup_file.write(file, head, iter(rows), lock) == 2000
    whole = file.read_bytes()
    told, read = backup_file.read(file, backup_file.Key(identity=str(key)))
    assert (told, list(read)) == (head, rows)
    for torn in (whole[:-1], whole[:3000], whole[:2000] + b"\0" + whole[2001:], b"", b"not a backup"):
        file.write_bytes(torn)
        with pytest.raises(backup_file.BackupBroken):
            backup_file.read(file, backup_file.Key(identity=str(key)))
    with pytest.raises(backup_file.BackupBroken):
        backup_file.write(tmp_path / "never", head, iter(rows), backup_file.Lock(recipients=("age1x",)))
    assert not list(tmp_path.glob("never*"))


def test_rows_that_do_not_fit_leave_an_empty_database(tmp_path: Path, passphrase: str) -> None:
    folder = made(tmp_path / "desk")
    file, words = tmp_path / "one.backup", "four words of mine"
    assert typed("backup", str(file), passphrase, folder=folder).returncode == 0
    lines = gzip.decompress(pyrage.passphrase.decrypt(file.read_bytes(), words)).splitlines()
    for broken in (
        lines[:-1],
        [*lines[:-1], b'{"rows":0}'],
        [*lines, b"{}"],
        [*lines[:-1], b'{"table":"desk.nothing","row":{}}', b'{"rows":%d}' % (len(lines) - 1)],
        [*lines[:-1], b'{"table":"desk.alive","row":{"name":"x"}}', b'{"rows":%d}' % (len(lines) - 1)],
    ):
        file.write_bytes(pyrage.passphrase.encrypt(gzip.compress(b"\n".join(broken) + b"\n"), words))
        back = tmp_path / "back"
        told = typed("restore", str(file), passphrase, folder=back)
        assert (told.returncode, "damaged" in told.stderr) == (Exit.DESK, True), told.stderr
        with closing(sqlite3.connect(back / "desk.sqlite3")) as connection:
            assert connection.execute("SELECT COUNT(*) FROM desk_journal_line").fetchone() == (0,)
    file.write_bytes(pyrage.passphrase.encrypt(gzip.compress(b"\n".join(lines) + b"\n"), words))
    assert typed("restore", str(file), passphrase, folder=tmp_path / "back").returncode == 0


def test_a_short_passphrase_is_refused(tmp_path: Path) -> None:
    folder, short = made(tmp_path / "desk"), tmp_path / "short"
    short.write_text("open me\n", encoding="utf-8")
    done = typed("backup", str(tmp_path / "b"), f"--passphrase-file={short}", folder=folder)
    assert done.returncode != 0
    assert "too short" in done.stderr
    assert not (tmp_path / "b").exists()
