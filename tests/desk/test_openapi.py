"""The description of the JSON door is that of its routes, and whatever is sent there, the answer is one that it names."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from contextlib import closing

import pytest

from rescind.desk.management.starting import start
from tests.desk.test_metrics import KEY
from tests.desk.test_served import Served, made, serving
from tests.desk.test_work import in_process
from tests.house.sources import ROOT

start(None)

from rescind.desk import urls  # noqa: E402 - only when Django is set up
from rescind.desk.api import match  # noqa: E402
from rescind.desk.api.openapi import described  # noqa: E402

ODD = (
    b"",
    b"{}",
    b"[]",
    b"null",
    b"\xff\xfe\x00",
    b"[" * 50_000,
    b'{"items": []}',
    b'{"items": [{"fingerprint": "zz"}]}',
    b'{"items": [{"fingerprint": "%s", "quality": 1e99}]}' % (b"0" * 64),
    b'{"items": [{"picture": "AAAA", "item": "\\u0000"}]}',
    b'{"verdict": "perhaps"}',
    b'{"verdict": "confirmed"}',
    b'{"format": "rescind-request", "version": 1, "places": [{"page": 3}]}',
    b'{"format": "rescind-request", "version": 1e400}',
)
PATHS = ("x", "23456789CF", "%00", "%F0%9F%92%A9", "..%2F", "a" * 3000, "'%20OR%201=1")
KINDS = ("application/json", "image/png", "text/plain", "")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(made(tmp_path_factory.mktemp("openapi") / "desk")) as one:
        yield one


@pytest.fixture(scope="module")
def keys(served: Served) -> list[str]:
    """One key that may only watch, and one that may do everything else."""
    return in_process(served.folder, KEY.replace('"requests")', '"requests match feedback")')).split()


def status_of(served: Served, method: str, path: str, body: bytes, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items() if value}
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as connection:
        connection.request(method, path, body, {"Host": "localhost", **named})
        return connection.getresponse().status


def test_the_page_is_what_the_code_says(served: Served) -> None:
    told = json.loads(json.dumps(described()))
    assert json.loads((ROOT / "docs" / "platform" / "openapi.json").read_text(encoding="utf-8")) == told
    assert served.ask("GET", "/v1/openapi.json").body == told


def test_every_route_of_the_json_door_is_described() -> None:
    routes = {"/" + str(one.pattern) for one in urls.urlpatterns if str(one.pattern).startswith("v1/")}
    routes |= {"/health", "/metrics", match.PATH}
    assert {re.sub(r"<str:(\w+)>", r"{\1}", route) for route in routes} == set(described()["paths"])


def operations() -> Iterator[tuple[str, str, set[int]]]:
    for path, methods in described()["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, {int(status) for status in operation["responses"]}


@pytest.mark.parametrize(("method", "path", "named"), list(operations()))
def test_whatever_is_sent_is_answered_with_a_status_that_is_named(
    served: Served, keys: list[str], method: str, path: str, named: set[int]
) -> None:
    for number, part in enumerate(PATHS if "{" in path else PATHS[:1]):
        for place, body in enumerate(ODD if method == "POST" else ODD[:1]):
            kind = KINDS[(number + place) % len(KINDS)]
            for shown in (*(f"Bearer {key}" for key in keys), "Receipt 0000", "")[(place % 2) :: 2]:
                asked = re.sub(r"\{\w+\}", part, path)
                status = status_of(served, method, asked, body, Authorization=shown, Content_Type=kind)
                assert status in named, f"{method} {path} {place} {number}: {status}"


@pytest.mark.parametrize(("method", "path", "named"), list(operations()))
def test_another_method_is_told_which_one_is_right(
    served: Served, method: str, path: str, named: set[int]
) -> None:
    assert status_of(served, "PUT", re.sub(r"\{\w+\}", "x", path), b"") == 405
