"""The age question: it comes first, it can be answered beforehand, and a no ends everything and says who helps."""

from __future__ import annotations

import re

import pytest

from rescind.cli.ask import NotAnswered
from rescind.cli.gate import UnderEighteen, ask_age, stop_text
from rescind.person import places_to_go
from tests.cli.conftest import Piped


@pytest.mark.parametrize("keeps", [True, False])
def test_said_beforehand_it_is_not_asked(
    keeps: bool, piped: Piped, capsys: pytest.CaptureFixture[str]
) -> None:
    piped("no\n")
    ask_age(True, keeps=keeps)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("keeps", [True, False])
def test_yes_lets_pass(keeps: bool, piped: Piped, capsys: pytest.CaptureFixture[str]) -> None:
    piped("yes\n")
    ask_age(False, keeps=keeps)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("keeps", [True, False])
def test_no_stops_and_names_every_service(keeps: bool, piped: Piped) -> None:
    piped("no\n")
    with pytest.raises(UnderEighteen) as stopped:
        ask_age(False, keeps=keeps)
    said = str(stopped.value)
    assert "Nothing was fingerprinted and nothing was kept." in said
    assert [one.name for one in places_to_go.under_18() if one.contact not in said] == []


def test_where_something_is_kept_silence_is_no_yes(piped: Piped) -> None:
    piped("")
    with pytest.raises(NotAnswered, match="--all-adults"):
        ask_age(False, keeps=True)


def test_where_nothing_is_kept_silence_meets_the_condition_in_words(
    piped: Piped, capsys: pytest.CaptureFixture[str]
) -> None:
    piped("")
    ask_age(False, keeps=False)
    said = capsys.readouterr()
    assert said.out == ""
    assert "everyone shown was 18 or over" in said.err
    assert "rescind help under-18" in said.err


@pytest.mark.parametrize("keeps", [True, False])
def test_half_an_answer_is_no_yes(keeps: bool, piped: Piped) -> None:
    piped("perhaps\n")
    with pytest.raises(NotAnswered):
        ask_age(False, keeps=keeps)


def test_the_words_blame_nobody_and_ask_for_no_copy() -> None:
    said = stop_text()
    assert "You did nothing wrong" in said
    assert "not even as proof" in said
    assert not re.search(r"illegal|crime|guilty|victim|should not have", said, re.IGNORECASE)
