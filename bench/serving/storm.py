"""Calls to a server as many as it takes: some connections, each with one call under way, from one thread."""

import selectors
import socket
import time
from dataclasses import dataclass, field

HEAD_ENDS = b"\r\n\r\n"


@dataclass
class Line:
    """One connection, and the call under way on it."""

    socket: socket.socket
    began: float = 0.0
    heard: bytearray = field(default_factory=bytearray)


@dataclass(frozen=True)
class Measured:
    """What came of a storm: seconds for all of it and for each call, and the bodies, by the number of the call."""

    seconds: float
    each: list[float]
    bodies: list[bytes]

    @property
    def a_second(self) -> float:
        """Calls a second."""
        return len(self.each) / self.seconds

    def within(self, share: float) -> float:
        """Milliseconds within which this share of the calls was answered."""
        ranked = sorted(self.each)
        return 1000 * ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def storm(port: int, calls: list[bytes], *, connections: int, keep: bool) -> Measured:
    """Send every call once; with `keep` a connection is used again, else each call has one of its own."""
    each, bodies = [0.0] * len(calls), [b""] * len(calls)
    waiting = iter(enumerate(calls))
    started = time.perf_counter()
    with selectors.DefaultSelector() as ready:
        open_now = sum(send_next(ready, waiting, None, port) for _ in range(connections))
        while open_now:
            for key, _ in ready.select(30):
                number, line = key.data
                body = hear(line)
                if body is None:
                    continue
                each[number], bodies[number] = time.perf_counter() - line.began, body
                ready.unregister(line.socket)
                if not keep:
                    line.socket.close()
                open_now -= not send_next(ready, waiting, line.socket if keep else None, port)
    return Measured(time.perf_counter() - started, each, bodies)


def send_next(ready: selectors.BaseSelector, waiting, kept: socket.socket | None, port: int) -> bool:  # type: ignore[no-untyped-def]
    """Send the next call there is; false when there is none."""
    following = next(waiting, None)
    if following is None:
        if kept is not None:
            kept.close()
        return False
    number, call = following
    began = time.perf_counter()
    line = Line(kept or socket.create_connection(("127.0.0.1", port)), began)
    line.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    line.socket.sendall(call)
    ready.register(line.socket, selectors.EVENT_READ, (number, line))
    return True


def hear(line: Line) -> bytes | None:
    """The body, when all of it is there."""
    line.heard += line.socket.recv(65536)
    head, ends, body = bytes(line.heard).partition(HEAD_ENDS)
    if not ends:
        return None
    assert b" 200 " in head.partition(b"\r\n")[0], head
    lower = head.lower()
    length = int(lower.partition(b"content-length:")[2].partition(b"\r\n")[0])
    return body if len(body) >= length else None
