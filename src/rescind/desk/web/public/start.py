"""`/`: what can be done here, and what to have ready."""

from django.http import HttpRequest, HttpResponse

from rescind.desk.web.showing import in_language, page


@in_language
def start(asked: HttpRequest) -> HttpResponse:
    """Answer with the start page."""
    return page(asked, "public/start.html")
