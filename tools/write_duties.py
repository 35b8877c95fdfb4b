"""Write docs/platform/duties.md from the law folders; with --check only say whether it is current."""

from __future__ import annotations

import sys
from pathlib import Path

from rescind.removal import Law, Unit, laws

PAGE = Path(__file__).resolve().parent.parent / "docs/platform/duties.md"
HEAD = """# What the laws ask of a platform

Written from the law folders by `tools/write_duties.py`; a test fails when it is not current. The sentences are those that
the person who asks is told. This is research, not legal advice: what a lawyer has not checked yet stands below each law.
"""


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
    lines = [f"## {law.title}", "", time_of(law), "", "| what it asks | where it stands |", "|---|---|"]
    lines += [f"| {duty.text} | {duty.citation} |" for duty in law.duties]
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
