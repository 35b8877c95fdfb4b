"""A decoder that does not end: pictures in, answers out in the same order, a new process whenever one is
lost.
"""

from collections import deque
from typing import NamedTuple

from rescind.fingerprint import wire
from rescind.fingerprint.limits import MOST_CONTENT
from rescind.fingerprint.process import COMMAND, DiedError, Process
from rescind.fingerprint.unclear import Reason, Unclear
from rescind.fingerprint.values import Fingerprint, Wanted
from rescind.fingerprint.watch import Watch

SECONDS = 20.0
"""How long one picture may take by the clock, however busy the computer is."""

MOST_PICTURES = 2000
"""After so many pictures the process is replaced, whatever a decoder may have left behind in it."""

EVERY_TURN = Wanted()


class _Asked(NamedTuple):
    content: bytes
    wanted: Wanted

    @property
    def too_large(self) -> bool:
        return len(self.content) > MOST_CONTENT


class Decoder:
    """Decodes pictures one at a time in a process of its own. Not for two threads at once."""

    def __init__(
        self, command: tuple[str, ...] = COMMAND, seconds: float = SECONDS, most_pictures: int = MOST_PICTURES
    ) -> None:
        self._command = command
        self._seconds = seconds
        self._most_pictures = most_pictures
        self._watch = Watch()
        self._process: Process | None = None
        self._asked: deque[_Asked] = deque()
        self._answered = 0

    @property
    def process_id(self) -> int | None:
        """The process that runs now; None before the first picture and after `close`."""
        return self._process.pid if self._process else None

    @property
    def waiting(self) -> int:
        """How many pictures were sent and not answered."""
        return len(self._asked)

    def send(self, content: bytes, wanted: Wanted = EVERY_TURN) -> None:
        """Send one picture. Raises NoDecoder when no process can be started."""
        asked = _Asked(content, wanted)
        if not self._asked:
            self._renew_if_gone().expect_within(self._seconds)
        self._asked.append(asked)
        self._ask(asked)

    def answered(self) -> bool:
        """Whether the oldest answer can be had without waiting."""
        return self._asked[0].too_large or (self._process is not None and self._process.answered())

    def answer(self) -> Fingerprint | Unclear:
        """Return the answer to the oldest picture sent; the picture a process died of is Unclear, no other
        is.

        Raises NoDecoder when a lost process cannot be replaced.
        """
        if self._asked[0].too_large:
            self._asked.popleft()
            return Unclear(Reason.TOO_LARGE)
        answer, lost = self._hear()
        if lost and self._answered > 1 and _short_of_memory(answer):
            self._replace()
            return self.answer()
        self._asked.popleft()
        if lost or self._answered >= self._most_pictures:
            self._replace()
        elif self._process and not self._asked:
            self._process.rest()
        elif self._process:
            self._process.expect_within(self._seconds)
        return answer

    def close(self) -> None:
        """End the process and forget what was sent."""
        self._asked.clear()
        self._end()

    def _hear(self) -> tuple[Fingerprint | Unclear, bool]:
        """Return the next answer, and whether the process is of no more use."""
        assert self._process
        try:
            answer = wire.read_answer(self._process.hear(), self._asked[0].wanted)
        except (DiedError, wire.GarbledError):
            return Unclear(self._end()), True
        self._answered += 1
        return answer, _short_of_memory(answer)

    def _replace(self) -> None:
        """End the process, and ask a new one for all that is not answered."""
        self._end()
        if self._asked:
            self._renew_if_gone().expect_within(self._seconds)
        for asked in tuple(self._asked):
            self._ask(asked)

    def _renew_if_gone(self) -> Process:
        if self._process is None or not self._process.runs():
            self._end()
            self._process = Process(self._command, self._watch)
            self._answered = 0
        return self._process

    def _ask(self, asked: _Asked) -> None:
        if self._process and not asked.too_large:
            self._process.ask(asked.content, asked.wanted)

    def _end(self) -> Reason:
        process, self._process = self._process, None
        return process.end() if process else Reason.DECODER_DIED


def _short_of_memory(answer: Fingerprint | Unclear) -> bool:
    return isinstance(answer, Unclear) and answer.reason is Reason.TOO_MUCH_MEMORY
