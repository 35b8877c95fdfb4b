"""The public form, as a browser without scripts and without cookies meets it, on both databases."""

from __future__ import annotations

import re
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.db.models import F

from rescind import removal
from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.removal import document
from rescind.removal.receipt import read as read_receipt
from tests.conftest import ROOT
from tests.desk.conftest import Make
from tests.desk.filling import PLACES, Visitor, at_review, begun, sent

start(None)

from rescind.desk.flows.draft import opened  # noqa: E402 - only when Django is set up
from rescind.desk.flows.proof import WAIT  # noqa: E402 - only when Django is set up
from rescind.desk.gates import Role, Staff, requests_for  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.records import converting  # noqa: E402
from rescind.desk.records.models import Draft, JournalLine, RequestRow  # noqa: E402


def test_the_form_becomes_a_request_with_the_number_and_code_shown_at_the_start(desk: Desk) -> None:
    visitor = begun(Visitor())
    number, code = visitor.pair
    at_review(visitor)
    number, code = RequestNumbers.of(visitor)
    sent(visitor)
    assert visitor.heading == "We have it"
    assert visitor.pair == (number, code)
    assert "That is in 48 hours." in visitor.text
    row = RequestRow.objects.get(number=number)
    request = converting.request_from(row)
    assert [one.page for one in request.places] == PLACES.splitlines()
    assert (request.asker.name, request.asker.contact) == ("N. N.", "reply@mail.example")
    assert (request.reason, request.law, row.state) == ("it spreads fast", "combined", "running")
    assert request.declarations == {one.id for one in removal.law("combined").declarations}
    assert not Draft.objects.filter(number=number).exists()
    assert JournalLine.objects.filter(event="received", subject=number).count() == 1
    assert verifying.verify_database().lines == 2
    visitor.press("receipt", name="do")
    signed = read_receipt(visitor.answer.content)
    assert (signed.receipt.number, signed.receipt.due_at) == (number, row.due_at)
    assert "receipt.json" in visitor.answer.headers["Content-Disposition"]
    assert code not in visitor.answer.content.decode()


class RequestNumbers:
    """Number and code out of the hidden fields of a screen."""

    @staticmethod
    def of(visitor: Visitor) -> tuple[str, str]:
        number, code = (visitor.tree.css_first(f"input[name={name}]") for name in ("number", "code"))
        return number.attributes["value"] or "", code.attributes["value"] or ""


def test_who_comes_back_with_number_and_code_goes_on_where_they_stopped(desk: Desk) -> None:
    visitor = begun(Visitor())
    number, code = visitor.pair
    visitor.press("next").press("next", {"law": "us-take-it-down"}).press("next", {"who": "self"})
    visitor.press("next", {"places": PLACES})
    heading = visitor.heading
    later = Visitor(address="198.51.100.9").open("/ask/back")
    later.post("/ask", number=f" {number.lower()} ", code=code.replace(" ", "-"))
    assert later.heading == heading
    later.press("back")
    assert later.tree.css_first("textarea").text().strip() == PLACES
    assert "You can close this page and come back" in later.text


def test_who_asks_how_an_unsent_form_stands_is_told_so_and_led_back(on_sqlite: Desk) -> None:
    visitor = begun(Visitor())
    number, code = visitor.pair
    visitor.press("next").press("next", {"law": "us-take-it-down"})
    heading = visitor.heading
    later = Visitor().post("/status", number=number, code=code)
    assert later.heading == "This form is not sent yet"
    assert "no time runs yet" in later.text
    assert later.press("on").heading == heading


def test_a_wrong_code_and_a_number_there_is_not_look_alike_and_are_counted(on_sqlite: Desk) -> None:
    visitor = begun(Visitor())
    number, code = visitor.pair
    guessing = Visitor(address="2001:db8::1")
    pages = set()
    for tried in (number, "NOTHERE234"):
        guessing.post("/ask", number=tried, code="0000 0000 0000 0000")
        assert guessing.answer.status_code == 404
        pages.add(guessing.answer.content.decode().replace(tried, ""))
    assert len(pages) == 1
    for n in range(18):
        guessing.address = f"2001:db8::{n}"
        assert guessing.post("/status", number=number, code="1").answer.status_code == 404
    guessing.post("/ask", number=number, code=code)
    assert guessing.answer.status_code == 429, "another address of the same /64 is the same caller"
    assert 0 < int(guessing.answer.headers["Retry-After"]) <= 600
    assert "Please try again in about" in guessing.text
    assert visitor.post("/ask", number=number, code=code).answer.status_code == 200


def test_every_screen_can_be_skipped_and_gone_back_from_and_says_why(on_sqlite: Desk) -> None:
    visitor = begun(Visitor()).press("next")
    seen = []
    while not visitor.heading.startswith("Read it once more"):
        seen.append(visitor.heading)
        assert "Why we ask:" in visitor.text
        assert "Who sees it:" in visitor.text
        assert "Your answers so far are saved" in visitor.text
        visitor.press("skip")
    assert len(seen) == len(set(seen)) == 7
    assert "Still missing" in visitor.text
    for heading in reversed(seen):
        assert visitor.press("back").heading == heading


