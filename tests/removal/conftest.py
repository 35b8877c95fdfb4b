"""Requests that are complete under a law, to be changed by the test that needs another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from rescind.removal import Asker, Authority, Place, Request, Role, law

MADE_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
Make = Callable[..., Request]


@pytest.fixture
def alone() -> Asker:
    return Asker(Role.SELF, name="N. N.", contact="reply@mail.example")


@pytest.fixture
def adviser() -> Asker:
    authority = Authority("ask for removal and receive the answers", since=date(2026, 11, 1))
    return Asker(Role.AUTHORISED, name="N. N., adviser", contact="desk@help.example", authority=authority)


@pytest.fixture
def make(alone: Asker) -> Make:
    """Return a maker of requests: complete under the law named, then changed as asked."""

    def made(slug: str = "us-take-it-down", **changes: Any) -> Request:
        request = Request(
            id="r-1",
            law=slug,
            operator="board.example",
            places=(Place("https://board.example/thread/7", note="second picture"),),
            asker=replace(alone, postal="1 Street, Town", phone="+1 555 0100"),
            made_at=MADE_AT,
            declarations=frozenset(each.id for each in law(slug).declarations),
            reason="a picture I took in 2024",
        )
        return replace(request, **changes)

    return made
