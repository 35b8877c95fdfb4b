"""Shows files to a browser on this computer and to nobody else: on loopback, to whoever came with a word that works once.

The files are held in memory before the first is given, so no address can lead to another file. What is given may be shown
nowhere but here and may call nobody. Beneath one address a `Door` may answer what the browser asks and hands over; a form
is taken only from a page that was shown here.
"""

import hmac
import re
import secrets
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from socket import SHUT_WR
from typing import Any

from rescind.net.handed import Form, FormRefused, read_form

LOOPBACK = "127.0.0.1"
COOKIE = "shown"
FIRST = "index.html"
MOST_UNREAD = 2**24
"""Bytes of a refused form that are read past."""
PATIENCE = 30.0
"""Seconds without a byte, after which a sender is left."""

MEDIA_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".toml": "text/plain; charset=utf-8",
}
"""Files of another kind are not given."""

POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


_WITH_FORMS = POLICY.replace("form-action 'none'", "form-action 'self'")
DOOR_POLICY = re.sub(r"worker-src [^;]+; ", "", _WITH_FORMS)

DOOR_HEADERS: Mapping[str, str] = {
    **HEADERS,
    "Content-Security-Policy": DOOR_POLICY,
    # Where a form comes from is said only under this policy; other sites are told nothing either way.
    "Referrer-Policy": "same-origin",
}


@dataclass(frozen=True)
class Given:
    """An answer of a door: bytes as they come, or as a file to save under a name."""

    content: Iterable[bytes]
    media_type: str = MEDIA_TYPES[".html"]
    saved_as: str = ""


@dataclass(frozen=True)
class SentOn:
    """An answer of a door: ask for this address next."""

    to: str


@dataclass(frozen=True)
class Door:
    """Answers what is asked beneath `at`: the path after it, and the form handed over, or None where none was.

    The answer's content is iterated in a thread of its own, and closed when nobody is there to read it.
    """

    at: str
    answer: Callable[[str, Form | None], Given | SentOn]


class _Words:
    """The word that works once, and what whoever used it carries from then on."""

    def __init__(self) -> None:
        self.once = secrets.token_urlsafe(18)
        self._carried = secrets.token_urlsafe(18)
        self._lock = threading.Lock()

    def exchange(self, word: str) -> str | None:
        """Return what to carry for the word, the first time it is said; None ever after."""
        with self._lock:
            if not self.once or not hmac.compare_digest(word.encode(), self.once.encode()):
                return None
            self.once = ""
            return self._carried

    def knows(self, carried: str) -> bool:
        """Say whether somebody carries what was given for the word."""
        return hmac.compare_digest(carried.encode(), self._carried.encode())


