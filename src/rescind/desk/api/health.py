"""`GET /health`: how the desk is. It answers 503 only when nothing could be taken in.

A dead `work` is said loudly, but requests are still received.
"""

from datetime import UTC, datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse

from rescind.desk.api import problems
from rescind.desk.flows.condition import examined


@problems.told
def health(asked: HttpRequest) -> HttpResponse:
    """Answer how the desk is."""
    if asked.method not in ("GET", "HEAD"):
        return problems.wrong_method("GET", "HEAD")
    found = examined(datetime.now(UTC))
    return JsonResponse(
        found, status=HTTPStatus.SERVICE_UNAVAILABLE if found["desk"] == "down" else HTTPStatus.OK
    )