def test_what_is_missing_can_be_sent_and_added_later(desk: Desk) -> None:
    visitor = begun(Visitor()).press("next")
    while not visitor.heading.startswith("Read it once more"):
        visitor.press("skip")
    number, code = RequestNumbers.of(visitor)
    sent(visitor)
    row = RequestRow.objects.get(number=number)
    assert row.state == "incomplete"
    due = row.due_at
    visitor.post("/status", number=number, code=code)
    boxes = [one.attributes["value"] or "" for one in visitor.tree.css("input[type=checkbox]")]
    visitor.press("add", {"declaration": boxes, "places": PLACES}, name="do")
    assert "Something is still missing." in visitor.text
    assert not visitor.tree.css("input[type=checkbox]")
    visitor.press("add", {"name": "N. N.", "contact": "reply@mail.example"}, name="do")
    assert "Now nothing is missing." in visitor.text
    row.refresh_from_db()
    assert (row.state, row.due_at) == ("running", due)
    assert list(row.places.values_list("position", "page")) == [
        (0, "https://board.example/thread/7"),
        (1, ""),
    ]
    assert JournalLine.objects.filter(subject=number, event="added").count() == 2


def test_an_answer_is_changed_from_where_all_are_read_once_more(on_sqlite: Desk) -> None:
    visitor = at_review(Visitor()).press("to:name").press("next", {"name": "M. M."})
    assert visitor.heading.startswith("Read it once more")
    assert "M. M." in visitor.text
    visitor.press("to:who").press("next", {"who": "authorised"})
    assert visitor.heading == "What do they let you do?"
    visitor.press("next", {"scope": "ask for removal", "since": "yesterday"})
    assert visitor.answer.status_code == 422
    assert "Write the day since when you may ask" in visitor.text
    assert visitor.tree.css_first("#since").attributes["aria-invalid"] == "true"
    visitor.press("next", {"since": "2026-11-01"})
    assert visitor.heading == "Where is it?"


@pytest.mark.parametrize("age", ["yes", "unsure"])
def test_a_report_about_somebody_under_18_is_taken_and_asks_for_little(desk: Desk, age: str) -> None:
    visitor = begun(Visitor(), age).press("next")
    assert "Take It Down (NCMEC)" in visitor.text
    headings = []
    while not visitor.heading.startswith("Read it once more"):
        headings.append(visitor.heading)
        visitor.press("next", {"places": PLACES} if visitor.heading == "Where is it?" else {})
    assert headings[1:] == ["Where is it?", "Where can we reach you?"]
    number, code = RequestNumbers.of(visitor)
    sent(visitor)
    assert visitor.heading == "We have it"
    assert "Still missing" not in visitor.text
    row = RequestRow.objects.get(number=number)
    assert row.minors_lane
    assert row not in requests_for(Staff("reader", frozenset({Role.REVIEWER, Role.LEAD})))
    assert "Still missing" not in visitor.post("/status", number=number, code=code).text


def test_a_law_that_wants_more_is_the_only_one_that_is_asked_for_it(on_sqlite: Desk) -> None:
    visitor = begun(Visitor()).press("next").press("next", {"law": "us-dmca"})
    assert visitor.heading == "Please read this first"
    headings = []
    while not visitor.heading.startswith("Read it once more"):
        visitor.press("next", {"who": "self"})
        headings.append(visitor.heading)
    assert {"What is your postal address?", "What is your telephone number?"} < set(headings)
    plain = begun(Visitor()).press("next").press("next", {"law": "us-take-it-down"})
    while not plain.heading.startswith("Read it once more"):
        assert "postal" not in plain.heading
        plain.press("next", {"who": "self"})


def test_a_request_document_fills_everything_in(desk: Desk, make: Make) -> None:
    request = make()
    visitor = begun(Visitor()).send_file(document.write(request, fingerprints=True), "request.json")
    assert visitor.heading.startswith("Read it once more")
    number, _ = RequestNumbers.of(visitor)
    sent(visitor)
    row = RequestRow.objects.get(number=number)
    taken = converting.request_from(row)
    for part in ("id", "law", "places", "asker", "declarations", "reason", "fingerprints", "made_at"):
        assert getattr(taken, part) == getattr(request, part), part


@pytest.mark.parametrize("age", ["yes", "unsure"])
def test_of_somebody_under_18_not_even_a_fingerprint_is_taken(desk: Desk, make: Make, age: str) -> None:
    visitor = begun(Visitor()).send_file(document.write(make(), fingerprints=True), "request.json")
    number, code = RequestNumbers.of(visitor)
    assert opened(number, code).answers.fingerprints
    visitor.post("/ask", number=number, code=code, screen="age", age=age, go="next")
    assert opened(number, code).answers.fingerprints == ()
    visitor.post("/ask", number=number, code=code, screen="code", go="to:review")
    sent(visitor)
    row = RequestRow.objects.get(number=number)
    assert row.minors_lane
    assert converting.request_from(row).fingerprints == ()


