"""Hooks and keys of the platform, and what could not be delivered: the operator's page. A secret is shown once."""

from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from rescind.desk import keys, outbox
from rescind.desk.flows import keep_hooks, platform_keys
from rescind.desk.flows.redeliver import redeliver
from rescind.desk.gates import Role, Staff
from rescind.desk.records.models import Hook, Owed
from rescind.desk.web.staff.door import now, show, staff_page, whole

HERE: Final = "/staff/hooks"
OVERLAP: Final = timedelta(days=7)
SHOWN: Final = 100


@staff_page(Role.OPERATOR)
def hooks(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Show hooks, keys and what waits."""
    return _shown(asked, staff)


@staff_page(Role.OPERATOR, method="POST")
def add_hook(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Add a hook and show its secret."""
    made = keep_hooks.add_hook(
        staff,
        asked.POST.get("name", ""),
        asked.POST.get("address", "").strip(),
        now=now(),
        kinds=asked.POST.getlist("kind") or ("*",),
    )
    return _shown(asked, staff, name=made.hook.name, secret=made.secret)


@staff_page(Role.OPERATOR, method="POST")
def move_hook(asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Call a hook at another address."""
    keep_hooks.move_hook(staff, name, asked.POST.get("address", "").strip(), now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.OPERATOR, method="POST")
def new_secret(asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Make a second secret and show it."""
    made = keep_hooks.new_secret(staff, name, now=now())
    return _shown(asked, staff, name=name, secret=made.secret)


@staff_page(Role.OPERATOR, method="POST")
def drop_secret(_asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """Drop the older secret."""
    keep_hooks.drop_old_secrets(staff, name, now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.OPERATOR, method="POST")
def end_hook(_asked: HttpRequest, staff: Staff, name: str) -> HttpResponse:
    """End a hook."""
    keep_hooks.end_hook(staff, name, now=now())
    return HttpResponseRedirect(HERE)


@staff_page(Role.OPERATOR, method="POST")
def send_again(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Send one debt again, or all."""
    number = asked.POST.get("number", "")
    redeliver(staff, now=now(), number=whole(number))
    return HttpResponseRedirect(HERE)


@staff_page(Role.OPERATOR, method="POST")
def add_key(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Make a key and show it."""
    made = platform_keys.add_key(
        staff, asked.POST.get("name", "").strip(), asked.POST.getlist("scope"), now=now()
    )
    return _shown(asked, staff, name=made.name, secret=made.key)


@staff_page(Role.OPERATOR, method="POST")
def rotate_key(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """Exchange a key; the old one works for another week."""
    made = platform_keys.rotate_key(staff, asked.POST.get("name", ""), overlap=OVERLAP, now=now())
    return _shown(asked, staff, name=made.name, secret=made.key)


@staff_page(Role.OPERATOR, method="POST")
def end_key(asked: HttpRequest, staff: Staff) -> HttpResponse:
    """End a key."""
    platform_keys.end_key(staff, asked.POST.get("name", ""), now=now())
    return HttpResponseRedirect(HERE)


def _shown(asked: HttpRequest, staff: Staff, *, name: str = "", secret: str = "") -> HttpResponse:
    return show(
        asked,
        "hooks.html",
        hooks=Hook.objects.filter(ended_at=None).order_by("name"),
        keys=platform_keys.listed_keys(staff, now()),
        kinds=keep_hooks.KINDS,
        scopes=keys.SCOPES,
        backlog=outbox.backlog(),
        given_up=Owed.objects.filter(stopped_at__isnull=False).order_by("-pk")[:SHOWN],
        name=name,
        secret=secret,
    )
