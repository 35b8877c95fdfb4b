"""`rescind sent` and `rescind answer`: what the person did, and what a place answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.unlock import case_options

if TYPE_CHECKING:
    from rescind.removal import Event, Law, Request

ANSWERS = ("received", "incomplete", "granted", "refused", "gone")


@click.command()
@click.argument("number", metavar="ID")
@case_options
@options.at
@options.as_json
def sent(
    number: str, case_file: Path, passphrase_file: Path | None, at: datetime | None, as_json: bool
) -> None:
    """Note that you sent request ID. From then its time runs. Say it again with --at to put the time right.

    \b
    Example:
      rescind sent 2026-1124-7Q4KM --at 2026-11-24T21:15
    """
    from rescind.person.requests import sent_at

    _note(number, sent_at, case_file, passphrase_file, at, as_json)


@click.command()
@click.argument("number", metavar="ID")
@click.argument("what", type=click.Choice(ANSWERS))
@click.option("--words", default="", help="What they wrote, in short: what is missing, or why they refuse.")
@case_options
@options.at
@options.as_json
def answer(
    number: str,
    what: str,
    words: str,
    case_file: Path,
    passphrase_file: Path | None,
    at: datetime | None,
    as_json: bool,
) -> None:
    """Note what a place answered to request ID.

    `received`: they have it. `incomplete`: they say something is missing. `granted`: they will remove it.
    `refused`: they will not. `gone`: they say it is gone (rescind check --again looks for itself).

    \b
    Example:
      rescind answer 2026-1124-7Q4KM refused --words "they say it is not me"
    """
    from rescind.removal import advance

    def answered(request: Request, at: datetime, law: Law) -> Request:
        return advance(request, event_for(what, at, words), law)

    _note(number, answered, case_file, passphrase_file, at, as_json)


def event_for(what: str, at: datetime, words: str) -> Event:
    """The event an answer is."""
    from rescind.removal import Gone, Granted, Incomplete, Received, Refused

    match what:
        case "received":
            return Received(at, by=words)
        case "incomplete":
            return Incomplete(at, what=(words,) if words else ())
        case "granted":
            return Granted(at)
        case "refused":
            return Refused(at, ground=words)
        case _:
            return Gone(at)


def _note(
    number: str,
    step: Callable[[Request, datetime, Law], Request],
    case_file: Path,
    passphrase_file: Path | None,
    at: datetime | None,
    as_json: bool,
) -> None:
    from rescind import removal
    from rescind.cli.due import as_record, sentence
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened
    from rescind.person.case import replace_request
    from rescind.person.requests import request_with

    say, now = Say(as_json), utc_now()
    with opened(case_file, passphrase_file) as box:
        request = request_with(box.case, number)
        after = step(request, at or now, removal.law(request.law))
        box.save(replace_request(box.case, after))
    say.either(sentence(after, now), as_record(after, now))
