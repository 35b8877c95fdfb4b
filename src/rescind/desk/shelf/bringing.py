"""Brings an index up to what the database says, one process at a time; makes it anew from there when it was lost or torn.

Until a new one is whole there is none at its place, so that whoever asks meanwhile is told "not ready".
"""

import logging
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.db.models import Manager, Q
from filelock import FileLock

from rescind import match
from rescind.desk.records.sealing import NotOpened
from rescind.desk.shelf import opening
from rescind.desk.shelf.opening import NotReady

LOG: Final = logging.getLogger("rescind.desk.shelf")
AT_ONCE: Final = 200
LOOK_AGAIN: Final = 0.01
"""Seconds between two looks at whether it is this process's turn."""

BROKEN: Final = (NotReady, match.TornIndex, match.DamagedIndex, match.NotAnIndex, match.NewerIndex)
"""Why an index is made anew. A full disk or missing rights are no reason: they would stop that too."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Rows of one table that belong into an index while `wanted` holds (None: as long as they are there at all); their
    `indexed` says whether they are in it.

    `enter` puts a row in under the picture's number that `number` gives for its key.
    """

    rows: Manager[Any]
    wanted: Q | None
    number: Callable[[int], int]
    enter: Callable[[match.Index, Any], None]


def bring_up(name: str, stocks: Sequence[Stock]) -> int:
    """Put in what is wanted and not there, take out what is there and not wanted; return how many rows moved.

    What another process was doing is done when this returns. Raises IndexFilesError for a disk that is full.
    """
    with one_at_a_time(name):
        try:
            index = opening.index(name)
            return sum(_brought_up(index, stock) for stock in stocks)
        except BROKEN as error:
            if any(stock.rows.filter(indexed=True).exists() for stock in stocks):
                LOG.warning("an index was lost or torn and is made anew", exc_info=error)
            return _made_anew(name, stocks)


def make_anew(name: str, stocks: Sequence[Stock]) -> int:
    """Make the index anew from the database, whatever it is like; return how many rows are in it."""
    with one_at_a_time(name):
        return _made_anew(name, stocks)


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Wait until no other process or thread changes the index of that name, and keep others from it."""
    path = opening.path_of(name)
    with FileLock(path.with_name(path.name + ".lock"), mode=0o600).acquire(poll_interval=LOOK_AGAIN):
        yield


def _brought_up(index: match.Index, stock: Stock) -> int:
    moved = 0
    lacking = stock.rows.filter(indexed=False)
    for some in _in_pieces(lacking if stock.wanted is None else lacking.filter(stock.wanted)):
        moved += _entered(index, stock, some)
    if stock.wanted is None:
        return moved
    for some in _in_pieces(stock.rows.filter(~stock.wanted, indexed=True)):
        for row in some:
            match.withdraw(index, stock.number(row.pk))
        moved += stock.rows.filter(pk__in=[row.pk for row in some]).update(indexed=False)
    return moved


def _entered(index: match.Index, stock: Stock, rows: Sequence[Any]) -> int:
    """Put rows in, and say so in the table; one that does not open is passed over, and the log says that."""
    done = []
    for row in rows:
        match.withdraw(index, stock.number(row.pk))  # half of it may be there from a process that died
        try:
            stock.enter(index, row)
        except NotOpened as error:
            LOG.error("a record does not open", exc_info=error)
            continue
        done.append(row.pk)
    return stock.rows.filter(pk__in=done).update(indexed=True)


def _made_anew(name: str, stocks: Sequence[Stock]) -> int:
    path = opening.path_of(name)
    opening.forget(name)
    new, old = (path.with_name(f"{path.name}.{word}") for word in ("new", "old"))
    _remove(new)
    with transaction.atomic():
        for stock in stocks:
            stock.rows.filter(indexed=True).update(indexed=False)
    with match.Index.open(new) as made:
        count = sum(_brought_up(made, stock) for stock in stocks)
    _remove(old)
    if path.exists():
        path.rename(old)
    new.rename(path)
    _remove(old)
    return count


def _in_pieces(rows: Any) -> Iterator[list[Any]]:
    """Yield the rows by ascending key, some at once; rows that were passed over do not come again."""
    last = 0
    while piece := list(rows.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield piece
        last = piece[-1].pk


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
