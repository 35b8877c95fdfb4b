"""`POST /v1/requests/<number>/gone`: the platform's software confirms that what was granted is gone from every place."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, JsonResponse

from rescind.desk import keys
from rescind.desk.api import problems
from rescind.desk.api.match import bearer
from rescind.desk.flows.confirm_gone import confirm_gone


@problems.told
def gone(asked: HttpRequest, number: str) -> HttpResponse:
    """Take the confirmation, for a key with the scope `requests`; a second one is answered as the first."""
    if asked.method != "POST":
        return problems.wrong_method("POST")
    now = datetime.now(UTC).replace(microsecond=0)
    service = keys.service_of(bearer(asked.headers.get("Authorization", "")), keys.REQUESTS, now=now)
    confirm_gone(number, by=service.name, now=now)
    return JsonResponse({"number": number, "state": "gone"})
