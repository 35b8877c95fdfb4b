"""The next step of a request whose time is over or that was refused, as a text ready to use. Nothing is sent."""

from __future__ import annotations

from datetime import datetime

from rescind.removal import Event, Granted, Law, Refused, Request, Returned, Rung, Sent
from rescind.words import long_moment, phrase


def text_for(request: Request, law: Law, rung: Rung, now: datetime) -> str:
    """A page for one next step: where it goes, what to have ready, and words to use there.

    It tells the course of the request from its own history. It holds no picture, no fingerprint, and no name but the
    asker's own.
    """
    lines = [phrase(rung.text)]
    if rung.link:
        lines.append(rung.link)
    if rung.needs:
        lines += ["", phrase("Have ready:"), *(f"- {phrase(need)}" for need in rung.needs)]
    lines += ["", phrase("Words you can use:"), "", *_account(request, law, now), ""]
    return "\n".join(lines)


def _account(request: Request, law: Law, now: datetime) -> list[str]:
    sent = [event.at for event in this_round(request) if isinstance(event, Sent)]
    lines = [
        phrase(
            "I asked {operator} to remove intimate pictures that were published without consent.",
            operator=request.operator,
        ),
        phrase(
            "My request has the number {id}. It rests on: {citations}.",
            id=request.id,
            citations="; ".join(law.citations),
        ),
    ]
    if sent:
        lines.append(phrase("I sent it on {when}.", when=long_moment(sent[-1])))
    lines.append(_answer(request, now))
    lines.append(phrase("The pictures are or were at:"))
    lines += [f"- {_where(place.page, place.file)}" for place in request.places]
    return [*lines, "", request.asker.name, request.asker.contact]


def this_round(request: Request) -> tuple[Event, ...]:
    """What happened since a copy last came back; everything, when none did."""
    history = request.history
    returns = [place for place, event in enumerate(history) if isinstance(event, Returned)]
    return history[returns[-1] + 1 :] if returns else history


def _answer(request: Request, now: datetime) -> str:
    answers = [event for event in this_round(request) if isinstance(event, Refused | Granted)]
    match answers[-1:]:
        case [Refused() as refusal]:
            ground = f" ({refusal.ground})" if refusal.ground else ""
            return phrase("They refused on {when}{ground}.", when=long_moment(refusal.at), ground=ground)
        case [Granted() as yes]:
            return phrase(
                "They said on {when} that they would remove them, and did not.", when=long_moment(yes.at)
            )
    if request.due_at and request.due_at < now:
        return phrase(
            "The time the law gives them ended on {when}, and the pictures were not removed.",
            when=long_moment(request.due_at),
        )
    return phrase("The pictures were not removed so far.")


def _where(page: str, file: str | None) -> str:
    return f"{page}  {file}" if file and file != page else page
