"""Runs jobs, each in its own rhythm; one that fails is logged, and the others go on.

The rhythm is kept by a clock that only goes forward; what a job is told is the time of day, which may jump.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from django.db import close_old_connections, connections

LOG: Final = logging.getLogger("rescind.desk.work")


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do every so many seconds."""

    name: str
    every: float
    run: Callable[[datetime], object]


class Waiting(Protocol):
    """What is waited on between rounds, such as an Event that a signal sets."""

    def wait(self, timeout: float) -> bool:
        """Return true when it is time to stop, at the latest after so many seconds."""
        ...

    def is_set(self) -> bool:
        """Say whether it is time to stop."""
        ...


def keep_running(
    jobs: Sequence[Job], stop: Waiting, *, now: Callable[[], datetime], ticks: Callable[[], float]
) -> None:
    """Run every job in its rhythm until it is time to stop; a job that has begun is let end."""
    due = dict.fromkeys((job.name for job in jobs), ticks())
    with ThreadPoolExecutor(1) as pool:
        while not stop.is_set():
            for job in jobs:
                if not stop.is_set() and due[job.name] <= ticks():
                    run(job, pool, now)
                    due[job.name] = ticks() + job.every
            stop.wait(max(0.05, min(due.values()) - ticks()))
        pool.submit(connections.close_all).result()


def run_each_once(jobs: Sequence[Job], *, now: Callable[[], datetime]) -> list[str]:
    """Run every job once and return the names of those that failed."""
    with ThreadPoolExecutor(1) as pool:
        failed = [job.name for job in jobs if not run(job, pool, now)]
        pool.submit(connections.close_all).result()
    return failed


def run(job: Job, pool: ThreadPoolExecutor, now: Callable[[], datetime]) -> bool:
    """Run a job and say whether it went well. Whatever went wrong, mistakes of ours too, is logged without its words."""
    error = pool.submit(_run, job, now).exception()
    if error is not None:
        LOG.getChild(job.name).error("failed", exc_info=error)
    return error is None


def _run(job: Job, now: Callable[[], datetime]) -> None:
    close_old_connections()
    job.run(now())
