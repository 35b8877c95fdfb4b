"""Which questions the form asks, in which order: only those that the answers so far call for."""

from enum import StrEnum
from typing import Final

from rescind.desk.flows.answers import Answers, is_minors, law_of, wanted
from rescind.removal import Role


class Screen(StrEnum):
    """One question, or one thing to read; each has a template of its own."""

    AGE = "age"
    CODE = "code"
    YOUNG = "young"
    LAW = "law"
    CAUTION = "caution"
    WHO = "who"
    PERMISSION = "permission"
    PLACES = "places"
    DECLARATIONS = "declarations"
    NAME = "name"
    CONTACT = "contact"
    POSTAL = "postal"
    PHONE = "phone"
    REASON = "reason"
    REVIEW = "review"


FOR_THE_YOUNG: Final = (
    Screen.AGE,
    Screen.CODE,
    Screen.YOUNG,
    Screen.PLACES,
    Screen.CONTACT,
    Screen.REVIEW,
)
"""A report about somebody under 18 asks for no more than where it is and how to reach whoever tells."""


def screens_of(answers: Answers) -> tuple[Screen, ...]:
    """Return the screens that these answers lead through."""
    if is_minors(answers):
        return FOR_THE_YOUNG
    left_out = _left_out(answers)
    return tuple(one for one in Screen if one not in left_out)


def _left_out(answers: Answers) -> set[Screen]:
    facts = wanted(answers)
    asked_when = {
        Screen.YOUNG: False,
        Screen.CAUTION: not law_of(answers).automatic,
        Screen.PERMISSION: answers.role == Role.AUTHORISED.value,
        Screen.POSTAL: "postal" in facts,
        Screen.PHONE: "phone" in facts,
    }
    return {screen for screen, is_asked in asked_when.items() if not is_asked}


def after(screen: Screen, answers: Answers) -> Screen:
    """Return the screen that follows; the last one follows itself."""
    return _beside(screen, answers, 1)


def before(screen: Screen, answers: Answers) -> Screen:
    """Return the screen that comes before; the first one comes before itself."""
    return _beside(screen, answers, -1)


def _beside(screen: Screen, answers: Answers, by: int) -> Screen:
    order = screens_of(answers)
    # A screen that is asked no longer (the law was changed meanwhile) counts as where it stands in the whole order.
    at = (
        order.index(screen)
        if screen in order
        else sum(one in order for one in list(Screen)[: list(Screen).index(screen)]) - (by > 0)
    )
    return order[min(max(at + by, 0), len(order) - 1)]


def named(name: str) -> Screen | None:
    """Return the screen of this name; None when there is none."""
    return Screen(name) if name in set(Screen) else None