class _Window(ThreadingHTTPServer):
    """The server on loopback, and what it shows to whom."""

    daemon_threads = True

    def __init__(self, files: Mapping[str, bytes], refusal: str, door: Door | None, patience: float) -> None:
        super().__init__((LOOPBACK, 0), _Shower)
        self.files, self.words, self.refusal = files, _Words(), refusal.encode("utf-8")
        self.door, self.patience = door, patience
        self.headers = HEADERS if door is None else {**HEADERS, "Content-Security-Policy": _WITH_FORMS}

    @property
    def place(self) -> str:
        """Return the host and port it is called by."""
        return f"{LOOPBACK}:{self.server_port}"

    @property
    def cookie(self) -> str:
        """Return the name of what is carried; browsers do not tell the ports of one computer apart."""
        return f"{COOKIE}{self.server_port}"

    def beneath_door(self, path: str) -> str | None:
        """Return what is asked of the door; None when it is nothing of the door's."""
        asked = path.partition("?")[0]
        return asked.removeprefix(self.door.at) if self.door and asked.startswith(self.door.at) else None

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a connection that broke off pass in silence; anything else is a mistake of ours, told as one of any thread."""
        kind, mistake, where = sys.exc_info()
        if kind is not None and not issubclass(kind, OSError):
            threading.excepthook(threading.ExceptHookArgs((kind, mistake, where, threading.current_thread())))


class _Shower(BaseHTTPRequestHandler):
    """Answers one browser's questions, and refuses everybody else's."""

    server: _Window
    server_version, sys_version = "", ""

    def setup(self) -> None:
        """Wait for a sender only so long."""
        self.request.settimeout(self.server.patience)
        super().setup()

    def do_GET(self) -> None:
        """Answer with a file, with what the door says, with the way to the first one, or with a refusal."""
        words = self.server.words
        if self.headers.get("Host") != self.server.place:
            self._refuse()  # a name that leads here is not this computer asking
        elif self._is_let_in():
            self._give(self.path.partition("?")[0].lstrip("/") or FIRST)
        elif carried := words.exchange(self.path.lstrip("/")):
            cookie = f"{self.server.cookie}={carried}; Path=/; HttpOnly; SameSite=Strict"
            self._answer(HTTPStatus.SEE_OTHER, b"", {"Location": "/", "Set-Cookie": cookie})
        else:
            self._refuse()

    def do_POST(self) -> None:
        """Hand a form to the door: from the browser that was let in, and from a page that was shown here."""
        asked = self.server.beneath_door(self.path)
        ours = self.headers.get("Host") == self.server.place and self._is_let_in()
        if asked is None or not ours or not self._asks_from_here(is_form=True):
            self._refuse()
            return
        try:
            form = read_form(
                self.headers.get("Content-Type"), self.headers.get("Content-Length"), self.rfile.read1
            )
        except FormRefused as refused:
            self._answer(refused.status, self.server.refusal, {"Content-Type": MEDIA_TYPES[".txt"]})
            self._hear_out()
        else:
            self._ask_door(asked, form)

    def _hear_out(self) -> None:
        """Read past what is still being sent, within bounds: else the sender is cut off and never reads the answer."""
        with suppress(OSError):
            self.connection.shutdown(SHUT_WR)
            left = MOST_UNREAD
            while left > 0 and (piece := self.rfile.read1(left)):
                left -= len(piece)

    def _is_let_in(self) -> bool:
        return _carries(self.headers.get("Cookie", ""), self.server.cookie, self.server.words.knows)

    def _asks_from_here(self, *, is_form: bool) -> bool:
        """Say whether a page shown here asks, and no other page: browsers say it in one of two ways, or in both.

        A form must say so; an address that is opened may say nothing or that a person typed it.
        """
        site, origin = self.headers.get("Sec-Fetch-Site"), self.headers.get("Origin")
        is_ours = origin == f"http://{self.server.place}"
        if site is not None:
            fits = site == "same-origin" or (site == "none" and not is_form)
            return fits and (is_ours or origin in (None, "null"))
        return is_ours if is_form or origin is not None else True

    def _give(self, name: str) -> None:
        asked = self.server.beneath_door(self.path)
        if asked is not None:
            if self._asks_from_here(is_form=False):
                self._ask_door(asked, None)
            else:
                self._refuse()
            return
        content, kind = self.server.files.get(name), MEDIA_TYPES.get(PurePosixPath(name).suffix)
        if content is None or kind is None:
            self._answer(HTTPStatus.NOT_FOUND, b"", {})
        else:
            self._answer(HTTPStatus.OK, content, {"Content-Type": kind})

    def _ask_door(self, asked: str, form: Form | None) -> None:
        assert self.server.door is not None
        answer = self.server.door.answer(asked, form)
        if isinstance(answer, SentOn):
            self._answer(HTTPStatus.SEE_OTHER, b"", {"Location": answer.to})
            return
        self.send_response(HTTPStatus.OK)
        for name, value in {**DOOR_HEADERS, "Content-Type": answer.media_type}.items():
            self.send_header(name, value)
        if answer.saved_as:
            self.send_header("Content-Disposition", f'attachment; filename="{answer.saved_as}"')
        self.end_headers()
        self._stream(iter(answer.content))

    def _stream(self, pieces: Iterator[bytes]) -> None:
        """Send the pieces as they come; whoever makes them is told when nobody reads on."""
        with suppress(OSError):
            for piece in pieces:
                self.wfile.write(piece)
        if isinstance(pieces, Generator):
            pieces.close()

    def _refuse(self) -> None:
        self._answer(HTTPStatus.FORBIDDEN, self.server.refusal, {"Content-Type": MEDIA_TYPES[".txt"]})

    def _answer(self, status: HTTPStatus, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**self.server.headers, **headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Write nothing down: nobody needs to know what was opened when."""


@contextmanager
def showing(
    files: Mapping[str, bytes], refusal: str, door: Door | None = None, *, patience: float = PATIENCE
) -> Iterator[str]:
    """Show the files (path below the root, with slashes, to content) until the block ends; yield the address to open.

    The address works once; what it leads to works in the browser that opened it. Anybody else is told `refusal`.
    With a `door`, pages may send forms here. A sender of whom nothing is heard for `patience` seconds is left.
    """
    window = _Window(files, refusal, door, patience)
    thread = threading.Thread(target=window.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{window.place}/{window.words.once}"
    finally:
        window.shutdown()
        thread.join()
        window.server_close()


def _carries(cookies: str, name: str, knows: Callable[[str], bool]) -> bool:
    """Say whether the header of a browser's cookies holds what is known. Other programs of this computer put theirs beside
    it, well-formed or not.
    """
    pairs = (one.strip().partition("=") for one in cookies.split(";"))
    return any(called == name and knows(value) for called, _, value in pairs)
