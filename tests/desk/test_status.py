"""What the asker sees and can do with number and code, over the public pages, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.removal import Place as NamedPlace
from rescind.removal import law
from tests.desk.conftest import Make
from tests.desk.filling import Visitor

start(None)

from rescind.desk import outbox  # noqa: E402 - only when Django is set up
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.gates import Role, Staff  # noqa: E402
from rescind.desk.records import converting, receipts, sealing  # noqa: E402
from rescind.desk.records.models import (  # noqa: E402
    FoundCopy,
    JournalLine,
    Message,
    Owed,
    Place,
    RequestRow,
    Statement,
)

READER = Staff("reader", frozenset({Role.REVIEWER}))
LEAD = Staff("lead", frozenset({Role.LEAD}))


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def asked(make: Make, ago: timedelta = timedelta(hours=1), **changes: object) -> Receipt:
    """A request that came in some time ago."""
    return receive(make(**changes), now=now() - ago)


def looking(receipt: Receipt) -> Visitor:
    return Visitor().open("/status").post("/status", number=receipt.number, code=receipt.code)


def refused(make: Make, ground: str) -> Receipt:
    receipt = asked(make)
    decide.propose_refusal(READER, receipt.number, ground, now=now(), words="We see nothing there.")
    decide.second_read(LEAD, receipt.number, agrees=True, now=now())
    return receipt


def test_it_says_until_when_the_platform_has_to_act(desk: Desk, make: Make) -> None:
    page = looking(asked(make))
    assert page.heading == "We have it, and have not decided yet"
    assert "That is in 47 hours." in page.text
    assert "You named 2 places." in page.text


def test_a_wrong_code_is_told_where_it_was_typed(on_sqlite: Desk, make: Make) -> None:
    receipt = asked(make)
    page = Visitor().post("/status", number=receipt.number, code="0000 0000 0000 0000")
    assert page.answer.status_code == 404
    assert "There is nothing here for this number and code." in page.text
    assert page.tree.css_first("#number").attributes["value"] == receipt.number


def test_messages_go_both_ways_and_lie_sealed(desk: Desk, make: Make) -> None:
    receipt = asked(make)
    page = looking(receipt).press("say", {"text": "it is <b>still</b> there"}, name="do")
    assert "We have your message." in page.text
    row = RequestRow.objects.get(number=receipt.number)
    kept = Message.objects.get(request=row)
    assert b"still" not in bytes(kept.sealed)
    sealed = sealing.seal_with(row, "We look at it.")
    Message.objects.create(request=row, from_asker=False, by="reader", sealed=sealed, at=now())
    page = looking(receipt)
    said = [" ".join(one.text().split()) for one in page.tree.css(".messages li")]
    assert said[0].startswith("You, ")
    assert said[0].endswith("it is <b>still</b> there")
    assert said[1].startswith("Board, ")
    assert said[1].endswith("We look at it.")
    assert "reader" not in page.text
    assert JournalLine.objects.filter(event="asker_wrote", subject=receipt.number).count() == 1
    assert page.press("say", {"text": " "}, name="do").answer.status_code == 422


def test_a_page_that_was_sent_again_is_one_message(on_sqlite: Desk, make: Make) -> None:
    receipt = asked(make)
    for _ in range(3):
        looking(receipt).press("say", {"text": "please hurry"}, name="do")
    assert Message.objects.count() == 1


def test_a_refusal_is_told_with_its_reason_and_can_be_complained_of_once(desk: Desk, make: Make) -> None:
    ground = law("us-take-it-down").grounds[1]
    receipt = refused(make, ground.id)
    page = looking(receipt)
    assert page.heading == "We said no"
    assert ground.text in page.text
    assert "We see nothing there." in page.text
    assert "Complain to the Federal Trade Commission." in page.text
    assert "lead" not in page.text.split()
    page.press("complain", {"text": "look again"}, name="do")
    assert "We have your complaint." in page.text
    assert "You complained on" in page.text
    row = RequestRow.objects.get(number=receipt.number)
    assert row.complained_at is not None
    [owed] = Owed.objects.filter(kind=outbox.COMPLAINT)
    assert outbox.opened(owed)["about"] == "refused"
    again = page.post("/status", number=receipt.number, code=receipt.code, do="complain")
    assert again.answer.status_code == 422
    assert JournalLine.objects.filter(event="complained").count() == 1


def test_lateness_is_told_and_can_be_complained_of(desk: Desk, make: Make) -> None:
    receipt = asked(make, ago=timedelta(hours=49))
    page = looking(receipt)
    assert page.heading == "We are late"
    page.press("complain", {"text": ""}, name="do")
    assert outbox.opened(Owed.objects.get(kind=outbox.COMPLAINT))["about"] == "late"
    assert Message.objects.count() == 0


def test_before_that_there_is_nothing_to_complain_of(on_sqlite: Desk, make: Make) -> None:
    receipt = asked(make)
    page = looking(receipt).post("/status", number=receipt.number, code=receipt.code, do="complain")
    assert page.answer.status_code == 422
    assert "You can complain when we said no, or when the time is over." in page.text
    assert not Owed.objects.exists()


def test_of_further_copies_only_the_count_is_told(desk: Desk, make: Make) -> None:
    receipt = asked(make)
    decide.grant(READER, receipt.number, now=now())
    row = RequestRow.objects.get(number=receipt.number)
    for n, state in enumerate(("taken down", "taken down", "listed", "left")):
        FoundCopy.objects.create(
            request=row,
            service="pixel-store",
            item=f"elsewhere-{n}",
            likeness="same",
            distance=0,
            identical=True,
            state=state,
            found_at=now(),
        )
    page = looking(receipt)
    assert page.heading == "We said yes"
    assert "2 further copies were removed." in page.text
    assert "elsewhere" not in page.answer.content.decode()
    assert "pixel-store" not in page.answer.content.decode()


def test_taking_it_back_is_asked_again_first(desk: Desk, make: Make) -> None:
    receipt = asked(make)
    page = looking(receipt).press("ask withdraw", name="do")
    assert page.heading == "Take your request back?"
    assert RequestRow.objects.get(number=receipt.number).state == "running"
    assert page.press("", name="do").heading == "We have it, and have not decided yet"
    page = looking(receipt).press("ask withdraw", name="do").press("withdraw", name="do")
    assert page.heading == "You took it back"
    assert RequestRow.objects.get(number=receipt.number).state == "withdrawn"
    again = page.post("/status", number=receipt.number, code=receipt.code, do="withdraw")
    assert again.answer.status_code == 422


@pytest.mark.parametrize("path", ["/", "/ask", "/ask/back", "/status", "/duties", "/objection"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_public_page_is_strict_neutral_and_alone(on_sqlite: Desk, path: str, lang: str) -> None:
    page = Visitor(lang=lang).open(path)
    assert page.answer.status_code == 200
    policy = page.answer.headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "connect-src 'none'", "form-action 'self'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert page.answer.headers["Cache-Control"] == "no-store"
    assert page.answer.headers["Referrer-Policy"] == "no-referrer"
    tree = page.tree
    loaded = [
        one.attributes.get("src") or one.attributes.get("href") for one in tree.css("script, link, img")
    ]
    assert loaded
    assert all(one and one.startswith("/static/") for one in loaded)
    assert not tree.css("[style], [onclick], script:not([src]), style")
    title = tree.css_first("title").text()
    assert title.endswith("Board")
    assert not {"intimate", "picture", "naked", "removal"} & set(title.lower().split())
    leave = tree.css_first("#leave")
    assert leave.attributes["href"] == "https://www.bbc.com/weather"
    assert "noreferrer" in (leave.attributes["rel"] or "")
    root = tree.css_first("html")
    assert (root.attributes["lang"], root.attributes["dir"]) == (lang, "rtl" if lang == "ar" else "ltr")


def test_the_duties_are_those_of_the_law_folders(on_sqlite: Desk) -> None:
    text = Visitor().open("/duties").text
    for slug in ("us-take-it-down", "uk-online-safety", "eu-dsa"):
        one = law(slug)
        for part in (one.title, one.clock.note, *(duty.text for duty in one.duties)):
            assert " ".join(part.split()) in text
        assert all(duty.citation in text for duty in one.duties)
    assert "48 hours." in text


def test_whoever_put_it_there_reads_why_and_objects_once(desk: Desk, make: Make) -> None:
    receipt = asked(make)
    decide.grant(READER, receipt.number, now=now())
    place = Place.objects.filter(request__number=receipt.number).first()
    statement = Statement.objects.filter(place=place).get()
    number, code = statement.number, receipts.new_code()
    Statement.objects.filter(pk=statement.pk).update(code_hash=receipts.hashed(number, code))
    page = Visitor().open("/objection").post("/objection", number=number, code=code)
    assert page.heading == "Why we removed it"
    assert "TAKE IT DOWN Act" in page.text
    assert receipt.number not in page.answer.content.decode()
    assert "N. N." not in page.text
    assert page.press("object", {"text": ""}, name="do").answer.status_code == 422
    page.press("object", {"text": "it is my own picture"}, name="do")
    assert "it is my own picture" in page.text
    assert "A person reads it and answers here." in page.text
    statement.refresh_from_db()
    assert b"own picture" not in bytes(statement.objection or b"")
    assert Place.objects.get(pk=statement.place_id).state == "removed"
    assert page.post("/objection", number=number, code=code, do="object", text="x").answer.status_code == 422
    statement.answer = sealing.seal_with(statement, "We looked again.")
    statement.answered_at = now()
    statement.save()
    assert "We looked again." in page.post("/objection", number=number, code=code).text
    assert page.post("/objection", number=number, code="1").answer.status_code == 404
    assert page.post("/objection", number=receipt.number, code=receipt.code).answer.status_code == 404


def test_a_person_who_gets_lost_is_told_on_a_page_and_a_program_in_json(on_sqlite: Desk) -> None:
    page = Visitor(lang="ar")
    page.client.defaults["HTTP_ACCEPT"] = "text/html,*/*"
    assert page.open("/nowhere").answer.status_code == 404
    assert page.tree.css_first("html").attributes["dir"] == "rtl"
    assert page.tree.css_first("#leave")
    assert page.open("/v1/nowhere").answer.json()["error"] == "no_such_address"
    page.client.defaults["HTTP_ACCEPT"] = "application/json"
    assert page.open("/nowhere").answer.json()["error"] == "no_such_address"


def test_when_nothing_can_be_written_down_a_person_is_told_to_come_again(on_sqlite: Desk, make: Make) -> None:
    connection.cursor().execute(
        "CREATE TRIGGER full BEFORE INSERT ON desk_draft BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    page = Visitor().open("/ask").press("next", {"age": "no"})
    assert page.answer.status_code == 503
    assert int(page.answer.headers["Retry-After"]) > 0
    assert "Please try again soon." in page.text


def test_a_place_that_said_nothing_is_filled_in(desk: Desk, make: Make) -> None:
    receipt = asked(make, places=(NamedPlace(""), NamedPlace("beside the gate")))
    page = looking(receipt)
    assert "Say where each picture is" in page.text
    page.press("add", {"places": "https://board.example/thread/9\nand the one below"}, name="do")
    assert "Now nothing is missing." in page.text
    row = RequestRow.objects.get(number=receipt.number)
    said = [one.page for one in converting.request_from(row).places]
    assert said == ["https://board.example/thread/9", "beside the gate", "and the one below"]
    pages = list(row.places.values_list("position", "page"))
    assert pages == [(0, "https://board.example/thread/9"), (1, ""), (2, "")]
