"""The clock of this door, and the only place in the program that reads what time it is for a person's affairs."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now, aware, in UTC, to the second: finer than that nobody needs in a letter or a record."""
    return datetime.now(UTC).replace(microsecond=0)
