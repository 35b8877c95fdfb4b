"""`rescind desk staff`: the platform's people, as whoever runs the desk invites them and lets them go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.desk_folder import in_folder, require_sound
from rescind.cli.say import Say
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.desk.gates import Role

ROLES = ("reviewer", "lead", "operator", "auditor", "minors")

with_roles = click.option(
    "--role",
    "roles",
    type=click.Choice(ROLES),
    multiple=True,
    required=True,
    help="What they may do; say it again for each role.",
)


@click.group()
def staff() -> None:
    """The people who work at the desk: who they are and what they may do."""


@staff.command()
@click.argument("name")
@with_roles
@click.option("--email", default="", help="Their address; the platform's own sign-in is matched by it.")
@in_folder
@options.as_json
def add(name: str, roles: tuple[str, ...], email: str, folder: Path, as_json: bool) -> None:
    """Invite NAME and print the link at which they choose a password."""
    require_sound(folder)
    from rescind.desk.flows import people

    link = people.add(people.OF_THE_MACHINE, name, roles_from(roles), now=utc_now(), email=email)
    tell_link(name, link, Say(as_json))


@staff.command("set")
@click.argument("name")
@click.option(
    "--role",
    "roles",
    type=click.Choice(ROLES),
    multiple=True,
    help="What they may do from now on; say it again for each role.",
)
@click.option("--anew", is_flag=True, help="They lost a phone or password: take both away, print a new link.")
@in_folder
@options.as_json
def set_(name: str, roles: tuple[str, ...], anew: bool, folder: Path, as_json: bool) -> None:
    """Change what NAME may do, or let them begin anew."""
    if not roles and not anew:
        raise click.UsageError(phrase("Say --role, or --anew, or both."))
    require_sound(folder)
    from rescind.desk.flows import people

    say = Say(as_json)
    if roles:
        people.set_roles(people.OF_THE_MACHINE, name, roles_from(roles), now=utc_now())
        say.line(phrase("{name} may now do this: {roles}.", name=name, roles=", ".join(sorted(set(roles)))))
    if anew:
        tell_link(name, people.begin_anew(people.OF_THE_MACHINE, name, now=utc_now()), say)
    elif roles:
        say.record({"name": name, "roles": sorted(set(roles))})


@staff.command()
@click.argument("name")
@in_folder
@options.as_json
def end(name: str, folder: Path, as_json: bool) -> None:
    """Let NAME go: from now on they can do nothing at this desk."""
    require_sound(folder)
    from rescind.desk.flows import people

    people.end(people.OF_THE_MACHINE, name, now=utc_now())
    Say(as_json).either(
        phrase("{name} can do nothing here any more.", name=name), {"name": name, "active": False}
    )


@staff.command("list")
@in_folder
@options.as_json
def list_(folder: Path, as_json: bool) -> None:
    """List everybody, with what they may do."""
    require_sound(folder)
    from rescind.desk.flows import people

    say = Say(as_json)
    for one in people.people():
        say.line(
            phrase(
                "{name}: {roles}. {state}.",
                name=one.name,
                roles=", ".join(one.roles) or "-",
                state=said_of(is_active=one.is_active, is_protected=one.has_second_factor),
            )
        )
    say.record(
        {
            "people": [
                {
                    "name": one.name,
                    "roles": list(one.roles),
                    "email": one.email,
                    "active": one.is_active,
                    "second_factor": one.has_second_factor,
                }
                for one in people.people()
            ]
        }
    )


def roles_from(written: tuple[str, ...]) -> list[Role]:
    """Return the roles that were typed."""
    from rescind.desk.gates import Role

    return [Role(each) for each in written]


def said_of(*, is_active: bool, is_protected: bool) -> str:
    """Return in words how somebody's account stands."""
    if not is_active:
        return phrase("Has left")
    return phrase("Signs in with two steps") if is_protected else phrase("Has no second step yet")


def tell_link(name: str, link: str, say: Say) -> None:
    """Say the link that somebody was invited with."""
    say.line(
        phrase("Give this link to {name}, and to nobody else. It works once, for three days:", name=name)
    )
    say.line(link)
    say.record({"name": name, "link": link})
