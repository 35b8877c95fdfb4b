"""Times as people type them: with a zone, with an offset, or in this computer's own zone; anything else is refused."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import click
import pytest

from rescind.cli.options import Moment


@pytest.fixture
def _in_new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def moment(words: object) -> datetime:
    return Moment().convert(words, None, None)


@pytest.mark.usefixtures("_in_new_york")
@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-11-24T09:30Z", datetime(2026, 11, 24, 9, 30, tzinfo=UTC)),
        ("2026-11-24T09:30+05:30", datetime(2026, 11, 24, 4, 0, tzinfo=UTC)),
        ("2026-11-24T09:30", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("2026-07-24T09:30:15", datetime(2026, 7, 24, 13, 30, 15, tzinfo=UTC)),
        ("2026-11-24 09:30", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("2026-11-24", datetime(2026, 11, 24, 5, 0, tzinfo=UTC)),
    ],
)
def test_a_time_is_read_as_it_is_meant(words: str, meant: datetime) -> None:
    assert moment(words) == meant
    assert moment(words).tzinfo is UTC


@pytest.mark.parametrize(
    "words",
    ["yesterday", "", "24.11.2026", "2026-13-01", "2026-11-24T25:00", "0001-01-01T00:00+14:00", "1764000000"],
)
def test_what_is_no_time_is_refused_with_an_example(words: str) -> None:
    with pytest.raises(click.BadParameter, match="2026-11-24T09:30"):
        moment(words)


def test_a_time_that_is_one_already_stays() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    assert moment(now) is now
