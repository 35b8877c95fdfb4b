"""Example documents of every release: they open, they are still written alike, and their description is whole."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from rescind.removal import (
    Asker,
    Authority,
    Chased,
    Event,
    Incomplete,
    Place,
    Received,
    Refused,
    Request,
    Role,
    Sent,
    advance,
    as_record,
    document,
    law,
)

ROOT = Path(__file__).parents[2]
VECTORS = ROOT / "vectors" / "request"
START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def vectors() -> dict[str, tuple[Request, bool]]:
    """What each vector says, and whether its fingerprints went along."""
    alone = Asker(Role.SELF, "N. N.", "reply@mail.example")
    authority = Authority("ask for removal and receive the answers", date(2026, 11, 1))
    adviser = Asker(Role.AUTHORISED, "N. N., adviser", "desk@help.example", authority)
    page = "https://board.example/thread/7"
    plain = Request(
        id="r-2026-1",
        law="us-take-it-down",
        operator="board.example",
        places=(Place(page),),
        asker=alone,
        made_at=START,
        declarations=frozenset({"no-consent"}),
    )
    said = frozenset({"no-consent", "intimate-content", "illegal", "by-subject", "true-report", "accurate"})
    acting = replace(plain, law="combined", asker=adviser, declarations=said)
    whole = replace(
        plain,
        law="us-dmca",
        asker=replace(adviser, postal="1 Street, Town", phone="+1 555 0100"),
        places=(
            Place(
                page, f"{page}/full/2.jpg", "second picture; “left” — عربي", START + timedelta(microseconds=5)
            ),
            Place("the group called Board, in March"),
        ),
        declarations=frozenset({"made-it", "not-permitted", "perjury"}),
        reason="a picture taken in 2024",
        fingerprints=(bytes(range(32)), bytes(reversed(range(32)))),
    )
    return {"v1-self": (plain, False), "v1-authorised": (acting, False), "v1-complete": (whole, True)}


@pytest.mark.parametrize("name", vectors())
def test_documents_of_every_release_open(name: str) -> None:
    expected, _ = vectors()[name]
    assert document.read((VECTORS / f"{name}.json").read_bytes()) == expected


@pytest.mark.parametrize("name", vectors())
def test_documents_are_still_written_byte_for_byte_alike(name: str) -> None:
    request, fingerprints = vectors()[name]
    assert document.write(request, fingerprints=fingerprints) == (VECTORS / f"{name}.json").read_bytes()


def test_no_vector_is_forgotten() -> None:
    assert {each.stem for each in VECTORS.glob("*.json")} == vectors().keys()


def test_the_description_names_every_key() -> None:
    text = (ROOT / "docs" / "formats" / "request.md").read_text("utf-8")
    request, _ = vectors()["v1-complete"]
    moved_on: tuple[Event, ...] = (
        Sent(START),
        Received(START),
        Incomplete(START, ("location",)),
        Refused(START, "x"),
        Chased(START, "x"),
    )
    for event in moved_on:
        request = advance(request, event, law("us-dmca"))
    keys = set(re.findall(r'"(\w+)":', json.dumps(as_record(request))))
    assert not {key for key in keys if f"`{key}`" not in text}
