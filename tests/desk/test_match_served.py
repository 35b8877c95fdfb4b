"""The match call over real HTTP, with two processes that answer: what one of them is told, both know within a second."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from rescind import fingerprint
from rescind.desk.management.starting import start
from rescind.match import NEAR_WITHIN
from tests.desk.conftest import Make, at
from tests.desk.matching import Caller, granted, new_key, only, picture
from tests.desk.test_served import PUBLIC, Answer, made, serving, typed

start(None)

from rescind.desk.flows.withdraw import withdraw  # noqa: E402 - only when Django is set up

A_SECOND = 1.0
ENOUGH = 24
"""Calls, each with a connection of its own, that both of two processes surely get some of."""


@pytest.fixture(scope="module")
def caller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    folder = made(tmp_path_factory.mktemp("matching") / "desk")
    key = new_key(folder, "uploads", "match", "feedback")
    with serving(folder, "--processes", "2") as desk:
        yield Caller(desk, key)


def utc() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def hexes(name: str) -> str:
    return fingerprint.of_image(picture(name)).hex


def says(caller: Caller, name: str) -> str:
    action: str = only(caller.ask({"fingerprint": hexes(name)}))["action"]
    return action


def holds_everywhere(truth: Callable[[], bool], since: float) -> None:
    """From a second after that moment on, every process says so."""
    Event().wait(max(0.0, since + A_SECOND - time.monotonic()))
    assert [truth() for _ in range(ENOUGH)] == [True] * ENOUGH


def test_what_is_granted_is_blocked_by_every_process_and_what_is_withdrawn_by_none(
    caller: Caller, make: Make
) -> None:
    assert says(caller, "base-cat.jpg") == "none"
    before = only(caller.send(picture("base-cat.jpg"), "cat-1"))
    assert before == {"item": "cat-1", "action": "none"}
    with at(caller.desk.folder):
        receipt = granted(make, picture("base-cat.jpg"), now=utc())
        holds_everywhere(lambda: says(caller, "base-cat.jpg") == "block", time.monotonic())
        withdraw(receipt.number, receipt.code, now=utc())
        holds_everywhere(lambda: says(caller, "base-cat.jpg") == "none", time.monotonic())


def test_an_answer_says_which_bank_and_how_near_and_a_verdict_can_be_given(
    caller: Caller, make: Make
) -> None:
    with at(caller.desk.folder):
        granted(make, picture("base-dogs.jpg"), now=utc())
    holds_everywhere(lambda: says(caller, "base-dogs.jpg") == "block", time.monotonic())
    several = caller.ask(
        {"item": "whole", "picture": base64.b64encode(picture("copy-half.jpg")).decode()},
        {"item": "cut", "picture": base64.b64encode(picture("copy-crop25-corner.jpg")).decode()},
        {"item": "turns", "fingerprints": [hexes("base-dogs.jpg")] * 8},
        {"item": "other", "fingerprint": hexes("base-hubble.jpg")},
    )
    assert several.headers["cache-control"] == "no-store"
    assert several.body["recorded"] is True
    assert several.body["generation"].count(".") == 1
    first, second, third, fourth = several.body["items"]
    assert [one["item"] for one in several.body["items"]] == ["whole", "cut", "turns", "other"]
    assert (first["action"], first["bank"], first["likeness"], first["extent"]) == (
        "block",
        "decisions",
        "same",
        "whole",
    )
    assert 0 <= first["distance"] <= NEAR_WITHIN
    assert (second["action"], second["extent"], third["action"]) == ("block", "part", "block")
    assert fourth == {"item": "other", "action": "none"}
    for verdict in ("confirmed", "denied"):
        assert caller.says(first["reference"], verdict).status == 204
    with closing(sqlite3.connect(caller.desk.folder / "desk.sqlite3")) as database:
        query = "SELECT verdict, verdict_by, item FROM desk_matched WHERE reference = ?"
        assert database.execute(query, [first["reference"]]).fetchone() == ("denied", "uploads", "whole")
    assert caller.says("nothing", "denied").status == 404
    wrong = caller.says(first["reference"], "perhaps")
    assert (wrong.status, wrong.body["field"]) == (400, "verdict")


def test_every_change_is_another_generation(caller: Caller, make: Make) -> None:
    def generation() -> str:
        found: str = caller.ask({"fingerprint": "00" * 32}).body["generation"]
        return found

    before = generation()
    assert generation() == before
    with at(caller.desk.folder):
        granted(make, picture("base-brick.jpg"), now=utc())
    assert generation() != before


def test_a_picture_that_cannot_be_read_is_for_a_person_to_look_at(caller: Caller) -> None:
    for name, reason in (("truncated-header.jpg", "truncated"), ("text.jpg", "not-a-picture")):
        found = only(caller.send(picture(name), "x"))
        assert (found["action"], bool(found["unclear"])) == ("review", True), (name, reason)
    assert only(caller.send(picture("white.jpg"), "x")) == {"item": "x", "action": "none", "plain": True}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", ""),
        (b"{", ""),
        (b"[" * 100_000, "items"),
        (b"\xff", ""),
        ({}, "items"),
        ({"items": []}, "items"),
        ({"items": [{}]}, "items[0]"),
        ({"items": [{"fingerprint": "00" * 31}]}, "items[0].fingerprint"),
        ({"items": [{"fingerprint": "0x" + "00" * 31}]}, "items[0].fingerprint"),
        ({"items": [{"fingerprints": ["00" * 32]}]}, "items[0].fingerprints"),
        ({"items": [{"fingerprint": "00" * 32, "picture": ""}]}, "items[0]"),
        ({"items": [{"fingerprint": "00" * 32, "name": "N. N."}]}, "items[0]"),
        ({"items": [{"fingerprint": "00" * 32, "item": "a\u0000b"}]}, "items[0].item"),
        ({"items": [{"fingerprint": "00" * 32, "item": "x" * 201}]}, "items[0].item"),
        ({"items": [{"fingerprint": "00" * 32, "quality": 101}]}, "items[0].quality"),
        ({"items": [{"picture": "***"}]}, "items[0].picture"),
        ({"items": [{"fingerprint": "00" * 32}] * 101}, "items"),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(caller: Caller, body: Any, field: str) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = caller.post(content, Content_Type="application/json")
    assert (answer.status, answer.body["error"]) == (400, "not_understood")
    assert answer.body.get("field", "") == field
    assert answer.body["sentence"].endswith(".")


def test_what_is_too_large_or_of_another_kind_is_refused(caller: Caller) -> None:
    long = caller.post(None, Content_Type="image/png", Content_Length=str(32 * 1024 * 1024 + 1))
    assert (long.status, long.body["error"]) == (413, "too_large")
    for media in ("text/plain", "", "video/mp4"):
        other = caller.post(b"{}", Content_Type=media)
        assert (other.status, other.body["error"]) == (415, "media_type")
    asked = caller.desk.ask("GET", "/v1/match", Authorization=f"Bearer {caller.key}")
    assert (asked.status, asked.headers["allow"]) == (405, "POST")
    arabic = caller.post(b"{}", Content_Type="text/plain", Accept_Language="ar")
    assert arabic.status == 415


def test_a_key_may_do_what_it_was_made_for_and_ends_everywhere_within_a_second(caller: Caller) -> None:
    folder = caller.desk.folder
    for shown in ("", "Bearer", "Bearer x", "Basic eDp5", f"Receipt {caller.key}", "Bearer \udcff"):
        answer = caller.post(b"{}", Authorization=shown.encode("utf-8", "surrogateescape").decode("latin-1"))
        assert (answer.status, answer.body["error"]) == (401, "key_not_known")
        assert answer.headers["www-authenticate"] == "Bearer"
    said = replace(caller, key=new_key(folder, "feedback", "feedback"))
    holds_everywhere(lambda: said.ask({"fingerprint": "00" * 32}).status == 403, time.monotonic())

    second = replace(caller, key=new_key(folder, "second", "match"))
    holds_everywhere(lambda: second.ask({"fingerprint": "00" * 32}).status == 200, time.monotonic())
    assert second.says("x", "denied").status == 403
    turned = typed("key", "rotate", "second", "--overlap", "1", "--json", folder=folder)
    third = replace(caller, key=json.loads(turned.stdout)["key"])
    holds_everywhere(
        lambda: {one.ask({"fingerprint": "00" * 32}).status for one in (second, third)} == {200},
        time.monotonic(),
    )
    listed = [json.loads(line) for line in typed("key", "list", "--json", folder=folder).stdout.splitlines()]
    assert [(one["name"], one["ends_at"] is None) for one in listed] == [
        ("feedback", True),
        ("second", False),
        ("second", True),
        ("uploads", True),
    ]
    assert caller.key not in typed("key", "list", folder=folder).stdout
    assert typed("key", "end", "second", folder=folder).returncode == 0
    holds_everywhere(
        lambda: {one.ask({"fingerprint": "00" * 32}).status for one in (second, third)} == {401},
        time.monotonic(),
    )
    assert typed("key", "end", "second", folder=folder).returncode != 0
    assert typed("key", "add", "uploads", "--scope", "match", folder=folder).returncode != 0
    assert typed("key", "add", "else", "--scope", "everything", folder=folder).returncode != 0


def lost(index: Path) -> None:
    shutil.rmtree(index)


def without_its_manifest(index: Path) -> None:
    (index / "manifest").unlink()


def cut_off(index: Path) -> None:
    for base in index.glob("*.base"):
        base.write_bytes(base.read_bytes()[:-100])
    (index / "manifest").write_bytes((index / "manifest").read_bytes())


def overwritten(index: Path) -> None:
    (index / "manifest").write_bytes(b"something else")


@pytest.mark.parametrize("harm", [lost, without_its_manifest, cut_off, overwritten])
def test_without_an_index_the_answer_is_not_ready_and_never_no_match(
    tmp_path: Path, make: Make, harm: Callable[[Path], None]
) -> None:
    folder = made(tmp_path / "desk")
    key = new_key(folder, "uploads", "match")
    with at(folder):
        granted(make, picture("base-dogs.jpg"), now=utc())
    with serving(folder, "--processes", "2") as desk:
        caller = Caller(desk, key)
        assert says(caller, "base-dogs.jpg") == "block"
        harm(folder / "banks.index")
        answers = [caller.ask({"fingerprint": hexes("base-dogs.jpg")})]
        while len(answers) < 500 and not all(ready(one) for one in answers[-ENOUGH:]):
            answers.append(caller.ask({"fingerprint": hexes("base-dogs.jpg")}))
    assert {one.status for one in answers} == {200, 503}
    assert all(one.body["items"][0]["action"] == "block" for one in answers if ready(one))
    waiting = [one for one in answers if not ready(one)]
    assert {one.body["error"] for one in waiting} == {"not_ready"}
    assert {one.headers["retry-after"] for one in waiting} == {"1"}
    assert ready(answers[-1])
    assert '"level": "warning", "logger": "rescind.desk.shelf"' in (folder / "log.txt").read_text()


def ready(answer: Answer) -> bool:
    return answer.status == 200


def test_a_desk_that_was_just_made_has_an_index_in_which_there_is_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    key = new_key(folder, "uploads", "match")
    with serving(folder) as desk:
        assert says(Caller(desk, key), "base-dogs.jpg") == "none"


def test_a_key_that_came_without_tls_through_a_public_proxy_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk", PUBLIC)
    key = new_key(folder, "uploads", "match")
    with serving(folder) as desk:
        caller = Caller(desk, key)
        content = json.dumps({"items": [{"fingerprint": "00" * 32}]}).encode()
        bare = caller.post(content, Content_Type="application/json", X_Forwarded_Proto="http")
        assert (bare.status, bare.body["error"]) == (403, "not_private")
        for more in ({}, {"X_Forwarded_Proto": "https"}):
            assert caller.post(content, Content_Type="application/json", **more).status == 200
