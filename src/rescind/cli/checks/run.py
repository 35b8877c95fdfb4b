"""A check that runs beside the pages: what it told so far, who follows it, how it is stopped.

It ends at once when it is stopped, though the site that was being asked may be slow: that one answer is not waited for, and
no other is asked. When nobody follows it any more, because the tab was closed, it stops by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from threading import Condition, Event, Lock, Thread

from rescind.cli.checks.markup import Html, paragraph
from rescind.person.sighting import Event as Told
from rescind.words import language, phrase

HEARTBEAT = 1.0
"""Seconds after which a follower is sent a space, so that one who left is noticed."""


class Run:
    """One check, told in one language. Of those that share a `turn`, one at a time calls anybody."""

    def __init__(self, spoken: str, turn: Lock) -> None:
        self.whole = True
        """Whether every event came that there was to come."""
        self._spoken, self._turn = spoken, turn
        self._changed = Condition()
        self._told: list[Html] = []
        self._followers = 0
        self._ended = False
        self._stopped = Event()
        self._arriving: SimpleQueue[Told | None] = SimpleQueue()

    @property
    def ended(self) -> bool:
        """Whether nothing more will be told."""
        return self._ended

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before its end."""
        return self._stopped.is_set()

    def start(self, work: Callable[[Run], None]) -> None:
        """Begin the work, in a thread of its own; returns at once."""
        Thread(target=self._run, args=(work,), daemon=True).start()

    def stop(self) -> None:
        """End it as soon as can be. Does nothing to one that ended."""
        if not self._ended:
            self._stopped.set()
            self._arriving.put(None)

    def tell(self, piece: Html) -> None:
        """Say something to whoever follows, now or later."""
        with self._changed:
            self._told.append(piece)
            self._changed.notify_all()

    def heard(self, events: Callable[[], Iterable[Told]]) -> Iterator[Told]:
        """Yield the events as they come, until there are no more or the check is stopped."""
        arriving = self._arriving = SimpleQueue()
        if not self._turn.acquire(blocking=False):
            self.tell(paragraph(phrase("One moment. The check before this one is still ending.")))
        else:
            self._turn.release()
        Thread(target=self._listen, args=(events, arriving), daemon=True).start()
        while not self.stopped and (event := arriving.get()) is not None:
            yield event

    def follow(self) -> Iterator[bytes]:
        """Yield what was told so far, and then what is told, until the end. The last one to leave stops the check."""
        with self._changed:
            self._followers += 1
        try:
            for piece in self._pieces():
                yield piece.encode("utf-8")
        finally:
            with self._changed:
                self._followers -= 1
                left_alone = not self._followers
            if left_alone:
                self.stop()

    def _pieces(self) -> Iterator[Html]:
        given = 0
        while True:
            with self._changed:
                if given == len(self._told) and not self._ended:
                    self._changed.wait(HEARTBEAT)
                pieces, given = self._told[given:], len(self._told)
                ended = self._ended
            yield from pieces or (Html("\n"),)
            if ended and given == len(self._told):
                return

    def _run(self, work: Callable[[Run], None]) -> None:
        try:
            with language(self._spoken):
                work(self)
        finally:
            with self._changed:
                self._ended = True
                self._changed.notify_all()

    def _listen(self, events: Callable[[], Iterable[Told]], arriving: SimpleQueue[Told | None]) -> None:
        """Put every event into the queue, one check at a time, and None at the end."""
        whole = False
        try:
            with language(self._spoken), self._turn:
                for event in () if self.stopped else events():
                    arriving.put(event)
                    if self.stopped:
                        return
                whole = True
        finally:
            self.whole &= whole
            arriving.put(None)
