"""`rescind help`: people who help, and where to go when someone was under 18."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.person.places_to_go import Service

TOPICS = ("under-18", "people")


@click.command(name="help")
@click.argument("topic", required=False, type=click.Choice(TOPICS))
@click.option("--country", help="Two letters, for example GB. Then the services of that country come first.")
@options.as_json
@click.pass_context
def guide(context: click.Context, topic: str | None, country: str | None, as_json: bool) -> None:
    """Where to go: `under-18` when someone shown was younger, `people` for someone to talk to.

    Nothing is looked up anywhere: the list is part of this program, and every entry carries the date it was read.
    """
    from rescind.cli.say import Say
    from rescind.person import places_to_go

    say = Say(as_json)
    if topic is None:
        parent = context.parent
        assert parent is not None
        say.line(parent.get_help())
        say.record({"topics": list(TOPICS)})
        return
    if topic == "under-18":
        say.line(
            phrase("If anyone shown was under 18, these services may lawfully act. You did nothing wrong.")
        )
        say.line(phrase("Do not copy, send or screenshot the pictures, not even as proof."))
        services = places_to_go.under_18(country)
    else:
        say.line(phrase("People who help, free and in confidence. You can stop at any time."))
        services = places_to_go.helplines(country)
    say.line()
    for service in services:
        say.line("\n".join(service_lines(service)))
    say.record({"topic": topic, "services": [service_record(one) for one in services]})
    say.line(phrase("In danger right now? Call your emergency number."))


def service_lines(service: Service) -> list[str]:
    """One service for a person."""
    return [
        f"  {service.name} ({service.country})",
        *(f"    {contact}" for contact in [service.contact, service.hours] if contact),
    ]


def service_record(service: Service) -> dict[str, str]:
    """One service for a program."""
    return {
        "name": service.name,
        "country": service.country,
        "contact": service.contact,
        "hours": service.hours,
        "read_on": str(service.read_on),
    }
