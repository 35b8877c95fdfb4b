"""A call of a hook: signed over moment and body, bounded, to nobody in a private network who was not named."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.desk.settings.working import Working
from tests.desk.conftest import NOW
from tests.fakes.receiver import Receiver, Reply, receiving

start(None)

from rescind.desk.outbox.calling import NotCalled, call, sealed_secrets, signed  # noqa: E402 - after Django
from rescind.desk.records.models import Hook  # noqa: E402

VECTORS = Path(__file__).parent.parent.parent / "vectors" / "hooks" / "signature.json"
OLD, NEW = b"old-secret", b"new-secret"


def a_hook(address: str, *secrets: bytes) -> Hook:
    return Hook(name="board", address=address, secret=sealed_secrets("board", secrets or (NEW,)), made_at=NOW)


def proves(content: bytes, headers: dict[str, str], secret: bytes) -> bool:
    over = headers["rescind-timestamp"].encode() + b"." + content
    wanted = hmac.new(secret, over, hashlib.sha256).hexdigest()
    return f"v1={wanted}" in headers["rescind-signature"].split(",")


def test_a_call_is_signed_and_keeps_its_key(on_sqlite: Desk) -> None:
    with receiving() as board:
        for _ in range(2):
            answer = call(a_hook(board.address, NEW, OLD), "hide", {"request": "Ä"}, once="a" * 32, now=NOW)
            assert answer.status == 204
        first, second = board.calls
        assert first.body == {"kind": "hide", "request": "Ä", "once": "a" * 32}
        assert {first.headers["idempotency-key"], second.headers["idempotency-key"]} == {"a" * 32}
        assert first.headers["rescind-timestamp"] == str(int(NOW.timestamp()))
        assert proves(first.content, first.headers, OLD)
        assert proves(first.content, first.headers, NEW)
        assert not proves(first.content + b" ", first.headers, NEW)


def test_what_is_answered_comes_back_whatever_it_is(on_sqlite: Desk) -> None:
    with receiving() as board:
        board.answer = lambda call: Reply(302, b"{}", headers={"Location": board.address + "/else"})
        answer = call(a_hook(board.address), "fetch", {}, once="b", now=NOW)
        assert (answer.status, answer.is_good, len(board.calls)) == (302, False, 1)
        board.answer = lambda call: Reply(200, b"\xff\xd8\xff\xe0 picture", "application/octet-stream")
        answer = call(a_hook(board.address), "fetch", {}, once="c", now=NOW)
        assert (answer.media_type, answer.content[:2]) == ("image/jpeg", b"\xff\xd8")


def test_an_answer_that_is_too_large_or_none_at_all_is_said(on_sqlite: Desk) -> None:
    with receiving() as board:
        board.answer = lambda call: Reply(200, b"x" * 2000)
        with pytest.raises(NotCalled) as told:
            call(a_hook(board.address), "hide", {}, once="d", now=NOW, most_bytes=1000)
        assert told.value.reason == "too-large"
    with pytest.raises(NotCalled) as told:
        call(a_hook(board.address), "hide", {}, once="d", now=NOW)
    assert told.value.reason == "no-connection"


def called_by(desk: Desk, board: Receiver, address: str = "") -> str:
    """The reason for which a desk does not call, or nothing when it did."""
    with override_settings(DESK=desk):
        try:
            call(a_hook(address or board.address), "hide", {}, once="e", now=NOW)
        except NotCalled as error:
            return error.reason
    return ""


def test_only_named_hosts_may_be_near_or_without_tls(on_sqlite: Desk) -> None:
    public = replace(on_sqlite, address="https://desk.example")
    named = replace(public, working=Working(local_hooks=("127.0.0.1",)))
    with receiving() as board:
        assert called_by(on_sqlite, board) == ""
        assert called_by(named, board) == ""
        assert called_by(public, board) == "address-not-allowed"
        assert called_by(public, board, board.address.replace("http:", "https:")) == "private-address"
        assert called_by(on_sqlite, board, "http://board.example/hook") == "address-not-allowed"
        assert len(board.calls) == 2


def test_the_signature_is_that_of_the_vectors() -> None:
    cases = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]
    assert cases
    for case in cases:
        secrets = [each.encode() for each in case["secrets"]]
        moment = NOW.fromtimestamp(case["timestamp"], NOW.tzinfo)
        headers = signed(case["body"].encode(), secrets, moment)
        assert headers == {
            "Rescind-Timestamp": str(case["timestamp"]),
            "Rescind-Signature": case["signature"],
        }
