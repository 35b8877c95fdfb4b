"""What a process goes by without asking the database each time: read at most half a second ago.

So what changes is heeded everywhere within a second.
"""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Generic, TypeVar

from django.conf import settings

FRESH: Final = timedelta(milliseconds=500)

T = TypeVar("T")


class Lately(Generic[T]):
    """Keeps what `read` returned for the desk at hand. Threads of one process share it."""

    def __init__(self, read: Callable[[datetime], T]) -> None:
        self._read = read
        self._turn = threading.Lock()
        self._last: tuple[datetime, Path, T] | None = None

    def __call__(self, now: datetime) -> T:
        """Return what was read a moment ago; read it when that is too long ago, or was of another desk's folder."""
        with self._turn:
            if self._last is None or not self._is_fresh(*self._last[:2], now):
                self._last = (now, settings.DESK_FOLDER, self._read(now))
            return self._last[2]

    def _is_fresh(self, at: datetime, folder: Path, now: datetime) -> bool:
        return abs(now - at) <= FRESH and folder == settings.DESK_FOLDER
