"""Find the pictures of an index that another picture is a copy of, edited or not, whichever of millions they are.

An entry of the index is one print of one picture: of a turn, of a panel or of a part. What the index answers only
says which pictures are worth comparing; whether they are alike is decided by `compare`, as everywhere.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rescind.fingerprint import Fingerprint, Parts
from rescind.match.comparing import Comparison, Likeness, TurnsMissing, compare
from rescind.match.errors import NotAnEntry
from rescind.match.index import Index
from rescind.match.thresholds import NEAR_WITHIN, SAME_WITHIN
from rescind.match.values import Nearby

MOST_PICTURES = 1 << 56
"""Numbers of pictures are below this; the rest of an entry's 64-bit id counts the picture's prints."""

TURN, PANEL, PART = range(3)
"""What an entry is a print of: the lowest two bits of its tag."""

MOST_BANKS = 1 << 14
"""Numbers of banks are below this: the upper bits of an entry's tag."""

ASKED_WITHIN = SAME_WITHIN
"""Bits between parts that the index is asked for; comparing weighs farther ones too. Most parts of a copy are nearer,
and asking costs less.
"""

FEWEST_PARTS = 3
"""Parts of one picture that are found before the two are compared; a placement needs more than these."""

MOST_NEAR = 1000
"""Entries that one print may be near; a print that is near more tells nothing, and the answer says `more`."""

MOST_COMPARED = 200
"""Pictures that one picture is compared with, those with most prints near first; `more` when there were others."""

_PRINT = 32


@dataclass(frozen=True, slots=True)
class Match:
    """A picture of the index that the other is like, and how."""

    picture: int
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found, the likest first. `more` says that there may be others: so many entries were near that not all
    of them were looked at.
    """

    found: tuple[Match, ...]
    more: bool


def enrol(index: Index, picture: int, fingerprint: Fingerprint, *, bank: int = 0) -> None:
    """Enter every print of a picture, at most 250, under its number (0 to 2^56 - 1) and a bank (0 to 2^14 - 1).

    Raises TurnsMissing, NotAnEntry, IdTaken when the number is in the index already, NoRoom.
    """
    if not (0 <= picture < MOST_PICTURES and 0 <= bank < MOST_BANKS):
        raise NotAnEntry
    if len(fingerprint.turns) == 1:
        raise TurnsMissing
    prints = list(_prints(fingerprint))
    ids = [picture << 8 | number for number in range(len(prints))]
    index.add_many(ids, [bits for _, bits in prints], [bank << 2 | kind for kind, _ in prints])


def withdraw(index: Index, picture: int) -> None:
    """Take every print of a picture out, all or none; nothing happens when it is not there. Raises NoRoom."""
    index.discard_many(range(picture << 8, (picture + 1) << 8))


def find(
    index: Index,
    other: Fingerprint,
    *,
    prints_of: Callable[[int], Fingerprint | None],
    banks: Iterable[int] = (0,),
) -> Matches:
    """Return the pictures of these banks that the other is a copy of.

    `other` may have been made without turns. `prints_of` gives the fingerprint enrolled under a number, None when
    it is gone meanwhile. Raises what the index raises.
    """
    wanted = tuple(banks)
    wholes = _wholes(index, other, wanted)
    parts = _by_parts(index, other.parts or Parts(), wanted)
    votes = Counter(dict.fromkeys(wholes.pictures, 256))
    votes.update({picture: count for picture, count in parts.votes.items() if count >= FEWEST_PARTS})
    compared = votes.most_common(MOST_COMPARED)
    found = [
        Match(picture, compare(mine, other))
        for picture, _ in compared
        if (mine := prints_of(picture)) is not None
    ]
    alike = [one for one in found if one.comparison.likeness is not Likeness.NONE]
    more = wholes.more or parts.more or len(votes) > len(compared)
    return Matches(tuple(sorted(alike, key=_likest_first)), more)


@dataclass(frozen=True, slots=True)
class _Votes:
    """How many prints of each picture are near, and whether there were more than were looked at."""

    votes: Counter[int]
    more: bool

    @property
    def pictures(self) -> Iterable[int]:
        return self.votes.keys()


def _prints(fingerprint: Fingerprint) -> Iterable[tuple[int, bytes]]:
    """Yield the kind and the bits of each print; what is too plain to tell anything is left out."""
    if not fingerprint.plain:
        yield from ((TURN, bits) for bits in fingerprint.turns)
    for panel in fingerprint.panels:
        yield from ((PANEL, bits) for bits in panel.turns)
    yield from ((PART, bits) for bits in _cut(fingerprint.parts.prints if fingerprint.parts else b""))


def _wholes(index: Index, other: Fingerprint, banks: tuple[int, ...]) -> _Votes:
    prints = [panel.turns[0] for panel in other.panels]
    if not other.plain:
        prints.insert(0, other.bits)
    within = {bank << 2 | kind: NEAR_WITHIN for bank in banks for kind in (TURN, PANEL)}
    return _voted(index.near_many(prints, within, at_most=MOST_NEAR))


def _by_parts(index: Index, parts: Parts, banks: tuple[int, ...]) -> _Votes:
    within = {bank << 2 | PART: ASKED_WITHIN for bank in banks}
    answers = index.near_many([*_cut(parts.prints), *_cut(parts.mirrored)], within, at_most=MOST_NEAR)
    telling = [answer for answer in answers if not answer.more]
    return _Votes(_voted(telling).votes, len(telling) < len(answers))


def _voted(answers: Iterable[Nearby]) -> _Votes:
    """Count each print of the other once for every picture it is near."""
    votes: Counter[int] = Counter()
    more = False
    for answer in answers:
        more |= answer.more
        votes.update({one.id >> 8 for one in answer})
    return _Votes(votes, more)


def _cut(prints: bytes) -> list[bytes]:
    return [prints[at : at + _PRINT] for at in range(0, len(prints), _PRINT)]


def _likest_first(one: Match) -> tuple[int, int, int, int]:
    found = one.comparison
    return tuple(Likeness).index(found.likeness), -found.agreeing, found.distance, one.picture
