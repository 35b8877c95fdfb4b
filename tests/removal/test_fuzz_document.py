"""Whatever a stranger's document or a template is made of, it is read or refused in this room's own words."""

import json
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from rescind.removal import NoticeBroken, RemovalError, Request, document, notice

SEED = 20_261_125
VECTORS = sorted((Path(__file__).parents[2] / "vectors" / "request").glob("*.json"))
ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 10**4000, 1.5, 1e999, float("nan"), "", "\0", "\ud800", "\r\nBcc: a@b.example"),
    *("data:image/png;base64,AAAA", "9999-12-31T23:59:60Z", "2026-11-24T00:00:00+99:99", "a" * 10_000),
    *([], {}, [[]], [{}], ["\ud800"], [None] * 1000, {"": ""}, {"\ud800": 1}),
)
WRITTEN = (
    b"NaN",
    b"1e999",
    b"9" * 4301,
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"\xff",
    b"\xed\xa0\x80",
    b"\\u",
    b"\xef\xbb\xbf",
)


def _changed(values: Any, chance: random.Random) -> Any:
    """Return the values with one of them, somewhere, made odd, gone, or there under another name."""
    if not isinstance(values, dict | list) or not values or chance.random() < 0.1:
        return chance.choice(ODD)
    changed: Any = values.copy()
    key = chance.choice(list(changed) if isinstance(changed, dict) else range(len(changed)))
    if chance.random() < 0.1:
        taken = changed.pop(key)
        if isinstance(changed, dict) and chance.random() < 0.5:
            changed[chance.choice(("", "\ud800", "Format", "state"))] = taken
    else:
        changed[key] = _changed(changed[key], chance)
    return changed


def _broken(content: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some turned, cut out, doubled, or replaced by what JSON readers stumble over."""
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    match chance.randrange(4):
        case 0:
            return content[:start] + content[end:]
        case 1:
            return content[:end] + content[start:]
        case 2:
            return content[:start] + bytes([chance.randrange(256)]) + content[start + 1 :]
    return content[:start] + chance.choice(WRITTEN) + content[end:]


def _documents() -> Iterator[bytes]:
    chance = random.Random(SEED)
    whole = [path.read_bytes() for path in VECTORS]
    for _ in range(2_000):
        yield json.dumps(_changed(json.loads(chance.choice(whole)), chance)).encode()
        yield _broken(chance.choice(whole), chance)


def test_a_broken_document_is_read_or_refused_and_quickly() -> None:
    read = refused = 0
    before = time.monotonic()
    for content in _documents():
        try:
            request = document.read(content)
        except document.NotADocument:
            refused += 1
        else:
            assert isinstance(request, Request)
            with suppress(RemovalError):
                assert document.read(document.write(request, fingerprints=True)) == request
            read += 1
        now = time.monotonic()
        assert now - before < 2, content[:200]
        before = now
    assert read > 50
    assert refused > 1000


def test_a_broken_record_is_read_or_refused() -> None:
    chance = random.Random(SEED)
    records = [document.as_record(document.read(path.read_bytes())) for path in VECTORS]
    answers = set()
    for _ in range(2_000):
        try:
            document.from_record(_changed(chance.choice(records), chance))
            answers.add("read")
        except document.NotADocument:
            answers.add("refused")
    assert answers == {"read", "refused"}


PIECES = (
    "{",
    "}",
    "{{",
    "}}",
    "{note}",
    "{nothing}",
    "[if note]",
    "[if not note]",
    "[each places]",
    "[end]",
    "[",
    "\n",
    "\n",
    " ",
)


def test_a_broken_template_is_filled_or_refused() -> None:
    chance = random.Random(SEED)
    answers = set[type]()
    for _ in range(20_000):
        template = "".join(chance.choices(PIECES, k=chance.randint(1, 12)))
        try:
            answers.add(type(notice.fill(template, {"note": "{nothing}\n[end]", "places": [{"note": "x"}]})))
        except NoticeBroken:
            answers.add(NoticeBroken)
    assert answers == {str, NoticeBroken}


@pytest.mark.parametrize("deep", [21, 1_000, 100_000])
def test_blocks_inside_each_other_without_end_are_refused(deep: int) -> None:
    with pytest.raises(NoticeBroken):
        notice.parse("[if note]\n" * deep + "[end]\n" * deep)
    assert notice.parse("[if note]\n" * 20 + "[end]\n" * 20)
