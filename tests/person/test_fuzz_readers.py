"""Whatever a page, a saved page, a recording or a place is made of, it is read or refused, soon and small."""

import json
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rescind.person.casefile import CaseFileError, from_bytes, to_bytes
from rescind.person.places import PlaceNotUnderstood, kind_of_file, parse, read_file
from rescind.person.watch import Form, NotReadable, PageFound, pictures_on, saved_sheets
from rescind.person.watch.folder import in_folder

SEED = 20_261_126
PAGE = "https://board.example/thread/7?page=1"
ROOT = Path(__file__).parents[2]
ELEMENTS = (
    *("<img src='", "<img srcset=", "<a href=", "<base href=", "<style>", "</style>", "<p style='"),
    "<template>",
    "</div>",
    *("<svg>", "<image href=", "<script type=application/ld+json>", "</script>"),
    "<meta property=og:image content=",
    "<div>",
    *("<iframe src=", "<object data=", "<video poster=", "<picture><source srcset='", "<title>"),
    *("<table><td>", "<!--", "-->"),
)
VALUES = (
    *("'", '"', ">", " ", ",", " 2x", " 99999999999w", "url(", "url('", ")", "\\41 ", "\\110000"),
    *("/a.jpg", "a.png?x#y", "//", "../"),
    *("http://[::1", "http://a@b/", "https://\ufeffx/", "javascript:x", "data:image/png;base64,"),
    *("data:image/png,%zz%", "blob:x"),
    *("file:///etc/passwd", "cid:x", "?page=2", '{"image":', '["a.jpg"]', '"\\ud800.jpg"', "1e999"),
    *("9" * 4301, "}", "\0", "\ufffd"),
    *("&#x110000;", "&#xd800;", "&amp;", "ü", "<", "Next ›", "\u2028", "a" * 900),
)
# fmt: off
CHARSETS = (
    "utf-8", "utf-16", "utf-16le", "utf-7", "utf-32", "idna", "punycode", "base64", "unicode_escape", "hz", "iso-2022-kr",
    "\0", "big5", "euc-jp", "gb18030", "cp65001", "tis-620", "../../x", "a" * 99,
)
# fmt: on


def _html(chance: random.Random) -> bytes:
    words = "".join(chance.choice(chance.choice((ELEMENTS, VALUES))) for _ in range(chance.randint(1, 40)))
    content = words.encode(chance.choice(("utf-8", "utf-16", "utf-16-be", "utf-8-sig", "latin-1")), "replace")
    return content if chance.random() < 0.7 else _turned(content, chance)


