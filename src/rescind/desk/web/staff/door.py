"""The door of the staff pages: who comes in, as whom, and how an error becomes a page.

Everybody must have signed in with a second factor. Whoever may not see a page gets the answer that a missing page
gives. A web request ends here: what lies below gets a `Staff` and values.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, Final, ParamSpec
from urllib.parse import quote

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from rescind.desk.flows.people import roles_of
from rescind.desk.gates import NotHere, Role, Staff, require
from rescind.desk.settings.desk_file import DeskError
from rescind.desk.web.staff import pauses
from rescind.removal import RemovalError
from rescind.words import phrase

Given = ParamSpec("Given")
Page = Callable[Concatenate[HttpRequest, Staff, Given], HttpResponse]
Door = Callable[Concatenate[HttpRequest, Given], HttpResponse]

EVERYBODY: Final = tuple(Role)
SECOND: Final = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


MOST_DIGITS: Final = 15


def staff_page(*roles: Role, method: str = "GET") -> Callable[[Page[Given]], Door[Given]]:
    """Return what makes a page one of the staff's: for these roles alone, and for one method."""

    def guarded(page: Page[Given]) -> Door[Given]:
        @wraps(page)
        def answered(asked: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
            if (elsewhere := first_go_to(asked)) is not None:
                return HttpResponseRedirect(elsewhere)
            try:
                staff = staff_of(asked)
                require(staff, *roles)
                if asked.method != method:
                    return HttpResponseNotAllowed([method])
                pauses.note(asked.session, now())
                return page(asked, staff, *args, **kwargs)
            except (DeskError, RemovalError) as error:
                return problem(asked, error)

        answered.__dict__.update(staff_roles=roles, staff_method=method)  # so that a test can walk all doors
        return answered

    return guarded


def first_go_to(asked: HttpRequest) -> str | None:
    """Return where somebody must go before they come in: to sign in, or to set up their second factor."""
    user = asked.user
    if not isinstance(user, User):
        return f"{reverse('account_login')}?next={quote(asked.get_full_path())}"
    return None if is_mfa_enabled(user, SECOND) else reverse("mfa_index")


def staff_of(asked: HttpRequest) -> Staff:
    """Return who it is; raise NotHere for somebody who did not sign in."""
    user = asked.user
    if not isinstance(user, User):
        raise NotHere
    return Staff(user.username, roles_of(user))


def whole(said: str) -> int | None:
    """Return the whole number that a form or an address holds; None for anything else, also for one too long to be meant."""
    return int(said) if said.isdecimal() and len(said) <= MOST_DIGITS else None


def now() -> datetime:
    """Return the moment, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def show(asked: HttpRequest, template: str, status: int = HTTPStatus.OK, **values: object) -> HttpResponse:
    """Return a page of the staff."""
    return render(asked, f"staff/{template}", values, status=status)


def problem(asked: HttpRequest, error: Exception) -> HttpResponse:
    """Return the page that says what went wrong; the same for what is missing and for what is not theirs."""
    if isinstance(error, NotHere):
        return show(asked, "not_here.html", HTTPStatus.NOT_FOUND)
    return show(asked, "problem.html", HTTPStatus.CONFLICT, sentence=str(error))


def form_too_old(asked: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django calls it so
    """Answer a form that did not come from a page of ours, or from one that is too old."""
    sentence = phrase("This page was open for too long. Go back, load it again, and try once more.")
    return show(asked, "problem.html", HTTPStatus.FORBIDDEN, sentence=sentence)


def nowhere(asked: HttpRequest, **_of_the_address: object) -> HttpResponse:
    """Answer the addresses that the sign-in library has names for and that this desk does not offer."""
    return show(asked, "not_here.html", HTTPStatus.NOT_FOUND)
