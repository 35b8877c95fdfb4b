"""`GET /v1/openapi.json`: the JSON door described for programs (OpenAPI 3.1). `docs/platform/openapi.json` says the same."""

from http import HTTPStatus
from typing import Any, Final

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse

from rescind.desk.api import bodies, matches, problems
from rescind.removal import State
from rescind.version import VERSION

Table = dict[str, Any]

RECEIPT_CODE, KEY = "code", "key"
TEXT: Final[Table] = {"type": "string"}
MOMENT: Final[Table] = {"type": ["string", "null"], "format": "date-time"}
NUMBER: Final[Table] = {
    "name": "number",
    "in": "path",
    "required": True,
    "schema": TEXT,
    "description": "The receipt number.",
}
REFERENCE: Final[Table] = {"name": "reference", "in": "path", "required": True, "schema": TEXT}
ITEM: Final[Table] = {"name": "item", "in": "query", "required": False, "schema": TEXT}
ANYTHING: Final[Table] = {"type": "object"}
REFUSED: Final = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


@problems.told
def openapi(asked: HttpRequest) -> HttpResponse:
    """Answer the description."""
    if asked.method != "GET":
        return problems.wrong_method("GET")
    return JsonResponse(described())


def described() -> Table:
    """Return the whole description."""
    schemas, components = msgspec.json.schema_components(
        [bodies.Several, matches.Said], ref_template="#/components/schemas/{name}"
    )
    several, said = schemas
    return {
        "openapi": "3.1.0",
        "info": {"title": "Rescind desk", "version": VERSION},
        "paths": _paths(several, said),
        "components": {
            "schemas": {**components, "Problem": _problem(), "Course": _course()},
            "securitySchemes": {
                KEY: {"type": "http", "scheme": "bearer", "description": "A key of the platform."},
                RECEIPT_CODE: {
                    "type": "apiKey",
                    "in": "header",
                    "name": "Authorization",
                    "description": "`Receipt` and the code of 16 digits.",
                },
            },
        },
    }


def _paths(several: Table, said: Table) -> Table:
    course = {"$ref": "#/components/schemas/Course"}
    picture = {"type": "string", "format": "binary"}
    match = _does("Ask whether pictures are in a bank.", {200: ANYTHING}, KEY, ITEM)
    match["requestBody"] = _body({"application/json": several, "image/*": picture})
    verdict = _does("Say whether a match was right.", {204: None}, KEY, REFERENCE)
    verdict["requestBody"] = _body({"application/json": said})
    receive = _does("Send a request document.", {201: course, 200: course})
    receive["requestBody"] = _body({"application/json": ANYTHING})
    gone = {"type": "object", "properties": {"number": TEXT, "state": {"const": State.GONE.value}}}
    return {
        "/health": {"get": _does("How the desk is.", {200: ANYTHING})},
        "/metrics": {"get": _does("The desk in numbers, for Prometheus.", {200: None}, KEY)},
        "/v1/openapi.json": {"get": _does("This description.", {200: ANYTHING})},
        "/v1/match": {"post": match},
        "/v1/matches/{reference}": {"post": verdict},
        "/v1/requests": {"post": receive},
        "/v1/requests/{number}": {
            "get": _does("Where a request stands.", {200: course}, RECEIPT_CODE, NUMBER)
        },
        "/v1/requests/{number}/gone": {
            "post": _does("Confirm that everything is gone.", {200: gone}, KEY, NUMBER)
        },
    }


def _does(what: str, answers: dict[int, Table | None], by: str = "", *parameters: Table) -> Table:
    """Return one operation: what it is, with which key, and what it answers; refusals are the same everywhere."""
    told: Table = {str(status): _answer(status, schema) for status, schema in answers.items()}
    told |= {str(status.value): _refusal(status) for status in REFUSED}
    operation: Table = {"summary": what, "responses": told}
    if parameters:
        operation["parameters"] = list(parameters)
    if by:
        operation["security"] = [{by: []}]
    return operation


def _answer(status: int, schema: Table | None) -> Table:
    answer: Table = {"description": HTTPStatus(status).phrase}
    return answer if schema is None else answer | {"content": {"application/json": {"schema": schema}}}


def _refusal(status: HTTPStatus) -> Table:
    return _answer(status, {"$ref": "#/components/schemas/Problem"})


def _body(kinds: Table) -> Table:
    return {"required": True, "content": {kind: {"schema": schema} for kind, schema in kinds.items()}}


def _problem() -> Table:
    return {
        "type": "object",
        "required": ["error", "sentence"],
        "properties": {
            "error": {"type": "string", "description": "A word for programs."},
            "sentence": {"type": "string", "description": "For people, in their language."},
            "field": TEXT,
        },
    }


def _course() -> Table:
    missing = {
        "type": "object",
        "properties": {"element": TEXT, "sentence": TEXT, "citation": TEXT},
    }
    return {
        "type": "object",
        "required": ["number", "state", "received_at", "due_at", "missing"],
        "properties": {
            "number": TEXT,
            "state": {"enum": [state.value for state in State]},
            "received_at": MOMENT,
            "due_at": MOMENT,
            "missing": {"type": "array", "items": missing},
            "code": {"type": "string", "description": "Told once, when a request came in."},
            "status_at": TEXT,
            "receipt": {"type": "object", "description": "The signed receipt: docs/formats/receipt.md."},
        },
    }
