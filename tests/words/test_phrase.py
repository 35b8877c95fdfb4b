"""Sentences are said in the current language, gaps filled, and in English when nobody translated them."""

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest

from rescind.words import (
    LanguageNotKnown,
    current,
    direction,
    language,
    languages,
    long_day,
    long_moment,
    phrase,
    phrases,
)

MOMENT = datetime(2026, 11, 24, 14, 5, 59, tzinfo=UTC)


def test_gaps_are_filled_and_braces_in_values_mean_nothing() -> None:
    assert phrase("I looked at {count} pictures.", count=3) == "I looked at 3 pictures."
    assert phrase("Name: {name}", name="{count} {0.__class__}") == "Name: {count} {0.__class__}"


def test_a_gap_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("I looked at {count} pictures.")


@pytest.mark.parametrize(("n", "said"), [(0, "0 pictures"), (1, "1 picture"), (2, "2 pictures")])
def test_the_number_chooses_the_form(n: int, said: str) -> None:
    assert phrases("{n} picture", "{n} pictures", n) == said


def test_a_sentence_nobody_translated_is_said_in_english() -> None:
    with language("ar"):
        assert phrase("No catalogue knows this {thing}.", thing="line") == "No catalogue knows this line."
        assert phrases("{n} unknown", "{n} unknowns", 2) == "2 unknowns"


def test_a_translated_sentence_is_said_in_the_language_and_only_inside() -> None:
    with language("ar"):
        assert current() == "ar"
        assert phrase("November") == "نوفمبر"
    assert (current(), phrase("November")) == ("en", "November")


def test_the_language_goes_back_after_an_error() -> None:
    with pytest.raises(RuntimeError), language("ar"):
        raise RuntimeError
    assert current() == "en"


def test_another_thread_keeps_its_own_language() -> None:
    heard: list[str] = []
    with language("ar"):
        thread = threading.Thread(target=lambda: heard.append(current()))
        thread.start()
        thread.join()
    assert heard == ["en"]


def test_english_comes_first_and_unknown_tags_are_refused() -> None:
    assert languages() == ("en", "ar")
    with pytest.raises(LanguageNotKnown), language("xx"):
        pass


@pytest.mark.parametrize(
    ("tag", "way"),
    [("en", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("he_IL", "rtl"), ("FA", "rtl"), ("arn", "ltr")],
)
def test_direction(tag: str, way: str) -> None:
    assert direction(tag) == way


def test_moments_are_written_in_utc() -> None:
    elsewhere = MOMENT.astimezone(timezone(timedelta(hours=10)))
    assert long_moment(MOMENT) == long_moment(elsewhere) == "24 November 2026, 14:05 UTC"
    assert long_day(elsewhere) == "24 November 2026"


def test_every_month_has_its_name() -> None:
    said = [long_day(datetime(2026, month, 1, tzinfo=UTC)).split()[1][:3] for month in range(1, 13)]
    assert said == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        long_moment(MOMENT.replace(tzinfo=None))


def test_saying_a_sentence_loads_no_babel() -> None:
    program = "import rescind.words, sys; rescind.words.phrase('x'); print('babel' in sys.modules)"
    seen = subprocess.run(
        [sys.executable, "-S", "-c", PATHS + program], capture_output=True, text=True, check=True
    )
    assert seen.stdout.strip() == "False"


PATHS = f"import sys; sys.path[:0] = {[path for path in sys.path if path]!r}; "
