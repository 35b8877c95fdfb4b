"""Grants requests in children that are killed before their first, second, third … statement, and checks what is left.

Run as a program, with the desk's folder: children are forked, and only a process without threads may do that. It prints
the numbers that must have reached the platform, one a line.
"""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rescind import fingerprint
from rescind.desk.management.starting import start

start(Path(sys.argv[1]))

from django.db import connection, connections  # noqa: E402 - only when Django is set up

from rescind.desk import outbox, shelf  # noqa: E402
from rescind.desk.flows import decide  # noqa: E402
from rescind.desk.flows.receive import receive  # noqa: E402
from rescind.desk.gates import Role, Staff  # noqa: E402
from rescind.desk.jobs import tend  # noqa: E402
from rescind.desk.jobs.deliver import deliver_calls  # noqa: E402
from rescind.desk.management import verifying  # noqa: E402
from rescind.desk.outbox.claiming import LEASE  # noqa: E402
from rescind.desk.records import copies  # noqa: E402
from rescind.desk.records.models import BankEntry, Owed, Place, RequestRow  # noqa: E402
from rescind.removal import document  # noqa: E402

SAMPLE = Path(__file__).parent.parent / "samples" / "images" / "base-coffee.jpg"
REVIEWER = Staff("rana", frozenset({Role.REVIEWER}))
MOST = 500


def now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def much_later() -> datetime:
    return now() + 2 * LEASE


def received(template: bytes, seen: copies.Copy, count: int) -> str:
    """Return the number of a request that came in, and whose place was looked at."""
    request = replace(document.read(template), id=f"r-{count}", reason=f"picture {count}")
    number = receive(request, now=now()).number
    row = RequestRow.objects.get(number=number)
    copies.keep(Place.objects.get(request=row, position=0), row, seen).save()
    return number


def is_killed(before: int, act: Callable[[], object]) -> bool:
    """Act in a child that is killed before that statement; say whether it came to it."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        count = 0

        def counting(execute: Any, *given: Any) -> Any:
            nonlocal count
            count += 1
            if count == before:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(*given)

        with connection.execute_wrapper(counting):
            act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "it failed in another way"
    return os.WIFSIGNALED(status)


def check(number: str) -> None:
    """A request is granted with all that belongs to it, or it is not and there is nothing."""
    row = RequestRow.objects.get(number=number)
    whole = int(row.state == "granted")
    assert row.state in ("running", "granted")
    assert Owed.objects.filter(kind=outbox.REMOVE, subject=number).count() == whole
    assert BankEntry.objects.filter(decided_on=row).count() == whole
    verifying.verify_database()


def main() -> None:
    template, content = Path(sys.argv[2]).read_bytes(), SAMPLE.read_bytes()
    seen = copies.Copy(fingerprint.of_image(content), hashlib.sha256(content).digest(), "same", 2)
    numbers: list[str] = []

    def act() -> None:
        decide.grant(REVIEWER, numbers[-1], now=now())
        deliver_calls(now)
        tend.sign_journal(now())

    for before in range(1, MOST):
        numbers.append(received(template, seen, before))
        killed = is_killed(before, act)
        check(numbers[-1])
        if RequestRow.objects.get(number=numbers[-1]).state == "running":
            decide.grant(REVIEWER, numbers[-1], now=now())
        if not killed:
            break
    deliver_calls(much_later)
    shelf.bring_up()
    assert not Owed.objects.filter(kind=outbox.REMOVE, done_at=None).exists()
    assert BankEntry.objects.filter(indexed=False).count() == 0
    verifying.verify_database()
    sys.stdout.write("\n".join(numbers))


if __name__ == "__main__":
    main()
