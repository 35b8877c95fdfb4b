"""What every command of a desk begins with: the folder it lies in, and that it is installed and sound."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from rescind.cli.say import Trouble
from rescind.words import phrase

OF_THE_EXTRA = (
    "allauth",
    "argon2",
    "dj_database_url",
    "django",
    "granian",
    "msgspec",
    "prometheus_client",
    "psycopg",
)

in_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="RESCIND_DESK",
    default=Path(),
    help="Where desk.toml lies; else RESCIND_DESK, else this folder.",
)


def installed() -> None:
    """Raise Trouble, saying how to mend it, when the packages of the desk are not installed."""
    if any(find_spec(package) is None for package in OF_THE_EXTRA):
        raise Trouble(
            phrase("The desk is not installed here. Say: {command}", command="pip install 'rescind[desk]'")
        )


def start(folder: Path | None) -> None:
    """Set the desk up for this process."""
    from rescind.desk.management.starting import start

    start(folder)


def require_sound(folder: Path) -> None:
    """Set the desk up, and raise DeskNotSetUp when anything speaks against serving it."""
    installed()
    start(folder)
    from rescind.desk.management.checking import found_faults
    from rescind.desk.settings.desk_file import DeskNotSetUp

    if faults := found_faults():
        raise DeskNotSetUp(*faults)
