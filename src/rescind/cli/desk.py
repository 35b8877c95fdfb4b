"""`rescind desk`: what a platform does. The room is imported inside the functions; a person's install has none of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import ask, options
from rescind.cli.clock import utc_now
from rescind.cli.desk_backup import backup, restore
from rescind.cli.desk_banks import bank
from rescind.cli.desk_folder import in_folder, installed, require_sound, start
from rescind.cli.desk_keys import key
from rescind.cli.desk_staff import staff
from rescind.cli.desk_work import hook, work
from rescind.cli.say import Say, remark
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.desk.journal import Checked

PORT = 8600
KEY_BYTES = 32


@click.group()
def desk() -> None:
    """For a platform: take removal requests and keep their clock."""


desk.add_command(staff)


@desk.command()
@in_folder
@click.option("--name", help="What the platform is called, as those who ask know it.")
@click.option("--address", help="The desk's public address, for example https://desk.example.")
@click.option(
    "--operator", help="Who operates it first: their link is printed, at which they choose a password."
)
@click.option("--again", is_flag=True, help="There is a desk already: bring its database up to date.")
@options.as_json
def init(
    folder: Path, name: str | None, address: str | None, operator: str | None, again: bool, as_json: bool
) -> None:
    """Make a desk: its settings file with fresh secrets, and its database."""
    installed()
    if not again:
        write_settings(folder, name, address)
    start(folder)
    from rescind.desk.management import making, verifying

    making.bring_up_to_date(utc_now())
    key, key_name = verifying.known_key_and_name()
    say = Say(as_json)
    say.line(
        phrase(
            "The desk is ready. Keep a copy of desk.toml in a safe place: without it nothing can be opened."
        )
    )
    say.line(phrase("Its public key, with which others can check its journal: {key}", key=key))
    say.line(phrase("The key's name, to publish where those who ask can see it: {name}", name=key_name))
    link = first_operator(operator, say)
    say.line(phrase("Next: rescind desk check, then rescind desk serve"))
    say.record({"public_key": key, "key_name": key_name, **link})


@desk.command()
@in_folder
@options.as_json
def check(folder: Path, as_json: bool) -> None:
    """Say everything that speaks against serving this desk, or that nothing does; and what it still lacks."""
    require_sound(folder)
    from rescind.desk.management.checking import found_gaps
    from rescind.desk.settings import desk_file

    say = Say(as_json)
    gaps = found_gaps(utc_now())
    say.either(phrase("Nothing speaks against serving this desk."), {"faults": [], "gaps": gaps})
    for gap in gaps:
        say.line(gap)
    if desk_file.read(folder).for_trying:
        say.line(
            phrase(
                "Its address is on this computer and has no TLS: good for trying it out, and for nothing else."
            )
        )


@desk.command()
@in_folder
@click.option(
    "--listen",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen at; a proxy stands before it.",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="The port to listen at."
)
@click.option(
    "--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="How many processes answer."
)
def serve(folder: Path, listen: str, port: int, processes: int) -> None:
    """Serve the desk until Ctrl-C. Refuses a desk that is not set up right."""
    require_sound(folder)
    from rescind.desk.management.serving import require_free
    from rescind.desk.management.serving import serve as serve_desk

    require_free(listen, port)
    remark(phrase("The desk answers at http://{listen}:{port}. Ctrl-C ends it.", listen=listen, port=port))
    serve_desk(listen, port, processes=processes)


desk.add_command(work)
desk.add_command(hook)
desk.add_command(backup)
desk.add_command(restore)
desk.add_command(key)
desk.add_command(bank)


@desk.group()
def journal() -> None:
    """The journal: what happened at the desk, so that nobody can change the past unseen."""


@journal.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@in_folder
@click.option("--key", help="The desk's public key, 64 hexadecimal digits, for a FILE of another desk.")
@options.as_json
def verify(file: Path | None, folder: Path, key: str | None, as_json: bool) -> None:
    """Verify an exported journal FILE, offline; or without one, the journal in the desk's database."""
    installed()
    has_desk = (folder / "desk.toml").exists()
    start(folder if has_desk or file is None else None)
    from rescind.desk.management import verifying

    say = Say(as_json)
    if file is None:
        tell(verifying.verify_database(), say)
        return
    trusted = key_from(key) or verifying.known_key()
    checked, used = verifying.verify_file(file, trusted)
    tell(checked, say)
    if trusted is None:
        say.line(phrase("It was signed with the key {key}. Compare it with the desk's own.", key=used.hex()))


@journal.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@in_folder
@options.as_json
def export(file: Path, folder: Path, as_json: bool) -> None:
    """Sign the journal as it is now and write all of it to a new FILE."""
    require_sound(folder)
    from rescind.desk.management import verifying

    tell(verifying.export(file, utc_now()), Say(as_json))


def write_settings(folder: Path, name: str | None, address: str | None) -> None:
    """Write desk.toml, asking for what was not said."""
    from rescind.desk.settings import desk_file

    name = name or ask.text(phrase("What is the platform called?"), how_else="--name")
    address = address or ask.text(phrase("What is the desk's public address?"), how_else="--address")
    desk_file.write(desk_file.fresh(name, address), folder)


def first_operator(name: str | None, say: Say) -> dict[str, str]:
    """Invite the first operator when one was named; else say how to, while there is nobody."""
    from rescind.desk.flows import people
    from rescind.desk.gates import Role

    if name is None:
        if not any(one.is_active for one in people.people()):
            say.line(
                phrase(
                    "Nobody can sign in yet. Say: {command}",
                    command="rescind desk staff add NAME --role operator",
                )
            )
        return {}
    link = people.add(people.OF_THE_MACHINE, name, [Role.OPERATOR], now=utc_now())
    say.line(
        phrase("Give this link to {name}, and to nobody else. It works once, for three days:", name=name)
    )
    say.line(link)
    return {"link": link}


def key_from(written: str | None) -> bytes | None:
    """Return the key that was typed; raise UsageError when it is none."""
    if written is None:
        return None
    try:
        key = bytes.fromhex(written)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise click.UsageError(phrase("A key is 64 hexadecimal digits."))
    return key


def tell(checked: Checked, say: Say) -> None:
    """Say what a sound journal holds."""
    say.line(
        phrase(
            "The journal is as it was written. Lines: {lines}, under a signature: {signed}.",
            lines=checked.lines,
            signed=checked.signed,
        )
    )
    say.record({"lines": checked.lines, "signed": checked.signed, "digest": checked.digest})
