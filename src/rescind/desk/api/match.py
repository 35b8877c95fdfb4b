"""`POST /v1/match`: whether pictures are in a bank. A plain WSGI function, which stands in front of Django: it is asked
for every upload of the platform, and most of those match nothing.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Final
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import msgspec
from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.http import HttpResponse

from rescind.desk import keys
from rescind.desk.api import bodies, problems
from rescind.desk.flows.look_up import Answer, Answers, look_up
from rescind.desk.settings.desk_file import DeskError
from rescind.fingerprint import FingerprintError
from rescind.words import language, wished

PATH: Final = "/v1/match"
BEARER: Final = "bearer"
HEADERS: Final = [
    ("Content-Type", "application/json"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
]


def in_front_of(application: WSGIApplication) -> WSGIApplication:
    """Return an application that answers the match call itself and hands everything else on."""

    def answered(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        door = match if environ.get("PATH_INFO") == PATH else application
        return door(environ, start)

    return answered


def match(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
    """Answer one match call. Errors are told as everywhere at this door."""
    close_old_connections()
    with language(wished(environ.get("HTTP_ACCEPT_LANGUAGE", ""))):
        if environ["REQUEST_METHOD"] != "POST":
            return _told(problems.wrong_method("POST"), start)
        try:
            content = msgspec.json.encode(answers_record(_answers(environ)))
        except (DeskError, DatabaseError, FingerprintError) as error:
            return _told(problems.answer_for(error), start)
    start("200 OK", [*HEADERS, ("Content-Length", str(len(content)))])
    return [content]


def _answers(environ: WSGIEnvironment) -> Answers:
    if environ.get("HTTP_X_FORWARDED_PROTO", "https") != "https" and not settings.DESK.for_trying:
        raise bodies.NotPrivate
    now = datetime.now(UTC)
    service = keys.service_of(bearer(environ.get("HTTP_AUTHORIZATION", "")), keys.MATCH, now=now)
    item = bodies.item_named(environ.get("QUERY_STRING", ""), environ.get("HTTP_RESCIND_ITEM", ""))
    length = environ.get("CONTENT_LENGTH") or ""
    asked = bodies.read(environ.get("CONTENT_TYPE") or "", item, length, environ["wsgi.input"])
    return look_up(asked, service, now=now)


def bearer(header: str) -> str:
    """Return the key that an Authorization header shows, "" when it shows none."""
    scheme, _, key = header.partition(" ")
    return key.strip() if scheme.lower() == BEARER else ""


def answers_record(found: Answers) -> dict[str, object]:
    """Return what the service is told."""
    return {
        "generation": found.generation,
        "recorded": found.recorded,
        "items": [_record(one) for one in found.answers],
    }


def _record(one: Answer) -> dict[str, object]:
    told: dict[str, object] = {"item": one.item, "action": one.action}
    if one.comparison is not None:
        told |= {
            "bank": one.bank,
            "likeness": one.comparison.likeness.value,
            "distance": one.comparison.distance,
            "extent": one.comparison.extent.value,
            "reference": one.reference,
        }
    more = {"counted": one.counted, "allowed": one.allowed, "plain": one.plain, "unclear": one.unclear}
    return told | {name: value for name, value in more.items() if value}


def _told(answer: HttpResponse, start: StartResponse) -> Iterable[bytes]:
    headers = {**dict(HEADERS), **dict(answer.items()), "Content-Length": str(len(answer.content))}
    start(f"{answer.status_code} {HTTPStatus(answer.status_code).phrase}", list(headers.items()))
    return [answer.content]
