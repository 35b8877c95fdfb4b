"""What the desk writes to its log: when, how bad, and where in the code; never an address, a number or a word of anybody.

Django's own lines repeat the address that was asked for, which holds a receipt number, and the message of an error may
repeat what somebody wrote. So both are left out here, for every line.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType


class WithoutWords(logging.Formatter):
    """A line of the log is a JSON object: moment, level, logger, and for an error its kind and the way through the code."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; the message itself is never in it."""
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
        }
        if (status := getattr(record, "status_code", None)) is not None:
            said["status"] = status
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            said |= {"error": f"{kind.__module__}.{kind.__qualname__}", "way": places(trace)}
        return json.dumps(said)


def places(trace: TracebackType | None) -> str:
    """Return the functions and lines that an error went through, outermost first."""
    return " > ".join(
        f"{frame.f_globals.get('__name__', '?')}:{line}" for frame, line in traceback.walk_tb(trace)
    )
