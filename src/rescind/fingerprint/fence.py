"""The fence around the process that decodes: what it gives up before it sees the first untrusted byte.

Everywhere: a process of its own, an empty environment, no open files but its two pipes. Where the system has
resource limits (Linux, macOS): no file may be opened or written, no core dump, bounded processor time. On
Linux also: bounded memory, no new privileges, and a list of allowed system calls
(`rescind.fingerprint.calls`). What a system does not have is left out, and the time limit kept by the parent
still holds.
"""

import math
import signal
import sys
import time
from pathlib import Path

from rescind.fingerprint import calls

if sys.platform != "win32":
    import resource

HEADROOM = 224 << 20
"""Address space for one picture beyond what the idle process has; see docs/decisions/0002-decoding.md."""


class Fence:
    """Closed when made. `headroom` bytes of memory may be used on top of what is used now."""

    def __init__(self, headroom: int = HEADROOM) -> None:
        self._idle = _address_space()
        self._headroom = self._spent = 0
        self.allow_memory(headroom)
        if sys.platform != "win32":
            for what in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NOFILE):
                resource.setrlimit(what, (0, 0))
        calls.allow_only_harmless()

    def allow_memory(self, headroom: int) -> None:
        """Let the process grow by so many bytes over its idle size; nothing where that cannot be measured."""
        if sys.platform == "linux" and self._idle and headroom != self._headroom:
            self._headroom = headroom
            resource.setrlimit(resource.RLIMIT_AS, (self._idle + headroom, resource.RLIM_INFINITY))

    def allow_seconds(self, seconds: float) -> None:
        """Let the process use so much processor time from now on; the system ends it when that is used up."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_PROF, seconds)
            spent = math.ceil(time.process_time() + seconds) + 1
            if spent != self._spent:
                self._spent = spent
                resource.setrlimit(resource.RLIMIT_CPU, (spent, resource.RLIM_INFINITY))


def _address_space() -> int:
    """Return the bytes of address space in use, 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    if sys.platform != "linux" or not told.exists():
        return 0
    return int(told.read_text("ascii").split()[0]) * resource.getpagesize()
