"""A stand-in for the person who decides, so that the demo ends by itself: it says so, and in earnest nobody uses it.

    python -m demo.reviewer FOLDER NUMBER

It hides every place of the request, has the platform's own copy at each compared as a reviewer's page does, grants, and
then has the further copies removed that the platform knew of.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from rescind.desk.management.starting import start


def review(number: str) -> None:
    """Look, decide, and say what was done."""
    from rescind.desk.flows.decide import grant, hide
    from rescind.desk.flows.fetch_copy import NotSeen, fetch_copy
    from rescind.desk.flows.find_copies import find_copies, remove_copies
    from rescind.desk.gates import Role, Staff
    from rescind.desk.records.models import Place

    staff = Staff("stand-in", frozenset({Role.REVIEWER, Role.LEAD}))
    print("I am a program that stands in for a reviewer. In earnest a person looks and decides.")
    hide(staff, number, now=datetime.now(UTC))
    positions = Place.objects.filter(request__number=number).values_list("position", flat=True)
    looked_at = 0
    for position in positions:
        with suppress(NotSeen):
            fetch_copy(staff, number, position, now=datetime.now(UTC), shown=False)
            looked_at += 1
    print(
        f"Hidden at once. Places named: {len(positions)}; there the platform's own copy was looked at: {looked_at}."
    )
    grant(staff, number, now=datetime.now(UTC))
    find_copies(staff, number, now=datetime.now(UTC))
    removed = remove_copies(staff, number, now=datetime.now(UTC))
    print(f"Granted. Further copies that the platform knew of and removes: {removed}.")


if __name__ == "__main__":
    start(Path(sys.argv[1]))
    review(sys.argv[2])
