"""A small picture board on this machine's loopback address, served by Python's own web server.

It stands in for the places a person names: threads, a gallery with pages, a profile, a page of lazy
pictures, and the ways a place fails (gone, not allowed, slow, moved). It records every request, so a test
can say which addresses were called, and it can take a page or a picture down and put it back. Nothing is
written to disk.

    python -m demo.board --port 8750
"""

from __future__ import annotations

import argparse
import re
import secrets
import socket
import threading
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from demo import films, pages
from demo.copies import Album, Standing, album, truth
from demo.platform import HOOK, UPLOAD, UPLOAD_LIMIT, Platform
from demo.reply import Reply

HOST = "127.0.0.1"
SLOW_SECONDS = 120.0
DRIP_SECONDS = 0.25
FORM_LIMIT = 1 << 20
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Hit:
    """One request the board was sent: its method, and its target (path with query) as it was asked for."""

    method: str
    target: str


class Board:
    """The running board. Use it in a `with` block; it serves from entering to leaving.

    Port 0 takes any free port. `token` opens `POST /admin/remove` and `POST /admin/restore`. With a `platform` the
    board works with a desk.
    """

    def __init__(self, port: int = 0, token: str | None = None) -> None:
        self.token = token or secrets.token_urlsafe(12)
        self.platform: Platform | None = None
        self.closing = threading.Event()
        self._album = album()
        self._lock = threading.Lock()
        self._hits: list[Hit] = []
        self._gone: set[str] = set()
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Board:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """Where the board serves, without a closing slash."""
        return f"http://{HOST}:{self._server.server_port}"

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every request so far, in the order they came."""
        with self._lock:
            return tuple(self._hits)

    def forget_hits(self) -> None:
        """Start counting requests anew."""
        with self._lock:
            self._hits.clear()

    def remove(self, path: str) -> None:
        """Take a page or a picture down: it answers 404, and pages that showed it say it was removed."""
        with self._lock:
            self._gone.add(path)

    def restore(self, path: str) -> None:
        """Put back what `remove` took down. Does nothing where it stands."""
        with self._lock:
            self._gone.discard(path)

    def restore_all(self) -> None:
        """Put everything back that was taken down."""
        with self._lock:
            self._gone.clear()

    @property
    def gone(self) -> frozenset[str]:
        """The paths that are taken down now."""
        with self._lock:
            return frozenset(self._gone)

    def truth(self) -> tuple[Standing, ...]:
        """What a perfect finder reports now: every copy that stands on a page that stands, sorted."""
        gone = self.gone
        shown = [*truth(), *FILM_COPIES]
        return tuple(sorted(one for one in shown if one.page not in gone and one.path not in gone))

    def pictures(self) -> dict[str, bytes]:
        """Every picture that stands here, by its path."""
        return {path: one.content for path, one in self._album.pictures.items()}

    def pictures_on(self, page: str) -> tuple[str, ...]:
        """The paths of every picture and video a page names, broken ones among them. `/gallery` is its first page."""
        first = "/gallery?page=1" if page == "/gallery" else page
        broken = (pages.DAMAGED, pages.MISSING) if page == "/thread/7" else ()
        if page == films.PAGE:
            return tuple(film.path for film in (*films.STILLS, *films.FILMS))
        return tuple(picture.path for picture in self._album.on(first)) + broken

    def note(self, hit: Hit) -> None:
        """Record a request."""
        with self._lock:
            self._hits.append(hit)

    def answer(self, target: str) -> Reply:
        """The board's reply to `GET target`. The slow addresses are not answered here."""
        if target in self.gone:
            return _sentence(HTTPStatus.NOT_FOUND, "There is nothing here any more.")
        if target in FIXED:
            return FIXED[target]
        lent = self.platform.lent.pop(target, None) if self.platform else None
        found = self.stored(lent or target)
        if found is not None:
            return found
        html = pages.page(target, pages.View(self._album, self.gone))
        if html is None:
            return _sentence(HTTPStatus.NOT_FOUND, "There is nothing here.")
        return Reply(HTTPStatus.OK, html.encode())

    def stored(self, path: str) -> Reply | None:
        """The picture or video at a path as the board holds it, also while it is hidden from everybody."""
        uploaded = self.platform.uploaded.get(path) if self.platform else None
        return Reply(HTTPStatus.OK, uploaded, "image/jpeg") if uploaded else _file(path, self._album)

    def administer(self, target: str, form: bytes) -> Reply:
        """The reply to a POST: `/admin/remove` and `/admin/restore` with the fields `path` and `token`."""
        acts = {"/admin/remove": self.remove, "/admin/restore": self.restore}
        if target not in acts:
            return _sentence(HTTPStatus.NOT_FOUND, "There is nothing here.")
        fields = parse_qs(form.decode("utf-8", "replace"))
        if not secrets.compare_digest(fields.get("token", [""])[0].encode(), self.token.encode()):
            return _sentence(HTTPStatus.FORBIDDEN, "That needs the board's token.")
        for path in fields.get("path", []):
            acts[target](path)
        return _sentence(HTTPStatus.OK, "Done.")


def _sentence(status: HTTPStatus, words: str, *headers: tuple[str, str]) -> Reply:
    return Reply(
        status, f"<!doctype html>\n<title>Small Board</title>\n<p>{words}</p>\n".encode(), headers=headers
    )


