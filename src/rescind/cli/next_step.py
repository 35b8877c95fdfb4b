"""`rescind next`: the next step of a request, written ready to use."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.unlock import case_options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.removal import Law, Request, Rung


@click.command(name="next")
@click.argument("number", metavar="ID")
@click.option("--step", help="Another step than the first one, by its name as `rescind due --json` gives it.")
@click.option("--taken", is_flag=True, help="Note that you took this step; then the one after it comes up.")
@options.papers
@case_options
@options.at
@options.as_json
def next_step(
    number: str,
    step: str | None,
    taken: bool,
    out: Path,
    case_file: Path,
    passphrase_file: Path | None,
    at: datetime | None,
    as_json: bool,
) -> None:
    """Write the next step of request ID when its time is over or it was refused: where to go, and words to use.

    Nothing is sent. When you did it, say so with --taken.
    """
    from rescind import removal
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened
    from rescind.person.case import replace_request
    from rescind.person.requests import request_with
    from rescind.removal import Chased

    say, now = Say(as_json), utc_now()
    with opened(case_file, passphrase_file, write=taken) as box:
        request = request_with(box.case, number)
        law = removal.law(request.law)
        rung = chosen(request, law, step, now)
        if taken:
            box.save(
                replace_request(box.case, removal.advance(request, Chased(at or now, rung=rung.id), law))
            )
    if taken:
        say.either(phrase("Noted."), {"id": request.id, "step": rung.id, "taken": True})
        return
    path = write(request, law, rung, out, now)
    say.line(phrase(rung.text))
    say.line(phrase("Ready to use: {file}", file=path))
    say.line(phrase("When you did it: rescind next {id} --taken", id=request.id))
    say.record({"id": request.id, "step": rung.id, "link": rung.link, "file": str(path)})


def chosen(request: Request, law: Law, step: str | None, now: datetime) -> Rung:
    """The step named, else the next one. Raises Trouble when there is none yet."""
    from rescind import removal
    from rescind.cli.say import Trouble

    if step is not None:
        for rung in law.rungs:
            if rung.id == step:
                return rung
        names = ", ".join(rung.id for rung in law.rungs)
        raise Trouble(phrase("This law has no such step. It has: {names}", names=names))
    found = removal.standing(request, now, law).rung
    if found is None:
        raise Trouble(phrase("No next step is due for this request. `rescind due` says how it stands."))
    return found


def write(request: Request, law: Law, rung: Rung, out: Path, now: datetime) -> Path:
    """Write the step's page beside the request's papers, and return its path."""
    from rescind.cli.papers import make_private, put
    from rescind.person.next_step import text_for

    folder = out / request.id
    make_private(folder)
    path = folder / f"next-{rung.id}.txt"
    put(path, text_for(request, law, rung, now).encode())
    return path
