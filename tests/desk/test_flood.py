"""Ten thousand false requests come in: what the desk takes stays bounded, and true ones still get in and stand in order."""

from __future__ import annotations

import json
import time
from collections import Counter
from datetime import timedelta
from typing import Any

from django.test import Client

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from rescind.removal import document
from tests.desk.conftest import Make

start(None)

from rescind.desk.flows import limits  # noqa: E402 - only when Django is set up
from rescind.desk.gates import Role, Staff, requests_for  # noqa: E402
from rescind.desk.records.models import RequestRow, Tries  # noqa: E402

FALSE, FLOODERS, TRUE = 10_000, 5, 20
LONGEST = 60
"""Seconds of one processor for all of it; what others do on the machine meanwhile does not count."""


def post(client: Client, content: bytes, address: str) -> Any:
    return client.post(
        "/v1/requests",
        content,
        content_type="application/json",
        HTTP_HOST="localhost",
        REMOTE_ADDR="127.0.0.1",
        HTTP_X_FORWARDED_FOR=address,
    )


def test_true_requests_get_in_between_ten_thousand_false_ones(on_sqlite: Desk, make: Make) -> None:
    client = Client()
    record = json.loads(document.write(make()))
    answers, due = Counter[int](), []
    began = time.process_time()
    for n in range(FALSE):
        content = json.dumps({**record, "id": f"false-{n}"}).encode()
        answers[post(client, content, f"203.0.113.{n % FLOODERS}").status_code] += 1
        if n % (FALSE // TRUE) == 0:
            answer = post(
                client, json.dumps({**record, "id": f"true-{n}"}).encode(), f"198.51.100.{n // 500}"
            )
            assert answer.status_code == 201, "somebody else's flood kept a true request out"
            due.append((answer.json()["number"], answer.json()["due_at"]))
    assert time.process_time() - began < LONGEST
    taken = answers[201]
    assert set(answers) == {201, 429}
    # The flood may run over the turn of an hour, and then a second count begins.
    assert FLOODERS * limits.SEND.most <= taken <= 2 * FLOODERS * limits.SEND.most
    assert RequestRow.objects.count() == taken + TRUE
    assert Tries.objects.count() <= 2 * (FLOODERS + TRUE)
    reader = Staff("reader", frozenset({Role.REVIEWER}))
    queue = list(requests_for(reader).order_by("due_at", "id").values_list("number", "due_at"))
    places = {number: place for place, (number, _) in enumerate(queue)}
    assert [places[number] for number, _ in due] == sorted(places[number] for number, _ in due)
    rows = RequestRow.objects.filter(number__in=[number for number, _ in due])
    assert {row.due_at - row.received_at for row in rows if row.due_at} == {timedelta(hours=48)}
