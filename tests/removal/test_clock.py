"""Deadlines: the worked ones in `vectors/deadlines.csv`, and what holds for every moment."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.removal import Clock, NotAMoment, Unit, due_at, law

VECTORS = Path(__file__).parents[2] / "vectors" / "deadlines.csv"
MOMENTS = st.integers(32_000_000, 29_000_000_000_000_000).map(
    lambda microseconds: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)
UNITS = st.sampled_from([Unit.HOURS, Unit.BUSINESS_DAYS, Unit.MONTHS])


def due(
    since: datetime,
    unit: Unit,
    amount: int,
    *,
    ends_on_business_day: bool = False,
    holidays: frozenset[date] = frozenset(),
) -> datetime | None:
    clock = Clock(
        "removal", unit, amount, "receipt", "note", "citation", ends_on_business_day, holidays=holidays
    )
    return due_at(replace(law("combined"), clock=clock), since)


def rows() -> list[dict[str, str]]:
    with VECTORS.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["why"])
def test_worked_deadlines(row: dict[str, str]) -> None:
    holidays = frozenset(date.fromisoformat(each) for each in row["holidays"].split())
    found = due(
        datetime.fromisoformat(row["since"]),
        Unit(row["unit"]),
        int(row["amount"]),
        ends_on_business_day=row["ends_on_business_day"] == "yes",
        holidays=holidays,
    )
    assert found == (datetime.fromisoformat(row["due"]) if row["due"] else None)


def test_the_worked_deadlines_hold_every_unit() -> None:
    assert {row["unit"] for row in rows()} == {unit.value for unit in Unit}


@given(MOMENTS, MOMENTS, UNITS, st.integers(1, 60), st.booleans())
def test_a_later_beginning_never_ends_earlier(
    a: datetime, b: datetime, unit: Unit, amount: int, ends: bool
) -> None:
    early, late = (due(each, unit, amount, ends_on_business_day=ends) for each in sorted((a, b)))
    assert early is not None
    assert late is not None
    assert early <= late


@given(MOMENTS, st.integers(1, 1000))
def test_hours_are_elapsed_hours(since: datetime, amount: int) -> None:
    found = due(since, Unit.HOURS, amount)
    assert found is not None
    assert found - since == timedelta(hours=amount)


@given(
    MOMENTS, st.integers(1, 60), st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=40)
)
def test_business_days_are_counted_one_by_one(
    since: datetime, amount: int, holidays: frozenset[date]
) -> None:
    found = due(since, Unit.BUSINESS_DAYS, amount, holidays=holidays)
    assert found is not None
    days = (since.date() + timedelta(days=n) for n in range(1, (found.date() - since.date()).days + 1))
    working = [day for day in days if day.isoweekday() <= 5 and day not in holidays]
    assert len(working) == amount
    assert working[-1] == found.date()


@given(MOMENTS, st.integers(1, 60))
def test_months_keep_the_day_or_end_with_the_month(since: datetime, amount: int) -> None:
    found = due(since, Unit.MONTHS, amount)
    assert found is not None
    assert (found.year * 12 + found.month) - (since.year * 12 + since.month) == amount
    is_last_day = (found.date() + timedelta(days=1)).month != found.month
    assert found.day == since.day or (found.day < since.day and is_last_day)


@given(MOMENTS, st.integers(1, 60))
def test_an_end_that_must_be_a_business_day_moves_as_little_as_it_can(since: datetime, amount: int) -> None:
    plain = due(since, Unit.MONTHS, amount)
    moved = due(since, Unit.MONTHS, amount, ends_on_business_day=True)
    assert plain is not None
    assert moved is not None
    assert moved.isoweekday() <= 5
    assert moved - plain <= timedelta(days=2)
    assert moved == plain or plain.isoweekday() > 5


@given(MOMENTS, st.integers(-14 * 60, 14 * 60), UNITS, st.integers(1, 30))
def test_the_zone_a_moment_is_written_in_does_not_matter(
    since: datetime, minutes: int, unit: Unit, amount: int
) -> None:
    elsewhere = since.astimezone(timezone(timedelta(minutes=minutes)))
    assert due(elsewhere, unit, amount) == due(since, unit, amount)


@given(MOMENTS)
def test_no_number_gives_no_date(since: datetime) -> None:
    assert due(since, Unit.NONE, 0) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(NotAMoment):
        due(datetime(2026, 11, 20, 12), Unit.HOURS, 48)  # noqa: DTZ001
