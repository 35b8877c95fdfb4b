"""The process `work`: which jobs it has, how often each runs, and how it ends when it is told to."""

import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from types import FrameType
from typing import Final

from rescind.desk.jobs import deliver, tend
from rescind.desk.jobs.rounds import Job, keep_running, run_each_once
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

ALIVE_EVERY: Final = 5.0
DELIVER_EVERY: Final = 1.0
SHELF_EVERY: Final = 1.0
SIGN_EVERY: Final = 600.0
MINUTE: Final = 60.0
HOUR: Final = 3600.0


class WorkFailed(DeskError):
    """Some of the jobs failed; `str()` names them, and the log says where."""


def utc_now() -> datetime:
    """Now, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def jobs(now: Callable[[], datetime]) -> list[Job]:
    """Return everything that `work` does, the most urgent first."""
    return [
        Job("alive", ALIVE_EVERY, tend.say_alive),
        Job("spool", SHELF_EVERY, tend.take_in),
        Job("shelf", SHELF_EVERY, tend.bring_shelf_up),
        Job("calls", DELIVER_EVERY, lambda _: deliver.deliver_calls(now)),
        Job("mail", DELIVER_EVERY, lambda _: deliver.deliver_mail(now)),
        Job("alarms", MINUTE, tend.warn),
        Job("forget", HOUR, tend.forget),
        Job("journal", SIGN_EVERY, tend.sign_journal),
    ]


def work(*, now: Callable[[], datetime] = utc_now) -> None:
    """Work until SIGTERM or SIGINT; what is under way is finished, and the journal signed, before it ends."""
    stop = Event()

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    keep_running(jobs(now), stop, now=now, ticks=time.monotonic)
    tend.sign_journal(now())


def work_once(*, now: Callable[[], datetime] = utc_now) -> None:
    """Do everything once that is to be done now; raise WorkFailed when a job failed."""
    if failed := run_each_once(jobs(now), now=now):
        raise WorkFailed(phrase("Not everything could be done: {jobs}.", jobs=", ".join(failed)))
