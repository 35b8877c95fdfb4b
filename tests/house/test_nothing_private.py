"""Nothing private is printed or written in passing: one case, most commands, and a look through all they left behind.

The pictures have telling names, one of them holds what a camera writes, and the board on this machine shows a copy. The
sealed file stands in memory (`tests/cli/shelf.py`), so what would be inside it can be looked through too.
"""

from __future__ import annotations

import base64
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from demo.board import Board
from rescind.cli.exits import Exit
from rescind.fingerprint import Fingerprint, of_image
from rescind.person.casefile import from_bytes
from tests.cli.conftest import NOTES, PASSPHRASE, Printed, Typed, here, piped, shelf, typed
from tests.cli.shelf import Shelf
from tests.house.sources import ROOT

__all__ = ["here", "piped", "shelf", "typed"]  # fixtures of the commands' tests, used here too

NAMES = {"Ada-in-the-bathroom.jpg": "base-coffee.jpg", "for_Tom.jpg": "exif-gps.jpg"}
NAMED = ("bathroom", "for_tom")
WRITTEN_BY_A_CAMERA = ("ExampleCam", "Model 1", "2024:01:02 03:04:05", "GPSInfo")
SIGNED = ("--name", "Ada Lovelace", "--email", "ada@mail.example", "--agree")
FEW = 24
"""So many hex digits in a row (96 of 256 bits) are already taken for a fingerprint."""


@dataclass
class Left:
    """Everything one run of the commands left behind: what each printed, and every file that is there after it."""

    printed: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    stored: str = ""

    def all(self) -> Iterator[tuple[str, str]]:
        """Each thing with the name of where it was left."""
        yield from self.printed.items()
        yield from self.files.items()


def prints(of: Fingerprint) -> set[str]:
    """All ways in which a fingerprint could be written out: hex and base64, each turn and the other style."""
    every = [*of.turns, *([of.reference] if of.reference else [])]
    return {bits.hex()[:FEW] for bits in every} | {base64.b64encode(bits).decode()[:16] for bits in every}


def mine(samples: Path) -> set[str]:
    every: set[str] = set()
    for sample in NAMES.values():
        every |= prints(of_image((samples / "images" / sample).read_bytes(), reference=True))
    return every


def where(texts: Iterable[tuple[str, str]], refused: set[str] | tuple[str, ...]) -> list[str]:
    """The names of the texts in which something refused stands, in capitals or not."""
    return sorted({name for name, text in texts for words in refused if words.casefold() in text.casefold()})


@pytest.fixture
def left(
    typed: Typed,
    here: Path,
    shelf: Shelf,
    samples: Path,
    board: Callable[[], Board],
    monkeypatch: pytest.MonkeyPatch,
) -> Left:
    """Type most of what can be typed, for people and for programs, and gather what it left."""
    for name, sample in NAMES.items():
        shutil.copyfile(samples / "images" / sample, here / name)
    before = set(here.rglob("*"))
    found = Left()
    for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(here / "elsewhere"))
    monkeypatch.setattr(tempfile, "tempdir", None)

    def type_(*words: str, ends: Exit = Exit.DONE) -> Printed:
        printed = typed(*words)
        assert printed.code == ends, f"{words}: {printed}"
        found.printed[f"{len(found.printed)}: {' '.join(words)}"] = printed.output + printed.errors
        return printed

    def type_both(*words: str, ends: Exit = Exit.DONE) -> None:
        for form in ((), ("--json",)):
            type_(*words, *form, ends=ends)

    page = board().address + "/thread/7"
    type_("case", "new", "--all-adults")
    type_both("case", "add", *NAMES, "--all-adults")
    type_both("check", "--place", page, "--allow-local", ends=Exit.FOUND)
    type_both("check", "Ada-in-the-bathroom.jpg", "--place", page, "--allow-local", ends=Exit.FOUND)
    type_both("request", "--country", "US", *SIGNED)
    number = from_bytes(shelf.contents[NOTES]).requests[0].id
    type_("sent", number, "--at", "2020-01-01T10:00Z")
    type_both("due")
    type_both("next", number)
    type_("answer", number, "refused", "--words", "not you")
    type_both("check", "--again", "--allow-local", ends=Exit.FOUND)
    type_both("case", "show")
    type_both("case", "export", "record")
    found.stored = shelf.contents[NOTES].decode()
    type_("case", "withdraw", number)
    type_both("case", "show")
    found.files = {
        path.relative_to(here).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in set(here.rglob("*")) - before
        if path.is_file()
    }
    return found


def test_no_fingerprint_is_printed_or_written_outside_the_sealed_file(left: Left, samples: Path) -> None:
    refused = mine(samples)
    assert where([("stored", left.stored)], refused) == ["stored"]
    assert {"record/record.json", "record/record.txt"} <= left.files.keys()
    assert [name for name in left.files if name.endswith("request.json")]
    assert where(left.all(), refused) == []


