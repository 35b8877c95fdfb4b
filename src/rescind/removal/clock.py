"""How long a law gives: elapsed hours, business days, calendar months, or no number at all.

Everything is reckoned in UTC, so summer time never moves a deadline.

* Hours run through weekends and holidays: `since` plus the hours, to the microsecond.
* Business days are Monday to Friday, less the holidays that the law folder lists. No country's calendar is
  assumed: an empty list means that weekends alone are skipped. The day of the event is not counted, and the
  time ends with the last second of the last day.
* Months end with the last second of the same day of the month, or of the month's last day when it is
  shorter (31 January and one month: the last day of February). When the law says so, an end on a weekend or
  a listed holiday moves to the next business day.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Final

from rescind.removal.moment import in_utc

_LAST_SECOND: Final = time(23, 59, 59)
_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)


class Unit(Enum):
    """What the number of a clock counts."""

    HOURS = "hours"
    BUSINESS_DAYS = "business_days"
    MONTHS = "months"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Clock:
    """One time limit of a law. `start` says in words from when it runs; `amount` is 0 when there is no
    number.
    """

    id: str
    unit: Unit
    amount: int
    start: str
    note: str
    citation: str
    ends_on_business_day: bool = False
    holidays: frozenset[date] = frozenset()


def reckon(clock: Clock, since: datetime) -> datetime | None:
    """Return the last moment of the time limit, in UTC, or None when the law gives no number.

    Raises NotAMoment when `since` is naive. A later `since` never gives an earlier end.
    """
    start = in_utc(since)
    match clock.unit:
        case Unit.HOURS:
            return start + timedelta(hours=clock.amount)
        case Unit.BUSINESS_DAYS:
            return _end_of(_business_days_after(start.date(), clock.amount, clock.holidays))
        case Unit.MONTHS:
            return _end_of(_months_after(start.date(), clock))
        case Unit.NONE:
            return None


def _end_of(day: date) -> datetime:
    return datetime.combine(day, _LAST_SECOND, UTC)


def _is_business_day(day: date, holidays: frozenset[date]) -> bool:
    return day.weekday() < _SATURDAY and day not in holidays


def _business_days_after(day: date, amount: int, holidays: frozenset[date]) -> date:
    """Return the business day that is the `amount`-th after `day`, not counting `day` itself."""
    while amount:
        day += _DAY
        amount -= _is_business_day(day, holidays)
    return day


def _months_after(day: date, clock: Clock) -> date:
    """Return the same day so many months later, clamped to the month's end and moved off a weekend if the
    law says.
    """
    months = day.year * 12 + (day.month - 1) + clock.amount
    year, month = divmod(months, 12)
    end = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    if clock.ends_on_business_day and not _is_business_day(end, clock.holidays):
        return _business_days_after(end, 1, clock.holidays)
    return end
