"""The index of what the platform has sent through the match call, in which further copies of a granted picture are found.

Here the roles are turned round: what is in the index is what was looked at, with upright prints alone, and it is asked
with every turn of the picture that was granted.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Final

from django.conf import settings

from rescind import match
from rescind.desk.records import prints, sealing
from rescind.desk.records.models import KnownItem
from rescind.desk.shelf import bringing, opening
from rescind.desk.shelf.bringing import Stock
from rescind.desk.shelf.opening import NotReady
from rescind.fingerprint import Fingerprint
from rescind.match import NEAR_WITHIN, SAME_WITHIN, Comparison, Likeness

NAME: Final = "known.index"
WHOLE, PART = 0, 1
"""What an entry of the index is a print of: its tag."""

MOST_PRINTS: Final = 250
"""Prints of one picture in the index; their numbers must fit into a byte."""

MOST_NEAR: Final = 100_000
"""Entries that one print is looked at with: every copy counts here, so there are many more than at the match call."""

FEWEST_PARTS: Final = 3
"""Parts of one picture that must be near before the two are compared."""

_PRINT: Final = 32


@dataclass(frozen=True, slots=True)
class Alike:
    """A known picture (its row's number) that the picture asked for is alike to, and how."""

    known: int
    comparison: Comparison


def bring_up_known() -> int:
    """Bring the index of what is known up to the database, as `bring_up` does for the banks."""
    return bringing.bring_up(NAME, _stocks())


def make_known_anew() -> int:
    """Make the index of what is known anew from the database; return how many pictures are in it."""
    return bringing.make_anew(NAME, _stocks())


def drop_known(rows: Sequence[int]) -> int:
    """Take known pictures out of the index, then out of the database; return how many there were.

    Should the process die in between, they are in the database still, and dropping them again ends it.
    """
    with bringing.one_at_a_time(NAME):
        with suppress(NotReady):
            index = opening.index(NAME)
            for row in rows:
                match.withdraw(index, row)
        return KnownItem.objects.filter(pk__in=rows).delete()[0]


def about_known(service: str) -> str:
    """Return what the records of one service are sealed about."""
    return f"known {service}"


def known_print(item: KnownItem) -> Fingerprint:
    """Return the fingerprint of something known; raise NotOpened."""
    record = sealing.unseal(bytes(item.record), settings.DESK.sealing_key, about_known(item.service))
    return prints.unpack(record)


def find_known(mine: Fingerprint) -> list[Alike]:
    """Return what is known and alike to this picture, which has its turns, in the order of the rows.

    Raises NotReady.
    """
    rows = sorted(opening.ask(NAME, lambda index: _worth_comparing(index, mine)))
    found = []
    for start in range(0, len(rows), bringing.AT_ONCE):
        for item in KnownItem.objects.filter(pk__in=rows[start : start + bringing.AT_ONCE]).order_by("pk"):
            comparison = match.compare(mine, known_print(item))
            if comparison.likeness is not Likeness.NONE:
                found.append(Alike(item.pk, comparison))
    return found


def _worth_comparing(index: match.Index, mine: Fingerprint) -> set[int]:
    wholes = [] if mine.plain else list(mine.turns)
    wholes += [bits for panel in mine.panels for bits in panel.turns]
    near = index.near_many(wholes, {WHOLE: NEAR_WITHIN}, at_most=MOST_NEAR)
    rows = {one.id >> 8 for answer in near for one in answer}
    parts = _cut(mine.parts.prints if mine.parts else b"")
    votes: dict[int, int] = {}
    for answer in index.near_many(parts, {PART: SAME_WITHIN}, at_most=MOST_NEAR):
        for row in {one.id >> 8 for one in answer}:
            votes[row] = votes.get(row, 0) + 1
    return rows | {row for row, count in votes.items() if count >= FEWEST_PARTS}


def _enter(index: match.Index, item: KnownItem) -> None:
    entered = list(islice(_prints(known_print(item)), MOST_PRINTS))
    ids = [item.pk << 8 | number for number in range(len(entered))]
    index.add_many(ids, [bits for _, bits in entered], [kind for kind, _ in entered])


def _prints(seen: Fingerprint) -> Iterator[tuple[int, bytes]]:
    if not seen.plain:
        yield WHOLE, seen.bits
    for panel in seen.panels:
        yield WHOLE, panel.turns[0]
    yield from ((PART, bits) for bits in _cut(seen.parts.prints if seen.parts else b""))


def _cut(bits: bytes) -> list[bytes]:
    return [bits[at : at + _PRINT] for at in range(0, len(bits), _PRINT)]


def _same(key: int) -> int:
    return key


def _stocks() -> tuple[Stock, ...]:
    return (Stock(KnownItem.objects, None, _same, _enter),)
