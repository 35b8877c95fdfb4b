"""The letter on paper: its words as they were written, on numbered pages, readable aloud, always the same."""

import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rescind.removal import Asker, Authority, Place, Request, Role, law, letter

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
COMBINED = law("combined")
PAGE_WIDTH = 210 / 25.4 * 72
MARGIN = 26 / 25.4 * 72
MARKUP = (
    r"#panic() $x^2$ *bold* _thin_ @label \ <label> `raw` // comment = head #read(\"letter.typ\") --- ~ [b]"
)


def request(**changed: Any) -> Request:
    whole = Request(
        id="R-7Q2M-41XD",
        law=COMBINED.slug,
        operator="Board Example",
        places=(Place("https://board.example/thread/7", "https://files.example/7.jpg", "", NOW),),
        asker=Asker(Role.SELF, "Zoë Ångström", "reply@mail.example"),
        made_at=NOW,
        declarations=frozenset(each.id for each in COMBINED.declarations),
        reason="I never agreed to this.",
    )
    return replace(whole, **changed)


def composed(language: str = "en", **changed: Any) -> letter.Letter:
    return letter.compose(request(**changed), COMBINED, language=language, now=NOW)


# --- a small reader of the PDF files that Typst writes: enough to know which words stand where


@dataclass(frozen=True)
class Run:
    """Words set in one go, and how far from the left edge of the page they begin, in points."""

    page: int
    left: float
    words: str


def objects(pdf: bytes) -> dict[int, bytes]:
    return {int(m[1]): m[2] for m in re.finditer(rb"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj", pdf, re.S)}


def stream(content: bytes) -> bytes:
    found = re.search(rb"stream\r?\n(.*)\r?\nendstream", content, re.S)
    assert found
    return zlib.decompress(found[1]) if b"FlateDecode" in content else found[1]


