"""Somebody of the platform in a real browser: invited by a command, with a password and an app for codes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import struct
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.desk.browser import address
from tests.desk.test_served import Served, typed

PASSWORD = "a lamp beside nine rivers"


@dataclass
class Person:
    """Somebody who signed in, with the secret of their app."""

    name: str
    secret: str


def code_of(secret: str, at: float | None = None) -> str:
    """The six digits that an app shows (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = int(time.time() if at is None else at) // 30
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def invite(folder: Path, name: str, *roles: str) -> str:
    """The path of the link that somebody was invited with."""
    words = [word for role in roles for word in ("--role", role)]
    done = typed("staff", "add", name, *words, "--json", folder=folder)
    assert done.returncode == 0, done.stderr
    link: str = json.loads(done.stdout)["link"]
    return "/" + link.split("/", 3)[3]


def enter(page: Page, served: Served, name: str, *roles: str) -> Person:
    """Invite somebody, choose their password, set up their app, and be at the queue."""
    page.goto(address(served, invite(served.folder, name, *roles)))
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.get_by_role("button", name="Save and go on").click()
    page.goto(address(served, "/staff"))
    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator("#secret").inner_text()
    page.get_by_label("Authenticator code").fill(code_of(secret))
    page.get_by_role("button", name="Set up").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    page.get_by_role("link", name="Go on").click()
    return Person(name, secret)