def test_a_picture_is_not_taken_and_nothing_of_it_is_kept(
    on_sqlite: Desk, samples: Path, tmp_path: Path
) -> None:
    [picture, *_] = sorted(samples.rglob("*.jpg"))
    visitor = begun(Visitor()).send_file(picture.read_bytes(), "me.jpg")
    assert visitor.answer.status_code == 422
    assert "This file is not a request document." in visitor.text
    kept = b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert picture.read_bytes()[1000:1200] not in kept
    assert b"me.jpg" not in kept


def test_a_file_that_is_too_large_is_never_written_to_a_disk(
    on_sqlite: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (scratch := tmp_path / "scratch").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    scratch.chmod(0o500)
    visitor = begun(Visitor())
    for size, said in (
        (3, "This file is not a request document."),
        (9, "This file is too large to be a request."),
    ):
        visitor.send_file(b"x" * (size * 1024 * 1024), "film.mp4")
        assert visitor.answer.status_code == 422
        assert said in visitor.text
    assert list(scratch.iterdir()) == []
    assert visitor.send_file(b"", "empty.json").answer.status_code == 422


def test_without_work_it_is_sent_after_a_short_wait(on_sqlite: Desk) -> None:
    visitor = at_review(Visitor())
    visitor.press("send", {"work": "0"})
    assert visitor.answer.status_code == 429
    assert 0 < int(visitor.answer.headers["Retry-After"]) <= WAIT.total_seconds()
    assert "All is saved." in visitor.text
    Draft.objects.update(begun_at=F("begun_at") - WAIT)
    visitor.press("send", {"work": ""})
    assert visitor.heading == "We have it"


def test_a_form_that_is_sent_twice_is_one_request(on_sqlite: Desk) -> None:
    visitor = at_review(Visitor())
    number, code = RequestNumbers.of(visitor)
    sent(visitor)
    visitor.post("/ask", number=number, code=code, screen="review", go="send", work="")
    assert visitor.heading == "We have it, and have not decided yet"
    assert RequestRow.objects.count() == 1


def test_what_was_typed_lies_sealed(on_sqlite: Desk, tmp_path: Path) -> None:
    visitor = at_review(Visitor())
    _, code = RequestNumbers.of(visitor)
    raw = b"".join(one.read_bytes() for one in tmp_path.iterdir() if one.is_file())
    for word in (b"reply@mail.example", b"N. N.", b"board.example", b"spreads fast", b"203.0.113"):
        assert word not in raw
    assert code.replace(" ", "").encode() not in raw


def test_number_and_code_never_stand_in_an_address(on_sqlite: Desk) -> None:
    visitor = at_review(Visitor(lang="ar"))
    number, code = RequestNumbers.of(visitor)
    addresses = [
        value
        for one in visitor.tree.css("a, form, link, script, img")
        for name in ("href", "action", "src")
        if (value := one.attributes.get(name))
    ]
    assert addresses
    assert [one for one in addresses if number in one or code.replace(" ", "") in one] == []
    assert all(one.startswith(("/", "#", "https://www.bbc.com/weather")) for one in addresses)
    assert {one.attributes["action"] for one in visitor.tree.css("form")} == {"/ask?lang=ar"}


def test_an_unsent_form_is_kept_as_long_as_it_says(on_sqlite: Desk) -> None:
    visitor = begun(Visitor())
    row = Draft.objects.get()
    until = row.saved_at + timedelta(days=on_sqlite.working.keep.unfinished)
    assert f"until {until.day} {until:%B %Y}" in visitor.text


def test_too_many_forms_from_one_address_are_refused_and_others_are_not(on_sqlite: Desk) -> None:
    busy = Visitor(address="203.0.113.99")
    for _ in range(30):
        assert begun(busy).answer.status_code == 200
    assert begun(busy).answer.status_code == 429
    assert Draft.objects.count() == 30
    assert begun(Visitor(address="203.0.113.98")).answer.status_code == 200
    # A header that no proxy of ours wrote is not believed: what stands before the last word of it was told by the caller.
    assert begun(Visitor(address="198.51.100.1, 203.0.113.99")).answer.status_code == 429


def test_the_services_are_those_of_the_persons_side() -> None:
    named = (ROOT / "src/rescind/desk/web/public/under18.toml").read_text(encoding="utf-8")
    known = (ROOT / "src/rescind/person/under18.toml").read_text(encoding="utf-8")
    assert named[named.index("[[service]]") :] == known[known.index("[[service]]") :]


def test_no_sentence_of_the_public_pages_is_left_in_english_in_arabic(on_sqlite: Desk) -> None:
    catalogue = (ROOT / "src/rescind/words/ar/LC_MESSAGES/rescind.po").read_text(encoding="utf-8")
    empty = [
        block
        for block in catalogue.split("\n\n")
        if "templates/public" in block and re.search(r'msgstr(\[0\])? ""\n?\Z', block.strip())
    ]
    assert empty == []
