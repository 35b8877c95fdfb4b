"""What the staff do with a request, over HTTP: each button does its one thing, tells who must know, and is written down."""

# ruff: noqa: F811 - fixtures are imported where they are used

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from tests.desk.conftest import Make
from tests.fakes.receiver import Receiver, Reply

start(None)

from rescind import fingerprint  # noqa: E402 - only when Django is set up
from rescind.desk.flows import asker_says, complain, follow, objecting  # noqa: E402
from rescind.desk.flows.receive import Receipt, receive  # noqa: E402
from rescind.desk.gates import Role  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.outbox.owing import opened  # noqa: E402
from rescind.desk.records import converting, copies  # noqa: E402
from rescind.desk.records.models import (  # noqa: E402
    BankEntry,
    JournalLine,
    Misuse,
    Owed,
    Place,
    Report,
    RequestRow,
)
from rescind.removal import State, law  # noqa: E402
from tests.desk.office import AtWork, at_work, file_reply, moment, office, platform  # noqa: E402, F401

IMAGES = Path(__file__).parent.parent / "samples" / "images"
COFFEE = (IMAGES / "base-coffee.jpg").read_bytes()


@pytest.fixture
def received(office: Desk, make: Make) -> Receipt:
    """A request that came in just now, with the fingerprint of the picture of coffee."""
    mine = fingerprint.of_image(COFFEE, turns=False).bits
    return receive(make(fingerprints=(bytes(32), mine)), now=moment())


def press(client: Client, number: str, deed: str, expected: int = 302, **typed: Any) -> None:
    answer = client.post(f"/staff/{number}/{deed}", typed)
    assert answer.status_code == expected, answer.content.decode()


def state_of(number: str) -> State:
    return converting.request_from(RequestRow.objects.get(number=number)).state


def events(number: str) -> list[tuple[str, str]]:
    lines = JournalLine.objects.filter(subject=number).order_by("number")
    return [(one.event, json.loads(one.body)["by"]) for one in lines]


def told(receipt: Receipt) -> list[str]:
    """What the asker reads from the platform."""
    course = follow.follow(receipt.number, receipt.code, now=moment())
    return [one.text for one in course.messages if not one.mine]


def test_the_platforms_copy_is_compared_and_not_shown_by_that(
    at_work: AtWork, received: Receipt, platform: Receiver
) -> None:
    platform.answer = file_reply(COFFEE)
    client = at_work("rana", Role.REVIEWER)
    answer = client.post(f"/staff/{received.number}/places/0/look")
    assert answer["Location"] == f"/staff/{received.number}?seen=0&kind=picture#place-0"
    (call,) = platform.of("picture")
    assert (call.body["request"], call.body["position"]) == (received.number, 0)
    assert call.body["file"] == "https://board.example/i/7.jpg"
    row = RequestRow.objects.get(number=received.number)
    seen = copies.seen_at(Place.objects.get(request=row, position=0), row)
    assert (seen.likeness, seen.distance) == ("same", 0)
    assert events(received.number)[-1] == ("copy_compared", "rana")
    page = client.get(answer["Location"].partition("#")[0]).content.decode()
    assert "The same picture" in page
    assert f"/staff/{received.number}/places/0/picture" in page


def test_every_picture_that_is_shown_is_a_line_of_the_journal_and_lies_in_no_cache(
    at_work: AtWork, received: Receipt, platform: Receiver
) -> None:
    platform.answer = file_reply(COFFEE)
    answer = at_work("rana", Role.REVIEWER).get(f"/staff/{received.number}/places/0/picture")
    assert answer.content == COFFEE
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "no-store")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert events(received.number)[-1] == ("picture_opened", "rana")


def test_a_picture_is_fetched_where_the_platform_says(
    at_work: AtWork, received: Receipt, platform: Receiver
) -> None:
    said = {"address": platform.address.replace("/hook", "/i/7.jpg"), "item": "item-7"}
    platform.answer = lambda call: Reply(200, json.dumps(said).encode())
    refused = at_work("rana", Role.REVIEWER).post(f"/staff/{received.number}/places/0/look")
    assert refused.status_code == 409  # the receiver answers no GET
    assert b"could not be fetched" in refused.content


