"""Shows files to a browser on this computer and to nobody else: on loopback, to whoever came with a word that works once.

The files are held in memory before the first is given, so no address can lead to another file. What is given may be shown
nowhere but here and may call nobody.
"""

import hmac
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Lock, Thread

LOOPBACK = "127.0.0.1"
COOKIE = "shown"
FIRST = "index.html"

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


class _Words:
    """The word that works once, and what whoever used it carries from then on."""

    def __init__(self) -> None:
        self.once = secrets.token_urlsafe(18)
        self._carried = secrets.token_urlsafe(18)
        self._lock = Lock()

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

    def __init__(self, files: Mapping[str, bytes], refusal: str) -> None:
        super().__init__((LOOPBACK, 0), _Shower)
        self.files, self.words, self.refusal = files, _Words(), refusal.encode("utf-8")

    @property
    def place(self) -> str:
        """Return the host and port it is called by."""
        return f"{LOOPBACK}:{self.server_port}"


class _Shower(BaseHTTPRequestHandler):
    """Answers one browser's questions, and refuses everybody else's."""

    server: _Window
    server_version, sys_version = "", ""

    def do_GET(self) -> None:
        """Answer with a file, with the way to the first one, or with a refusal."""
        words = self.server.words
        if self.headers.get("Host") != self.server.place:
            self._refuse()  # a name that leads here is not this computer asking
        elif _carries(self.headers.get("Cookie", ""), words.knows):
            self._give(self.path.partition("?")[0].lstrip("/") or FIRST)
        elif carried := words.exchange(self.path.lstrip("/")):
            cookie = f"{COOKIE}={carried}; Path=/; HttpOnly; SameSite=Strict"
            self._answer(HTTPStatus.SEE_OTHER, b"", {"Location": "/", "Set-Cookie": cookie})
        else:
            self._refuse()

    def _give(self, name: str) -> None:
        content, kind = self.server.files.get(name), MEDIA_TYPES.get(PurePosixPath(name).suffix)
        if content is None or kind is None:
            self._answer(HTTPStatus.NOT_FOUND, b"", {})
        else:
            self._answer(HTTPStatus.OK, content, {"Content-Type": kind})

    def _refuse(self) -> None:
        self._answer(HTTPStatus.FORBIDDEN, self.server.refusal, {"Content-Type": MEDIA_TYPES[".txt"]})

    def _answer(self, status: HTTPStatus, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, **headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Write nothing down: nobody needs to know what was opened when."""


@contextmanager
def showing(files: Mapping[str, bytes], refusal: str) -> Iterator[str]:
    """Show the files (path below the root, with slashes, to content) until the block ends; yield the address to open.

    The address works once; what it leads to works in the browser that opened it. Anybody else is told `refusal`.
    """
    window = _Window(files, refusal)
    thread = Thread(target=window.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{window.place}/{window.words.once}"
    finally:
        window.shutdown()
        thread.join()
        window.server_close()


def _carries(cookie: str, knows: Callable[[str], bool]) -> bool:
    """Say whether the header of a browser's cookies holds what is known."""
    try:
        held = SimpleCookie(cookie).get(COOKIE)
    except CookieError:
        return False
    return held is not None and knows(held.value)
