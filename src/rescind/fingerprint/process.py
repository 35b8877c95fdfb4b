"""One process that decodes, seen from this side: started clean, asked through one pipe, heard through
another.
"""

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from rescind.fingerprint import wire
from rescind.fingerprint.unclear import NoDecoder, Reason
from rescind.fingerprint.values import Wanted
from rescind.fingerprint.watch import Watch

if sys.platform == "linux":
    import fcntl

COMMAND = (sys.executable, "-I", "-X", "lazy_imports=none", "-m", "rescind.fingerprint.child")
"""Isolated from environment and current folder; and all loading is done at once, before the fence closes."""

_SECONDS_TO_START = 60.0
_PIPE_BYTES = 1 << 20
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",  # each thread would take address space that pictures need
    "MALLOC_ARENA_MAX": "1",  # likewise
    "MALLOC_TOP_PAD_": str(8 << 20),  # memory of small pictures is kept for the next one,
    "MALLOC_MMAP_THRESHOLD_": str(4 << 20),  # which the system would otherwise clear again
    "MALLOC_TRIM_THRESHOLD_": str(16 << 20),
}
_WINDOWS_NEEDS = ("SYSTEMROOT",)
_TIME_IS_UP = {-int(getattr(signal, name)) for name in ("SIGPROF", "SIGXCPU") if hasattr(signal, name)}


class DiedError(Exception):
    """The process is gone, or what it says makes no sense."""


class Process:
    """A running process that has said that it is ready. Raises NoDecoder when it does not come to that."""

    def __init__(self, command: tuple[str, ...], watch: Watch) -> None:
        self._watch = watch
        try:
            self._popen = _started(command)
        except OSError:
            raise NoDecoder from None
        assert self._popen.stdin
        assert self._popen.stdout
        self._questions, self._answers = self._popen.stdin.fileno(), self._popen.stdout.fileno()
        self._await_ready()

    @property
    def pid(self) -> int:
        """The number the system knows the process by."""
        return self._popen.pid

    def runs(self) -> bool:
        """Whether the process has not ended."""
        return self._popen.poll() is None

    def expect_within(self, seconds: float) -> None:
        """Have the process killed unless it answers, and this is called again, in so many seconds."""
        self._watch.expect(self._popen, seconds)

    def rest(self) -> None:
        """Expect nothing for now."""
        self._watch.forget(self._popen)

    def ask(self, content: bytes, wanted: Wanted) -> None:
        """Send one picture; return when the process has taken all of it, or has died, which its answer will
        show.
        """
        self.tell(wire.question_bytes(wanted, len(content)), content)

    def tell(self, header: bytes, content: bytes) -> None:
        """Send these bytes as `ask` sends a picture."""
        with suppress(BrokenPipeError):
            _write_all(self._questions, header, content)

    def answered(self) -> bool:
        """Whether an answer lies ready; False where the system cannot tell without waiting."""
        return sys.platform != "win32" and bool(select.select([self._answers], [], [], 0)[0])

    def hear(self) -> bytes:
        """Return the next answer. Raises DiedError."""
        (length,) = wire.LENGTH.unpack(_read_all(self._answers, wire.LENGTH.size))
        if length > wire.LONGEST_ANSWER:
            raise DiedError
        return _read_all(self._answers, length)

    def end(self) -> Reason:
        """End the process, and return why it had died, should it have died by itself or for being late."""
        late = not self._watch.forget(self._popen)
        self._popen.kill()
        code = self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe:
                pipe.close()
        return Reason.TOO_SLOW if late or code in _TIME_IS_UP else Reason.DECODER_DIED

    def _await_ready(self) -> None:
        self.expect_within(_SECONDS_TO_START)
        try:
            ready = self.hear() == wire.READY
        except DiedError:
            ready = False
        if not ready:
            self.end()
            raise NoDecoder


def _started(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start the process with an empty environment, no files of ours, and out of reach of a Ctrl-C meant for
    us.
    """
    kept = {name: os.environ[name] for name in _WINDOWS_NEEDS if name in os.environ}
    process = subprocess.Popen(  # noqa: S603  # a fixed command, no shell
        command,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_ENVIRONMENT | kept,
        cwd=Path(sys.executable).anchor,
        start_new_session=True,
    )
    if sys.platform == "linux":
        assert process.stdin
        fcntl.fcntl(process.stdin.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return process


def _write_all(pipe: int, header: bytes, content: bytes) -> None:
    if len(content) <= _PIPE_BYTES >> 2:
        header, content = header + content, b""
    for piece in (header, content):
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(pipe, rest) :]


def _read_all(pipe: int, length: int) -> bytes:
    """Return exactly so many bytes. Raises DiedError when the pipe ends before."""
    heard = b""
    while len(heard) < length:
        more = os.read(pipe, length - len(heard))
        if not more:
            raise DiedError
        heard += more
    return heard
