"""Roles and routes: who may open what. A stranger, another role and a missing row get the same answer, on every route."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from tests.desk.conftest import Make

start(None)

from rescind.desk import urls  # noqa: E402 - only when Django is set up
from rescind.desk.flows.receive import receive  # noqa: E402
from rescind.desk.gates import Role  # noqa: E402
from rescind.desk.web.staff.urls import signing_in  # noqa: E402
from tests.desk.office import AtWork, at_work, moment, office, shown  # noqa: E402, F401 - fixtures

NOTHING = "NQTHERE234"
OF_THE_SIGN_IN = {str(one.pattern) for one in signing_in}


def staff_routes() -> Iterator[URLPattern]:
    """Every address of the staff but those of the sign-in itself."""
    for route in urls.urlpatterns:
        if str(route.pattern).startswith("staff") and str(route.pattern) not in OF_THE_SIGN_IN:
            yield route


ROUTES = {str(one.pattern): one for one in staff_routes()}


def filled(pattern: str, number: str) -> str:
    """The address of a route, about this request or this person."""
    address = "/" + pattern.replace("<str:number>", number).replace("<str:name>", number)
    return address.replace("<int:position>", "0").replace("<int:number>", "999")


def asked(client: Client, route: URLPattern, address: str) -> Any:
    return getattr(client, route.callback.__dict__["staff_method"].lower())(address)


def test_every_route_of_the_staff_says_for_whom_it_is() -> None:
    assert len(ROUTES) > 40
    assert [one for one, route in ROUTES.items() if not route.callback.__dict__.get("staff_roles")] == []


def test_the_addresses_of_the_sign_in_are_the_only_others() -> None:
    assert {one for one in OF_THE_SIGN_IN if "staff/account/" not in one} == set()


@pytest.mark.parametrize("role", list(Role))
def test_another_role_gets_the_answer_of_a_missing_page(
    role: Role,
    make: Make,
    at_work: AtWork,  # noqa: F811
) -> None:
    number = receive(make(), now=moment()).number
    client = at_work("sam", role)
    missing = shown(client.get(f"/staff/{NOTHING}"))
    assert missing[0] == 404
    refused = 0
    for pattern, route in ROUTES.items():
        if role not in route.callback.__dict__["staff_roles"]:
            for about in (number, NOTHING):
                refused += 1
                assert shown(asked(client, route, filled(pattern, about))) == missing, pattern
    assert refused


@pytest.mark.parametrize(
    ("role", "first"),
    [(Role.OPERATOR, "/staff/banks"), (Role.AUDITOR, "/staff/people"), (Role.MINORS, "/staff/minors")],
)
def test_whoever_has_no_queue_is_led_to_a_page_of_theirs(
    role: Role,
    first: str,
    at_work: AtWork,  # noqa: F811
) -> None:
    answer = at_work("kim", role).get("/staff")
    assert (answer.status_code, answer.headers["Location"]) == (302, first)


@pytest.mark.parametrize("lane", [False, True])
def test_a_missing_request_and_one_of_the_other_lane_look_the_same(
    lane: bool,
    make: Make,
    at_work: AtWork,  # noqa: F811
) -> None:
    """Whoever decides sees nothing of the minors lane; its people, without another role, nothing of the others."""
    number = receive(make(), now=moment(), minors_lane=lane).number
    roles = (Role.REVIEWER, Role.LEAD, Role.OPERATOR, Role.AUDITOR) if lane else (Role.MINORS,)
    client = at_work("sam", *roles)
    for pattern, route in ROUTES.items():
        if pattern.startswith("staff/<str:number>") and set(route.callback.__dict__["staff_roles"]) & set(
            roles
        ):
            real = asked(client, route, filled(pattern, number))
            assert real.status_code in (404, 409), (
                pattern
            )  # 409: something else was wrong with what was typed
            assert shown(real) == shown(asked(client, route, filled(pattern, NOTHING))), pattern


def test_whoever_did_not_sign_in_is_led_there_whatever_they_ask_for(
    make: Make,
    office: Desk,  # noqa: F811
) -> None:
    number = receive(make(), now=moment()).number
    for pattern, route in ROUTES.items():
        for about in (number, NOTHING):
            address = filled(pattern, about)
            answer = asked(Client(), route, address)
            assert (answer.status_code, answer["Location"]) == (302, f"/staff/account/login/?next={address}")


def test_whoever_has_no_second_step_is_led_to_set_it_up(at_work: AtWork) -> None:  # noqa: F811
    client = at_work("new", second_step=False)
    for pattern, route in ROUTES.items():
        answer = asked(client, route, filled(pattern, NOTHING))
        assert (answer.status_code, answer["Location"]) == (302, "/staff/account/second/")


def test_those_who_may_come_in(make: Make, at_work: AtWork) -> None:  # noqa: F811
    number = receive(make(), now=moment()).number
    client = at_work("all")
    for pattern, route in ROUTES.items():
        if route.callback.__dict__["staff_method"] == "GET" and "<int:position>" not in pattern:
            assert client.get(filled(pattern, number)).status_code == 200, pattern


def test_a_form_of_another_site_changes_nothing(make: Make, at_work: AtWork) -> None:  # noqa: F811
    number = receive(make(), now=moment()).number
    signed_in = at_work("sam", *Role)
    client = Client(enforce_csrf_checks=True)
    client.cookies = signed_in.cookies
    for pattern, route in ROUTES.items():
        if route.callback.__dict__["staff_method"] == "POST":
            assert client.post(filled(pattern, number)).status_code == 403, pattern


def test_a_page_takes_one_method_alone(make: Make, at_work: AtWork) -> None:  # noqa: F811
    number = receive(make(), now=moment()).number
    client = at_work("all")
    for pattern, route in ROUTES.items():
        other = "POST" if route.callback.__dict__["staff_method"] == "GET" else "GET"
        answer = getattr(client, other.lower())(filled(pattern, number))
        assert answer.status_code == 405, pattern
