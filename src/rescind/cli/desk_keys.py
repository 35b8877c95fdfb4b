"""`rescind desk key`: the keys that the platform's own software shows to the desk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.desk_folder import in_folder, require_sound
from rescind.cli.say import Say
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.desk.flows.platform_keys import KeyMade

OVERLAP_HOURS = 24


@click.group()
def key() -> None:
    """The keys of your own software, for asking the desk: made, exchanged, ended. A key is shown once."""


@key.command("add")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    help="What it may do: match, feedback, copies, metrics, requests. May be given several times.",
)
@in_folder
@options.as_json
def add_key(name: str, scopes: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """Make a key for the service NAME.

    \b
    Example:
      rescind desk key add uploads --scope match --scope feedback
    """
    require_sound(folder)
    from rescind.desk.flows import platform_keys
    from rescind.desk.management.at_machine import keeper

    show(platform_keys.add_key(keeper(), name, scopes, now=utc_now()), Say(as_json))


@key.command("rotate")
@click.argument("name")
@click.option(
    "--overlap",
    type=click.IntRange(0, 24 * 90),
    default=OVERLAP_HOURS,
    show_default=True,
    help="For how many hours the old key still works.",
)
@in_folder
@options.as_json
def rotate_key(name: str, overlap: int, folder: Path, as_json: bool) -> None:
    """Make a new key for the service NAME, which may do the same; the old one works on for a while."""
    require_sound(folder)
    from rescind.desk.flows import platform_keys
    from rescind.desk.management.at_machine import keeper

    made = platform_keys.rotate_key(keeper(), name, overlap=timedelta(hours=overlap), now=utc_now())
    show(made, Say(as_json))


@key.command("end")
@click.argument("name")
@in_folder
@options.as_json
def end_key(name: str, folder: Path, as_json: bool) -> None:
    """End every key of the service NAME. Each process heeds it within a second."""
    require_sound(folder)
    from rescind.desk.flows import platform_keys
    from rescind.desk.management.at_machine import keeper

    ended = platform_keys.end_key(keeper(), name, now=utc_now())
    Say(as_json).either(phrase("Keys that have ended: {n}", n=ended), {"ended": ended})


@key.command("list")
@in_folder
@options.as_json
def list_keys(folder: Path, as_json: bool) -> None:
    """List the keys that have not ended. The keys themselves are not known to the desk."""
    require_sound(folder)
    from rescind.desk.flows import platform_keys
    from rescind.desk.management.at_machine import keeper

    found = platform_keys.listed_keys(keeper(), utc_now())
    say = Say(as_json)
    for one in found:
        say.record(
            {
                "name": one.name,
                "scopes": list(one.scopes),
                "made_at": one.made_at.isoformat(),
                "ends_at": None if one.ends_at is None else one.ends_at.isoformat(),
            }
        )
    say.table(
        (phrase("Name"), phrase("It may"), phrase("Made"), phrase("Ends")),
        [
            (
                one.name,
                " ".join(one.scopes),
                f"{one.made_at:%Y-%m-%d}",
                "" if one.ends_at is None else f"{one.ends_at:%Y-%m-%d %H:%M}",
            )
            for one in found
        ],
    )


def show(made: KeyMade, say: Say) -> None:
    """Say the key, once."""
    say.line(made.key)
    say.line(phrase("This is the key of {name}. It is shown only now.", name=made.name))
    ends = made.before_ends_at
    if ends is not None:
        say.line(phrase("The key before it ends at {moment} (UTC).", moment=f"{ends:%Y-%m-%d %H:%M}"))
    say.record(
        {
            "name": made.name,
            "key": made.key,
            "scopes": list(made.scopes),
            "before_ends_at": None if ends is None else ends.isoformat(),
        }
    )
