"""What a desk does with its page and with what the page hands over, as HTTP sees it; and the settings that turn it off."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings import desk_file
from rescind.desk.settings.desk_file import Desk, DeskNotSetUp
from rescind.desk.settings.own_page import OwnPage
from rescind.net.showing import MEDIA_TYPES
from rescind.page_files import FOR_READERS, page_files
from rescind.removal import document
from tests.desk.conftest import Make
from tests.desk.filling import Visitor, begun, sent

start(None)

from rescind.desk.records import converting  # noqa: E402 - only when Django is set up
from rescind.desk.records.models import Draft, RequestRow  # noqa: E402

OVER = "/ask/from-page"


def handed(visitor: Visitor, content: bytes, **headers: str) -> Visitor:
    """Send what the page sends, from where the headers say."""
    file: Any = SimpleUploadedFile("request.json", content, "application/json")
    visitor.client.defaults |= headers
    return visitor.post(OVER, document=file)


def test_every_file_of_the_page_is_served_as_what_it_is_and_may_call_nobody(on_sqlite: Desk) -> None:
    visitor = Visitor()
    for name, content in page_files().items():
        answer = visitor.open(f"/page/{name}").answer
        if name.endswith(FOR_READERS):
            assert answer.status_code == 404
            continue
        assert (answer.status_code, answer.headers["Content-Type"]) == (
            200,
            MEDIA_TYPES[PurePosixPath(name).suffix],
        )
        assert name in ("index.html", "offered.js", "keep.js") or answer.content == content
        packed = visitor.client.get(f"/page/{name}", HTTP_HOST="localhost", HTTP_ACCEPT_ENCODING="gzip, br")
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.content) == answer.content
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert policy.count("connect-src 'self'") == (name == "keep.js")
        assert "form-action 'self'" in policy or name == "keep.js"
        for header, value in (
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
        ):
            assert answer.headers[header] == value, header
    first = visitor.open("/page/").answer
    assert first.content == visitor.open("/page/index.html").answer.content
    assert b"form-action 'self'" in first.content
    offered = visitor.open("/page/offered.js").answer.content.decode()
    said = json.loads(offered.partition("OFFERED = ")[2].rstrip().rstrip(";"))
    assert said == {"desk": OVER, "desk_name": "Board", "checks": None, "keep": True}


@pytest.mark.parametrize(
    "path", ["/page/nothing.js", "/page/../desk.toml", "/page/%2e%2e/desk.toml", "/page//etc/passwd"]
)
def test_nothing_else_stands_below_the_page(on_sqlite: Desk, path: str) -> None:
    assert Visitor().open(path).answer.status_code == 404


def test_the_first_page_and_the_form_lead_to_it_but_not_for_somebody_under_18(on_sqlite: Desk) -> None:
    visitor = Visitor().open("/")
    assert visitor.tree.css_first('a[href="/page/"]')
    begun(visitor)
    assert visitor.tree.css_first('a[href="/page/"]')
    visitor.press("next").press("next", {"law": "combined"}).press("next", {"who": "self"})
    assert visitor.heading == "Where is it?"
    assert visitor.tree.css_first('a[href="/page/"]')
    young = begun(Visitor(), "unsure")
    while not young.heading.startswith("Read it once more"):
        assert not young.tree.css_first('a[href="/page/"]'), young.heading
        young.press("next")


def test_what_is_handed_over_is_a_form_that_is_filled_in_and_no_request_before_it_is_sent(
    desk: Desk, make: Make
) -> None:
    request = make()
    visitor = handed(Visitor(), document.write(request, fingerprints=True), HTTP_SEC_FETCH_SITE="same-origin")
    assert visitor.heading == "Write these two down"
    number, code = visitor.pair
    assert RequestRow.objects.count() == 0
    assert "request file" not in visitor.text
    visitor.press("next")
    assert visitor.heading == "Read it once more, then send it"
    assert "1 fingerprint, made on your own device" in visitor.text
    visitor.press("to:name").press("next", {"name": "M. M."})
    assert visitor.heading == "Read it once more, then send it"
    later = Visitor(address="198.51.100.9").post("/ask", number=number, code=code)
    assert later.heading == "Read it once more, then send it", "it goes on where it stopped"
    sent(visitor)
    taken = converting.request_from(RequestRow.objects.get(number=number))
    assert taken.asker == replace(request.asker, name="M. M.")
    for part in ("id", "law", "places", "declarations", "reason", "fingerprints", "made_at"):
        assert getattr(taken, part) == getattr(request, part), part


def test_fingerprints_can_still_be_left_out(on_sqlite: Desk, make: Make) -> None:
    visitor = (
        handed(Visitor(), document.write(make(), fingerprints=True)).press("next").press("no fingerprints")
    )
    assert visitor.heading == "Read it once more, then send it"
    assert "fingerprint" not in visitor.text.lower()
    sent(visitor)
    assert converting.request_from(RequestRow.objects.get()).fingerprints == ()


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_foreign_page_can_begin_nothing_here(on_sqlite: Desk, make: Make, site: str) -> None:
    visitor = handed(Visitor(), document.write(make()), HTTP_SEC_FETCH_SITE=site)
    assert visitor.answer.status_code == 403
    assert "This did not come from our own page. Nothing was kept." in visitor.text
    assert Draft.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"\xff\xd8\xff\xe0 a picture", 422, "This file is not a request document."),
        (b"", 422, "This file is not a request document."),
        (b"[" * 100_000, 422, "This file is not a request document."),
        (b"x" * (9 * 1024 * 1024), 422, "This file is too large to be a request."),
    ],
)
def test_rubbish_is_answered_with_a_sentence_and_not_kept(
    on_sqlite: Desk, content: bytes, status: int, said: str
) -> None:
    visitor = handed(Visitor(), content)
    assert (visitor.answer.status_code, said in visitor.text) == (status, True), visitor.text
    assert Draft.objects.count() == 0


def test_a_form_without_a_file_and_an_address_that_is_typed_lead_on(on_sqlite: Desk) -> None:
    visitor = Visitor().post(OVER, document="{}")
    assert (visitor.answer.status_code, Draft.objects.count()) == (422, 0)
    assert visitor.open(OVER).heading == "Was anybody in the picture or video under 18?"


def test_the_limit_of_forms_begun_holds_here_too(on_sqlite: Desk, make: Make) -> None:
    content = document.write(make())
    for n in range(30):
        assert handed(Visitor(address="203.0.113.50"), content).answer.status_code == 200, n
    assert handed(Visitor(address="203.0.113.50"), content).answer.status_code == 429
    assert Draft.objects.count() == 30


def test_a_desk_that_does_not_want_the_page_shows_nothing_of_it(on_sqlite: Desk, make: Make) -> None:
    with override_settings(DESK=replace(on_sqlite, own_page=OwnPage(shown=False))):
        visitor = Visitor()
        for path in ("/page/", "/page/start.js"):
            assert visitor.open(path).answer.status_code == 404
        assert handed(visitor, document.write(make())).answer.status_code == 404
        assert not visitor.open("/").tree.css_first('a[href="/page/"]')
        assert not begun(visitor).tree.css_first('a[href="/page/"]')
        assert begun(visitor).tree.css_first("#document"), "a file can be handed in as before"
    with override_settings(DESK=replace(on_sqlite, own_page=OwnPage(kept=False))):
        assert b'"keep": false' in visitor.open("/page/offered.js").answer.content
        assert b"const FILES = {};" in visitor.open("/page/keep.js").answer.content


def test_the_settings_are_read_as_they_were_written_and_nonsense_is_named() -> None:
    chosen = replace(
        desk_file.fresh("Board", "http://localhost:8600"), own_page=OwnPage(shown=True, kept=False)
    )
    text = desk_file.as_toml(chosen)
    assert desk_file.parse(text) == chosen
    assert "[page]" not in desk_file.as_toml(desk_file.fresh("Board", "http://localhost:8600"))
    for wrong in ("shown = 1", 'kept = "no"', "seen = true"):
        with pytest.raises(DeskNotSetUp) as told:
            desk_file.parse(text.partition("[page]")[0] + f"[page]\n{wrong}\n")
        assert "[page]" in str(told.value)
