"""`/metrics`, and the confirmation that something is gone: for keys of the platform that were made for it."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from contextlib import closing

import pytest
from prometheus_client.parser import text_string_to_metric_families

from rescind.removal import document
from tests.desk.conftest import Make
from tests.desk.test_served import Served, made, serving
from tests.desk.test_work import in_process

KEY = """
from datetime import UTC, datetime
from rescind.desk import keys
from rescind.desk.records.models import PlatformKey
for name, scope in (("watch", "metrics"), ("forum", "requests")):
    key, hashed = keys.new_key()
    PlatformKey.objects.create(name=name, key_hash=hashed, scopes=scope, made_at=datetime.now(UTC))
    print(key)
"""
GRANT = """
from datetime import UTC, datetime
from rescind.desk.flows import decide
from rescind.desk.gates import Role, Staff
decide.grant(Staff("rana", frozenset({{Role.REVIEWER}})), {number!r}, now=datetime.now(UTC))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(made(tmp_path_factory.mktemp("metrics") / "desk")) as one:
        yield one


@pytest.fixture(scope="module")
def keys(served: Served) -> tuple[str, str]:
    """One key for watching and one for confirming."""
    watch, forum = in_process(served.folder, KEY).split()
    return f"Bearer {watch}", f"Bearer {forum}"


def scraped(served: Served, key: str) -> dict[str, float]:
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)) as connection:
        connection.request("GET", "/metrics", headers={"Host": "localhost", "Authorization": key})
        answer = connection.getresponse()
        assert answer.status == 200
        text = answer.read().decode()
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_the_desk_is_told_in_numbers(served: Served, keys: tuple[str, str], make: Make) -> None:
    before = scraped(served, keys[0])
    receipt = served.ask("POST", "/v1/requests", document.write(make(reason="another one"))).body
    after = scraped(served, keys[0])
    assert after["rescind_desk_requests_undecided"] == before["rescind_desk_requests_undecided"] + 1
    assert after["rescind_desk_requests running"] >= 1
    assert after["rescind_desk_journal_lines_total"] > before["rescind_desk_journal_lines_total"]
    assert "rescind_desk_next_due_timestamp_seconds" in after
    assert (after["rescind_desk_requests_overdue"], after["rescind_desk_owed stopped"]) == (0, 0)
    assert not any(receipt["number"] in name for name in after)


def test_each_door_wants_its_own_key(served: Served, keys: tuple[str, str]) -> None:
    watch, forum = keys
    path = "/v1/requests/23456789CF/gone"
    assert served.ask("GET", "/metrics").status == 401
    assert served.ask("GET", "/metrics", Authorization="Bearer x").status == 401
    assert served.ask("GET", "/metrics", Authorization=forum).status == 403
    assert served.ask("POST", "/metrics", Authorization=watch).status == 405
    assert served.ask("POST", path).status == 401
    assert served.ask("POST", path, Authorization=watch).status == 403
    assert served.ask("GET", path, Authorization=forum).status == 405
    assert served.ask("POST", path, Authorization=forum).status == 404


def test_the_platform_confirms_that_it_is_gone(served: Served, keys: tuple[str, str], make: Make) -> None:
    receipt = served.ask("POST", "/v1/requests", document.write(make(reason="to be removed"))).body
    path, forum = f"/v1/requests/{receipt['number']}", keys[1]
    assert served.ask("POST", f"{path}/gone", Authorization=forum).status == 409
    in_process(served.folder, GRANT.format(number=receipt["number"]))
    for _ in range(2):
        answer = served.ask("POST", f"{path}/gone", Authorization=forum)
        assert (answer.status, answer.body) == (200, {"number": receipt["number"], "state": "gone"})
    status = served.ask("GET", path, Authorization=f"Receipt {receipt['code']}")
    assert status.body["state"] == "gone"
