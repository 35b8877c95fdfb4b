"""The commands of the desk: it is made with secrets of its own, and a half-made one is refused with every fault named."""

from __future__ import annotations

import importlib.util
import json
import stat
from pathlib import Path

import pytest

from rescind.cli.exits import Exit
from rescind.cli.main import run
from rescind.desk.settings import desk_file
from tests.desk.test_served import PUBLIC, TRYING, made, typed


def test_init_makes_a_desk_that_only_its_owner_can_read(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk", PUBLIC)
    files = {path.name for path in folder.iterdir() if path.suffix != ".lock"}
    assert files == {"desk.toml", "desk.sqlite3", "banks.index", "known.index"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")} == {0o600, 0o700}
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {"banks.index", "known.index"}
    checked = typed("check", "--json", folder=folder)
    said = json.loads(checked.stdout)
    assert (checked.returncode, said["faults"]) == (Exit.DONE, [])
    assert [gap.partition(" ")[0] for gap in said["gaps"]] == ["No", "No", "No", "`rescind"]


def test_a_desk_for_trying_out_says_so(tmp_path: Path) -> None:
    for address, said in ((TRYING, True), (PUBLIC, False)):
        folder = made(tmp_path / str(said), address)
        assert ("trying it out" in typed("check", folder=folder).stdout) is said


def test_two_desks_share_no_secret(tmp_path: Path) -> None:
    one, other = desk_file.fresh("A", TRYING), desk_file.fresh("A", TRYING)
    for part in ("django_secret", "signing_key", "sealing_key"):
        assert getattr(one, part) != getattr(other, part)
    desk_file.write(one, tmp_path)
    assert desk_file.read(tmp_path) == one
    assert one.django_secret not in repr(one)


def test_a_second_init_changes_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    before = (folder / "desk.toml").read_bytes()
    again = typed("init", "--name", "B", "--address", TRYING, folder=folder)
    assert again.returncode == Exit.DESK
    assert (folder / "desk.toml").read_bytes() == before
    assert typed("init", "--again", folder=folder).returncode == Exit.DONE


@pytest.mark.parametrize(
    "address",
    ["desk.example", "http://desk.example", "https://", "https://x.example/desk", "https://u@x.example", ""],
)
def test_an_address_that_cannot_be_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(desk_file.DeskNotSetUp):
        desk_file.fresh("Board", address)


def test_every_fault_is_named(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    path = folder / "desk.toml"
    text = path.read_text(encoding="utf-8").replace('"Board"', '" "').replace(TRYING, "ftp://x")
    path.write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("signing"))
        + '\nsigning = "eA=="\n'
    )
    path.chmod(0o644)
    checked = typed("check", folder=folder)
    assert checked.returncode == Exit.DESK
    assert len(checked.stderr.splitlines()) == 4
    for word in ("no name", "public address", "signing", "chmod 600"):
        assert word in checked.stderr
    assert typed("serve", folder=folder).returncode == Exit.DESK


def test_a_file_that_cannot_be_read_does_not_show_its_secrets(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    path = folder / "desk.toml"
    secret = desk_file.read(folder).django_secret
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{secret}"', f'"{secret}'), encoding="utf-8")
    checked = typed("check", folder=folder)
    assert checked.returncode == Exit.DESK
    assert secret[:12] not in checked.stderr
    assert "line " in checked.stderr


def test_a_database_of_another_version_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    (folder / "desk.sqlite3").unlink()
    refused = typed("check", folder=folder)
    assert refused.returncode == Exit.DESK
    assert "rescind desk init --again" in refused.stderr


def test_a_lost_database_is_brought_back_rather_than_begun_anew(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    word = tmp_path / "word"
    word.write_text("nine rivers and a lamp")
    assert typed("backup", str(tmp_path / "b"), "--passphrase-file", str(word), folder=folder).returncode == 0
    (folder / "desk.sqlite3").unlink()
    refused = typed("check", folder=folder)
    assert (refused.returncode, "If it was lost: rescind desk restore" in refused.stderr) == (Exit.DESK, True)
    back = typed("restore", str(tmp_path / "b"), "--passphrase-file", str(word), folder=folder)
    assert back.returncode == 0, back.stderr
    assert typed("check", folder=folder).returncode == 0


def test_a_journal_is_exported_and_verified_where_there_is_no_desk(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    file = tmp_path / "journal.jsonl"
    assert typed("journal", "export", str(file), folder=folder).returncode == Exit.DONE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    key = json.loads(file.read_text("utf-8").splitlines()[0])["key"]
    assert typed("journal", "verify", str(file), "--key", key, folder=elsewhere).returncode == Exit.DONE
    assert typed("journal", "verify", str(file), "--key", "00" * 32, folder=elsewhere).returncode == Exit.DESK
    assert typed("journal", "verify", str(file), "--key", "00", folder=elsewhere).returncode == Exit.USAGE
    file.write_text(file.read_text("utf-8").replace("desk_made_ready", "desk_made_reads"), encoding="utf-8")
    altered = typed("journal", "verify", str(file), folder=folder)
    assert altered.returncode == Exit.DESK
    assert "Line 1 of the journal was altered" in altered.stderr


def test_without_the_extra_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "rescind.cli.desk_folder.find_spec", lambda name: None if name == "django" else found(name)
    )
    assert run(["desk", "check", "--folder", str(tmp_path)]) == Exit.ERROR
    assert "pip install 'rescind[desk]'" in capsys.readouterr().err
