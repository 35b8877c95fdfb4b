"""Write docs/platform/duties.md from the law folders, with where the desk does each; --check only says if it is current."""

from __future__ import annotations

import sys
from pathlib import Path

from rescind.removal import Law, Unit, laws

PAGE = Path(__file__).resolve().parent.parent / "docs/platform/duties.md"
HEAD = """# What the laws ask of a platform, and where the desk does it

Written from the law folders by `tools/write_duties.py`; a test fails when it is not current. The sentences are those that
the person who asks is told. A desk does nothing by itself that a person must decide. This is research, not legal advice:
what a lawyer has not checked yet stands below each law.
"""

DONE = {
    "way-to-ask": "`/ask`: a form without account or script; `POST /v1/requests` for a request document",
    "told-plainly": "`/duties`: a page written from the same law folders; link to it from your own footer",
    "receipt": "The receipt on the screen and as a signed file, the moment the request is sent",
    "outcome": (
        "`/status`, with number and code: outcome, ground, words of the reviewer, how to complain; a mail "
        "says that there is news"
    ),
    "careful": (
        "A person decides; a refusal needs a second reader; the statement of reasons says that a program only "
        "helped to find copies"
    ),
    "who-asked": "The statement of reasons holds nothing of the asker; a test reads it for that",
    "complaint": "`/status`: complain; it stands in the queue of the leads. You keep it open for six months",
    "quick-complaint": (
        "`/status`: complain, also when time is over; it stands in the queue of the leads with a clock of its "
        "own"
    ),
    "remove": (
        "The queue by due time with alarms; **hide** at once, then **grant**: your software is told by a "
        "signed call until it answers"
    ),
    "copies": (
        "On granting, everything your software has sent through the match call is searched; a lead removes "
        "what was found with one confirmation; later uploads are matched"
    ),
    "two-grounds": "A refusal can be proposed on a ground of the law only; no other can be chosen",
    "help-to-complete": (
        "What is missing is named on the receipt and at `/status`, where it can be added; a reviewer can ask "
        "for more"
    ),
    "counter-notice": (
        "`/objection`: the uploader objects and a person answers. The desk **never** puts a picture back by "
        "itself: whether and when you must is for you and your lawyer"
    ),
}
"""Where the desk does what a duty asks; duties of one name ask the same under every law."""


def time_of(law: Law) -> str:
    """How long an answer may take."""
    amount = (
        "no number"
        if law.clock.unit is Unit.NONE
        else f"{law.clock.amount} {law.clock.unit.value.replace('_', ' ')}"
    )
    return f"**Time**: {amount}, from {law.clock.start}. {law.clock.note} ({law.clock.citation})"


def section(law: Law) -> str:
    """One law: its time, its duties, why a platform may refuse, and what is to be checked."""
    lines = [
        f"## {law.title}",
        "",
        time_of(law),
        "",
        "| what it asks | where it stands | where the desk does it |",
        "|---|---|---|",
    ]
    lines += [f"| {duty.text} | {duty.citation} | {DONE[duty.id]} |" for duty in law.duties]
    if law.grounds:
        lines += ["", "**It may refuse** because:", ""]
        lines += [f"- {ground.text} ({ground.citation})" for ground in law.grounds]
    lines += ["", "**Not checked yet**:", ""]
    return "\n".join([*lines, *(f"- {check.text}" for check in law.checks), ""])


def page() -> str:
    """The whole page, the laws that have duties of their own."""
    return "\n".join([HEAD, *(section(law) for law in laws() if law.duties)])


def main() -> int:
    """Write the page, or with --check end with 1 when it is not current."""
    if "--check" in sys.argv[1:]:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        print("current" if current else f"{PAGE.name} is not current: run python tools/write_duties.py")
        return 0 if current else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
