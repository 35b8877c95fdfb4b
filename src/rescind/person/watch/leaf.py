"""Tell what is seen on one page, picture by picture, and what was left out, so that nothing goes missing
unsaid.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rescind.person.sighting import Event, Looked, Looking, NotLooked, NotLookedAt, Sighting
from rescind.person.watch.found import PageFound, PictureAt
from rescind.person.watch.look import Clock, Outcome
from rescind.words import phrase, phrases

Look = Callable[[PictureAt], Outcome]


@dataclass(frozen=True)
class Leaf:
    """The page being looked at: whose place it is, its address, where it came from, and what it names.

    `absent` pictures are named and not in the saved copy.
    """

    place: str
    page: str
    address: str
    found: PageFound
    absent: int = 0

    def not_looked_at(self, kind: NotLooked, reason: str, *, count: int = 1) -> NotLookedAt:
        """Return the word that some files of this page, or the whole of it, were not looked at."""
        return NotLookedAt(self.place, self.page, None, kind, reason, count)


@dataclass
class _Tally:
    """What the pictures of one page came to, counted."""

    compared: int = 0
    plain: int = 0
    drawings: int = 0
    sighted: int = 0
    failed: int = 0

    def count(self, outcome: Outcome) -> None:
        """Count one picture."""
        self.failed += outcome.trouble is not None
        self.plain += outcome.plain
        self.drawings += outcome.drawing
        self.compared += not (outcome.plain or outcome.drawing or outcome.trouble)
        self.sighted += len(outcome.likely)


def tell(leaf: Leaf, look: Look, clock: Clock) -> Iterator[Event]:
    """Yield what is seen on the page. `look` gives the outcome at each picture."""
    tally = _Tally()
    for number, picture in enumerate(leaf.found.pictures, start=1):
        yield Looking(leaf.place, leaf.page, picture.address, number, len(leaf.found.pictures))
        outcome = look(picture)
        tally.count(outcome)
        if outcome.trouble:
            yield NotLookedAt(leaf.place, leaf.page, picture.address, outcome.trouble, outcome.reason)
        yield from _sightings(leaf, picture, outcome)
    yield from _told_together(leaf)
    if not tally.compared and not tally.failed and not leaf.absent:
        yield leaf.not_looked_at(NotLooked.NO_PICTURES, _no_pictures())
    yield _looked(leaf, tally, clock())


def _sightings(leaf: Leaf, picture: PictureAt, outcome: Outcome) -> Iterator[Sighting]:
    """Yield a sighting for each of the person's pictures that this one is like."""
    for likely in outcome.likely:
        yield Sighting(
            place=leaf.place,
            page=leaf.page,
            file=picture.address,
            title=leaf.found.title,
            seen_at=likely.seen_at,
            picture=likely.number,
            distance=likely.comparison.distance,
            likeness=likely.comparison.likeness,
            turn=likely.comparison.turn,
            extent=likely.comparison.extent,
            share=likely.comparison.share,
            box=likely.comparison.box,
            agreeing=likely.comparison.agreeing,
            found_as=picture.found_as,
            how=outcome.how,
            status=outcome.status,
            headers=outcome.headers,
            sha256=outcome.sha256,
            size=outcome.size,
            media_type=outcome.media_type,
            evidence=outcome.evidence,
        )


def _told_together(leaf: Leaf) -> Iterator[NotLookedAt]:
    """Yield what was not looked at and is told by its number."""
    found = leaf.found
    if found.left_out:
        yield leaf.not_looked_at(NotLooked.TOO_MANY, _too_many(found.left_out), count=found.left_out)
    if leaf.absent:
        yield leaf.not_looked_at(NotLooked.NOT_SAVED, _not_saved(leaf.absent), count=leaf.absent)
    if found.videos:
        yield leaf.not_looked_at(NotLooked.VIDEO, _videos(found.videos), count=found.videos)
    if found.frames:
        yield leaf.not_looked_at(NotLooked.FRAME, _frames(found.frames), count=found.frames)


def _too_many(n: int) -> str:
    return phrases(
        "There is {n} more picture here than I look at in one place.",
        "There are {n} more pictures here than I look at in one place.",
        n,
    )


def _not_saved(n: int) -> str:
    return phrases(
        "{n} picture of this page is not in the saved copy.",
        "{n} pictures of this page are not in the saved copy.",
        n,
    )


def _videos(n: int) -> str:
    return phrases(
        "There is {n} video here. I cannot look at videos yet, only at their still pictures.",
        "There are {n} videos here. I cannot look at videos yet, only at their still pictures.",
        n,
    )


def _frames(n: int) -> str:
    return phrases(
        "{n} other page is shown inside this one. I did not look at it. To have it looked at, name its own address.",
        "{n} other pages are shown inside this one. I did not look at them. "
        "To have them looked at, name their own addresses.",
        n,
    )


def _no_pictures() -> str:
    return phrase(
        "I found no picture here that I can compare. Some pages only build themselves in a browser: "
        "save the page there and name the saved file."
    )


def _looked(leaf: Leaf, tally: _Tally, now: datetime) -> Looked:
    """Return the word that the page was looked at to its end."""
    return Looked(
        place=leaf.place,
        page=leaf.page,
        address=leaf.address,
        title=leaf.found.title,
        looked_at=now,
        pictures=tally.compared,
        plain=tally.plain,
        drawings=tally.drawings,
        sighted=tally.sighted,
        next_page=next(iter(leaf.found.next_pages), None),
    )
