"""What the desk writes to its log: when, how bad, and where in the code; never an address, a number or a word of anybody.

Django's own lines repeat the address that was asked for, which holds a receipt number, and the message of an error may
repeat what somebody wrote. So both are left out here, for every line.
"""

import logging
import traceback
from types import TracebackType


class WithoutWords(logging.Formatter):
    """A line of the log as: moment, level, logger, and for an error its kind and the places in the code it went through."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; the message itself is never in it."""
        said = f"{self.formatTime(record)} {record.levelname} {record.name} {getattr(record, 'status_code', '')}".rstrip()
        if not record.exc_info or record.exc_info[0] is None:
            return said
        kind, _, trace = record.exc_info
        return f"{said} {kind.__module__}.{kind.__qualname__} at {places(trace)}"


def places(trace: TracebackType | None) -> str:
    """Return the functions and lines that an error went through, outermost first."""
    return " > ".join(
        f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in traceback.walk_tb(trace)
    )
