"""One look with a case: what is looked for and where, what the case knows afterwards, and what changed by it.

Pure but for asking whether a named file is there; the looking itself is `person.check`, and keeping the case is its owner's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rescind import removal
from rescind.person import places as named_places
from rescind.person.again import Round, named_sites, with_gone, with_outcomes
from rescind.person.case import Case, Seen, Stand, add_place, record_sightings
from rescind.person.check import Mine, MyVideo
from rescind.person.requests import after_look, operator_of, own_address
from rescind.person.sighting import NotLooked, NotLookedAt


def mine_in(case: Case) -> tuple[Mine | MyVideo, ...]:
    """Return the case's pictures and videos that can be told apart from others, ready to compare."""
    pictures = [Mine(one.number, one.fingerprint) for one in case.pictures if one.fingerprint.tells]
    videos = [MyVideo(one.number, one.fingerprint) for one in case.videos if one.fingerprint.usable]
    return (*pictures, *videos)


def whole_only(case: Case) -> tuple[int, ...]:
    """Return the numbers of the pictures of which crops and other edited copies are not found yet."""
    return tuple(
        one.number for one in case.pictures if one.fingerprint.tells and one.fingerprint.parts is None
    )


def named_words(places: Iterable[str]) -> tuple[str, ...]:
    """Return places as they go into a case: lists taken apart, addresses and paths whole. Raises PlaceNotUnderstood."""
    parsed = named_places.parse(list(places))
    return tuple(
        one.address if isinstance(one, named_places.WebPlace) else str(one.path.resolve()) for one in parsed
    )


def split_gone(words: Iterable[str]) -> tuple[tuple[str, ...], tuple[NotLookedAt, ...]]:
    """Return the places of a case that can be looked at, and a gap for each file or folder that is not there any more."""
    there: list[str] = []
    gaps: list[NotLookedAt] = []
    for word in words:
        try:
            named_places.parse([word])
        except named_places.PlaceNotUnderstood as gap:
            gaps.append(NotLookedAt(word, word, None, NotLooked.UNREADABLE, gap.why))
        else:
            there.append(word)
    return tuple(there), tuple(gaps)


def with_seen(case: Case, seen: Round, named: Iterable[str], now: datetime) -> Case:
    """Return the case with the places named, what came of looking at them, and the sightings."""
    for word in named:
        case = add_place(case, word, now=now)
    return record_sightings(with_outcomes(case, seen, now), seen.sightings).case


def files_to_ask(case: Case, missing: Iterable[Seen]) -> tuple[str, ...]:
    """Return the addresses of the files that pages no longer show; only of sites that the person named."""
    sites = named_sites(case)
    asked = (own_address(one) for one in missing if operator_of(one.page) in sites)
    return tuple(dict.fromkeys(address for address in asked if address))


def settled(
    case: Case, missing: Iterable[Seen], seen: Round, files: Round, named: Iterable[str], now: datetime
) -> Case:
    """Return the case after a whole round and one over the missing files: what is gone is gone, and requests moved on."""
    gone = [one for one in missing if seen.proves_gone(one, files)]
    return after_look(with_gone(with_seen(case, seen, named, now), gone, now), now, removal.law)


@dataclass(frozen=True)
class Changes:
    """What a look changed: copies gone or back, files that stand although their page dropped them, requests moved on."""

    gone: tuple[Seen, ...]
    back: tuple[Seen, ...]
    still: tuple[Seen, ...]
    moved: tuple[removal.Request, ...]


def changes(before: Case, after: Case, missing: Iterable[Seen], files: Round) -> Changes:
    """Return what is different in the case after a look; `files` is the round over the missing."""
    stood = {one.key: one.stand for one in before.sightings}
    states = {one.id: one.state for one in before.requests}
    known = [one for one in after.sightings if one.key in stood]
    return Changes(
        gone=tuple(one for one in known if one.stand is Stand.GONE is not stood[one.key]),
        back=tuple(one for one in known if one.stand is Stand.BACK and stood[one.key] is Stand.GONE),
        still=tuple(one for one in missing if files.found_file(one)),
        moved=tuple(one for one in after.requests if states.get(one.id, one.state) is not one.state),
    )
