"""Moments as people write them, always in UTC so that both sides of a letter read the same one."""

from datetime import UTC, datetime

from rescind.words.catalogue import phrase


def month(number: int) -> str:
    """Return the name of a month, 1 to 12, in the current language."""
    return (
        phrase("January"),
        phrase("February"),
        phrase("March"),
        phrase("April"),
        phrase("May"),
        phrase("June"),
        phrase("July"),
        phrase("August"),
        phrase("September"),
        phrase("October"),
        phrase("November"),
        phrase("December"),
    )[number - 1]


def long_moment(moment: datetime) -> str:
    """Return the moment as "24 November 2026, 14:05 UTC"; raise ValueError if it carries no time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    at = moment.astimezone(UTC)
    return phrase(
        "{day} {month} {year}, {time} UTC",
        day=at.day,
        month=month(at.month),
        year=at.year,
        time=f"{at:%H:%M}",
    )


def long_day(moment: datetime) -> str:
    """Return the day of the moment in UTC as "24 November 2026"; raise ValueError without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    at = moment.astimezone(UTC)
    return phrase("{day} {month} {year}", day=at.day, month=month(at.month), year=at.year)
