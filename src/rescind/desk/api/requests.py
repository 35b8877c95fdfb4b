"""`POST /v1/requests` takes a request document; `GET /v1/requests/<number>` says where it stands, for who has the code."""

import json
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

from rescind.desk.api import problems
from rescind.desk.flows import limits
from rescind.desk.flows.look_at import Status, look_at
from rescind.desk.flows.receive import Receipt
from rescind.desk.flows.receive import receive as take_in
from rescind.desk.records.receipts import document_hash
from rescind.desk.settings.proxy import caller
from rescind.removal import Missing, document
from rescind.removal.moment import write_moment

SCHEME: Final = "receipt"
"""The code comes as `Authorization: Receipt 1234 5678 9012 3456`, never in an address, which would be logged on the way."""


@problems.told
def receive(asked: HttpRequest) -> HttpResponse:
    """Take a request document and answer with the receipt. The same document again is answered without a code."""
    if asked.method != "POST":
        return problems.wrong_method("POST")
    now = datetime.now(UTC).replace(microsecond=0)
    limits.take(limits.SEND, caller(asked.META, settings.DESK.proxy), now=now)
    request = document.read(asked.body)
    receipt = take_in(request, now=now, document_hash=document_hash(asked.body))
    answer = JsonResponse(
        receipt_record(receipt), status=HTTPStatus.CREATED if receipt.code else HTTPStatus.OK
    )
    answer.headers["Location"] = settings.DESK.status_of(receipt.number)
    return answer


@problems.told
def status(asked: HttpRequest, number: str) -> HttpResponse:
    """Answer where a request stands."""
    if asked.method != "GET":
        return problems.wrong_method("GET")
    scheme, _, code = asked.headers.get("Authorization", "").partition(" ")
    right = code if scheme.lower() == SCHEME else ""
    found = limits.guarded(
        caller(asked.META, settings.DESK.proxy), lambda: look_at(number, right), now=datetime.now(UTC)
    )
    return JsonResponse(status_record(found))


def receipt_record(receipt: Receipt) -> dict[str, object]:
    """Return what the asker is told when a request came in; the code only the first time, for it is stored nowhere."""
    return {
        "number": receipt.number,
        **({"code": receipt.code} if receipt.code else {}),
        "status_at": settings.DESK.status_of(receipt.number),
        **_course(receipt),
        "receipt": json.loads(receipt.signed),
    }


def status_record(status: Status) -> dict[str, object]:
    """Return what the asker is told later."""
    return {"number": status.number, **_course(status)}


def _course(course: Receipt | Status) -> dict[str, object]:
    return {
        "state": course.state.value,
        "received_at": write_moment(course.received_at),
        "due_at": None if course.due_at is None else write_moment(course.due_at),
        "missing": [_missing(each) for each in course.missing],
    }


def _missing(missing: Missing) -> dict[str, str]:
    return {"element": missing.element, "sentence": missing.sentence, "citation": missing.citation}
