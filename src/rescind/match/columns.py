"""Many entries at once, as three columns: ids (u64), prints (32 bytes each) and tags (u16)."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rescind.match.errors import IdTaken, NotAFingerprint, NotAnEntry
from rescind.match.journal import ADD, DISCARD, RECORD, Records
from rescind.match.values import PRINT_BYTES


@dataclass(frozen=True, slots=True)
class Columns:
    """Entries by ascending id, no id twice."""

    ids: NDArray[np.uint64]
    prints: NDArray[np.void]
    tags: NDArray[np.uint16]

    def __len__(self) -> int:
        return len(self.ids)


def columns_of(ids: Sequence[int], prints: object, tags: int | Sequence[int]) -> Columns:
    """Bring what was given into columns. `prints` is a sequence of 32 bytes each, or one buffer of them all.

    Raises IdTaken for an id given twice, NotAFingerprint, NotAnEntry.
    """
    numbers, rows = _numbers(ids, "Q"), _rows(prints)
    marks = _numbers([tags], "H").repeat(len(numbers)) if isinstance(tags, int) else _numbers(tags, "H")
    if not len(numbers) == len(rows) == len(marks):
        raise NotAnEntry
    if not (numbers[1:] > numbers[:-1]).all():
        order = np.argsort(numbers, kind="stable")
        numbers, rows, marks = numbers[order], rows[order], marks[order]
        if (numbers[1:] == numbers[:-1]).any():
            raise IdTaken
    return Columns(numbers, rows, marks)


def records_of(columns: Columns) -> Records:
    """Return the journal records that add these entries."""
    records = np.zeros(len(columns), RECORD)
    records["id"], records["bits"], records["tag"] = columns.ids, columns.prints, columns.tags
    records["kind"] = ADD
    return records


def numbers_of(ids: Sequence[int]) -> NDArray[np.uint64]:
    """Return ids as u64, in the order given. Raises NotAnEntry for what is none."""
    return _numbers(ids, "Q")


def discards_of(ids: Sequence[int]) -> Records:
    """Return the journal records that take these entries out."""
    records = np.zeros(len(ids), RECORD)
    records["id"], records["kind"] = ids, DISCARD
    return records


def settled(records: Records) -> tuple[NDArray[np.uint64], Columns]:
    """Return the ids that records speak of, ascending, and the entries they leave: the last record of an id decides."""
    # The first of the reversed is the last: `unique` gives the first of each.
    touched, first = np.unique(records["id"][::-1], return_index=True)
    last = records[len(records) - 1 - first]
    added = last[last["kind"] == ADD]
    return touched, Columns(added["id"], added["bits"], added["tag"])


def merged(one: Columns, other: Columns) -> Columns:
    """Return the entries of both, which have no id in common."""
    if not len(one) or not len(other):
        return one if len(one) else other
    ids = np.concatenate([one.ids, other.ids])
    order = np.argsort(ids, kind="stable")
    return Columns(
        ids[order],
        np.concatenate([one.prints, other.prints])[order],
        np.concatenate([one.tags, other.tags])[order],
    )


def _numbers(given: Sequence[int] | NDArray[np.integer], code: str) -> NDArray[np.unsignedinteger]:
    """Return whole numbers as u64 (code Q) or u16 (code H). Raises NotAnEntry for what does not fit or is none."""
    kind = np.dtype(code).newbyteorder("<")
    if isinstance(given, np.ndarray) and given.dtype.kind in "ui":
        if len(given) and not 0 <= int(given.min()) <= int(given.max()) <= np.iinfo(kind).max:
            raise NotAnEntry
        return given.astype(kind)
    try:
        # By way of a list, for an array would take bytes for its own memory.
        return np.array(array(code, list(given)), kind)
    except (OverflowError, TypeError) as error:
        raise NotAnEntry from error


def _rows(prints: object) -> NDArray[np.void]:
    if isinstance(prints, list | tuple):
        if any(len(one) != PRINT_BYTES for one in prints):
            raise NotAFingerprint
        prints = b"".join(prints)
    view = memoryview(prints)  # type: ignore[arg-type]
    if view.nbytes % PRINT_BYTES or not view.c_contiguous:
        raise NotAFingerprint
    return np.frombuffer(view.cast("B") if view.nbytes else b"", f"V{PRINT_BYTES}")
