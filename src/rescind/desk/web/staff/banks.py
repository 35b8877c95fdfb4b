"""Banks, what is allowed, entries that were quarantined, and what was done about misuse: the leads' pages."""

from datetime import UTC, datetime
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rescind import fingerprint
from rescind.desk.flows import banks as keeping
from rescind.desk.flows import misuse as misusing
from rescind.desk.flows import quarantine
from rescind.desk.flows.banks import KEEPERS, BankNotChanged
from rescind.desk.gates import Role, Staff
from rescind.desk.records.models import BankEntry
from rescind.desk.web.staff.door import now, show, staff_page, whole
from rescind.fingerprint import Unclear
from rescind.net.kinds import MEGABYTE
from rescind.words import phrase

HERE: Final = "/staff/banks"
MOST_BYTES: Final = 6 * MEGABYTE
SHOWN: Final = 100


@staff_page(*KEEPERS)
def banks(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show the banks."""
    return show(
        asked,
        "banks.html",
        banks=keeping.listed_banks(staff),
        allowed=keeping.listed_allowed(staff),
        quarantined=BankEntry.objects.filter(ended_at=None, quarantined_at__isnull=False)
        .select_related("bank")
        .order_by("quarantined_at")[:SHOWN],
        actions=keeping.ACTIONS,
        may_release=Role.LEAD in staff.roles,
    )


@staff_page(*KEEPERS, method="POST")
def add(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Make a bank."""
    keeping.add_bank(
        staff,
        asked.POST.get("name", "").strip(),
        asked.POST.get("action", ""),
        now=now(),
        within=_number(asked, "within"),
    )
    return HttpResponseRedirect(HERE)


@staff_page(*KEEPERS, method="POST")
def change(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Change what a bank does."""
    keeping.set_bank(
        staff,
        asked.POST.get("name", ""),
        now=now(),
        action=asked.POST.get("action", ""),
        within=_number(asked, "within"),
    )
    return HttpResponseRedirect(HERE)


@staff_page(*KEEPERS, method="POST")
def pause(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Pause a bank until a day, or end the pause."""
    keeping.pause_bank(staff, asked.POST.get("name", ""), _day(asked.POST.get("until", "")), now=now())
    return HttpResponseRedirect(HERE)


@staff_page(*KEEPERS, method="POST")
def allow(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Never block the picture in a file, which is fingerprinted and dropped."""
    file = asked.FILES.get("file")
    if file is None or (file.size or 0) > MOST_BYTES:
        raise BankNotChanged(phrase("Choose a picture file of at most 6 MB."))
    try:
        seen = fingerprint.of_image(file.read())
    except Unclear as error:
        raise BankNotChanged(str(error)) from error
    keeping.allow(staff, seen, now=now(), note=asked.POST.get("note", "").strip())
    return HttpResponseRedirect(HERE)


@staff_page(*KEEPERS, method="POST")
def disallow(_asked: HttpRequest, staff: Staff, number: int) -> HttpResponse:
    """Take a picture from the allow-list."""
    keeping.disallow(staff, number, now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.LEAD, method="POST")
def release(_asked: HttpRequest, staff: Staff, number: int) -> HttpResponse:
    """Say that a quarantined entry is right."""
    quarantine.release(staff, number, now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.LEAD, method="POST")
def keep_out(_asked: HttpRequest, staff: Staff, number: int) -> HttpResponse:
    """Say that a quarantined entry does not belong into its bank."""
    quarantine.keep_out(staff, number, now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.LEAD)
def misuse(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show who was warned or set aside, by their requests."""
    return show(asked, "misuse.html", listed=misusing.listed_misuse(staff))


@staff_page(Role.LEAD, method="POST")
def lift(_asked: HttpRequest, staff: Staff, number: int) -> HttpResponse:
    """Take a warning back."""
    misusing.lift(staff, number, now=now())
    return HttpResponseRedirect("/staff/misuse")


def _number(asked: HttpRequest, name: str) -> int:
    said = asked.POST.get(name, "")
    found = whole(said)
    return -1 if found is None else found


def _day(written: str) -> datetime | None:
    """Return the end of the day that was typed, None for none; raise BankNotChanged."""
    if not written:
        return None
    try:
        return datetime.strptime(written, "%Y-%m-%d").replace(hour=23, minute=59, tzinfo=UTC)
    except ValueError as error:
        raise BankNotChanged(phrase("Write the day as year, month and day: 2026-11-24.")) from error
