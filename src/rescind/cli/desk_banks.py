"""`rescind desk bank`: the lists that uploads are matched against, what each does, and what is never blocked."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.desk_folder import in_folder, require_sound
from rescind.cli.say import Say
from rescind.words import phrase

action_option = click.option(
    "--action",
    type=click.Choice(["block", "review", "count"]),
    help="What the platform is told: not to publish it, to have a person look, or nothing (it is only counted).",
)
within_option = click.option(
    "--within",
    type=click.IntRange(0, 40),
    help="By how many of 256 bits a copy may differ; 31 is the usual advice, 40 finds more to look at.",
)


@click.group()
def bank() -> None:
    """The lists that uploads are matched against. What is granted goes into the bank “decisions”."""


@bank.command("list")
@in_folder
@options.as_json
def list_banks(folder: Path, as_json: bool) -> None:
    """List the banks: what each does, how much is in it, and what was said of its matches."""
    require_sound(folder)
    from dataclasses import asdict

    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    found = banks.listed_banks(keeper())
    say = Say(as_json)
    for one in found:
        paused = None if one.paused_until is None else one.paused_until.isoformat()
        say.record({**asdict(one), "paused_until": paused})
    heads = (phrase("Bank"), phrase("Does"), phrase("Within"), phrase("Entries"), phrase("Set aside"))
    say.table(
        (*heads, phrase("Right"), phrase("Wrong"), phrase("Paused until")),
        [
            (
                one.name,
                one.action,
                str(one.within),
                str(one.entries),
                str(one.quarantined),
                str(one.confirmed),
                str(one.denied),
                "" if one.paused_until is None else f"{one.paused_until:%Y-%m-%d %H:%M}",
            )
            for one in found
        ],
    )


@bank.command("add")
@click.argument("name")
@action_option
@within_option
@in_folder
@options.as_json
def add_bank(name: str, action: str | None, within: int | None, folder: Path, as_json: bool) -> None:
    """Make the empty bank NAME. Without --action a person looks at what it matches."""
    require_sound(folder)
    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    more = {} if within is None else {"within": within}
    banks.add_bank(keeper(), name, action or "review", now=utc_now(), **more)
    Say(as_json).either(phrase("The bank is there, and empty."), {"bank": name})


@bank.command("set")
@click.argument("name")
@action_option
@within_option
@in_folder
@options.as_json
def set_bank(name: str, action: str | None, within: int | None, folder: Path, as_json: bool) -> None:
    """Change what the bank NAME does, or how near counts. It holds everywhere within a second."""
    require_sound(folder)
    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    banks.set_bank(keeper(), name, now=utc_now(), action=action, within=within)
    Say(as_json).either(phrase("The bank was changed."), {"bank": name})


@bank.command("pause")
@click.argument("name")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]),
    help="Until when nothing is matched against it (UTC).",
)
@click.option("--resume", is_flag=True, help="End the pause now.")
@in_folder
@options.as_json
def pause_bank(name: str, until: datetime | None, resume: bool, folder: Path, as_json: bool) -> None:
    """Leave the bank NAME out until a date, so that a pause cannot be forgotten."""
    if (until is None) is not resume:
        raise click.UsageError(phrase("Say either --until or --resume."))
    require_sound(folder)
    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    moment = None if until is None else until.replace(tzinfo=UTC)
    banks.pause_bank(keeper(), name, moment, now=utc_now())
    told = None if moment is None else moment.isoformat()
    sentence = phrase("The bank is asked again.") if resume else phrase("The bank is paused.")
    Say(as_json).either(sentence, {"bank": name, "paused_until": told})


@bank.command("allow")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--note", default="", help="Why; your own words, for whoever looks later.")
@in_folder
@options.as_json
def allow(file: Path, note: str, folder: Path, as_json: bool) -> None:
    """Never block the picture in FILE, whatever a bank says. Only its fingerprint is kept."""
    require_sound(folder)
    from rescind import fingerprint
    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    seen = fingerprint.of_image(file.read_bytes()[: options.MOST_BYTES + 1])
    number = banks.allow(keeper(), seen, now=utc_now(), note=note)
    Say(as_json).either(phrase("It is allowed, as number {n}.", n=number), {"number": number})


@bank.command("disallow")
@click.argument("number", type=int)
@in_folder
@options.as_json
def disallow(number: int, folder: Path, as_json: bool) -> None:
    """Take the picture with this NUMBER from the allow-list."""
    require_sound(folder)
    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    banks.disallow(keeper(), number, now=utc_now())
    Say(as_json).either(phrase("It is not on the allow-list any more."), {"number": number})


@bank.command("allowed")
@in_folder
@options.as_json
def list_allowed(folder: Path, as_json: bool) -> None:
    """List what is allowed, by number and note."""
    require_sound(folder)
    from rescind.desk.flows import banks
    from rescind.desk.management.at_machine import keeper

    found = banks.listed_allowed(keeper())
    say = Say(as_json)
    for one in found:
        say.record({"number": one.number, "note": one.note, "by": one.by, "at": one.at.isoformat()})
    say.table(
        (phrase("Number"), phrase("Note"), phrase("Who"), phrase("When")),
        [(str(one.number), one.note, one.by, f"{one.at:%Y-%m-%d}") for one in found],
    )


@bank.command("rebuild")
@in_folder
@options.as_json
def rebuild(folder: Path, as_json: bool) -> None:
    """Make the index of all banks anew from the database. The one there is answers until it is done."""
    require_sound(folder)
    from rescind.desk import shelf

    count = shelf.make_anew()
    Say(as_json).either(phrase("Pictures in the index: {n}", n=count), {"pictures": count})
