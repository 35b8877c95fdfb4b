"""A mail server on this machine: takes mail or refuses it, and keeps what it took."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """What came in, as it came; `refuse` answers each receiver with that line from then on."""

    port: int
    taken: list[str] = field(default_factory=list)
    refuse: str = ""


@contextmanager
def taking_mail() -> Iterator[Mailbox]:
    """Take mail at a port of this machine until the end of the block."""

    class Door(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(line.encode() + b"\r\n")

        def handle(self) -> None:
            self.say("220 here")
            while line := self.rfile.readline().decode().strip():
                word = line.split()[0].upper()
                if word == "QUIT":
                    self.say("221 bye")
                    return
                if word == "RCPT" and box.refuse:
                    self.say(box.refuse)
                elif word == "DATA":
                    self.say("354 go on")
                    self.take()
                else:
                    self.say("250 ok")

        def take(self) -> None:
            lines = iter(lambda: self.rfile.readline().decode().rstrip("\r\n"), ".")
            box.taken.append("\n".join(lines))
            self.say("250 taken")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Door) as server:
        box = Mailbox(server.server_address[1])
        turning = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        turning.start()
        yield box
        server.shutdown()
        turning.join()
