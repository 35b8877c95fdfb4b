"""The journal as an auditor reads it, with a filter."""

from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict

from rescind.desk.flows.read_journal import read_journal
from rescind.desk.gates import Role, Staff
from rescind.desk.web.staff import events
from rescind.desk.web.staff.door import show, staff_page, whole

FIELDS = ("subject", "event", "by")


@staff_page(Role.AUDITOR)
def journal(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show a part of the journal."""
    wanted = {name: asked.GET.get(name, "").strip() for name in FIELDS}
    before = asked.GET.get("before", "")
    page = read_journal(staff, before=whole(before), **wanted)
    again = QueryDict(mutable=True)
    again.update({name: value for name, value in wanted.items() if value})
    return show(
        asked,
        "journal.html",
        page=page,
        lines=[(line, events.words(line.event)) for line in page.lines],
        events=[(one, events.words(one)) for one in page.events],
        wanted=wanted,
        again=again.urlencode(),
    )
