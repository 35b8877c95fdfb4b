"""`rescind due`: what was sent, what was answered, what is due when, and what the next step is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.exits import Exit
from rescind.cli.unlock import case_options
from rescind.words import long_moment, phrase, phrases

if TYPE_CHECKING:
    from rescind.removal import Request, Rung


@click.command()
@case_options
@click.option(
    "--on", "on", type=options.Moment(), help="As it will stand at that time, if nothing happens until then."
)
@click.option("--overdue", is_flag=True, help="Only those whose time is over; exit code 1 when there is one.")
@options.as_json
def due(
    case_file: Path, passphrase_file: Path | None, on: datetime | None, overdue: bool, as_json: bool
) -> int:
    """Show every request: what was sent, what was answered, what is due when, and what comes next.

    The nearest first. When the time is over, the next step is named with where to go and what to have ready;
    nothing is sent by itself. Times are in UTC.
    """
    from rescind.cli.say import Say
    from rescind.cli.unlock import opened

    say, now = Say(as_json), on or utc_now()
    with opened(case_file, passphrase_file, write=False) as box:
        requests = sorted(box.case.requests, key=nearest)
    late = [one for one in requests if is_overdue(one, now)]
    if overdue:
        requests = late
    elif not requests:
        say.line(phrase("No request was written yet. `rescind request` writes one."))
    heads = (phrase("Request"), phrase("To"), phrase("How it stands"))
    say.table(heads, [(one.id, one.operator, stands(one, now)) for one in requests])
    for one in requests:
        say.line()
        say.line(one.id)
        for line in beneath(one, now):
            say.line("    " + line)
    for line in meanwhile(requests):
        say.line(line)
    say.record({"on": now.isoformat(), "requests": [as_record(one, now) for one in requests]})
    return Exit.FOUND if overdue and late else Exit.DONE


def is_overdue(request: Request, now: datetime) -> bool:
    """Whether its time is over and nothing was done about it yet."""
    from rescind import removal

    return removal.standing(request, now, removal.law(request.law)).kind is removal.Kind.OVERDUE


def nearest(request: Request) -> tuple[bool, datetime]:
    """Sort key: the ones with a due time first, nearest first, then by when they were made."""
    return request.due_at is None, request.due_at or request.made_at


def sentence(request: Request, now: datetime) -> str:
    """How one request stands, in a line."""
    return f"{request.id}  {request.operator}  {stands(request, now)}"


def stands(request: Request, now: datetime) -> str:
    """How it stands, in a few words."""
    from rescind import removal
    from rescind.removal import Kind, Returned

    found = removal.standing(request, now, removal.law(request.law))
    due_at, left = request.due_at, found.left
    if found.kind in (Kind.RUNNING, Kind.SOON) and due_at and left is not None:
        return phrase("due {when}, {left} left", when=long_moment(due_at), left=span(left))
    if found.kind is Kind.OVERDUE and due_at and left is not None:
        return phrase("overdue since {when}, for {left}", when=long_moment(due_at), left=span(-left))
    is_back = bool(request.history) and isinstance(request.history[-1], Returned)
    plain = {
        Kind.NOT_SENT: phrase("a copy is back; send it again")
        if is_back
        else phrase("written, not sent yet"),
        Kind.NO_NUMBER: phrase("sent; the law gives no number of hours"),
        Kind.REFUSED: phrase("refused"),
        Kind.GONE: phrase("gone"),
        Kind.WITHDRAWN: phrase("withdrawn"),
    }
    return plain[found.kind]


def span(time: timedelta) -> str:
    """A length of time in days and hours, or minutes when it is short."""
    minutes = int(time.total_seconds() // 60)
    days, hours = divmod(minutes // 60, 24)
    if days > 3:
        return phrases("{n} day", "{n} days", days)
    if minutes >= 60:
        return phrases("{n} hour", "{n} hours", days * 24 + hours)
    return phrases("{n} minute", "{n} minutes", minutes)


def beneath(request: Request, now: datetime) -> list[str]:
    """The lines under a request: what happened, and what can be done next or beside it."""
    from rescind import removal
    from rescind.removal import State

    law = removal.law(request.law)
    lines = [f"{long_moment(event.at)}: {happened(event)}" for event in request.history]
    step = removal.standing(request, now, law).rung
    if step:
        lines.append(phrase("Next step: {text}", text=phrase(step.text)))
        lines.append(phrase("Ready to use: rescind next {id}", id=request.id))
    if request.state is State.DRAFT:
        lines.append(phrase("When you have sent it: rescind sent {id}", id=request.id))
    return lines


def meanwhile(requests: Sequence[Request]) -> list[str]:
    """What can be done at the same time for every request that is open, each thing once."""
    from rescind import removal
    from rescind.removal import State

    unfinished = [one for one in requests if one.state not in (State.GONE, State.WITHDRAWN)]
    rungs = {rung.id: rung for one in unfinished for rung in removal.alongside(one, removal.law(one.law))}
    return [
        phrase("At the same time: {text}", text=" ".join(rung_lines(rung)[:2])) for rung in rungs.values()
    ]


def rung_lines(rung: Rung) -> list[str]:
    """A next step: what, where, and what to have ready."""
    lines = [phrase(rung.text)]
    if rung.link:
        lines.append(rung.link)
    if rung.needs:
        lines.append(phrase("Have ready: {things}", things="; ".join(phrase(need) for need in rung.needs)))
    return lines


def happened(event: object) -> str:
    """What an event says, in words, with what was written with it."""
    names = {
        "Sent": phrase("sent"),
        "Received": phrase("they have it"),
        "Incomplete": phrase("they say something is missing"),
        "Granted": phrase("they will remove it"),
        "Refused": phrase("refused"),
        "Gone": phrase("gone"),
        "Returned": phrase("a copy is back; send it again"),
        "Chased": phrase("next step taken"),
        "Withdrawn": phrase("withdrawn"),
    }
    said = [text for text in getattr(event, "words", ()) if text]
    return names[type(event).__name__] + (f" ({'; '.join(said)})" if said else "")


def as_record(request: Request, now: datetime) -> dict[str, Any]:
    """One request for a program: where it stands and what is next."""
    from rescind import removal

    law = removal.law(request.law)
    found = removal.standing(request, now, law)
    return {
        "id": request.id,
        "operator": request.operator,
        "law": request.law,
        "state": request.state.value,
        "standing": found.kind.value,
        "places": len(request.places),
        "since": request.since.isoformat() if request.since else None,
        "due_at": request.due_at.isoformat() if request.due_at else None,
        "hours_left": round(found.left / timedelta(hours=1), 2) if found.left is not None else None,
        "history": [
            {"what": type(event).__name__.lower(), "at": event.at.isoformat(), "words": list(event.words)}
            for event in request.history
        ],
        "next": {
            "id": found.rung.id,
            "text": found.rung.text,
            "link": found.rung.link,
            "needs": list(found.rung.needs),
        }
        if found.rung
        else None,
        "at_the_same_time": [
            {"id": rung.id, "text": rung.text, "link": rung.link} for rung in removal.alongside(request, law)
        ],
    }
