"""The list of the platform's people, and what an operator does with it: invite, change roles, begin anew, let go."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rescind.desk.flows import people as keeping
from rescind.desk.gates import Role, Staff
from rescind.desk.web.staff.door import now, show, staff_page

HERE = "/staff/people"


@staff_page(Role.OPERATOR, Role.AUDITOR)
def people(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show everybody."""
    return _shown(asked, staff)


@staff_page(Role.OPERATOR, method="POST")
def add(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Invite somebody, and show their link this one time."""
    name = asked.POST.get("name", "").strip().lower()
    link = keeping.add(staff, name, _roles(asked), now=now(), email=asked.POST.get("email", "").strip())
    return _shown(asked, staff, name=name, link=link)


@staff_page(Role.OPERATOR, method="POST")
def roles(asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Say anew what somebody may do."""
    keeping.set_roles(staff, name, _roles(asked), now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.OPERATOR, method="POST")
def anew(asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Let somebody begin anew, and show their link this one time."""
    return _shown(asked, staff, name=name, link=keeping.begin_anew(staff, name, now=now()))


@staff_page(Role.OPERATOR, method="POST")
def end(_asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Let somebody go."""
    keeping.end(staff, name, now=now())
    return HttpResponseRedirect(HERE)


def _shown(asked: HttpRequest, staff: Staff, *, name: str = "", link: str = "") -> HttpResponse:
    return show(
        asked,
        "people.html",
        people=keeping.people(),
        every_role=list(Role),
        may_change=Role.OPERATOR in staff.roles,
        name=name,
        link=link,
    )


def _roles(asked: HttpRequest) -> list[Role]:
    known = {each.value for each in Role}
    return [Role(one) for one in asked.POST.getlist("role") if one in known]
