"""End a process that does not answer in time, from a thread of its own, so that pipes need no time limits.

The clock is the computer's own running time: this is about a process that hangs, not about any date.
"""

import threading
import time
from subprocess import Popen

_LOOK_EVERY = 0.1


class Watch:
    """Kills each watched process whose time is up. One thread, which ends when there is nothing to watch."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until: dict[Popen[bytes], float] = {}
        self._looking = False

    def expect(self, process: Popen[bytes], seconds: float) -> None:
        """Kill the process unless `expect` or `forget` is called for it within so many seconds."""
        with self._lock:
            self._until[process] = time.monotonic() + seconds
            if not self._looking:
                self._looking = True
                threading.Thread(target=self._look, name="rescind-watch", daemon=True).start()

    def forget(self, process: Popen[bytes]) -> bool:
        """Let the process take its time from now on; return False when it was killed for being late, or never
        watched.
        """
        with self._lock:
            return self._until.pop(process, None) is not None

    def _look(self) -> None:
        while self._end_the_late():
            time.sleep(_LOOK_EVERY)

    def _end_the_late(self) -> bool:
        """Kill what is late; return whether there is anything left to watch."""
        with self._lock:
            now = time.monotonic()
            late = [process for process, until in self._until.items() if until <= now]
            for process in late:
                process.kill()
                del self._until[process]
            self._looking = bool(self._until)
            return self._looking