FIXED = {
    "/members": _sentence(HTTPStatus.FORBIDDEN, "Only members can see this page."),
    "/busy": _sentence(HTTPStatus.TOO_MANY_REQUESTS, "Please come back later.", ("Retry-After", "120")),
    "/broken": _sentence(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here."),
    "/moved": _sentence(HTTPStatus.FOUND, "This moved.", ("Location", "/thread/1")),
    "/round": _sentence(HTTPStatus.FOUND, "This goes in a circle.", ("Location", "/round")),
}


FILM_COPIES = tuple(
    Standing(films.PAGE, film.path, "film", film.how) for film in (*films.FILMS, *films.STILLS) if film.how
)


def _file(path: str, shown: Album) -> Reply | None:
    """The picture or video file at a path; the damaged one is a picture cut off after its first bytes."""
    film = films.by_path(path)
    if film is not None:
        return Reply(HTTPStatus.OK, film.content, film.media_type, (("Accept-Ranges", "bytes"),))
    picture = shown.pictures.get(path)
    if picture is not None:
        return Reply(HTTPStatus.OK, picture.content, picture.media_type)
    if path == pages.DAMAGED:
        whole = shown.on("/thread/3")[0].content
        return Reply(HTTPStatus.OK, whole[: len(whole) // 50], "image/jpeg")
    return None


def _piece(whole: Reply, asked: str | None) -> Reply:
    """The piece of a file that a `Range: bytes=FIRST-LAST` asks for; the whole reply where none can be given."""
    wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", asked or "")
    if whole.status is not HTTPStatus.OK or ("Accept-Ranges", "bytes") not in whole.headers or not wanted:
        return whole
    size, first = len(whole.body), int(wanted[1])
    last = min(int(wanted[2] or size - 1), size - 1)
    if first > last:
        return _sentence(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            "That lies past the end.",
            ("Content-Range", f"bytes */{size}"),
        )
    headers = (*whole.headers, ("Content-Range", f"bytes {first}-{last}/{size}"))
    return Reply(HTTPStatus.PARTIAL_CONTENT, whole.body[first : last + 1], whole.media_type, headers)


class _Server(ThreadingHTTPServer):
    """The web server; it keeps its open connections, so that leaving the board leaves no thread behind."""

    daemon_threads = False

    def __init__(self, board: Board, port: int) -> None:
        self.board = board
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__((HOST, port), _Door)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, peer = super().get_request()
        with self._guard:
            self._open.add(connection)
        return connection, peer

    def shutdown_request(self, request: Any) -> None:
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End every open connection."""
        with self._guard:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side hung up first
                    continue


class _Door(BaseHTTPRequestHandler):
    """Reads one connection's requests, notes each, and writes the board's replies."""

    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "SmallBoard"
    sys_version = ""
    timeout = PATIENCE_SECONDS

    def do_GET(self) -> None:
        self.server.board.note(Hit("GET", self.path))
        if self.path == "/slow":
            self._say_nothing()
        elif self.path == "/drip":
            self._drip()
        else:
            self._write(_piece(self.server.board.answer(self.path), self.headers["Range"]))

    def do_HEAD(self) -> None:
        self.server.board.note(Hit("HEAD", self.path))
        self._write(self.server.board.answer(self.path), body=False)

    def do_POST(self) -> None:
        self.server.board.note(Hit("POST", self.path))
        asked = urlsplit(self.path)
        platform = self.server.board.platform
        if platform and asked.path == HOOK:
            self._write(
                platform.called(self.server.board, dict(self.headers.items()), self._body(FORM_LIMIT))
            )
        elif platform and asked.path == UPLOAD:
            self._write(platform.upload("/pictures/" + asked.query, self._body(UPLOAD_LIMIT)))
        else:
            self._write(self.server.board.administer(asked.path, self._body(FORM_LIMIT)))

    def _body(self, limit: int) -> bytes:
        """The body of the request; what is longer than the limit is cut, and the connection closed after it."""
        length = int(self.headers["Content-Length"]) if str(self.headers["Content-Length"]).isdigit() else 0
        self.close_connection = length > limit
        return self.rfile.read(min(length, limit))

    def _write(self, reply: Reply, body: bool = True) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.media_type)
        self.send_header("Content-Length", str(len(reply.body)))
        for name, value in reply.headers:
            self.send_header(name, value)
        self.end_headers()
        if body:
            self._send(reply.body)

    def _say_nothing(self) -> None:
        """Keep the caller waiting: no byte until the board closes or a long time has passed."""
        self.server.board.closing.wait(SLOW_SECONDS)
        self.close_connection = True

    def _drip(self) -> None:
        """Promise a megabyte and send it a byte at a time, until the caller or the board has had enough."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while self._send(b"\xff") and not self.server.board.closing.wait(DRIP_SECONDS):
            pass
        self.close_connection = True

    def _send(self, content: bytes) -> bool:
        """Whether the caller was still there to take it."""
        try:
            self.wfile.write(content)
        except OSError:
            self.close_connection = True
            return False
        return True

    def log_message(self, *_: object) -> None:
        """Say nothing: what was asked for is in `Board.hits`."""


def main() -> None:
    """Serve the board until Ctrl-C, and say where it is."""
    parser = argparse.ArgumentParser(
        prog="python -m demo.board", description="A small picture board on this machine."
    )
    parser.add_argument("--port", type=int, default=8750)
    parser.add_argument("--token", help="opens POST /admin/remove and /admin/restore; made up if not given")
    chosen = parser.parse_args()
    with Board(chosen.port, chosen.token) as board:
        print(
            f"The board is at {board.address}/ until you press Ctrl-C.\nIts token: {board.token}", flush=True
        )
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            print("\nThe board is closed.")


if __name__ == "__main__":
    main()