def unicode_of(cmap: bytes) -> dict[int, str]:
    pairs = re.findall(rb"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$", cmap.split(b"endcodespacerange")[1], re.M)
    assert pairs
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def tokens(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The words of a content stream, each with its kind: a string, or anything else."""
    at = 0
    while found := re.compile(rb"\(|(?<!<)<[0-9a-fA-F]+>|/?[^\s()\[\]/]+").search(content, at):
        at = found.end()
        if re.fullmatch(rb"<[0-9a-fA-F]+>", found[0]):
            yield b"string", bytes.fromhex(found[0][1:-1].decode())
            continue
        if found[0] != b"(":
            yield b"word", found[0]
            continue
        at = end_of_string(content, at)
        yield b"string", literal(content[found.end() : at - 1])


def end_of_string(content: bytes, at: int) -> int:
    """Where a string that began before `at` ends; parentheses inside are escaped or balanced (ISO 32000, 7.3.4.2)."""
    depth = 1
    while depth:
        byte = content[at : at + 1]
        depth += (byte == b"(") - (byte == b")")
        at += 2 if byte == b"\\" else 1
    return at


def literal(text: bytes) -> bytes:
    plain = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
    return re.sub(
        rb"\\([0-7]{1,3}|.)",
        lambda m: bytes([int(m[1], 8)]) if m[1].isdigit() else plain.get(m[1], m[1]),
        text,
        flags=re.S,
    )


def runs(pdf: bytes) -> Iterator[Run]:
    found = objects(pdf)
    pages = [content for content in found.values() if b"/Type/Page/" in content]
    for count, page in enumerate(pages, start=1):
        resources = found[reference(page, b"Resources")]
        fonts = {
            name: unicode_of(stream(found[reference(found[int(number)], b"ToUnicode")]))
            for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
        }
        yield from _runs_of(count, stream(found[reference(page, b"Contents")]), fonts)


def reference(content: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", content)
    assert found
    return int(found[1])


def _runs_of(page: int, content: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[Run]:
    words: list[bytes] = []
    codes, waiting, left, font = b"", b"", 0.0, b""
    for kind, word in tokens(content):
        if kind == b"string":
            waiting += word
        elif word in (b"Tj", b"TJ"):
            codes, waiting = codes + waiting, b""
        elif word.endswith(b"BDC"):
            waiting = b""
        elif word == b"BT":
            codes = b""
        elif word == b"cm":
            left = float(words[-2])
        elif word == b"Tf":
            font = words[-2].removeprefix(b"/")
        elif word == b"ET":
            glyphs = [int.from_bytes(codes[i : i + 2]) for i in range(0, len(codes), 2)]
            yield Run(page, left, "".join(fonts[font][each] for each in glyphs))
            codes = b""
        words.append(word)


def words_of(pdf: bytes) -> str:
    return "".join(run.words for run in runs(pdf))


def squeezed(words: str) -> str:
    return re.sub(r"\s", "", words)


def pages_of(pdf: bytes) -> int:
    found = re.search(rb"/Type/Pages/Count (\d+)", pdf)
    assert found
    return int(found[1])


# --- English


def test_the_words_of_the_letter_are_on_the_page() -> None:
    said = squeezed(words_of(letter.as_pdf(composed())))
    for wanted in (
        "https://board.example/thread/7",
        "https://files.example/7.jpg",
        "Zoë Ångström",
        "Page 1 of ",
    ):
        assert squeezed(wanted) in said
    assert "reply@mail.example" in said
    assert squeezed("Within 48 hours of receipt") in said


def test_the_file_says_its_title_language_and_standard() -> None:
    made = composed()
    pdf = letter.as_pdf(made)
    assert pdf.startswith(b"%PDF-1.7")
    assert made.subject.encode("utf-16-be").hex().upper().encode() in pdf
    assert b"/Lang(en)" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert b"/Subtype/Image" not in pdf


@pytest.mark.parametrize("part", ["reason", "operator", "name", "note", "page"])
def test_markup_in_a_persons_words_stays_words(part: str) -> None:
    changes: dict[str, dict[str, Any]] = {
        "reason": {"reason": MARKUP},
        "operator": {"operator": MARKUP},
        "name": {"asker": Asker(Role.SELF, MARKUP, "reply@mail.example")},
        "note": {"places": (Place("https://board.example/1", note=MARKUP),)},
        "page": {"places": (Place(MARKUP),)},
    }
    said = squeezed(words_of(letter.as_pdf(composed(**changes[part]))))
    assert squeezed(MARKUP) in said


def test_a_long_address_stays_inside_the_page_and_whole() -> None:
    address = "https://board.example/" + "MW" * 2000
    pdf = letter.as_pdf(composed(places=(Place(address),), operator="W" * 400))
    found = list(runs(pdf))
    widest = [run for run in found if len(run.words) > 20 and set(run.words) <= set("MW")]
    assert len(widest) > 10
    assert all(run.left + len(run.words) * 9.3 < PAGE_WIDTH - MARGIN + 1 for run in widest)
    assert address in squeezed(
        "".join(run.words for run in found if not run.words.startswith(("Page", "Request")))
    )


def test_three_hundred_places_make_numbered_pages() -> None:
    places = tuple(Place(f"https://board.example/thread/{count}", seen_at=NOW) for count in range(1, 301))
    pdf = letter.as_pdf(composed(places=places))
    said = squeezed(words_of(pdf))
    count = pages_of(pdf)
    assert count > 5
    assert f"Page{count}of{count}" in said
    assert re.findall(r"https://board\.example/thread/(\d+?)(?=Seen|\D)", said)[-1] == "300"


def test_the_files_of_a_page_stand_below_it_with_their_names() -> None:
    files = [f"https://files.example/{count}.jpg" for count in range(1, 61)]
    places = tuple(Place("https://board.example/thread/7", each, "", NOW) for each in files)
    said = squeezed(words_of(letter.as_pdf(composed(places=places))))
    assert said.count("https://board.example/thread/7") == 1
    assert said.count(squeezed("To remove")) == 1
    assert all(said.count(each) == 1 for each in files)
    assert f"1a.{files[0]}1b.{files[1]}" in said
    assert f"1bh.{files[59]}" in said


def test_equal_letters_give_equal_files_and_the_time_is_the_letters() -> None:
    first, second = letter.as_pdf(composed()), letter.as_pdf(composed())
    assert first == second
    later = letter.as_pdf(replace(composed(), written_at=NOW + timedelta(days=1)))
    assert later != first
    assert b"D:20261124140500" in first


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    letter.as_pdf(composed())
    assert list(tmp_path.iterdir()) == []


def test_a_letter_that_no_font_has_is_refused_in_words() -> None:
    with pytest.raises(letter.PdfNotPossible, match="mail or the text file"):
        letter.as_pdf(composed(reason="I never agreed. \U0001e900\u0c85\u1bc0\U00016f00\U0010fffd"))


def test_without_the_extra_the_person_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(letter.PdfNotInstalled, match=r"rescind\[pdf\]"):
        letter.as_pdf(composed())


# --- Arabic


def arabic(**changed: Any) -> letter.Letter:
    made = composed("ar", **changed)
    assert (made.language, made.direction) == ("ar", "rtl")
    return made


def latin_words(made: letter.Letter) -> set[str]:
    """What is left in Latin letters, beside citations (which are set apart), addresses and the number."""
    text = re.sub("\u2066.*?\u2069", "", flat(letter.as_text(made)))
    for known in ("https://board.example/thread/7", "https://files.example/7.jpg", made.contact):
        text = text.replace(known, "")
    return set(re.findall(r"[A-Za-z]{2,}", text))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_everything_the_arabic_letter_says_is_arabic() -> None:
    authority = Authority("طلب الإزالة", date(2026, 11, 1))
    for asker in (
        Asker(Role.SELF, "ليلى", "reply@mail.example"),
        Asker(Role.AUTHORISED, "سلمى", "reply@mail.example", authority),
    ):
        made = arabic(asker=asker, operator="موقع", reason="لم أوافق.")
        assert latin_words(made) == {"UTC"}


def test_the_arabic_page_begins_at_the_right_margin() -> None:
    english, right = (next(runs(letter.as_pdf(made))) for made in (composed(), arabic()))
    assert english.words == "Request to remove pictures"
    assert english.left == pytest.approx(MARGIN, abs=1)
    assert re.search(r"[\u0600-\u06ff\ufb50-\ufeff]", right.words)
    assert right.left > PAGE_WIDTH / 2


def test_the_arabic_file_says_its_language_and_keeps_addresses_whole() -> None:
    pdf = letter.as_pdf(arabic())
    assert b"/Lang(ar)" in pdf
    assert "https://board.example/thread/7" in squeezed(words_of(pdf))


def test_the_arabic_mail_carries_the_arabic_letter() -> None:
    made = arabic()
    assert "نوفمبر" in letter.as_text(made)
    assert b"=?utf-8?" in letter.as_mail(made)
