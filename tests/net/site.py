"""A web site on loopback that answers exactly the bytes a test wants, at the pace it wants, and keeps what
was asked.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from rescind.net import Outside

HOST = "127.0.0.1"
PUBLIC = "93.184.215.14"


@dataclass
class Caller:
    """One connection the site took: what was asked, and the way to answer. `over` is set when the test ends."""

    asked: str
    connection: socket.socket
    over: threading.Event

    @property
    def path(self) -> str:
        return self.asked.split(" ", 2)[1]

    def say(self, content: bytes) -> None:
        self.connection.sendall(content)

    def drip(self, content: bytes, *, every: float) -> None:
        """Send one byte after the other until the caller or the test is gone."""
        for byte in content:
            self.say(bytes([byte]))
            if self.over.wait(every):
                return

    def hang(self) -> None:
        """Say nothing more until the test is over."""
        self.over.wait(10)


Answer = Callable[[Caller], None]


@dataclass
class Site:
    """A running site. `asked` holds each request's head as it came."""

    port: int
    asked: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [head.split(" ", 2)[1] for head in self.asked]


def reply(body: bytes = b"", *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """Return a whole, honest answer."""
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers, "", "")
    return "\r\n".join(lines).encode("latin-1") + body


@contextmanager
def site(answer: Answer, *, protected: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a site for the length of the block."""
    over = threading.Event()
    listening = socket.create_server((HOST, 0))
    here = Site(listening.getsockname()[1])
    taking = threading.Thread(
        target=_take_calls, args=(listening, here, answer, over, protected), daemon=True
    )
    taking.start()
    try:
        yield here
    finally:
        over.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        taking.join(5)


def _take_calls(
    listening: socket.socket,
    here: Site,
    answer: Answer,
    over: threading.Event,
    protected: ssl.SSLContext | None,
) -> None:
    calls = []
    with suppress(OSError):
        while True:
            connection, _ = listening.accept()
            call = threading.Thread(
                target=_take_call, args=(connection, here, answer, over, protected), daemon=True
            )
            call.start()
            calls.append(call)
    for call in calls:
        call.join(5)


def _take_call(
    connection: socket.socket,
    here: Site,
    answer: Answer,
    over: threading.Event,
    protected: ssl.SSLContext | None,
) -> None:
    with suppress(OSError), connection:
        talking = protected.wrap_socket(connection, server_side=True) if protected else connection
        with talking:
            head = b""
            while b"\r\n\r\n" not in head:
                received = talking.recv(65536)
                if not received:
                    return
                head += received
            here.asked.append(head.decode("latin-1"))
            answer(Caller(here.asked[-1], talking, over))


def outside(names: dict[str, list[str]], ports: dict[str, int] | None = None) -> Outside:
    """Return a way out on which names have these numbers, and a call to any number reaches loopback.

    `ports` maps a number to the port its calls reach; else the port asked for.
    """

    def look_up(host: str, port: int) -> list[str]:
        return names.get(host, [host] if host[0].isdigit() or ":" in host else [])

    def dial(number: str, port: int, seconds: float) -> socket.socket:
        return socket.create_connection((HOST, (ports or {}).get(number, port)), seconds)

    return Outside(look_up, dial)
