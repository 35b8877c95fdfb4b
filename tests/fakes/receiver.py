"""A platform's receiver on this machine: keeps every call, and answers each as it was told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call as it arrived; header names are in small letters."""

    path: str
    headers: dict[str, str]
    content: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.content)


@dataclass(frozen=True)
class Reply:
    """What to answer with."""

    status: int = 204
    content: bytes = b""
    media_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


Answering = Callable[[Call], Reply]


@dataclass
class Receiver:
    """What came in, in order, and what is answered from now on."""

    address: str
    calls: list[Call] = field(default_factory=list)
    answer: Answering = lambda call: Reply()

    def of(self, kind: str) -> list[Call]:
        return [one for one in list(self.calls) if one.body["kind"] == kind]


@contextmanager
def receiving(port: int = 0) -> Iterator[Receiver]:
    """Receive at a port of this machine until the end of the block."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            call = Call(self.path, {k.lower(): v for k, v in self.headers.items()}, content)
            receiver.calls.append(call)
            reply = receiver.answer(call)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(reply.content)))
            self.end_headers()
            self.wfile.write(reply.content)

        def log_message(self, *said: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Door)
    receiver = Receiver(f"http://127.0.0.1:{server.server_address[1]}/hook")
    turning = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    turning.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        turning.join()
