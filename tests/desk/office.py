"""The staff's pages over HTTP without a browser: somebody with these roles, signed in, at a desk in this process.

Import the fixtures where they are used: `from tests.desk.office import at_work, office  # noqa: F401`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from rescind.desk.management.starting import start
from rescind.desk.settings.desk_file import Desk
from tests.fakes.receiver import Receiver, Reply, receiving

start(None)

from allauth.mfa.models import Authenticator  # noqa: E402 - only when Django is set up
from django.contrib.auth.models import User  # noqa: E402

from rescind.desk.flows import keep_hooks, people  # noqa: E402
from rescind.desk.gates import Role  # noqa: E402

AtWork = Callable[..., Client]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def moment() -> datetime:
    """Now, as the doors of the desk read it."""
    return datetime.now(UTC).replace(microsecond=0)


def shown(answer: Any) -> tuple[int, bytes]:
    """What somebody gets to see: status and page, without what is different each time."""
    return answer.status_code, TOKEN.sub(b"", answer.content)


@pytest.fixture
def office(desk: Desk) -> Iterator[Desk]:
    """A desk, on each of the two databases, whose sessions can be signed."""
    with override_settings(ALLOWED_HOSTS=["testserver"]), pytest.MonkeyPatch.context() as patch:
        patch.setitem(
            settings.__dict__, "SECRET_KEY", desk.django_secret
        )  # by hand: an empty one cannot be read
        yield desk


@pytest.fixture
def at_work(office: Desk) -> AtWork:
    """Return a maker of clients: somebody who was invited with these roles and signed in with two steps."""

    def made(name: str, *roles: Role, second_step: bool = True) -> Client:
        people.add(people.OF_THE_MACHINE, name, roles or tuple(Role), now=moment())
        user = User.objects.get(username=name)
        if second_step:
            Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "sealed"})
        client = Client()
        client.force_login(user)
        return client

    return made


@pytest.fixture
def platform(office: Desk) -> Iterator[Receiver]:
    """The platform's own software, with a hook that is told everything and shows a picture of coffee."""
    with receiving() as receiver:
        keep_hooks.add_hook(people.OF_THE_MACHINE, "board", receiver.address, now=moment())
        yield receiver


def file_reply(content: bytes, media_type: str = "image/jpeg") -> Callable[[Any], Reply]:
    """Answer every call with this file."""
    return lambda call: Reply(200, content, media_type)
