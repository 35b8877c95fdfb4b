"""The exit codes, alone in their file so that scripts and tests have one place to look."""

from enum import IntEnum


class Exit(IntEnum):
    """What the number after a command means. A number, once given a meaning, keeps it."""

    DONE = 0
    """It was done; for `check`: everything was looked at and nothing was found."""

    FOUND = 1
    """`check` found at least one copy (whether or not everything could be looked at); `due --overdue` found one."""

    USAGE = 2
    """The command was not understood."""

    NOT_EVERYTHING = 3
    """Nothing was found in what could be looked at, but not everything could be; or a file was unclear."""

    ERROR = 4
    """Something else went wrong; the message says what."""

    UNDER_18 = 5
    """Stopped at the age question. Nothing was fingerprinted or kept."""

    CASE = 6
    """The case file could not be opened or written. It is as it was before."""

    INCOMPLETE = 7
    """A request lacks something its law asks for, or may not take that step. Nothing was written."""

    DESK = 8
    """The desk is not set up right, or its journal is not as it was written; the message names every fault."""

    INTERRUPTED = 130
    """Stopped by the person (Ctrl-C)."""
