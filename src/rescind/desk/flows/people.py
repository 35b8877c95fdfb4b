"""The platform's people: an operator invites them, says what they may do, lets them begin anew, and lets them go.

Nobody signs up. Whoever is invited gets one link, good for three days and for one use, and chooses a password there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import transaction

from rescind.desk import gates, journal
from rescind.desk.gates import Role, Staff
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

OF_THE_MACHINE: Final = Staff("console", frozenset({Role.OPERATOR}))
"""Whoever can type commands where the desk runs: they have its keys, so they may do what an operator may."""

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")


class NotInvited(DeskError):
    """Something about one of the platform's people that cannot be done; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the platform's people, as an operator sees them."""

    name: str
    roles: tuple[Role, ...]
    email: str
    is_active: bool
    has_second_factor: bool
    last_here: datetime | None


def people() -> list[Person]:
    """Return everybody, those who left included, by name."""
    protected = set(Authenticator.objects.values_list("user_id", flat=True))
    users = User.objects.prefetch_related("groups").order_by("username")
    return [_person(user, has_second_factor=user.pk in protected) for user in users]


def roles_of(user: User) -> frozenset[Role]:
    """Return what somebody may do: a group for each role, and nothing else, says so."""
    known = {each.value for each in Role}
    return frozenset(Role(name) for name in user.groups.values_list("name", flat=True) if name in known)


def add(staff: Staff, name: str, roles: Iterable[Role], *, now: datetime, email: str = "") -> str:
    """Invite somebody and return their link. Raises NotInvited for a name that is taken or odd."""
    gates.require(staff, Role.OPERATOR)
    wanted = _wanted(roles)
    if not _NAME.fullmatch(name):
        raise NotInvited(phrase("A name has 2 to 40 small letters, digits, dots or dashes."))
    with transaction.atomic():
        if User.objects.filter(username=name).exists():
            raise NotInvited(phrase("Somebody has this name already."))
        user = User(username=name, email=email)
        user.set_unusable_password()
        user.save()
        _give(user, wanted)
        if email:
            # An operator vouches for it; the platform's own sign-in is matched by it.
            EmailAddress.objects.create(user=user, email=email.lower(), verified=True, primary=True)
        journal.write("person_invited", now=now, by=staff.name, person=name, roles=_named(wanted))
    return _link(user)


def set_roles(staff: Staff, name: str, roles: Iterable[Role], *, now: datetime) -> None:
    """Say anew what somebody may do. Raises NotInvited when nobody would be left to operate the desk."""
    gates.require(staff, Role.OPERATOR)
    wanted = _wanted(roles)
    with transaction.atomic():
        user = _active(name)
        if Role.OPERATOR not in wanted:
            _keep_an_operator(user)
        _give(user, wanted)
        journal.write("person_roles_set", now=now, by=staff.name, person=name, roles=_named(wanted))


def begin_anew(staff: Staff, name: str, *, now: datetime) -> str:
    """Take somebody's password and second factors away, as when a phone is lost, and return a new link."""
    gates.require(staff, Role.OPERATOR)
    with transaction.atomic():
        user = _active(name)
        Authenticator.objects.filter(user=user).delete()
        user.set_unusable_password()  # ends every session, since sessions are bound to the password
        user.save()
        journal.write("person_begins_anew", now=now, by=staff.name, person=name)
    return _link(user)


def end(staff: Staff, name: str, *, now: datetime) -> None:
    """Let somebody go: from this moment they can do nothing here. Raises NotInvited for the last operator."""
    gates.require(staff, Role.OPERATOR)
    with transaction.atomic():
        user = _active(name)
        _keep_an_operator(user)
        user.is_active = False
        user.set_unusable_password()
        user.groups.clear()
        user.save()
        Authenticator.objects.filter(user=user).delete()
        journal.write("person_ended", now=now, by=staff.name, person=name)


def _active(name: str) -> User:
    user = User.objects.select_for_update().filter(username=name, is_active=True).first()
    if user is None:
        raise NotInvited(phrase("There is nobody of this name here."))
    return user


def _wanted(roles: Iterable[Role]) -> frozenset[Role]:
    wanted = frozenset(roles)
    if not wanted:
        raise NotInvited(phrase("Say what they may do: at least one role."))
    return wanted


def _give(user: User, roles: frozenset[Role]) -> None:
    user.groups.set([Group.objects.get_or_create(name=role.value)[0] for role in sorted(roles)])


def _keep_an_operator(leaving: User) -> None:
    """Raise NotInvited when nobody but this person operates the desk, and they do."""
    operators = User.objects.filter(is_active=True, groups__name=Role.OPERATOR.value)
    if operators.filter(pk=leaving.pk).exists() and not operators.exclude(pk=leaving.pk).exists():
        raise NotInvited(phrase("This is the last operator. Make somebody else one first."))


def _named(roles: frozenset[Role]) -> list[str]:
    return sorted(role.value for role in roles)


def _link(user: User) -> str:
    """Return the address at which they choose a password: it is good once, for `PASSWORD_RESET_TIMEOUT` seconds."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    return settings.DESK.page_of(f"staff/account/password/{key}/")


def _person(user: User, *, has_second_factor: bool) -> Person:
    known = {each.value: each for each in Role}
    roles = [known[group.name] for group in user.groups.all() if group.name in known]
    return Person(
        user.username, tuple(sorted(roles)), user.email, user.is_active, has_second_factor, user.last_login
    )
