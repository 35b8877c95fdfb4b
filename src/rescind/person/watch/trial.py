"""Try in a process of its own whether a page can be taken apart in bounded time and memory.

The parser takes time by the square of how deep elements nest and of how many attributes one element has, and
a few kilobytes of unclosed formatting can make millions of elements. No search of the text tells such a page
from a good one for sure, and a parser at work cannot be stopped. A process can.
"""

import subprocess
import sys
from pathlib import Path

from rescind.person.watch import layers
from rescind.person.watch.unreadable import NotReadable

TRIED_ABOVE = 8_000
"""Characters. A shorter page cannot take a second, however it is built."""

_COMMAND = (sys.executable, "-I", layers.__file__)
_BUSY = 5  # on a busy computer a second of work takes a few


def insist_it_ends(text: str) -> None:
    """Raise NotReadable when taking the page apart would take too long, too much memory, or makes too many
    elements.
    """
    if len(text) <= TRIED_ABOVE:
        return
    try:
        tried = subprocess.run(  # noqa: S603  # a fixed command, no shell
            _COMMAND,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=Path(sys.executable).anchor,
            timeout=_BUSY * layers.seconds_for(len(text)),
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError):
        raise NotReadable from None
    if tried.returncode != 0:
        raise NotReadable
