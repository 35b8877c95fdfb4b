"""Fills the public form in as a browser without scripts does: it reads each page, and sends what the page's form holds."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

from rescind.desk.flows.proof import ZERO_BITS

Fields = dict[str, str | list[str]]


def work_for(number: str) -> str:
    """The word that a browser with scripts looks for."""
    for n in count():
        digest = hashlib.sha256(f"{number}:{n}".encode()).digest()
        if int.from_bytes(digest, "big") >> (256 - ZERO_BITS) == 0:
            return str(n)
    raise AssertionError


@dataclass
class Visitor:
    """Somebody at the public pages, from one network address, and the page that they see."""

    address: str = "203.0.113.7"
    lang: str = ""
    client: Client = field(default_factory=lambda: Client(enforce_csrf_checks=True))
    answer: Any = None

    def open(self, path: str) -> Visitor:
        """Follow a link."""
        return self._see(self.client.get(path + (f"?lang={self.lang}" if self.lang else ""), **self._from()))

    def post(self, path: str, **fields: Any) -> Visitor:
        """Send fields that were typed by hand."""
        return self._see(self.client.post(path, fields, **self._from()))

    def press(self, button: str, fields: Fields | None = None, *, name: str = "go") -> Visitor:
        """Press a button of the page: its form goes off with what it holds and what was typed."""
        found = self.tree.css_first(f'button[name="{name}"][value="{button}"]')
        assert found is not None, f"there is no button {button!r} on the page {self.heading!r}"
        form = found
        while form.tag != "form":
            assert form.parent is not None
            form = form.parent
        sent = {**held(form), **(fields or {}), name: button}
        return self._see(self.client.post(form.attributes["action"] or "", sent, **self._from()))

    def send_file(self, content: bytes, name: str) -> Visitor:
        """Choose a file where a request document is asked for, and send it."""
        return self.press("file", {"document": SimpleUploadedFile(name, content)})  # type: ignore[dict-item]

    @property
    def tree(self) -> LexborHTMLParser:
        """The page that is shown."""
        return LexborHTMLParser(self.answer.content)

    @property
    def heading(self) -> str:
        """The main heading of the page."""
        found = self.tree.css_first("h1")
        return " ".join(found.text().split()) if found else ""

    @property
    def text(self) -> str:
        """Everything that the page says, in one line."""
        found = self.tree.css_first("main")
        return " ".join(found.text().split()) if found else ""

    @property
    def pair(self) -> tuple[str, str]:
        """Number and code, as the page shows them."""
        number, code = (one.text() for one in self.tree.css("dl.receipt dd"))
        return number, code

    def _from(self) -> dict[str, Any]:
        return {"HTTP_HOST": "localhost", "REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": self.address}

    def _see(self, answer: Any) -> Visitor:
        assert answer.cookies == {}, "a public page set a cookie"
        self.answer = answer
        return self


def held(form: LexborNode) -> Fields:
    """What a form holds already: hidden fields, typed text, and what is ticked."""
    fields: Fields = {}
    for one in form.css("input, textarea"):
        name, kind = one.attributes.get("name"), one.attributes.get("type", "text")
        if not name or kind == "file" or (kind in ("radio", "checkbox") and "checked" not in one.attributes):
            continue
        value = one.text() if one.tag == "textarea" else one.attributes.get("value") or ""
        if kind == "checkbox":
            fields[name] = [*fields.get(name, []), value]
        else:
            fields[name] = value
    return fields


PLACES = "https://board.example/thread/7\nthe thread that begins with my street"


def begun(visitor: Visitor, age: str = "no") -> Visitor:
    """Answer the first question; the page shows number and code."""
    return visitor.open("/ask").press("next", {"age": age})


def at_review(visitor: Visitor, law: str = "combined") -> Visitor:
    """Fill everything in, up to the page where it is read once more."""
    begun(visitor).press("next").press("next", {"law": law}).press("next", {"who": "self"})
    visitor.press("next", {"places": PLACES})
    boxes = [one.attributes["value"] or "" for one in visitor.tree.css("input[type=checkbox]")]
    visitor.press("next", {"declaration": boxes}).press("next", {"name": "N. N."})
    return visitor.press("next", {"contact": "reply@mail.example"}).press(
        "next", {"reason": "it spreads fast"}
    )


def sent(visitor: Visitor) -> Visitor:
    """Send what is on the page where it is read once more, having done the work that scripts do."""
    number = visitor.tree.css_first("input[name=number]").attributes["value"] or ""
    return visitor.press("send", {"work": work_for(number)})
