"""A server that shows the page with an offer, and writes down every byte that it is sent."""

from __future__ import annotations

import email
import email.policy
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath

from rescind.net.showing import MEDIA_TYPES
from rescind.page_files import KEEPER, Offer, offering, page_files

TAKES = "/desk"


@dataclass
class FakeDesk:
    """What it shows, and what it was asked: method and path, and the bodies of the forms with their type."""

    files: Mapping[str, bytes]
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    address: str = ""
    asked: list[str] = field(default_factory=list)
    sent: list[tuple[str, bytes]] = field(default_factory=list)

    def parts(self) -> list[tuple[str, str | None, bytes]]:
        """Name, file name and content of every field of every form that was sent."""
        found = []
        for kind, body in self.sent:
            head = f"Content-Type: {kind}\r\n\r\n".encode()
            whole = email.message_from_bytes(head + body, policy=email.policy.HTTP)
            for part in whole.iter_parts():
                name = str(part.get_param("name", header="content-disposition"))
                found.append((name, part.get_filename(), part.get_payload(decode=True)))
        return found


class _Answers(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._note()
        name = self.path.partition("?")[0].lstrip("/") or "index.html"
        content = self.server.desk.files.get(name)
        kind = MEDIA_TYPES.get(PurePosixPath(name).suffix, "")
        self._answer(
            404 if content is None else 200, kind, content or b"", self.server.desk.headers.get(name, {})
        )

    def do_POST(self) -> None:
        self._note()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.desk.sent.append((self.headers["Content-Type"], body))
        self._answer(200, "text/html", b'<link rel="icon" href="data:,"><h1>Taken</h1>', {})

    def _note(self) -> None:
        self.server.desk.asked.append(f"{self.command} {self.path}")

    def _answer(self, status: int, kind: str, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    desk: FakeDesk


@contextmanager
def showing_page(offer: Offer, port: int = 0) -> Iterator[FakeDesk]:
    """Show the page with this offer, until the end of the block; what keeps the page may fetch from here."""
    may_fetch = {"Content-Security-Policy": "default-src 'none'; connect-src 'self'"}
    desk = FakeDesk(offering(page_files(), offer), {KEEPER: may_fetch})
    server = _Server(("127.0.0.1", port), _Answers)
    server.desk = desk
    desk.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield desk
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
