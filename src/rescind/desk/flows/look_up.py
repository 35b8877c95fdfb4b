"""Whether pictures are in a bank, for the platform's own software. The database is not written to: what was seen goes to
the spool, which `take_in_spool` empties.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from django.conf import settings

from rescind.desk import shelf
from rescind.desk.keys import Service
from rescind.desk.records import prints
from rescind.desk.records.banks import BLOCK, COUNT, REVIEW
from rescind.desk.settings.copies import PARTS
from rescind.desk.shelf import Policy, spool
from rescind.fingerprint import Fingerprint
from rescind.match import SAME_WITHIN, Comparison, Extent, Index, Likeness, Match, find

NONE: Final = "none"
STRENGTH: Final = (BLOCK, REVIEW, COUNT)
REFERENCE_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture that is asked about, under the service's own id for it (may be empty).

    `print` is None when the picture gave no fingerprint; `unclear` says why then. `digest` is the SHA-256 of its file.
    """

    item: str
    print: Fingerprint | None
    digest: bytes | None = None
    unclear: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What to do with one picture: `action` is block, review or none.

    `comparison` says how it is like the entry it matched, in the bank of that name; None where it matched nothing that
    counts. `reference` names that match later. `counted` are matches in banks that only count; `allowed` says that the
    allow-list went before a bank; `unclear` why there was no fingerprint; `plain` that there is too little to see.
    """

    item: str
    action: str
    bank: str | None = None
    comparison: Comparison | None = None
    reference: str | None = None
    counted: int = 0
    allowed: bool = False
    plain: bool = False
    unclear: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers, in the order of the questions, and the state of the index they were given from.

    `recorded` is False when what was asked could not be written down: then it is not known later, and its references
    lead nowhere.
    """

    generation: str
    answers: tuple[Answer, ...]
    recorded: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A picture of a bank that the one asked about is like, and what follows for the platform."""

    action: str
    policy: Policy
    match: Match
    reference: str


def look_up(asked: Sequence[Asked], service: Service, *, now: datetime) -> Answers:
    """Answer for each picture; raise NotReady while there is no index, which is never the same as "no match"."""
    policies = shelf.policies(now)
    generation = shelf.ask(lambda index: index.generation)
    found = [_found(one, policies) for one in asked]
    answers = tuple(_answer(one, *each) for one, each in zip(asked, found, strict=True))
    seen = _seen(asked, [matches for matches, _ in found], service, now)
    recorded = spool.append(seen) if seen.items or seen.matches else True
    return Answers(generation, answers, recorded)


def _found(asked: Asked, policies: dict[int, Policy]) -> tuple[list[_Found], bool]:
    """Return what a picture matched, what weighs most first, and whether the allow-list goes before it."""
    if asked.print is None or not asked.print.tells:
        return [], False
    matches = _matches(asked.print, (shelf.ALLOW_LIST, *policies))
    allowed = any(shelf.bank_of(one.picture) == shelf.ALLOW_LIST and _is_itself(one) for one in matches)
    counting = [found for one in matches if (found := _weighed(one, policies)) is not None]
    counting.sort(key=lambda one: STRENGTH.index(one.action))  # keeps the likest first among equals
    return ([] if allowed else counting), allowed and bool(counting)


def _matches(seen: Fingerprint, banks: tuple[int, ...]) -> tuple[Match, ...]:
    def asking(index: Index) -> tuple[Match, ...]:
        return find(index, seen, prints_of=shelf.print_of, banks=banks).found

    return shelf.ask(asking)


def _is_itself(one: Match) -> bool:
    """Whether the picture is the one that is allowed, and not one that shows it among others."""
    return one.comparison.likeness is Likeness.SAME and one.comparison.extent is Extent.WHOLE


def _weighed(one: Match, policies: dict[int, Policy]) -> _Found | None:
    """Return what follows from a match; None where it does not count for the bank, or that is not asked any more."""
    bank = shelf.bank_of(one.picture)
    policy = policies.get(bank) if bank else None
    if policy is None or not _is_within(policy, one.comparison):
        return None
    likely = policy.action == BLOCK and one.comparison.likeness is not Likeness.SAME
    return _Found(REVIEW if likely else policy.action, policy, one, secrets.token_urlsafe(REFERENCE_BYTES))


def _is_within(policy: Policy, found: Comparison) -> bool:
    """Whether it is as near as the bank wants it; parts count unless it wants what is nearer than a usual copy."""
    return policy.within >= SAME_WITHIN if found.agreeing else found.distance <= policy.within


def _answer(asked: Asked, found: list[_Found], allowed: bool) -> Answer:
    if asked.print is None:
        return Answer(asked.item, REVIEW, unclear=asked.unclear)
    counted = sum(one.action == COUNT for one in found)
    if not found or found[0].action == COUNT:
        return Answer(asked.item, NONE, counted=counted, allowed=allowed, plain=not asked.print.tells)
    first = found[0]
    return Answer(
        asked.item, first.action, first.policy.name, first.match.comparison, first.reference, counted
    )


def _seen(
    asked: Sequence[Asked], found: Sequence[Sequence[_Found]], service: Service, now: datetime
) -> spool.Seen:
    items = (
        spool.SeenItem(one.item, prints.pack(_kept(one.print)), one.digest)
        for one in asked
        if one.item and one.print is not None
    )
    matches = (
        _match(one, each) for one, several in zip(asked, found, strict=True) for each in _recorded(several)
    )
    return spool.Seen(service.name, now.timestamp(), items=tuple(items), matches=tuple(matches))


def _recorded(found: Sequence[_Found]) -> list[_Found]:
    """Return the match that was answered, and those that were only counted."""
    return [one for number, one in enumerate(found) if number == 0 or one.action == COUNT]


def _match(asked: Asked, found: _Found) -> spool.SeenMatch:
    comparison = found.match.comparison
    bits = asked.print.bits if asked.print else b""
    return spool.SeenMatch(
        found.reference,
        found.match.picture,
        asked.item,
        found.action,
        comparison.likeness.value,
        comparison.distance,
        bits,
    )


def _kept(seen: Fingerprint) -> Fingerprint:
    """Return as much of a fingerprint as is kept of what is known."""
    kept = replace(seen, turns=seen.turns[:1], row=(), reference=None)
    return kept if settings.DESK.copies.known == PARTS else replace(kept, parts=None)