@pytest.mark.parametrize(
    "reply",
    [
        Reply(404),
        Reply(200, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        Reply(200, b"<!doctype html><script>1</script>", "text/html"),
        Reply(200, b"[1]"),
        Reply(200, b'{"address": "http://10.0.0.1/x.jpg"}'),
        Reply(200, b'{"address": "file:///etc/passwd"}'),
    ],
    ids=["nothing there", "a drawing", "a page", "no address", "a private address", "a file"],
)
def test_what_is_no_picture_is_not_shown(
    reply: Reply, at_work: AtWork, received: Receipt, platform: Receiver
) -> None:
    platform.answer = lambda call: reply
    answer = at_work("rana", Role.REVIEWER).get(f"/staff/{received.number}/places/0/picture")
    assert answer.status_code == 409
    assert ("picture_opened", "rana") not in events(received.number)


def test_without_a_hook_it_is_said_who_can_help(at_work: AtWork, received: Receipt) -> None:
    answer = at_work("rana", Role.REVIEWER).post(f"/staff/{received.number}/places/0/look")
    assert answer.status_code == 409
    assert b"An operator can add one" in answer.content


def test_granting_banks_what_was_compared_and_gone_ends_it(
    at_work: AtWork, received: Receipt, platform: Receiver
) -> None:
    platform.answer = file_reply(COFFEE)
    client = at_work("rana", Role.REVIEWER)
    press(client, received.number, "hide")
    press(client, received.number, "places/0/look")
    press(client, received.number, "grant", words="We removed it.")
    assert state_of(received.number) is State.GRANTED
    assert BankEntry.objects.count() == 1
    assert opened(Owed.objects.get(kind="remove"))["request"] == received.number
    press(client, received.number, "gone")
    press(client, received.number, "gone")
    assert state_of(received.number) is State.GONE
    assert [event for event, _ in events(received.number)] == [
        *("received", "hide_decided", "copy_compared", "granted", "copies_found", "gone")
    ]
    verifying.verify_database()


def test_a_refusal_is_read_twice_and_a_complaint_by_somebody_else(at_work: AtWork, received: Receipt) -> None:
    rana, lee = at_work("rana", Role.REVIEWER), at_work("lee", Role.LEAD)
    press(rana, received.number, "refuse", expected=409, ground="no-time")
    press(rana, received.number, "refuse", ground="not-covered", words="It is a landscape.")
    assert b"rana proposes to refuse" in lee.get(f"/staff/{received.number}").content
    press(lee, received.number, "second", agrees="yes")
    assert state_of(received.number) is State.REFUSED
    complain.complain(received.number, received.code, "It is me.", now=moment() + timedelta(seconds=2))
    assert received.number.encode() in lee.get("/staff?part=complaints").content
    press(lee, received.number, "uphold", expected=409, words="No.")
    press(at_work("max", Role.LEAD), received.number, "uphold", words="We looked again.")
    assert told(received) == ["We looked again."]
    assert received.number.encode() not in lee.get("/staff?part=complaints").content
    assert events(received.number)[-1] == ("refusal_upheld", "max")


def test_after_a_complaint_it_can_be_granted(at_work: AtWork, received: Receipt) -> None:
    press(at_work("rana", Role.REVIEWER), received.number, "refuse", ground="not-covered")
    lee = at_work("lee", Role.LEAD)
    press(lee, received.number, "second", agrees="yes")
    complain.complain(received.number, received.code, "It is me.", now=moment() + timedelta(seconds=2))
    # Two people said no; one reviewer alone does not undo that.
    press(at_work("noor", Role.REVIEWER), received.number, "grant", expected=404)
    assert state_of(received.number) is State.REFUSED
    press(lee, received.number, "grant")
    assert state_of(received.number) is State.GRANTED


def test_what_is_missing_is_asked_for_while_the_clock_runs(at_work: AtWork, received: Receipt) -> None:
    due = RequestRow.objects.get(number=received.number).due_at
    client = at_work("rana", Role.REVIEWER)
    press(client, received.number, "ask", expected=409, words="Which one?")
    press(client, received.number, "ask", expected=409, element="nonsense", words="Which one?")
    known = law("us-take-it-down").elements[0].id
    press(client, received.number, "ask", element=known, words="Which one?")
    assert state_of(received.number) is State.INCOMPLETE
    assert RequestRow.objects.get(number=received.number).due_at == due
    assert told(received) == ["Which one?"]


def test_messages_go_both_ways_sealed(at_work: AtWork, received: Receipt) -> None:
    asker_says.say(received.number, received.code, "Please hurry.", now=moment())
    client = at_work("rana", Role.REVIEWER)
    assert received.number.encode() in client.get("/staff?part=messages").content
    assert b"Please hurry." in client.get(f"/staff/{received.number}").content
    press(client, received.number, "write", expected=409, words="  ")
    press(client, received.number, "write", words="We are at it.")
    assert told(received) == ["We are at it."]
    assert received.number.encode() not in client.get("/staff?part=messages").content
    mail = opened(Owed.objects.get(kind="mail"))
    assert "We are at it." not in str(mail)


def test_an_objection_is_answered_and_nothing_is_put_back(at_work: AtWork, received: Receipt) -> None:
    press(at_work("rana", Role.REVIEWER), received.number, "grant")
    notice = opened(Owed.objects.filter(kind="notify").order_by("pk")[0])
    statement, code = str(notice["number"]), str(notice["code"])
    objecting.object_to(statement, code, "It is a meme.", now=moment())
    lee = at_work("lee", Role.LEAD)
    page = lee.get(f"/staff/{received.number}").content
    assert b"It is a meme." in page
    press(lee, received.number, "objection", statement=statement, words="We looked again. It stays removed.")
    assert objecting.look(statement, code).answer == "We looked again. It stays removed."
    assert not Owed.objects.filter(kind="restore").exists()
    press(lee, received.number, "objection", expected=404, statement=statement, words="Again.")


def test_misuse_is_warned_first_set_aside_for_a_time_and_told(
    at_work: AtWork, received: Receipt, make: Make
) -> None:
    lee = at_work("lee", Role.LEAD)
    press(lee, received.number, "aside", expected=409, days="30", words="Enough.")
    press(lee, received.number, "warn", words="Please only send what shows you.")
    RequestRow.objects.filter(number=received.number).update(received_at=moment() - timedelta(hours=1))
    Misuse.objects.update(warned_at=moment() - timedelta(hours=1))
    press(lee, received.number, "aside", expected=409, days="181", words="Enough.")
    press(lee, received.number, "aside", days="30", words="These show landscapes.")
    assert "2" in told(received)[-1]
    later = receive(make(id="r-2"), now=moment())
    apart = receive(make(id="r-3"), now=moment(), minors_lane=True)
    listed = lee.get("/staff/misuse").content
    assert later.number.encode() in listed
    assert apart.number.encode() not in listed
    assert RequestRow.objects.get(number=later.number).set_aside
    assert later.number.encode() not in lee.get("/staff").content
    assert later.number.encode() in lee.get("/staff?part=set-aside").content
    Misuse.objects.update(set_aside_until=moment() - timedelta(minutes=1))
    assert later.number.encode() in lee.get("/staff").content
    assert lee.post(f"/staff/misuse/{Misuse.objects.get().pk}/lift").status_code == 302
    assert not Misuse.objects.exists()


def test_the_minors_lane_hides_reports_holds_and_closes_and_shows_nothing(
    at_work: AtWork, make: Make, platform: Receiver
) -> None:
    receipt = receive(make(), now=moment(), minors_lane=True)
    platform.answer = file_reply(COFFEE)
    kim = at_work("kim", Role.MINORS, Role.REVIEWER, Role.LEAD)
    assert receipt.number.encode() in kim.get("/staff/minors").content
    assert receipt.number.encode() not in kim.get("/staff").content
    page = kim.get(f"/staff/{receipt.number}").content
    assert b"<img" not in page
    assert b"CyberTipline" in page
    for deed in ("grant", "refuse", "places/0/look", "warn", "ask"):
        press(kim, receipt.number, deed, expected=404, words="x", ground="not-covered", element="x")
    assert kim.get(f"/staff/{receipt.number}/places/0/picture").status_code == 404
    assert platform.of("picture") == []
    press(kim, receipt.number, "hide")
    press(kim, receipt.number, "close", expected=409)
    press(kim, receipt.number, "report", expected=409, to="", their_number="")
    press(kim, receipt.number, "report", to="NCMEC CyberTipline", their_number="12345")
    held = Report.objects.get().hold_until
    assert held is not None
    assert held - moment() > timedelta(days=364)
    press(kim, receipt.number, "hold", expected=409, until="2020-01-01")
    press(kim, receipt.number, "hold", until=f"{moment() + timedelta(days=700):%Y-%m-%d}")
    press(kim, receipt.number, "close")
    assert state_of(receipt.number) is State.GONE
    assert BankEntry.objects.count() == 0
    verifying.verify_database()


@pytest.mark.parametrize("before", ["open", "refused", "granted"])
def test_what_looks_under_18_is_hidden_handed_over_and_leaves_every_list(
    at_work: AtWork, received: Receipt, platform: Receiver, before: str
) -> None:
    number = received.number
    platform.answer = file_reply(COFFEE)
    rana = at_work("rana", Role.REVIEWER)
    press(rana, number, "places/0/look")
    if before == "granted":
        press(rana, number, "grant")
        assert BankEntry.objects.filter(ended_at=None).exists()
    else:
        press(rana, number, "refuse", ground="not-covered")
    if before == "refused":
        press(at_work("lee", Role.LEAD), number, "second", agrees="yes")
    assert b"Hide it and hand it over" in rana.get(f"/staff/{number}").content
    press(rana, number, "apart")
    assert rana.get(f"/staff/{number}").status_code == 404
    press(rana, number, "apart", expected=404)
    row = RequestRow.objects.get(number=number)
    assert converting.request_from(row).fingerprints == ()
    assert not Place.objects.filter(request=row, state__in=("open", "kept")).exists()
    assert not Place.objects.exclude(copy=None).exists()
    assert not BankEntry.objects.exclude(record=b"").exists()
    assert Owed.objects.filter(kind="hide").exists() is (
        before != "granted"
    )  # then all of it is removed already
    kim = at_work("kim", Role.MINORS)
    part = "to-remove" if before == "granted" else "closed" if before == "refused" else "open"
    assert number.encode() in kim.get(f"/staff/minors?part={part}").content
    press(kim, number, "report", to="NCMEC CyberTipline", their_number="12345")
    press(kim, number, "close")
    assert ("set_apart", "rana") in events(number)
    verifying.verify_database()


def test_ten_thousand_requests_page_fast_and_in_due_order(at_work: AtWork, received: Receipt) -> None:
    row = RequestRow.objects.get(number=received.number)
    now = moment()
    RequestRow.objects.bulk_create(
        RequestRow(
            number=f"F{index:09}",
            code_hash=bytes(32),
            law=row.law,
            state="running",
            received_at=now,
            due_at=now + timedelta(hours=49, seconds=index),
            own_key=row.own_key,
            sealed=row.sealed,
        )
        for index in range(10_000)
    )
    client = at_work("rana", Role.REVIEWER)
    before = moment()
    page = client.get("/staff").content.decode()
    last = client.get("/staff?page=999999").content.decode()
    assert moment() - before < timedelta(seconds=10)
    assert page.index(received.number) < page.index("F000000000") < page.index("F000000048")
    assert "F000000049" not in page
    assert "F000009999" in last
