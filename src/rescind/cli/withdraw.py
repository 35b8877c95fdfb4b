"""`rescind case withdraw`: take back requests, or what an adviser was allowed to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.unlock import case_options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.person.case import Case


@click.command()
@click.argument("numbers", metavar="[ID]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Take back every request that is open.")
@click.option(
    "--authority",
    is_flag=True,
    help="The person shown took back what they allowed you to do: no further request can be written for them.",
)
@options.papers
@case_options
@options.as_json
def withdraw(
    numbers: tuple[str, ...],
    everything: bool,
    authority: bool,
    out: Path,
    case_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Take requests back. For each, writes a short letter to send; what was sent already cannot be called back."""
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened

    if not (numbers or everything or authority) or (numbers and everything):
        raise click.UsageError(phrase("Say which requests to take back, or --all, or --authority."))
    say, now = Say(as_json), utc_now()
    records: list[dict[str, str]] = []
    with opened(case_file, passphrase_file) as box:
        after = without_authority(box.case, now) if authority else box.case
        if numbers or everything:
            after, records = withdrawn(after, numbers, out, now)
        box.save(after)
    if authority:
        say.line(
            phrase(
                "Noted: from today you no longer act for the person shown. Sent requests stay until taken back."
            )
        )
    if everything and not records:
        say.line(phrase("There is nothing to take back."))
    for record in records:
        say.line(phrase("Request {id} is taken back.", id=record["id"]))
        if record["letter"]:
            say.line("    " + phrase("Letter to send: {file}", file=record["letter"]))
    say.record({"withdrawn": records, "authority_withdrawn": authority})


def withdrawn(
    case: Case, numbers: Sequence[str], out: Path, now: datetime
) -> tuple[Case, list[dict[str, str]]]:
    """The case with the requests taken back (all open ones when `numbers` is empty), and a letter for each that was sent."""
    from rescind import removal
    from rescind.cli.papers import withdrawal
    from rescind.person.case import replace_request
    from rescind.person.requests import OPEN, request_with
    from rescind.removal import State, Withdrawn

    # What is gone stays asked for: taking that back could be read as leave to put it up again.
    chosen = [request_with(case, number) for number in numbers] or [
        one for one in case.requests if one.state in OPEN
    ]
    records = []
    for one in chosen:
        case = replace_request(case, removal.advance(one, Withdrawn(now), removal.law(one.law)))
        letter = "" if one.state is State.DRAFT and not one.history else str(withdrawal(one, out, now))
        records.append({"id": one.id, "letter": letter})
    return case, records


def without_authority(case: Case, now: datetime) -> Case:
    """The case whose asker may no longer act for the person shown. Raises Trouble when they never did for another."""
    from rescind.cli.say import Trouble
    from rescind.person.case import set_asker

    asker = case.asker
    if asker is None or asker.authority is None:
        raise Trouble(
            phrase("Nobody's permission is noted in this file: there is nothing of that kind to take back.")
        )
    return set_asker(case, replace(asker, authority=replace(asker.authority, withdrawn=now.date())))
