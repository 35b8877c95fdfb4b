"""Who signs a request and what they declare: from the options, from the sealed file, else asked at the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from rescind.cli import ask
from rescind.cli.say import remark
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.person.case import Case
    from rescind.removal import Asker, Authority, Law, Role


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the options say about who signs. Empty, None and false mean: not said."""

    name: str
    email: str
    for_someone: str | None
    for_myself: bool
    since: date | None
    postal: str
    phone: str
    own_picture: bool
    agree: bool


def asker_from(case: Case, said: Said, today: date) -> Asker:
    """The asker of the options; what they leave open is taken from the case, or asked for."""
    from rescind.removal import Asker

    known = case.asker
    name = said.name or (known.name if known else "")
    email = said.email or (known.contact if known else "")
    if not name and ask.on_terminal():
        name = ask.text(phrase("Your name, as your signature:"), how_else="--name")
    if not email and ask.on_terminal():
        email = ask.text(phrase("An e-mail address for the answer (an alias is enough):"), how_else="--email")
    role, authority = acting_for(known, said, today)
    return Asker(role, name, email, authority, said.postal, said.phone)


def acting_for(known: Asker | None, said: Said, today: date) -> tuple[Role, Authority | None]:
    """For whom the asker signs: themselves, or somebody who allowed it. Raises UsageError for half an answer."""
    from rescind.removal import Authority, Role

    if said.for_myself:
        return Role.SELF, None
    if said.for_someone is None:
        return (known.role, known.authority) if known else (Role.SELF, None)
    since = said.since or (known.authority.since if known and known.authority else None)
    if not said.for_someone.strip() or since is None:
        raise click.UsageError(
            phrase("With --for-someone, say what you are allowed to do, and since when: --since 2026-11-01")
        )
    if since > today:
        raise click.UsageError(phrase("That day has not come yet."))
    return Role.AUTHORISED, Authority(said.for_someone, since)


def warn(laws: Iterable[Law], said: Said) -> None:
    """Say what has to be known before a law is used. Raises UsageError where it must be chosen on purpose."""
    for law in laws:
        for caution in law.cautions:
            remark(phrase("Before you use {law}: {text}", law=law.slug, text=phrase(caution.text)))
        if not law.automatic and not said.own_picture:
            raise click.UsageError(
                phrase(
                    "This law is only for pictures the person shown took themselves. "
                    "If that is so, add --own-picture. If not, use --law auto."
                )
            )


def agrees(laws: Iterable[Law], asker: Asker, said: Said) -> bool:
    """Show every statement of the laws, and return whether the person agrees: as said before, typed, or piped in."""
    from rescind.removal import Role

    own = asker.role is Role.SELF
    statements = {one.id: one.own if own else one.authorised for law in laws for one in law.declarations}
    if said.agree:
        remark(phrase("You agree to these statements:"))
    else:
        remark(phrase("The law wants these statements from you:"))
    for statement in statements.values():
        remark("  - " + phrase(statement))
    if said.agree:
        return True
    if not ask.on_terminal() and not ask.has_piped_answer():
        return False
    return ask.yes(phrase("Do you agree?"), how_else="--agree")
