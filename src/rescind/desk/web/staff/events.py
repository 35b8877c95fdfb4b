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
    "set_apart": noted("Set apart: somebody may be under 18"),
    "reported": noted("Reported"),
    "held": noted("A hold was set"),
    "minors_closed": noted("Closed"),
    "closed": noted("Closed"),
    "opened_again": noted("Opened again"),
    "forgetting_set": noted("The day of forgetting was set"),
    "person_invited": noted("Somebody was invited"),
    "person_roles_set": noted("Somebody's roles were changed"),
    "person_begins_anew": noted("Somebody begins anew"),
    "person_ended": noted("Somebody was let go"),
    "hook_added": noted("A hook was added"),
    "hook_moved": noted("A hook was moved"),
    "hook_ended": noted("A hook was ended"),
    "key_made": noted("A key was made"),
    "key_rotated": noted("A key was exchanged"),
    "key_ended": noted("A key was ended"),
    "bank_made": noted("A bank was made"),
    "bank_changed": noted("A bank was changed"),
    "bank_paused": noted("A bank was paused"),
    "picture_allowed": noted("A picture was allowed"),
    "picture_disallowed": noted("A picture is allowed no more"),
    "entry_quarantined": noted("An entry was set aside"),
    "entry_released": noted("An entry counts again"),
    "entry_kept_out": noted("An entry was taken out"),
    "sent_again": noted("Something was sent again"),
    "desk_made_ready": noted("The desk was made ready"),
    "misuse_lifted": noted("A warning was taken back"),
    "objected": noted("The uploader objected"),
    "due_soon": noted("An alarm was given"),
    "overdue": noted("The time was over"),
}


def words(event: str) -> str:
    """Return the event in words; its own name for one that has none."""
    known = WORDS.get(event)
    return phrase(known) if known else event
