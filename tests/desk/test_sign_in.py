"""Who comes in: invited people with two steps, and nobody else. In a real browser, at a desk made by its command."""

# ruff: noqa: F811 - fixtures are imported where they are used

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from rescind.cli.exits import Exit
from tests.desk.browser import address, context, page, served  # noqa: F401 - fixtures
from tests.desk.staff import PASSWORD, code_of, enter, invite
from tests.desk.test_served import Served, made, serving, typed


def sign_in(page: Page, served: Served, name: str) -> None:
    page.goto(address(served, "/staff"))
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_somebody_invited_chooses_a_password_sets_up_an_app_and_signs_in_with_both(
    page: Page,
    served: Served,
) -> None:
    person = enter(page, served, "rana", "reviewer")
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, served, "rana")
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    page.goto(address(served, "/staff"))
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Incorrect code")).to_be_visible()
    page.get_by_label("Code").fill(code_of(person.secret, at=time.time() + 30))  # the one of now set it up
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()


def test_without_a_second_step_nobody_sees_a_page(page: Page, served: Served) -> None:
    page.goto(address(served, invite(served.folder, "one-step", "lead")))
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="Save and go on").click()
    for path in ("/staff", "/staff/minors"):
        page.goto(address(served, path))
        expect(page.get_by_role("heading", name="Your sign-in")).to_be_visible()


def test_a_link_works_once_and_for_three_days(page: Page, served: Served) -> None:
    link = invite(served.folder, "once", "auditor")
    page.goto(address(served, link))
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="Save and go on").click()
    page.context.clear_cookies()
    page.goto(address(served, link))
    expect(page.get_by_role("heading", name="This link does not work any more")).to_be_visible()


def test_somebody_who_was_let_go_is_out_at_once(page: Page, served: Served) -> None:
    enter(page, served, "leaving", "reviewer")
    assert typed("staff", "end", "leaving", folder=served.folder).returncode == Exit.DONE
    page.goto(address(served, "/staff"))
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_who_asks_gets_no_cookie_and_staff_theirs_for_staff_pages_alone(
    page: Page,
    served: Served,
) -> None:
    for path in ("/", "/health"):
        page.goto(address(served, path))
    assert page.context.cookies() == []
    page.goto(address(served, "/staff"))
    cookies = page.context.cookies()
    assert cookies
    assert {(one["path"], one["httpOnly"], one["sameSite"]) for one in cookies} == {("/staff", True, "Lax")}


def test_a_secret_of_an_app_is_sealed_in_the_database(page: Page, served: Served) -> None:
    person = enter(page, served, "sealed", "reviewer")
    with closing(sqlite3.connect(served.folder / "desk.sqlite3")) as connection:
        stored = str(connection.execute("SELECT data FROM mfa_authenticator").fetchall())
    assert stored
    assert person.secret not in stored


def test_too_many_wrong_passwords_are_stopped(page: Page, served: Served) -> None:
    page.set_extra_http_headers(
        {"X-Forwarded-For": "203.0.113.9"}
    )  # so that it is this address that is stopped
    for _ in range(12):
        page.goto(address(served, "/staff/account/login/"))
        page.get_by_label("Username").fill("nobody")
        page.get_by_label("Password").fill("wrong words here")
        page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("Too many")).to_be_visible()


def test_people_are_listed_and_the_last_operator_stays(served: Served) -> None:
    folder = served.folder
    typed("staff", "add", "olu", "--role", "operator", folder=folder)
    assert typed("staff", "end", "olu", folder=folder).returncode == Exit.DESK
    assert typed("staff", "add", "olu", "--role", "lead", folder=folder).returncode == Exit.DESK
    assert typed("staff", "add", "Not A Name", "--role", "lead", folder=folder).returncode == Exit.DESK
    assert typed("staff", "set", "olu", "--role", "operator", "--role", "lead", folder=folder).returncode == 0
    listed = json.loads(typed("staff", "list", "--json", folder=folder).stdout)["people"]
    assert {tuple(one["roles"]) for one in listed if one["name"] == "olu"} == {("lead", "operator")}
    assert typed("journal", "verify", folder=folder).returncode == Exit.DONE


@pytest.mark.parametrize("path", ["account_signup", "socialaccount_signup", "socialaccount_connections"])
def test_nobody_signs_up(page: Page, served: Served, path: str) -> None:
    answer = page.goto(address(served, f"/staff/account/none/{path}/"))
    assert answer is not None
    assert answer.status == 404


def test_a_passkey_signs_in_alone(page: Page, served: Served) -> None:
    person = enter(page, served, "keyed", "reviewer")
    machine = page.context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.goto(address(served, "/staff/account/second/"))
    page.get_by_role("link", name="Add a key").click()
    page.get_by_label("Name").fill("laptop")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    expect(page.get_by_text("1 key is set up.")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto(address(served, "/staff"))
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Queue")).to_be_visible()
    expect(page.get_by_role("link", name=person.name)).to_be_visible()


def test_what_desk_toml_says_of_the_staff_is_checked(tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    path = folder / "desk.toml"
    before = path.read_text("utf-8")
    right = (
        "[staff]\nidle_minutes = 5\n"
        '[oidc]\nname = "Board"\nserver = "https://id.board.example"\nclient = "desk"\nsecret = "s"\n'
    )
    for more, code in (
        (right, Exit.DONE),
        ("[staff]\nidle_minutes = 0\n", Exit.DESK),
        ("[staff]\nlunch = 1\n", Exit.DESK),
        ('[oidc]\nname = "Board"\n', Exit.DESK),
        (right.replace("https://id", "http://id"), Exit.DESK),
    ):
        path.write_text(before + more, encoding="utf-8")
        assert typed("check", folder=folder).returncode == code, more


def test_the_platforms_own_sign_in_is_offered_where_there_is_one(page: Page, tmp_path: Path) -> None:
    folder = made(tmp_path / "desk")
    path = folder / "desk.toml"
    oidc = '[oidc]\nname = "Board ID"\nserver = "https://id.board.example"\nclient = "desk"\nsecret = "s"\n'
    path.write_text(path.read_text("utf-8") + oidc, encoding="utf-8")
    with serving(folder) as other:
        page.goto(address(other, "/staff"))
        expect(page.get_by_role("button", name="Sign in with Board ID")).to_be_visible()
