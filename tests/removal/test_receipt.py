"""A platform's receipt: what is written is read, what was changed is refused, and rubbish gets a plain sentence."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from rescind.removal import receipt
from rescind.removal.moment import NotAMoment
from rescind.removal.receipt import NotAReceipt, Receipt
from rescind.removal.text import RequestBroken

VECTORS = Path(__file__).parents[2] / "vectors" / "receipt"
KEY = bytes(range(32))
AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
PLAIN = Receipt("2026-1120-7Q4KM", "us-take-it-down", "D-2026-000117", "Board", AT, AT + timedelta(hours=48))

lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Cs")), max_size=60)
moments = st.datetimes(datetime(1971, 1, 1), datetime(2900, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
receipts = st.builds(
    Receipt,
    request=lines,
    law=lines,
    number=lines,
    platform=lines,
    received_at=moments,
    due_at=st.none() | moments,
    missing=st.lists(lines, max_size=5).map(tuple),
    status=st.sampled_from(["", "https://desk.example/status"]),
)


@given(receipts, st.binary(min_size=32, max_size=32))
def test_what_is_written_is_read_and_its_signature_fits(one: Receipt, key: bytes) -> None:
    content = receipt.write(one, key)
    signed = receipt.read(content)
    assert signed.receipt == one
    assert receipt.write(one, key) == content
    assert len(signed.key_name) == 16


@settings(max_examples=300)
@given(st.data())
def test_no_byte_of_it_can_be_changed(data: st.DataObject) -> None:
    content = bytearray(receipt.write(PLAIN, KEY))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] = data.draw(st.integers(0, 255).filter(lambda value: value != content[place]))
    try:
        signed = receipt.read(bytes(content))
    except NotAReceipt:
        return
    assert signed == receipt.read(receipt.write(PLAIN, KEY))  # only spaces between the parts may differ


def test_another_time_without_a_new_signature_is_refused() -> None:
    values = json.loads(receipt.write(PLAIN, KEY))
    values["due_at"] = "2027-01-01T00:00:00Z"
    with pytest.raises(NotAReceipt, match="changed since it was signed"):
        receipt.read(json.dumps(values).encode())


def test_a_key_put_in_place_of_the_platforms_is_another_key() -> None:
    ours, theirs = receipt.read(receipt.write(PLAIN, KEY)), receipt.read(receipt.write(PLAIN, bytes(32)))
    assert ours.key_name != theirs.key_name


WRONG = [
    *(
        (name, value)
        for name in ("request", "law", "number", "platform", "status")
        for value in (None, 1, [], {}, "\n")
    ),
    *(("received_at", value) for value in (None, "", "yesterday", 1, "2026-11-20T09:30:00")),
    *(("due_at", value) for value in ("", 1, "9999-12-31T00:00:00Z")),
    *(("missing", value) for value in (None, "x", [1], ["x"] * 51)),
    *(("version", value) for value in (None, 0, True, "1")),
    ("format", "rescind-request"),
    ("more", 1),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=repr)
def test_a_part_of_another_kind_is_refused_though_signed(name: str, value: object) -> None:
    values = resigned(json.loads(receipt.write(PLAIN, KEY)) | {name: value})
    with pytest.raises(NotAReceipt, match="not a receipt"):
        receipt.read(json.dumps(values).encode())


@pytest.mark.parametrize("name", ["key", "signature", "platform"])
@pytest.mark.parametrize("value", [None, 1, "", "AAAA", "é", "\ud800", "AA==" * 10])
def test_what_is_not_signed_so_is_refused(name: str, value: object) -> None:
    values = json.loads(receipt.write(PLAIN, KEY)) | {name: value}
    with pytest.raises(NotAReceipt):
        receipt.read(json.dumps(values).encode())


def resigned(values: dict[str, object]) -> dict[str, object]:
    """The same, signed anew by somebody who holds the key."""
    unsigned = {name: value for name, value in values.items() if name != "signature"}
    plain = json.dumps(unsigned, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    signed = Ed25519PrivateKey.from_private_bytes(KEY).sign(b"rescind-receipt 1\n" + plain.encode())
    return unsigned | {"signature": base64.b64encode(signed).decode()}


values = st.recursive(st.none() | st.text() | st.integers(), st.lists)


@settings(max_examples=200)
@given(st.binary(max_size=300) | values.map(lambda value: json.dumps(value).encode()))
def test_rubbish_is_no_receipt(content: bytes) -> None:
    with pytest.raises(NotAReceipt):
        receipt.read(content)


def test_what_is_too_large_too_new_or_too_deep_is_refused() -> None:
    newer = json.loads(receipt.write(PLAIN, KEY)) | {"version": 2}
    with pytest.raises(NotAReceipt, match="newer version"):
        receipt.read(json.dumps(newer).encode())
    with pytest.raises(NotAReceipt, match="too large"):
        receipt.read(b" " * (receipt.SIZE_LIMIT + 1))
    with pytest.raises(NotAReceipt):
        receipt.read(b"[" * 60_000)


def test_a_receipt_that_cannot_be_is_not_made() -> None:
    with pytest.raises(NotAMoment):
        replace(PLAIN, received_at=datetime(2026, 11, 20))  # noqa: DTZ001
    with pytest.raises(RequestBroken):
        replace(PLAIN, platform="two\nlines")
    with pytest.raises(RequestBroken):
        replace(PLAIN, missing=("x",) * (receipt.MISSING_LIMIT + 1))
    with pytest.raises(RequestBroken):
        replace(PLAIN, status="data:text/plain,hello")
    assert replace(PLAIN, received_at=AT.astimezone(timezone(timedelta(hours=5)))) == PLAIN


@pytest.mark.parametrize("path", sorted(VECTORS.glob("v1-*.json")), ids=lambda path: path.stem)
def test_stored_receipts_are_read_for_ever(path: Path) -> None:
    signed = receipt.read(path.read_bytes())
    assert signed.key_name == "56475aa75463474c"
    assert receipt.write(signed.receipt, KEY) == path.read_bytes()


def test_there_are_stored_receipts() -> None:
    assert {path.stem for path in VECTORS.glob("*.json")} >= {"v1-complete", "v1-missing", "v1-no-number"}
