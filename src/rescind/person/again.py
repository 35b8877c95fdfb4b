"""Looking again: which places, and what it means when a copy that was seen is not seen any more.

A copy is called gone only when somebody looked where it stood and it was not there: the page was read to its end
without it, or the site says that page or file does not exist. A page that could not be looked at proves nothing. And a
page that dropped a picture proves nothing about the file, which often stays at its own address; so that is asked next.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from rescind.person.case import Case, Seen, Stand, looked, record_gone
from rescind.person.requests import operator_of, own_address
from rescind.person.sighting import Event, Looked, NotLooked, NotLookedAt, Sighting
from rescind.words import phrase


@dataclass
class Round:
    """What one round of looking brought: fill it with `take`, then ask."""

    sightings: list[Sighting] = field(default_factory=list)
    looked: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    in_doubt: set[str] = field(default_factory=set)
    partly: set[str] = field(default_factory=set)
    outcomes: dict[str, str] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        """Note one event of a check."""
        match event:
            case Sighting():
                self.sightings.append(event)
            case Looked():
                self.looked.add(event.page)
                self.outcomes[event.place] = phrase("{n} pictures compared", n=event.pictures)
            case NotLookedAt(kind=NotLooked.GONE):
                self.gone.add(event.file or event.page)
                self._note_gap(event)
            case NotLookedAt(file=None):
                # Something of the page was left out, or it names no picture at all, as a page behind a login does.
                self.partly.add(event.page)
                self._note_gap(event)
            case NotLookedAt(file=str(file)):
                self.in_doubt.add(file)

    def _note_gap(self, event: NotLookedAt) -> None:
        if event.whole_page:
            self.outcomes.setdefault(event.place, phrase("not looked at: {why}", why=event.reason))

    def shows(self, seen: Seen) -> bool:
        """Whether the copy was seen in this round."""
        return any((one.page, one.file, one.picture) == seen.key for one in self.sightings)

    def is_missing(self, seen: Seen) -> bool:
        """Whether the page was read, or does not exist, and the copy was not seen there. Its file may still stand."""
        if self.shows(seen) or seen.file in self.in_doubt:
            return False
        return bool({seen.page, seen.file} & self.gone) or seen.page in self.looked

    def found_file(self, seen: Seen) -> bool:
        """In a round over files: whether the copy's file is still there and still a copy."""
        return any((one.file, one.picture) == (seen.file, seen.picture) for one in self.sightings)

    def proves_gone(self, seen: Seen, files: Round) -> bool:
        """Whether a missing copy is gone, when `files` is a round over the files themselves.

        Its own address must say so: that there is no such file, or another picture. One without an address of its
        own is gone when the whole page was read without it.
        """
        address = own_address(seen)
        if not address:
            return seen.page in self.gone or (seen.page in self.looked and seen.page not in self.partly)
        read = address in files.looked and address not in files.partly | files.in_doubt
        return address in files.gone or (read and not files.found_file(seen))


def places_again(case: Case) -> tuple[str, ...]:
    """What to look at again: the places named, and every page a copy was seen on. Each once, in that order.

    A page belongs to it only when a named place is on the same site: who named a saved page did not name the site.
    """
    words = [place.word for place in case.places]
    sites = named_sites(case)
    pages = [seen.page for seen in case.sightings if operator_of(seen.page) in sites]
    return tuple(dict.fromkeys(words + pages))


def named_sites(case: Case) -> set[str]:
    """The operators of the places that the person named on the web; only pages of these may be called."""
    return {operator_of(place.word) for place in case.places} - {""}


def missing_now(case: Case, round_: Round) -> tuple[Seen, ...]:
    """The copies that were there and are missing in this round."""
    return tuple(seen for seen in case.sightings if seen.stand is not Stand.GONE and round_.is_missing(seen))


def with_outcomes(case: Case, round_: Round, now: datetime) -> Case:
    """The case that knows what came of looking at its places."""
    for place in case.places:
        if place.word in round_.outcomes:
            case = looked(case, place.word, round_.outcomes[place.word], now=now)
    return case


def with_gone(case: Case, gone: Iterable[Seen], now: datetime) -> Case:
    """The case in which these copies are gone."""
    for seen in gone:
        case = record_gone(case, now=now, page=seen.page, file=seen.file, picture=seen.picture)
    return case
