"""`/duties`: what the laws ask of this platform, in the sentences of the law folders, for everybody to read."""

from django.http import HttpRequest, HttpResponse

from rescind import removal
from rescind.desk.web.public.doors import public
from rescind.desk.web.showing import page
from rescind.removal import Unit, When


@public
def duties(asked: HttpRequest) -> HttpResponse:
    """Answer with every law that can be chosen by country: its duties, its time, and how to complain."""
    told = [
        {
            "law": law,
            "has_number": law.clock.unit is not Unit.NONE,
            "in_hours": law.clock.unit is Unit.HOURS,
            "complaints": [one for one in law.rungs if one.when & {When.OVERDUE, When.REFUSED}],
        }
        for law in removal.laws()
        if law.duties
    ]
    return page(asked, "public/duties.html", told=told)
