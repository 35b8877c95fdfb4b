"""The processes that stand ready for the next video: starting one takes longer than a first look at most videos.

One that had trouble with a video, or has seen many, is not used again.
"""

import atexit
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from rescind.fingerprint.process import COMMAND, Process
from rescind.fingerprint.watch import Watch

CHILD: Final = (*COMMAND[:-1], "rescind.fingerprint.video.child")

MOST_VIDEOS: Final = 40
"""After so many videos a process is replaced, whatever a decoder may have left behind in it."""

_idle: list["Lent"] = []
_lock = threading.Lock()


@dataclass(slots=True)
class Lent:
    """A process for one video. Whoever has it says that it is `sound` when all went well."""

    process: Process
    videos: int = 0
    sound: bool = False


@contextmanager
def borrowed() -> Iterator[Lent]:
    """Lend a process. Raises NoDecoder when none can be started."""
    lent = _taken() or Lent(Process(CHILD, Watch()))
    lent.videos += 1
    lent.sound = False
    try:
        yield lent
    finally:
        _give_back(lent)


def close() -> None:
    """End the processes that stand idle."""
    with _lock:
        ending, _idle[:] = tuple(_idle), ()
    for lent in ending:
        lent.process.end()


def _taken() -> Lent | None:
    with _lock:
        while _idle:
            lent = _idle.pop()
            if lent.process.runs():
                return lent
            lent.process.end()
    return None


def _give_back(lent: Lent) -> None:
    if lent.sound and lent.videos < MOST_VIDEOS:
        with _lock:
            _idle.append(lent)
    else:
        lent.process.end()


def _forget_after_fork() -> None:
    """A forked child must not talk through its parent's pipes."""
    global _lock
    _lock = threading.Lock()
    _idle.clear()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_after_fork)
