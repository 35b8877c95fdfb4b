"""`POST /v1/matches/<reference>`: a service of the platform says whether a match was right."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Literal

import msgspec
from django.http import HttpRequest, HttpResponse

from rescind.desk import keys
from rescind.desk.api import problems
from rescind.desk.api.bodies import NotABody
from rescind.desk.api.match import bearer
from rescind.desk.flows.judge_match import judge


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was said about a match."""

    verdict: Literal["confirmed", "denied"]


@problems.told
def verdict(asked: HttpRequest, reference: str) -> HttpResponse:
    """Keep what was said about one match."""
    if asked.method != "POST":
        return problems.wrong_method("POST")
    now = datetime.now(UTC)
    service = keys.service_of(bearer(asked.headers.get("Authorization", "")), keys.FEEDBACK, now=now)
    try:
        said = msgspec.json.decode(asked.body, type=Said)
    except (msgspec.DecodeError, RecursionError) as error:
        raise NotABody("verdict") from error
    judge(reference, said.verdict, service, now=now)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
