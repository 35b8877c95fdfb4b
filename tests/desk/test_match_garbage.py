"""The match call is sent anything at all: it answers in its own words each time, and never breaks."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk

start(None)

from rescind.desk.api.match import PATH, in_front_of  # noqa: E402 - only when Django is set up
from rescind.desk.flows.platform_keys import add_key  # noqa: E402
from tests.desk.conftest import a_desk  # noqa: E402
from tests.desk.matching import OPERATOR  # noqa: E402

UNDERSTOOD = {400: "not_understood", 401: "key_not_known", 413: "too_large", 415: "media_type"}


@pytest.fixture(scope="module")
def desk_and_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    with a_desk("sqlite:///desk.sqlite3", tmp_path_factory.mktemp("garbage")) as desk:
        yield desk, add_key(OPERATOR, "uploads", ["match"], now=datetime.now(UTC)).key


def posted(body: bytes, **environ: str) -> tuple[int, Any]:
    """What the function in front of Django answers; Django itself is not asked."""
    told: list[str] = []

    def behind(*_: object) -> list[bytes]:
        raise AssertionError("this address is not Django's")

    def begin(status: str, headers: object, *_: object) -> Any:
        told.append(status)

    asked = {"REQUEST_METHOD": "POST", "PATH_INFO": PATH, "wsgi.input": io.BytesIO(body), **environ}
    content = b"".join(in_front_of(behind)(asked, begin))  # type: ignore[arg-type]
    return int(told[0].split()[0]), json.loads(content)


def is_in_its_own_words(answer: tuple[int, Any]) -> bool:
    status, body = answer
    return ("items" in body) if status == 200 else body["error"] == UNDERSTOOD[status]


NAMES = st.sampled_from(["items", "item", "fingerprint", "fingerprints", "picture", "quality", "x"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["00" * 32, "=="]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=400) | JSON.map(lambda one: json.dumps(one).encode()))
def test_any_body(desk_and_key: tuple[Desk, str], body: bytes) -> None:
    shown = {"HTTP_AUTHORIZATION": f"Bearer {desk_and_key[1]}", "CONTENT_TYPE": "application/json"}
    assert is_in_its_own_words(posted(body, **shown))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=JSON)
def test_any_list_that_is_nearly_right(desk_and_key: tuple[Desk, str], body: object) -> None:
    shown = {"HTTP_AUTHORIZATION": f"Bearer {desk_and_key[1]}", "CONTENT_TYPE": "application/json"}
    assert is_in_its_own_words(posted(json.dumps({"items": [body]}).encode(), **shown))


HEADER = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=80)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=HEADER | st.none(),
    media=HEADER | st.sampled_from(["application/json; charset=x", "image/png"]),
    length=HEADER,
    query=HEADER | st.sampled_from(["item=%00", "item=a&item=b", "&".join(["x=1"] * 50), "item=%ff"]),
    item=HEADER,
)
def test_any_header(
    desk_and_key: tuple[Desk, str], key: str | None, media: str, length: str, query: str, item: str
) -> None:
    shown = f"Bearer {desk_and_key[1]}" if key is None else key
    answer = posted(
        b"not a picture",
        HTTP_AUTHORIZATION=shown,
        CONTENT_TYPE=media,
        CONTENT_LENGTH=length,
        QUERY_STRING=query,
        HTTP_RESCIND_ITEM=item,
    )
    assert is_in_its_own_words(answer)
