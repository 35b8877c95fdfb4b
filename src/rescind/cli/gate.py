"""The age question, before anything is fingerprinted or kept, and the guide for when the answer is no."""

from __future__ import annotations

from rescind.cli import ask, say
from rescind.words import phrase

OPTION = "--all-adults"


class UnderEighteen(Exception):
    """Somebody shown was under 18. The text says what happens now and who may lawfully help."""


def ask_age(all_adults: bool, *, keeps: bool) -> None:
    """Let pass only when everyone shown was 18 or over in every picture. Raises UnderEighteen.

    Asks at a terminal, or takes the next piped line. With neither, a command that keeps something (`keeps`)
    raises NotAnswered; one that keeps nothing states the condition of its use and goes on, so that it can stand in a pipe.
    """
    if all_adults:
        return
    if not keeps and not ask.on_terminal() and not ask.has_piped_answer():
        say.remark(
            phrase(
                "Only for pictures in which everyone shown was 18 or over. "
                "If anyone was younger, stop here: rescind help under-18"
            )
        )
        return
    if ask.on_terminal():
        say.remark(phrase("One question first. It decides who may lawfully help."))
    question = phrase("Was everyone shown 18 or over when the pictures were made?")
    if not ask.yes(question, how_else=OPTION):
        raise UnderEighteen(stop_text())


def stop_text() -> str:
    """What a person reads when somebody shown was under 18."""
    from rescind.cli.guide import service_lines
    from rescind.person import places_to_go

    lines = [
        phrase("We stop here. Nothing was fingerprinted and nothing was kept."),
        phrase(
            "You did nothing wrong. Pictures of someone under 18 may only be handled by these services, "
            "and they are good at it."
        ),
        phrase("Do not copy, send or screenshot the pictures, not even as proof."),
        "",
        *(f"  {line}" for place in places_to_go.under_18() for line in service_lines(place)),
        "",
        phrase("In danger right now? Call your emergency number."),
    ]
    return "\n".join(lines)
