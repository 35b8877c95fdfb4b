"""How things are said: what goes to which stream, JSON alone where JSON was asked for, and errors in one sentence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rescind.cli import clock, due
from rescind.cli.ask import NotAnswered
from rescind.cli.exits import Exit
from rescind.cli.gate import UnderEighteen
from rescind.cli.say import EXITS, Say, Trouble, exit_for, problem, remark
from rescind.fingerprint import Reason, Unclear
from rescind.person.casefile import WrongPassphrase
from rescind.removal import LawNotKnown
from tests.cli.conftest import Printed, Typed

ROOT = Path(__file__).resolve().parents[2]
READING = {
    "show": ("case", "show"),
    "due": ("due",),
    "export": ("case", "export", "out"),
    "laws": ("request", "--laws"),
    "people": ("help", "people"),
    "under-18": ("help", "under-18"),
    "help": ("help",),
    "fingerprint": ("fingerprint", "mine.jpg", "--all-adults"),
    "check": ("check", "mine.jpg", "--place", "mine.jpg", "--all-adults"),
}
WRONG = {
    "no such command": ("chekc"),
    "no place": ("check", "mine.jpg", "--all-adults"),
    "no file": ("case", "show", "--case", "elsewhere.age"),
    "no time": ("due", "--on", "yesterday"),
    "nobody answers": ("case", "new", "--case", "other.age"),
    "not this step": ("answer", "r-1", "granted"),
}


@pytest.fixture
def _filled(here: Path, samples: Path) -> None:
    """A picture, and the small sealed sample file of the vectors, which opens fast."""
    shutil.copyfile(samples / "images" / "base-dogs.jpg", here / "mine.jpg")
    shutil.copyfile(ROOT / "vectors" / "casefile" / "v1-quick.case", here / "notes.age")
    (here / "secret.txt").write_text("these words open the sample file\n", encoding="utf-8")


def documents(printed: Printed) -> Iterator[dict[str, object]]:
    """Each line of standard output as the JSON object it must be."""
    for line in printed.output.splitlines():
        document = json.loads(line)
        assert isinstance(document, dict), line
        yield document


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("words", READING.values(), ids=READING)
def test_json_is_alone_on_standard_output(words: tuple[str, ...], typed: Typed) -> None:
    assert list(documents(typed(*words, "--json")))


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_what_went_wrong_is_said_on_standard_error_alone(words: tuple[str, ...], typed: Typed) -> None:
    printed = typed(*words)
    assert printed.code not in (Exit.DONE, Exit.FOUND)
    assert printed.output == ""
    assert printed.errors.strip()


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG)
def test_a_program_is_told_what_went_wrong_as_one_record(words: tuple[str, ...], typed: Typed) -> None:
    printed = typed(*words, "--json")
    (told,) = documents(printed)
    assert told["kind"] == "error"
    assert Exit[str(told["exit"]).upper()] == printed.code
    assert str(told["sentence"]) in printed.errors


@pytest.mark.usefixtures("_filled")
@pytest.mark.parametrize("words", READING.values(), ids=READING)
def test_nothing_is_coloured_in_a_pipe(
    words: tuple[str, ...], typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    printed = typed(*words)
    assert printed.output
    assert "\x1b" not in printed.output + printed.errors


def test_a_question_is_no_part_of_the_answer(typed: Typed, here: Path, samples: Path) -> None:
    shutil.copyfile(samples / "images" / "base-dogs.jpg", here / "mine.jpg")
    printed = typed("fingerprint", "mine.jpg")
    assert len(printed.output.splitlines()) == 1
    assert "18 or over" in printed.errors


def test_a_mistake_of_ours_tells_where_and_nothing_private(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down() -> datetime:
        raise RuntimeError("https://board.example/thread/7 holiday.jpg")

    monkeypatch.setattr(due, "utc_now", break_down)
    printed = typed("due")
    assert printed.code == Exit.ERROR
    assert "RuntimeError at tests.cli.test_say:" in printed.errors
    assert printed.errors.count("\n") == 1
    assert not [word for word in ("board.example", "holiday", "Traceback") if word in printed.errors]


def test_what_this_computer_refuses_is_said_without_the_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert problem(PermissionError(13, "Permission denied", "holiday.jpg")) is Exit.ERROR
    said = capsys.readouterr()
    assert "Permission denied" in said.err
    assert "holiday" not in said.out + said.err


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotAnswered("Nobody answered."), Exit.USAGE),
        (UnderEighteen("We stop here."), Exit.UNDER_18),
        (Trouble("Mend it."), Exit.ERROR),
        (WrongPassphrase(), Exit.CASE),
        (Unclear(Reason.CORRUPT), Exit.NOT_EVERYTHING),
        (LawNotKnown("No such law."), Exit.INCOMPLETE),
        (KeyboardInterrupt(), Exit.INTERRUPTED),
    ],
)
def test_an_error_of_ours_is_its_own_sentence_and_code(
    error: BaseException, code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert problem(error) is code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip()
    assert code is Exit.INTERRUPTED or said.err == f"{error}\n"


def test_an_error_that_is_none_of_ours_has_no_code() -> None:
    assert exit_for(ValueError("x")) is None
    assert Exit.DONE not in EXITS.values()


def test_a_closed_pipe_is_left_to_the_door() -> None:
    with pytest.raises(BrokenPipeError):
        problem(BrokenPipeError())


def test_either_is_for_people_or_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    Say().either("Noted.", {"noted": True})
    assert capsys.readouterr().out == "Noted.\n"
    Say(as_json=True).either("Noted.", {"noted": "naïve ☂"})
    assert capsys.readouterr().out == '{"noted": "naïve ☂"}\n'


def test_a_table_in_a_pipe_is_a_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    Say().table(("one", "two"), [("a", "b"), ("", "[bold]c")])
    assert capsys.readouterr().out == "a  b\n[bold]c\n"
    Say(as_json=True).table(("one",), [("a",)])
    assert capsys.readouterr().out == ""


STEERING = "\x1b[2Jgone\x07\x9b31m\u202egpj.\r"


@pytest.mark.parametrize("way", ["line", "table", "record", "remark"])
def test_what_a_page_says_cannot_steer_the_terminal(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    match way:
        case "line":
            Say().line(STEERING)
        case "table":
            Say().table(("title",), [(STEERING,)])
        case "record":
            Say(as_json=True).record({"title": STEERING})
        case _:
            remark(STEERING)
    said = capsys.readouterr()
    assert "gone" in said.out + said.err
    assert not set(said.out + said.err) & set("\x1b\x07\x9b\u202e\r")
    assert way != "record" or json.loads(said.out) == {"title": STEERING}


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with Say().progress("Looking", total=2) as step:
        step("https://board.example/thread/7")
        step(advance=1, total=3)
    assert capsys.readouterr() == ("", "")


def test_the_clock_of_the_commands_is_aware_utc_and_whole_seconds() -> None:
    now = clock.utc_now()
    assert now.tzinfo is UTC
    assert now.microsecond == 0
