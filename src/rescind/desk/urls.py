"""Which door an address leads to; and whether a person or a program is told when it leads nowhere."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from rescind.desk.api import gone, health, matches, metrics, openapi, problems, requests
from rescind.desk.web import files
from rescind.desk.web.public import ask, duties, handed, lost, objection, own_page, start, status
from rescind.desk.web.staff import urls as staff

urlpatterns = [
    path("", start.start),
    path("ask", ask.ask),
    path("ask/back", ask.come_back),
    path("ask/from-page", handed.from_page),
    path("page/", own_page.show),
    path("page/<path:name>", own_page.show),
    path("status", status.status),
    path("duties", duties.duties),
    path("objection", objection.objection),
    path("static/<str:name>", files.show),
    path("health", health.health),
    path("metrics", metrics.metrics),
    path("v1/matches/<str:reference>", matches.verdict),
    path("v1/openapi.json", openapi.openapi),
    path("v1/requests", requests.receive),
    path("v1/requests/<str:number>", requests.status),
    path("v1/requests/<str:number>/gone", gone.gone),
    *staff.urlpatterns,
]


def handler400(asked: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what was not understood."""
    return lost.not_understood(asked) if lost.is_person(asked) else problems.not_understood(asked, exception)


def handler404(asked: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return lost.not_here(asked) if lost.is_person(asked) else problems.not_here(asked, exception)


def handler500(asked: HttpRequest) -> HttpResponse:
    """Answer when something of ours went wrong."""
    return lost.our_mistake(asked) if lost.is_person(asked) else problems.our_mistake(asked)
