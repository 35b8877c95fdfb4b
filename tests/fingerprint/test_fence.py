"""The process that decodes can do nothing but decode, and losing it loses one picture."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rescind.fingerprint import Fingerprint, NoDecoder, Reason, Unclear, close, of_image, of_images
from rescind.fingerprint.decoder import Decoder
from tests.fingerprint.sampled import image, processes

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the fence is highest on Linux")

ATTEMPTS = {
    "open a file to read": "open('/etc/hostname')",
    "open a file to write": "open('/dev/shm/rescind-test', 'w')",
    "open a socket": "socket.socket()",
    "a pair of sockets": "socket.socketpair()",
    "start a program": "os.execv('/bin/true', ['true'])",
    "start a process": "os.fork()",
    "run a command": "subprocess.run(['/bin/true'])",
    "remove a file": "os.unlink('/dev/shm/rescind-never-there')",
    "end another process": "os.kill(os.getppid(), 0)",
    "limit another process": "resource.prlimit(os.getppid(), resource.RLIMIT_CORE, (0, 0))",
    "more files": "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))",
    "take much memory": "bytearray(600 << 20)",
}

INSIDE = """
import os, resource, socket, subprocess
from rescind.fingerprint.fence import Fence
Fence()
try:
    {attempt}
except (OSError, ValueError, MemoryError) as refused:
    os.write(1, type(refused).__name__.encode())
else:
    os.write(1, b"done")
"""


def inside(attempt: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", INSIDE.format(attempt=attempt)], capture_output=True, check=False
    )
    return ran.stdout.decode()


@linux_only
@pytest.mark.parametrize("what", ATTEMPTS)
def test_behind_the_fence_nothing_can_be_reached(what: str) -> None:
    assert inside(ATTEMPTS[what]) in ("PermissionError", "OSError", "MemoryError", "ValueError")


@linux_only
def test_behind_the_fence_work_can_be_done() -> None:
    assert inside("bytearray(100 << 20)") == "done"


@linux_only
def test_files_and_sockets_are_refused_twice() -> None:
    """Even without the filter of system calls, the limit on open files holds."""
    unfiltered = INSIDE.replace(
        "Fence()", "from rescind.fingerprint import calls\ncalls.allow_only_harmless = bool\nFence()"
    )
    for attempt in ("open('/etc/hostname')", "socket.socket()"):
        ran = subprocess.run(
            [sys.executable, "-c", unfiltered.format(attempt=attempt)], capture_output=True, check=False
        )
        assert ran.stdout == b"OSError"


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The one decoding process, started while there is a secret to inherit."""
    monkeypatch.setenv("RESCIND_TEST_SECRET", "open sesame")
    close()
    secret = os.open("/etc/hostname", os.O_RDONLY)
    os.set_inheritable(secret, True)
    of_image(image("base-cat.jpg"))
    (process,) = processes()
    yield Path(f"/proc/{process}")
    os.close(secret)


@linux_only
def test_the_running_process_is_fenced_and_inherits_nothing(running: Path) -> None:
    status = dict(line.split(":", 1) for line in (running / "status").read_text().splitlines())
    assert status["Seccomp"].strip() == "2"
    assert status["NoNewPrivs"].strip() == "1"
    limits = {
        line[:25].strip(): line[26:].split()[:2] for line in (running / "limits").read_text().splitlines()
    }
    for what in ("Max open files", "Max file size", "Max core file size"):
        assert limits[what] == ["0", "0"], what
    assert limits["Max address space"][0] != "unlimited"
    assert limits["Max cpu time"][0] != "unlimited"
    assert b"sesame" not in (running / "environ").read_bytes()
    opened = {str(descriptor.readlink()) for descriptor in (running / "fd").iterdir()}
    assert all(name.startswith("pipe:") or name == "/dev/null" for name in opened), opened


@linux_only
def test_a_process_killed_in_the_middle_loses_one_picture() -> None:
    content = image("big-12mp.jpg")
    answers = []
    for key, answer in of_images((number, content) for number in range(8)):
        answers.append((key, answer))
        if key == 1:
            for process in processes():
                os.kill(process, signal.SIGKILL)
    assert [key for key, _ in answers] == list(range(8))
    lost = [answer for _, answer in answers if isinstance(answer, Unclear)]
    assert [unclear.reason for unclear in lost] == [Reason.DECODER_DIED]


@linux_only
def test_a_process_killed_while_idle_loses_nothing() -> None:
    of_image(image("base-cat.jpg"))
    for process in processes():
        os.kill(process, signal.SIGKILL)
        os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert of_image(image("base-cat.jpg")).quality == 100


@linux_only
def test_a_process_is_used_for_many_pictures_and_replaced_after_many() -> None:
    decoder, used = Decoder(most_pictures=5), []
    for _ in range(12):
        decoder.send(image("1x1.png"))
        assert isinstance(decoder.answer(), Fingerprint)
        decoder.send(image("1x1.png"))
        used.append(decoder.process_id)
        assert isinstance(decoder.answer(), Fingerprint)
    decoder.close()
    assert 4 <= len(set(used)) <= 6


def pretending(body: str) -> tuple[str, ...]:
    """The command of a decoding process that says it is ready and then misbehaves."""
    head = "import os, signal, sys; os.write(1, b'\\5\\0\\0\\0ready'); read = sys.stdin.buffer.read1; "
    return (sys.executable, "-I", "-c", head + body)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("read(); signal.pause()", Reason.TOO_SLOW),
        ("signal.pause()", Reason.TOO_SLOW),
        ("read(); os.kill(os.getpid(), signal.SIGPROF); signal.pause()", Reason.TOO_SLOW),
        ("read(); os.kill(os.getpid(), signal.SIGSEGV)", Reason.DECODER_DIED),
        ("read(); os._exit(0)", Reason.DECODER_DIED),
        ("read(); os.write(1, b'\\2\\0\\0\\0{}'); signal.pause()", Reason.DECODER_DIED),
        ("read(); os.write(1, b'\\xff\\xff\\xff\\xff'); signal.pause()", Reason.DECODER_DIED),
        ("read(); os.write(1, b'\\3\\0\\0\\0[1]'); signal.pause()", Reason.DECODER_DIED),
        ("read(); os.write(1, b'\\2\\0\\0\\0\\xff\\xff'); signal.pause()", Reason.DECODER_DIED),
    ],
)
def test_a_process_that_misbehaves_is_ended_and_the_picture_is_unclear(body: str, reason: Reason) -> None:
    decoder = Decoder(pretending(body), seconds=0.3)
    for _ in range(2):
        decoder.send(bytes(3 << 20) if "read" not in body else b"123")
        answer = decoder.answer()
        assert isinstance(answer, Unclear)
        assert answer.reason is reason
    decoder.close()
    assert decoder.process_id is None


@pytest.mark.parametrize(
    "command", [("/nonexistent/decoder",), (sys.executable, "-c", ""), (sys.executable, "-c", "print(1)")]
)
def test_without_a_decoder_no_picture_is_blamed(command: tuple[str, ...]) -> None:
    with pytest.raises(NoDecoder) as none:
        Decoder(command).send(image("1x1.png"))
    assert str(none.value).endswith(".")


@linux_only
def test_an_interrupted_run_leaves_no_process_with_half_a_picture() -> None:
    looking = of_images((number, image("base-dogs.jpg")) for number in range(9))
    next(looking)
    looking.close()
    assert of_image(image("base-cat.jpg")).how.width == 451
    close()
    assert not processes()
