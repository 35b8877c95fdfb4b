"""Tell what is seen on one page, picture by picture, video by video, and what was left out, so that nothing goes
missing unsaid.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rescind.person.sighting import Event, Looked, Looking, NotLooked, NotLookedAt, Sighting
from rescind.person.watch.found import FileAt, PageFound, PictureAt, VideoAt
from rescind.person.watch.look import Clock, Outcome
from rescind.words import phrase, phrases


@dataclass(frozen=True)
class Looks:
    """What gives the outcome at a picture and at a video, and why no video can be looked at, if so."""

    picture: Callable[[PictureAt], Outcome]
    video: Callable[[VideoAt], Outcome]
    no_videos: Callable[[], str]


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
    """What the pictures and videos of one page came to, counted."""

    compared: int = 0
    plain: int = 0
    drawings: int = 0
    sighted: int = 0
    failed: int = 0
    videos: int = 0

    def count(self, outcome: Outcome) -> None:
        """Count one picture."""
        self.drawings += outcome.drawing
        self.compared += not (outcome.plain or outcome.drawing or outcome.trouble)
        self._count_any(outcome)

    def count_video(self, outcome: Outcome) -> None:
        """Count one video."""
        self.videos += not (outcome.plain or outcome.trouble)
        self._count_any(outcome)

    def _count_any(self, outcome: Outcome) -> None:
        self.failed += outcome.trouble is not None
        self.plain += outcome.plain
        self.sighted += len(outcome.likely)


def tell(leaf: Leaf, looks: Looks, clock: Clock) -> Iterator[Event]:
    """Yield what is seen on the page: its pictures, then its videos, then what is told by its number."""
    tally = _Tally()
    no_videos = looks.no_videos() if leaf.found.videos else ""
    films = [] if no_videos else _films(leaf.found)
    of = len(leaf.found.pictures) + len(films)
    for number, picture in enumerate(leaf.found.pictures, start=1):
        yield Looking(leaf.place, leaf.page, picture.address, number, of)
        outcome = looks.picture(picture)
        tally.count(outcome)
        yield from _told(leaf, picture, outcome)
    for number, film in enumerate(films, start=len(leaf.found.pictures) + 1):
        yield Looking(leaf.place, leaf.page, film[0].address, number, of)
        video, outcome = _first_that_opens(film, looks.video)
        tally.count_video(outcome)
        yield from _told(leaf, video, outcome)
    yield from _told_together(leaf, no_videos)
    if not (tally.compared or tally.videos or tally.failed or leaf.absent):
        yield leaf.not_looked_at(NotLooked.NO_PICTURES, _no_pictures(leaf.address))
    yield _looked(leaf, tally, clock())


def _films(found: PageFound) -> list[tuple[VideoAt, ...]]:
    """Return the page's videos, each in the forms it is there in, the one that is read with least effort first."""
    groups: dict[int | str, list[VideoAt]] = {}
    for video in found.videos:
        groups.setdefault(video.group or video.address, []).append(video)
    return [tuple(sorted(group, key=_effort)) for group in groups.values()]


def _effort(video: VideoAt) -> int:
    """Return how much it takes to read a video in this form: files before playlists before what cannot be read."""
    ending = video.address.partition("?")[0].rpartition(".")[2].lower()
    return {"m3u8": 1, "mpd": 2}.get(ending, 0)


def _first_that_opens(
    film: tuple[VideoAt, ...], look: Callable[[VideoAt], Outcome]
) -> tuple[VideoAt, Outcome]:
    """Return the first form of a video that can be looked at, else the first form, and the outcome there."""
    first = look(film[0])
    if first.trouble:
        for video in film[1:]:
            outcome = look(video)
            if not outcome.trouble:
                return video, outcome
    return film[0], first


def _told(leaf: Leaf, file: FileAt, outcome: Outcome) -> Iterator[Event]:
    """Yield what one picture or video came to."""
    if outcome.trouble:
        yield NotLookedAt(leaf.place, leaf.page, file.address, outcome.trouble, outcome.reason)
    yield from _sightings(leaf, file, outcome)
    if outcome.unseen:
        yield NotLookedAt(leaf.place, leaf.page, file.address, NotLooked.VIDEO, outcome.unseen)


def _sightings(leaf: Leaf, file: FileAt, outcome: Outcome) -> Iterator[Sighting]:
    """Yield a sighting for each of the person's pictures and videos that this one is like."""
    for likely in outcome.likely:
        yield Sighting(
            place=leaf.place,
            page=leaf.page,
            file=file.address,
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
            found_as=file.found_as,
            how=outcome.how,
            status=outcome.status,
            headers=outcome.headers,
            sha256=outcome.sha256,
            size=outcome.size,
            media_type=outcome.media_type,
            evidence=outcome.evidence,
            passages=likely.passages,
        )


def _told_together(leaf: Leaf, no_videos: str) -> Iterator[NotLookedAt]:
    """Yield what was not looked at and is told by its number."""
    found = leaf.found
    if found.left_out:
        yield leaf.not_looked_at(NotLooked.TOO_MANY, _too_many(found.left_out), count=found.left_out)
    if leaf.absent:
        yield leaf.not_looked_at(NotLooked.NOT_SAVED, _not_saved(leaf.absent), count=leaf.absent)
    if no_videos:
        count = len(_films(found))
        yield leaf.not_looked_at(NotLooked.VIDEO, f"{_videos(count)} {no_videos}", count=count)
    yield from _videos_together(leaf)
    if found.frames:
        yield leaf.not_looked_at(NotLooked.FRAME, _frames(found.frames), count=found.frames)


def _videos_together(leaf: Leaf) -> Iterator[NotLookedAt]:
    """Yield how many videos were not looked at, each with why."""
    found = leaf.found
    if found.videos_left_out:
        left_out = found.videos_left_out
        yield leaf.not_looked_at(NotLooked.TOO_MANY, _too_many_videos(left_out), count=left_out)
    if found.videos_absent:
        absent = found.videos_absent
        yield leaf.not_looked_at(NotLooked.NOT_SAVED, _videos_not_saved(absent), count=absent)
    if found.nameless:
        yield leaf.not_looked_at(NotLooked.VIDEO, _nameless(found.nameless), count=found.nameless)


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
    return phrases("There is {n} video here.", "There are {n} videos here.", n)


def _too_many_videos(n: int) -> str:
    return phrases(
        "There is {n} more video here than I look at in one place.",
        "There are {n} more videos here than I look at in one place.",
        n,
    )


def _videos_not_saved(n: int) -> str:
    return phrases(
        "{n} video of this page is not in the saved copy.",
        "{n} videos of this page are not in the saved copy.",
        n,
    )


def _nameless(n: int) -> str:
    return phrases(
        "There is {n} video here whose file the page does not name. I looked at its still picture only, if it has one.",
        "There are {n} videos here whose files the page does not name. I looked at their still pictures only, "
        "if they have any.",
        n,
    )


def _frames(n: int) -> str:
    return phrases(
        "{n} other page is shown inside this one. I did not look at it. To have it looked at, name its own address.",
        "{n} other pages are shown inside this one. I did not look at them. "
        "To have them looked at, name their own addresses.",
        n,
    )


def _no_pictures(address: str) -> str:
    if not address.startswith(("http:", "https:")):
        return phrase("I found no picture or video here that I can compare.")
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
        videos=tally.videos,
    )
