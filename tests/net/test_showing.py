"""Files are shown to one browser of this computer: its address works once, and nobody else is given anything."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from rescind.net import Door, Form, Given, SentOn, showing
from rescind.net.handed import MOST_BYTES, MOST_PARTS, MOST_TEXT

FILES = {"index.html": b"<p>hello", "in/deep.js": b"1", "secret.key": b"x"}


@pytest.fixture
def address() -> Iterator[str]:
    with showing(FILES, "not you") as found:
        yield found


def asked(address: str, path: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    place = urlsplit(address)
    calling = http.client.HTTPConnection("127.0.0.1", place.port or 0, timeout=5)
    calling.request("GET", path, headers=headers)
    answer = calling.getresponse()
    found = answer.status, answer.read(), dict(answer.getheaders())
    calling.close()
    return found


def let_in(address: str) -> str:
    status, _, headers = asked(address, urlsplit(address).path)
    assert (status, headers["Location"]) == (303, "/")
    assert headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    return headers["Set-Cookie"].partition(";")[0]


def test_it_listens_on_this_computer_alone(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")


def test_the_address_works_once(address: str) -> None:
    let_in(address)
    assert asked(address, urlsplit(address).path)[:2] == (403, b"not you")


def test_whoever_came_in_gets_the_files_with_a_policy_that_forbids_calling_anybody(address: str) -> None:
    cookie = let_in(address)
    status, content, headers = asked(address, "/", Cookie=cookie)
    assert (status, content, headers["Content-Type"]) == (200, b"<p>hello", "text/html; charset=utf-8")
    assert "connect-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers or not headers["Server"].strip()
    assert asked(address, "/in/deep.js?x", Cookie=cookie)[1] == b"1"


@pytest.mark.parametrize("path", ["/", "/index.html", "/in/deep.js", "/x", "/%00", "//"])
def test_nobody_else_is_given_anything(address: str, path: str) -> None:
    let_in(address)
    name = f"shown{urlsplit(address).port}"
    for cookie in ("", f"{name}=", f"{name}=x", "other=1", f"{name}=\x7f;=", ";;"):
        assert asked(address, path, Cookie=cookie)[:2] == (403, b"not you")


@pytest.mark.parametrize("other", ['a={"b": 1}', "a[b]=1", "a=\xe9", "a", "path=/", 'a="'])
def test_cookies_of_other_programs_here_do_not_keep_anybody_out(address: str, other: str) -> None:
    ours = let_in(address)
    for cookies in (f"{other}; {ours}", f"{ours}; {other}"):
        assert asked(address, "/", Cookie=cookies)[0] == 200


def test_another_name_that_leads_here_is_refused(address: str) -> None:
    path = urlsplit(address).path
    assert asked(address, path, Host="evil.example")[0] == 403
    cookie = let_in(address)
    assert asked(address, "/", Host="evil.example", Cookie=cookie)[0] == 403


@pytest.mark.parametrize(
    "path", ["/secret.key", "/../pyproject.toml", "/in/../secret.key", "/none.js", "/in"]
)
def test_only_the_files_and_kinds_that_are_meant_are_given(address: str, path: str) -> None:
    assert asked(address, path, Cookie=let_in(address))[0] == 404


@dataclass
class Behind:
    """Stands behind a door: remembers what it was asked, and answers in pieces until nobody reads on."""

    asked: list[tuple[str, Form | None]] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, form: Form | None) -> Given | SentOn:
        self.asked.append((path, form))
        if form is not None and path == "":
            return SentOn("/in/next")
        return Given(self.endless() if path == "endless" else (b"<p>", b"asked"))

    def endless(self) -> Iterator[bytes]:
        try:
            while True:
                yield b"more"
        finally:
            self.left.set()


@dataclass
class Browser:
    """A browser that was let in, and sends what it is told to."""

    behind: Behind
    address: str
    cookie: str
    port: int

    def send(
        self, body: bytes = b"", path: str = "/in/", **headers: str
    ) -> tuple[int, bytes, dict[str, str]]:
        """Send a form from a page of ours, unless the headers say otherwise; one that is empty is left out."""
        calling = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        sent = {
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{self.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        calling.request("POST", path, body, {name: value for name, value in sent.items() if value})
        answer = calling.getresponse()
        found = answer.status, answer.read(), dict(answer.getheaders())
        calling.close()
        return found


@pytest.fixture
def sender() -> Iterator[Browser]:
    behind = Behind()
    with showing(FILES, "not you", Door("/in/", behind.answer), patience=0.3) as address:
        yield Browser(behind, address, let_in(address), urlsplit(address).port or 0)


def parts(*some: bytes, end: bytes = b"--x--\r\n") -> bytes:
    """A form in parts, each with its headers."""
    return b"".join(b"--x\r\nContent-Disposition: form-data; " + one + b"\r\n" for one in some) + end


IN_PARTS = "multipart/form-data; boundary=x"
A_FILE = b'name="picture"; filename="7"\r\nContent-Type: image/png\r\n\r\n\x00\r\n--\xff'


def test_a_form_reaches_the_door_and_its_answer_leads_on(sender: Browser) -> None:
    status, _, headers = sender.send(b"a=1&a=%D8%A8&b=")
    assert (status, headers["Location"]) == (303, "/in/next")
    assert sender.behind.asked == [("", Form((("a", "1"), ("a", "\u0628"), ("b", ""))))]


def test_files_arrive_as_they_are_and_are_not_told_with_their_bytes(sender: Browser) -> None:
    sender.send(parts(b'name="places"\r\n\r\nx.example', A_FILE), Content_Type=IN_PARTS)
    [(_, form)] = sender.behind.asked
    assert form is not None
    assert form.first("places") == "x.example"
    assert [(one.stood_in, one.name, one.content) for one in form.files] == [
        ("picture", "7", b"\x00\r\n--\xff")
    ]
    assert "x00" not in repr(form)
    assert "x.example" not in repr(form)


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": ""},
        {"Cookie": "shown=x"},
        {"Host": "evil.example"},
        {"Origin": "http://evil.example", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "http://evil.example", "Sec_Fetch_Site": "same-origin"},
        {"Origin": "http://127.0.0.1:1", "Sec_Fetch_Site": "same-site"},
        {"Origin": "http://127.0.0.1:1", "Sec_Fetch_Site": ""},
        {"Origin": "null", "Sec_Fetch_Site": "cross-site"},
        {"Origin": "null", "Sec_Fetch_Site": ""},
        {"Origin": "", "Sec_Fetch_Site": "none"},
        {"Origin": "", "Sec_Fetch_Site": ""},
    ],
    ids=str,
)
def test_a_form_from_anywhere_else_is_refused_and_reaches_nobody(
    sender: Browser, headers: dict[str, str]
) -> None:
    assert sender.send(b"a=1", **headers)[:2] == (403, b"not you")
    assert sender.behind.asked == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": ""},  # a browser that does not know it
        {"Origin": "null"},  # a page that tells nobody where it is
        {"Origin": ""},
    ],
    ids=str,
)
def test_a_form_of_ours_is_known_by_one_of_two_signs(sender: Browser, headers: dict[str, str]) -> None:
    assert sender.send(b"a=1", **headers)[0] == 303


def test_a_page_of_another_server_cannot_open_what_the_door_answers(sender: Browser) -> None:
    for site, status in (("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403)):
        headers = {"Cookie": sender.cookie, "Sec-Fetch-Site": site}
        assert asked(sender.address, "/in/look", **headers)[0] == status
    assert sender.behind.asked == [("look", None)] * 2


def test_only_a_form_is_taken_and_only_beneath_the_door(sender: Browser, address: str) -> None:
    assert sender.send(b"a=1", path="/")[0] == 403
    assert sender.send(b"a=1", path="/index.html")[0] == 403
    for kind in ("", "text/plain", "application/json", "multipart/mixed; boundary=x"):
        assert sender.send(b"a=1", Content_Type=kind)[0] == 415
    without = Browser(Behind(), address, let_in(address), urlsplit(address).port or 0)
    assert without.send(b"a=1")[0] == 403
    assert sender.behind.asked == []


BROKEN = {
    "no end": (parts(A_FILE, end=b""), IN_PARTS),
    "another boundary": (parts(A_FILE), "multipart/form-data; boundary=y"),
    "no boundary": (parts(A_FILE), "multipart/form-data"),
    "no name": (parts(b'filename="7"\r\n\r\nx'), IN_PARTS),
    "nothing": (b"", IN_PARTS),
    "rubbish": (bytes(range(256)) * 64, IN_PARTS),
    "a field in no letters": (parts(b'name="a"\r\n\r\n\xff'), IN_PARTS),
    "a short form in no letters": (b"a=\xff", "application/x-www-form-urlencoded"),
    "a short form that hides them": (b"a=%ff", "application/x-www-form-urlencoded"),
}


@pytest.mark.parametrize(("body", "kind"), BROKEN.values(), ids=BROKEN)
def test_a_broken_form_is_refused_whole(sender: Browser, body: bytes, kind: str) -> None:
    assert sender.send(body, Content_Type=kind)[0] == 400
    assert sender.behind.asked == []
    assert sender.send(b"a=1")[0] == 303


LARGE = {
    "more than is taken": (b"", {"Content_Length": str(MOST_BYTES + 1), "Content_Type": IN_PARTS}, 413),
    "a number without end": (b"", {"Content_Length": "9" * 400}, 413),
    "no number": (b"", {"Content_Length": "-1"}, 411),
    "figures of another script": (b"", {"Content_Length": "\u00b2"}, 411),
    "fields without end": (b"a=" + b"x" * 8 * MOST_TEXT, {}, 415),
    "a field without end": (
        parts(b'name="a"\r\n\r\n' + b"x" * (MOST_TEXT + 1)),
        {"Content_Type": IN_PARTS},
        413,
    ),
    "parts without end": (parts(*[b'name="a"\r\n\r\nx'] * (MOST_PARTS + 1)), {"Content_Type": IN_PARTS}, 413),
    "fields too many": (b"a=1&" * (MOST_PARTS + 1), {}, 400),
}


@pytest.mark.parametrize(("body", "headers", "status"), LARGE.values(), ids=LARGE)
def test_what_is_too_large_is_refused(
    sender: Browser, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert sender.send(body, **headers)[0] == status
    assert sender.behind.asked == []


def test_a_sender_that_falls_silent_is_left_and_others_are_served(sender: Browser) -> None:
    head = (
        f"POST /in/ HTTP/1.1\r\nHost: 127.0.0.1:{sender.port}\r\nCookie: {sender.cookie}\r\n"
        f"Sec-Fetch-Site: same-origin\r\nContent-Type: {IN_PARTS}\r\nContent-Length: 1000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", sender.port), timeout=5) as slow:
        slow.sendall(head.encode() + b"--x\r\n")
        assert sender.send(b"a=1")[0] == 303
        assert slow.recv(100) == b""  # hung up on, with no answer
    assert len(sender.behind.asked) == 1


def test_whoever_answers_in_pieces_is_told_when_nobody_reads_on(sender: Browser) -> None:
    calling = http.client.HTTPConnection("127.0.0.1", sender.port, timeout=5)
    calling.request("GET", "/in/endless", headers={"Cookie": sender.cookie})
    answer = calling.getresponse()
    assert answer.read(8) == b"moremore"
    assert "form-action 'self'" in (answer.getheader("Content-Security-Policy") or "")
    assert "worker-src" not in (answer.getheader("Content-Security-Policy") or "")
    answer.close()
    calling.close()
    assert sender.behind.left.wait(5)


def test_pages_may_send_forms_to_us_only_where_there_is_a_door(sender: Browser, address: str) -> None:
    for where, cookie, allowed in (
        (sender.address, sender.cookie, "'self'"),
        (address, let_in(address), "'none'"),
    ):
        policy = asked(where, "/", Cookie=cookie)[2]["Content-Security-Policy"]
        assert f"form-action {allowed};" in policy
        assert "connect-src 'none'" in policy


def test_a_mistake_of_ours_is_told_as_one_of_any_thread_and_not_with_its_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(path: str, form: Form | None) -> Given:
        raise ValueError(f"something private at {path}")

    told: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda about: told.append(about.exc_type))
    with showing(FILES, "not you", Door("/in/", fails)) as address:
        with pytest.raises(http.client.RemoteDisconnected):
            asked(address, "/in/here", Cookie=let_in(address))
        assert asked(address, "/in/here")[0] == 403  # it goes on
    assert told == [ValueError]
    assert capsys.readouterr().err == ""