def _turned(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some of them turned over, and perhaps the end cut off."""
    turned = bytearray(content)
    for _ in range(chance.choice((1, 4, 16))):
        turned[chance.randrange(len(turned))] = chance.randrange(256)
    return bytes(turned[: chance.randrange(len(turned))] if chance.random() < 0.2 else turned)


def test_a_broken_page_is_read_and_every_word_of_it_can_be_written_down() -> None:
    chance, pictures = random.Random(SEED), 0
    for _ in range(2_000):
        said = f"text/html; charset={chance.choice(CHARSETS)}" if chance.random() < 0.5 else ""
        found = pictures_on(_html(chance), address=PAGE, content_type=said)
        for words in (found.title, *found.next_pages, *(one.address for one in found.pictures)):
            words.encode("utf-8")
        pictures += len(found.pictures)
    assert pictures > 500


MHTML = (
    b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"--x\"\r\n\r\n----x\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://board.example/7\r\n\r\n<img src=3D\"https://board.example/a.gif\">=C3=BC\r\n----x\r\n"
    b"Content-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://board.example/a.gif\r\n\r\n"
    b"R0lGODlhIGE=\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 666 x\r\n"
    b"#86)C\r\n`\r\nend\r\n----x--\r\n"
)  # fmt: skip
LINES = (
    b"Content-Type: message/rfc822",
    b"Content-Type: multipart/mixed",
    *(b"Content-Type: multipart/x; boundary=", b"----x", b""),
    b"Content-Type: text/html; charset*0*=\xff'x'%ff; charset*1=a",
    *(b"Content-Transfer-Encoding: \xff", b"begin 9 x", b"----x--"),
    b"Content-Transfer-Encoding: base64",
    b"Content-Location: =?utf-99?q?http://?=",
    *(b"Content-Location: http://[::1", b":", b" x"),
    b'Content-Type: image/png; a="' + b'\\"' * 99,
    b"Content-Type: \0",
    b"Content-Location: https://\xff\xfe/",
)


def _mhtml(chance: random.Random) -> bytes:
    if chance.random() < 0.5:
        return _turned(MHTML, chance)
    lines = MHTML.split(b"\r\n")
    for _ in range(chance.randint(1, 5)):
        lines.insert(chance.randrange(len(lines)), chance.choice(LINES))
    return b"\r\n".join(lines)


HAR: dict[str, Any] = {
    "pages": [{"id": "p", "title": "A thread"}],
    "entries": [
        {
            "pageref": "p",
            "request": {"url": PAGE},
            "response": {"content": {"mimeType": "text/html", "text": "<img src=/a>"}},
        },
        {
            "pageref": "p",
            "request": {"url": "https://board.example/a#x"},
            "response": {"content": {"mimeType": "image/gif", "encoding": "base64", "text": "R0lGODlh"}},
        },
    ],
}
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**4000, 1e999, float("nan"), "", "\0", "\ud800", "http://[::1", "data:,x"),
    "https://\ud800/",
    *([], {}, [[]], [{}], [None] * 100, {"": ""}, {"\ud800": 1}, "é", "<img src='\ud800'>", "=" * 99),
)


def _odd(values: Any, chance: random.Random) -> Any:
    """Return the values with one of them, somewhere, made odd or gone."""
    if not isinstance(values, dict | list) or not values or chance.random() < 0.1:
        return chance.choice(ODD)
    changed: Any = values.copy()
    key = chance.choice(list(changed) if isinstance(changed, dict) else range(len(changed)))
    if chance.random() < 0.1:
        changed.pop(key)
    else:
        changed[key] = _odd(changed[key], chance)
    return changed


def _har(chance: random.Random) -> bytes:
    content = json.dumps({"log": _odd(HAR, chance)}).encode()
    return content if chance.random() < 0.8 else _turned(content, chance)


@pytest.mark.parametrize(("form", "make"), [(Form.MHTML, _mhtml), (Form.HAR, _har)])
def test_a_broken_copy_is_read_or_refused(form: Form, make: Callable[[random.Random], bytes]) -> None:
    chance, answers = random.Random(SEED), set[str]()
    for _ in range(2_000):
        try:
            sheets = saved_sheets(Path("page"), form, word="page", read=lambda path: make(chance))
        except NotReadable:
            answers.add("refused")
            continue
        for sheet in sheets:
            sheet.page.encode("utf-8")
            for picture in sheet.found.pictures:
                picture.address.encode("utf-8")
                assert isinstance(sheet.content(picture), bytes)
                answers.add("picture")
    assert answers == {"refused", "picture"}


def test_a_broken_case_is_read_and_can_be_written_again_or_is_refused() -> None:
    chance, answers = random.Random(SEED), set[str]()
    whole = json.loads((ROOT / "vectors" / "casefile" / "v1.json").read_bytes())
    for _ in range(1_500):
        values = {**whole, "later": chance.choice(ODD)} if chance.random() < 0.1 else _odd(whole, chance)
        try:
            to_bytes(from_bytes(json.dumps(values).encode()))
            answers.add("read")
        except CaseFileError:
            answers.add("refused")
    assert answers == {"read", "refused"}


@pytest.mark.parametrize(
    "more", ["1e999", "[-1e999]", "NaN", "[" * 101 + "]" * 101, '{"a":' * 900 + "1" + "}" * 900]
)
def test_what_could_not_be_written_again_is_not_read(more: str) -> None:
    whole = (ROOT / "vectors" / "casefile" / "v1.json").read_text().rstrip()
    with pytest.raises(CaseFileError):
        from_bytes(f'{whole[:-1]},"later":{more}}}'.encode())
    assert from_bytes(f'{whole[:-1]},"later":{"[" * 90 + "]" * 90}}}'.encode())


SLOW = {
    "deep, hidden by ends of nothing": "<div></x>" * 300_000,
    "deep, hidden in comments": "<div><!--</div>-->" * 200_000,
    "deep drawing": "<svg>" + "<td>" * 1_500_000,
    "attributes": "<img " + " ".join(f"a{n}" for n in range(300_000)) + ">",
    "formatting": "<p>" + "".join(f"<b a{n}>" for n in range(20_000)) + "<p>x" * 100_000,
    "formatting, short": "<p>" + "".join(f"<b a{n}>" for n in range(3_000)) + "<p>x" * 5_000,
}
QUICK = {
    "spaces in a style": "<style>url(" + " " * 2_000_000 + "x</style>",
    "nested links": "<object><a href=?x>" * 2_500 + "a" * 400_000,
    "long base": f"<base href='http://a/{'a' * 2_000_000}/'>"
    + "".join(f"<img src={n}>" for n in range(2_000)),
    "pictures": "".join(f"<img src={n}.jpg>" for n in range(300_000)),
    "sizes": "<img srcset='" + ",".join(f"{n}.jpg {n}w" for n in range(300_000)) + "'>",
    "percent": "<img src='data:image/png," + "%41" * 2_000_000 + "'>",
    "ups": "".join(f"<img src='{'../' * 2_000}{n}'>" for n in range(500)),
}
MEASURED = """
import sys
from rescind.person.watch import NotReadable, pictures_on
page = sys.stdin.buffer.read()
try:
    found = len(pictures_on(page, address="https://board.example/").pictures)
except NotReadable:
    found = -1
# Not getrusage: its peak is handed down through exec from the test process, which may be larger.
peak = next((line for line in open("/proc/self/status") if line.startswith("VmHWM")), "VmHWM: 0 kB")
print(found, int(peak.split()[1]) // 1024)
"""


def _measured(html: str) -> tuple[int, int, float]:
    """Return how many pictures a page is found to name (-1: refused), the megabytes and the seconds it takes."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], input=html.encode(), capture_output=True, check=True, timeout=60
    )
    found, megabytes = done.stdout.split()
    return int(found), int(megabytes), time.monotonic() - before


@pytest.mark.parametrize("html", SLOW.values(), ids=SLOW.keys())
def test_a_page_built_to_take_for_ever_is_refused(html: str) -> None:
    found, megabytes, seconds = _measured(html)
    assert found == -1
    assert megabytes < 250
    assert seconds < 25


@pytest.mark.parametrize("html", QUICK.values(), ids=QUICK.keys())
def test_a_page_that_only_looks_endless_is_read(html: str) -> None:
    found, megabytes, seconds = _measured(html)
    assert 0 <= found <= 500
    assert megabytes < 400
    assert seconds < 30


BIG_COPIES = [
    (Form.MHTML, b"Content-Type: multipart/related" + b";" * 3_000_000 + b" boundary=x\n\n--x\n"),
    (Form.MHTML, b"Content-Type: multipart/related; " + b"a=b;" * 500_000 + b" boundary=x\n\n--x\n"),
    (Form.MHTML, MHTML.replace(b"----x--", b"----x\r\n\r\n" * 500_000)),
    (
        Form.MHTML,
        b"".join(b"Content-Type: multipart/x; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000)),
    ),
    (Form.HAR, b"[" * 3_000_000),
    (Form.HAR, b'{"log":' * 500_000),
    (Form.HAR, b'{"log":{"entries":[' + b"9" * 5_000 + b"]}}"),
]


@pytest.mark.parametrize(("form", "content"), BIG_COPIES, ids=range(len(BIG_COPIES)))
def test_a_copy_built_to_take_for_ever_is_refused(form: Form, content: bytes) -> None:
    before = time.monotonic()
    with pytest.raises(NotReadable):
        saved_sheets(Path("page"), form, word="page", read=lambda path: content)
    assert time.monotonic() - before < 20


def test_a_recording_of_many_pages_takes_no_longer_for_each() -> None:
    """Ten times the pages may take thirty times the work, however busy the computer is, but not a hundred times."""
    assert _work_for_pages(20_000) < 30 * _work_for_pages(2_000) + 1


def _work_for_pages(count: int) -> float:
    entries = [{**HAR["entries"][0], "pageref": str(number)} for number in range(count)]
    content = json.dumps({"log": {"entries": entries}}).encode()
    before = time.process_time()
    sheets = saved_sheets(Path("page"), Form.HAR, word="page", read=lambda path: content)
    assert len(sheets) == count
    return time.process_time() - before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_a_socket_and_a_device_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "list.txt").write_text(f"{tmp_path / 'pipe'}\n")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        for name in ("/dev/zero", "pipe", "socket", "list.txt"):
            with pytest.raises(PlaceNotUnderstood):
                parse([str(tmp_path / name)])
        for name in ("/dev/zero", "pipe", "socket"):
            for read in (read_file, kind_of_file):
                with pytest.raises(OSError, match=r".+"):
                    read(tmp_path / name)
        held = in_folder(tmp_path, kind_of_file)
    assert (held.pictures, held.pages, held.unreadable) == ((), (), 0)


def test_no_word_is_anything_but_places_or_refused(tmp_path: Path) -> None:
    chance, answers = random.Random(SEED), set[str]()
    bits = (
        "http://",
        "a.b",
        "/",
        "\\",
        "~",
        "~x/",
        "..",
        ".",
        "\0",
        "\ud800",
        "\n",
        " #",
        "#",
        ":",
        "9" * 999,
        "é",
        "a" * 9_999,
        str(tmp_path),
    )
    listed = tmp_path / "list.txt"
    for _ in range(1_000):
        word = "".join(chance.choices(bits, k=chance.randint(1, 5)))
        listed.write_bytes(word.encode(chance.choice(("utf-8", "utf-16", "latin-1")), "replace"))
        for one in (word, str(listed)):
            try:
                parse([one])
                answers.add("places")
            except PlaceNotUnderstood as trouble:
                answers.add("refused")
                str(trouble).encode("utf-8")
    assert answers == {"places", "refused"}


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="needs to become somebody with fewer rights"
)
def test_a_folder_whose_files_may_not_be_looked_at_is_counted(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.jpg").write_bytes(b"GIF89a")
    for path, mode in ((closed, 0o744), (tmp_path, 0o755), *((one, 0o755) for one in tmp_path.parents[:2])):
        path.chmod(mode)
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.setuid(65_534)
        held = in_folder(closed, kind_of_file)
        os.write(writing, f"{held.unreadable} {len(held.pictures)}".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    assert os.read(reading, 99) == b"1 0"
    os.close(reading)


def test_frames_are_counted_and_small_ones_and_empty_ones_are_not() -> None:
    html = (
        "<iframe src=/a></iframe><iframe srcdoc='<p>x'></iframe><object data=/c type='text/html;x=y'></object>"
        "<iframe></iframe><iframe src=about:blank></iframe><iframe src='javascript:0'></iframe>"
        "<iframe src=/count width=1 height=0></iframe><object data=/d.swf></object>"
    )
    assert pictures_on(html.encode(), address=PAGE).frames == 3
    assert pictures_on(b"<frameset><frame src=/a><frame src=/b></frameset>", address=PAGE).frames == 2
    assert PageFound("", ()).frames == 0
