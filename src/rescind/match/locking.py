"""One writer at a time, across threads and processes: a lock on a file, held for microseconds or for a whole merge.

The operating system lets go of it when a process dies, so a dead writer blocks nobody.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

if sys.platform != "win32":
    import fcntl

OWNER_ONLY = 0o600


class Lock:
    """A lock on one file, taken and let go of as often as one likes. The file is made when it is first taken.

    Within a process every `Lock` counts by itself, so two that were opened on one file keep each other out too. One
    held by this thread already may not be taken again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._inside = threading.Lock()
        self._open: _Opened | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock, waiting for it as long as another holds it. Raises OSError where it cannot be made."""
        with self._inside:
            opened = self._opened()
            opened.take()
            try:
                yield
            finally:
                opened.let_go()

    @contextmanager
    def held_if_free(self) -> Iterator[bool]:
        """Hold the lock if nobody else does, without waiting; yields whether it is held."""
        if not self._inside.acquire(blocking=False):
            yield False
            return
        try:
            opened = self._opened()
            if not opened.take_if_free():
                yield False
                return
            try:
                yield True
            finally:
                opened.let_go()
        finally:
            self._inside.release()

    def close(self) -> None:
        """Let go of the file itself."""
        with self._inside:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _opened(self) -> "_Opened":
        # A forked child would share the parent's lock with it, and neither would keep the other out.
        if self._open is None or self._open.process != os.getpid():
            self._open = _Opened(self._path)
        return self._open


if sys.platform != "win32":

    class _Opened:
        """The file kept open, so that taking the lock is one system call."""

        def __init__(self, path: Path) -> None:
            self.process = os.getpid()
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNER_ONLY)

        def take(self) -> None:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX)

        def take_if_free(self) -> bool:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

        def let_go(self) -> None:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

        def close(self) -> None:
            with contextlib.suppress(OSError):
                os.close(self._descriptor)

else:

    class _Opened:
        """The same by way of filelock, which opens the file anew each time."""

        def __init__(self, path: Path) -> None:
            self.process = os.getpid()
            self._lock = FileLock(path, mode=OWNER_ONLY)

        def take(self) -> None:
            self._lock.acquire()

        def take_if_free(self) -> bool:
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                return False
            return True

        def let_go(self) -> None:
            self._lock.release()

        def close(self) -> None:
            self._lock.release(force=True)
