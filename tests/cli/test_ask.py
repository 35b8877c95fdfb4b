"""Questions: answered by the lines piped in, and never left waiting when nobody is there."""

from __future__ import annotations

import os
import sys

import pytest

from rescind.cli import ask
from rescind.cli.ask import NotAnswered
from tests.cli.conftest import Piped


def test_lines_are_answers_in_order_and_the_questions_stay_silent(
    piped: Piped, capsys: pytest.CaptureFixture[str]
) -> None:
    piped("  Ada Lovelace \n words with  two blanks \r\nyes\n")
    assert ask.text("Your name?", how_else="--name") == "Ada Lovelace"
    assert ask.secret("Passphrase:", how_else="--passphrase-file") == " words with  two blanks "
    assert ask.yes("Sure?", how_else="--yes") is True
    assert capsys.readouterr() == ("", "")


def test_an_empty_line_is_the_default(piped: Piped) -> None:
    piped("\n")
    assert ask.text("Which law?", how_else="--law", default="auto") == "auto"


@pytest.mark.parametrize("kind", ["text", "secret", "yes"])
def test_the_end_of_the_pipe_is_no_answer_and_names_the_option(kind: str, piped: Piped) -> None:
    piped("")
    with pytest.raises(NotAnswered, match=r"Sure\? .*Nobody answered.*--that-option"):
        getattr(ask, kind)("Sure?", how_else="--that-option")


@pytest.mark.parametrize("words", ["y", "YES", " Ja ", "sí", "oui", "1"])
def test_a_yes_is_understood(words: str, piped: Piped) -> None:
    piped(words + "\n")
    assert ask.yes("Sure?", how_else="--yes") is True


@pytest.mark.parametrize("words", ["n", "No", "nein", "não", "0"])
def test_a_no_is_understood(words: str, piped: Piped) -> None:
    piped(words + "\n")
    assert ask.yes("Sure?", how_else="--yes") is False


def test_what_is_neither_is_asked_again_until_the_pipe_ends(piped: Piped) -> None:
    piped("perhaps\n\nno\n")
    assert ask.yes("Sure?", how_else="--yes") is False
    piped("perhaps\n")
    with pytest.raises(NotAnswered):
        ask.yes("Sure?", how_else="--yes")


def test_a_waiting_line_is_seen_and_not_taken(piped: Piped) -> None:
    piped("yes\n")
    assert ask.has_piped_answer()
    assert ask.yes("Sure?", how_else="--yes") is True
    assert not ask.has_piped_answer()


def test_a_line_that_waits_behind_another_is_seen(piped: Piped) -> None:
    piped("a passphrase of six plain words\nyes\n")
    ask.secret("Passphrase:", how_else="--passphrase-file")
    assert ask.has_piped_answer()


def test_nothing_waits_in_an_empty_pipe_or_behind_dev_null(
    piped: Piped, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped("")
    assert not ask.has_piped_answer()
    with open(os.devnull, encoding="utf-8") as nothing:  # noqa: PTH123 - os.devnull is no path of ours
        monkeypatch.setattr(sys, "stdin", nothing)
        assert not ask.has_piped_answer()


def test_a_pipe_that_stays_silent_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as silent, os.fdopen(writing, "w"):
        monkeypatch.setattr(sys, "stdin", silent)
        assert not ask.has_piped_answer(patience=0.01)


def test_at_a_terminal_nothing_counts_as_piped(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.openpty()
    os.write(ours, b"yes\n")
    with os.fdopen(theirs, encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        assert ask.on_terminal()
        assert not ask.has_piped_answer()
    os.close(ours)


def test_at_a_terminal_the_question_is_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = os.openpty()
    os.write(ours, b"Ada\n")
    with os.fdopen(theirs, encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        assert ask.text("Your name:", how_else="--name") == "Ada"
    os.close(ours)
    assert capsys.readouterr() == ("", "Your name: ")