def test_no_picture_is_called_by_its_file_name(left: Left) -> None:
    assert where(left.all(), NAMED) == []
    assert where([("stored", left.stored)], NAMED) == []


def test_nothing_a_camera_wrote_is_printed_or_kept(left: Left, samples: Path) -> None:
    with Image.open(samples / "images" / "exif-gps.jpg") as opened:
        camera = opened.getexif()
    assert set(WRITTEN_BY_A_CAMERA[:3]) <= {str(value) for value in camera.values()}
    assert camera.get_ifd(0x8825)
    assert where(left.all(), WRITTEN_BY_A_CAMERA) == []
    assert where([("stored", left.stored)], WRITTEN_BY_A_CAMERA) == []


def test_no_picture_is_kept(left: Left, samples: Path) -> None:
    assert from_bytes(left.stored.encode()).evidence == ()
    for sample in NAMES.values():
        content = (samples / "images" / sample).read_bytes()
        assert base64.b64encode(content[:48]).decode() not in left.stored
    assert [name for name in left.files if name.endswith((".jpg", ".jpeg", ".png"))] == []


def test_the_passphrase_is_printed_and_written_nowhere(left: Left) -> None:
    assert where([*left.all(), ("stored", left.stored)], (PASSPHRASE,)) == []


def test_beside_the_sealed_file_there_are_only_the_papers_that_were_asked_for(left: Left, here: Path) -> None:
    assert {name.split("/")[0] for name in left.files} == {"papers", "record"}
    assert not (here / "elsewhere").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_what_is_written(left: Left, here: Path) -> None:
    for path in (here / name for name in left.files):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700, path.parent.name


def test_fingerprints_are_in_a_request_document_only_when_asked_for_and_in_no_letter(
    typed: Typed, here: Path, shelf: Shelf, samples: Path, board: Callable[[], Board]
) -> None:
    shutil.copyfile(samples / "images" / "base-coffee.jpg", here / "mine.jpg")
    mine_too = prints(of_image((here / "mine.jpg").read_bytes(), reference=True))
    typed("case", "new", "--all-adults")
    typed("case", "add", "mine.jpg", "--all-adults")
    typed("check", "--place", board().address + "/thread/7", "--allow-local")
    printed = typed("request", *SIGNED, "--with-fingerprints")
    assert printed.code == Exit.DONE
    papers = {path.name: path.read_bytes().decode("utf-8", "replace") for path in here.glob("papers/*/*")}
    assert where(papers.items(), mine_too) == ["request.json"]
    assert where([("printed", printed.output + printed.errors)], mine_too) == []


@pytest.mark.parametrize(
    "words",
    [
        ("check", "Ada-in-the-bathroom.jpg", "--place", "saved", "--all-adults"),
        ("case", "add", "Ada-in-the-bathroom.jpg", "--all-adults"),
        ("case", "add", "Ada-in-the-bathroom", "--all-adults"),
    ],
    ids=["check: no such file", "add: no such file", "add: a folder"],
)
def test_a_file_that_cannot_be_used_is_not_called_by_its_name(
    words: tuple[str, ...], typed: Typed, here: Path
) -> None:
    (here / "Ada-in-the-bathroom").mkdir()
    (here / "saved").mkdir()
    printed = typed(*words)
    assert printed.code == Exit.USAGE
    assert where([("printed", printed.output + printed.errors)], NAMED) == []


def test_only_fingerprint_prints_fingerprints_and_names(typed: Typed, here: Path, samples: Path) -> None:
    shutil.copyfile(samples / "images" / "base-coffee.jpg", here / "Ada-in-the-bathroom.jpg")
    printed = typed("fingerprint", "Ada-in-the-bathroom.jpg", "--all-adults", "--json")
    assert "bathroom" in printed.output
    assert of_image((here / "Ada-in-the-bathroom.jpg").read_bytes()).hex in printed.output


def test_the_small_sealed_sample_shows_no_fingerprint_in_what_can_be_read(typed: Typed, here: Path) -> None:
    """The same for a real sealed file: made-up fingerprints whose every byte is alike are easy to see."""
    shutil.copyfile(ROOT / "vectors" / "casefile" / "v1-quick.case", here / "notes.age")
    (here / "secret.txt").write_text("these words open the sample file\n", encoding="utf-8")
    texts = []
    for words in (("case", "show"), ("due",), ("case", "export", "record", "--with-evidence")):
        for form in ((), ("--json",)):
            printed = typed(*words, *form)
            assert printed.code == Exit.DONE
            texts.append((" ".join((*words, *form)), printed.output + printed.errors))
    texts += [(path.name, path.read_text("utf-8")) for path in here.glob("record/*")]
    refused = {bytes([turn] * 32).hex()[:FEW] for turn in range(8)} | {bytes(range(32)).hex()[:FEW]}
    assert len(texts) == 9
    assert where(texts, refused) == []
