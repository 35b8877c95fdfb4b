"""Which door an address leads to."""

from django.urls import path

from rescind.desk.api import gone, health, matches, metrics, problems, requests
from rescind.desk.web import files
from rescind.desk.web.public import ask, duties, objection, start, status
from rescind.desk.web.staff import urls as staff

urlpatterns = [
    path("", start.start),
    path("ask", ask.ask),
    path("ask/back", ask.come_back),
    path("status", status.status),
    path("duties", duties.duties),
    path("objection", objection.objection),
    path("static/<str:name>", files.show),
    path("health", health.health),
    path("metrics", metrics.metrics),
    path("v1/matches/<str:reference>", matches.verdict),
    path("v1/requests", requests.receive),
    path("v1/requests/<str:number>", requests.status),
    path("v1/requests/<str:number>/gone", gone.gone),
    *staff.urlpatterns,
]

handler400 = problems.not_understood
handler404 = problems.not_here
handler500 = problems.our_mistake
