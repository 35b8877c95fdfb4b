"""What happened, as a line of the history says it."""

from typing import Final

from rescind.words import noted, phrase

WORDS: Final = {
    "received": noted("The request came in"),
    "opened": noted("Opened"),
    "copy_compared": noted("The platform's copy was compared"),
    "picture_opened": noted("A picture was shown"),
    "hide_decided": noted("Hidden"),
    "show_decided": noted("Shown again"),
    "granted": noted("Granted"),
    "refusal_proposed": noted("A refusal was proposed"),
    "refusal_turned_down": noted("The proposed refusal was turned down"),
    "refused": noted("Refused"),
    "refusal_upheld": noted("The refusal stands after a complaint"),
    "asked_for_more": noted("Asked for what is missing"),
    "completed": noted("What was missing came in"),
    "answered": noted("A message was sent"),
    "asker_wrote": noted("The asker wrote"),
    "complained": noted("The asker complained"),
    "withdrawn": noted("The asker took it back"),
    "gone": noted("Confirmed to be gone"),
    "copies_found": noted("Further copies were searched for"),
    "copies_removed": noted("Further copies are to be removed"),
    "asker_warned": noted("The asker was warned"),
    "asker_set_aside": noted("The asker's requests were set aside"),
    "objection_answered": noted("An objection was answered"),
    "reported": noted("Reported"),
    "held": noted("A hold was set"),
    "minors_closed": noted("Closed"),
    "closed": noted("Closed"),
    "opened_again": noted("Opened again"),
    "forgetting_set": noted("The day of forgetting was set"),
    "due_soon": noted("An alarm was given"),
    "overdue": noted("The time was over"),
}


def words(event: str) -> str:
    """Return the event in words; its own name for one that has none."""
    known = WORDS.get(event)
    return phrase(known) if known else event
