"""One look at places: the events as they come, said and counted. Shared by `check` with and without a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from rescind.cli.clock import utc_now
from rescind.cli.exits import Exit
from rescind.words import phrase, phrases

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.person.check import Mine, MyVideo
    from rescind.person.sighting import Event, Looked, NotLookedAt, Sighting

PAUSE = 1.0


@dataclass(frozen=True)
class Manner:
    """How to look: how many pages on, whether machines on this network are allowed, how patient, what to keep."""

    pages: int
    allow_local: bool
    pause: float | None
    keep: bool


def look(mine: Iterable[Mine | MyVideo], places: Iterable[str], how: Manner, say: Say) -> Iterator[Event]:
    """Everything a check tells, as it comes, with progress on standard error."""
    from rescind.net import open_fetch, target
    from rescind.person import places as named
    from rescind.person.check import check as look_for
    from rescind.person.sighting import Looked, Looking, NotLookedAt

    parsed = named.parse(list(places))
    if not parsed:
        raise click.UsageError(phrase("This list names no place."))
    hosts = [target(one.address).host for one in parsed if isinstance(one, named.WebPlace)]
    pause = PAUSE if how.pause is None else how.pause
    with (
        open_fetch(
            allow_local=how.allow_local, local_hosts=hosts, pause=pause, pace_here=how.pause is not None
        ) as fetch,
        say.progress(phrase("Looking")) as step,
    ):
        step(advance=0, total=len(parsed))
        for event in look_for(list(mine), parsed, fetch=fetch, clock=utc_now, pages=how.pages, keep=how.keep):
            if isinstance(event, Looking):
                step(phrase("Looking at {page}", page=event.page), advance=0)
            elif isinstance(event, Looked) or (isinstance(event, NotLookedAt) and event.whole_page):
                step()
            yield event


@dataclass
class Tally:
    """Says each event as it comes and counts, for the last line and the exit code."""

    say: Say
    pages: int = 0
    pictures: int = 0
    videos: int = 0
    plain: int = 0
    drawings: int = 0
    found: int = 0
    skipped: int = 0
    extra: dict[str, Any] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    following: set[str] = field(default_factory=set)
    of_videos: frozenset[int] = frozenset()

    def take(self, event: Event) -> None:
        """Say and count one event."""
        from rescind.person.sighting import Looked, NotLookedAt, Sighting

        match event:
            case Sighting():
                self.found += 1
                tell_sighting(event, self.say, is_video=event.picture in self.of_videos)
            case NotLookedAt():
                self.skipped += event.count
                tell_skipped(event, self.say)
            case Looked():
                self.pages += 1
                self.pictures += event.pictures
                self.videos += event.videos
                self.plain += event.plain
                self.drawings += event.drawings
                self.read |= {event.page, event.address}
                self.following |= {event.next_page} if event.next_page else set()
                self.say.record(looked_record(event))

    def finish(self) -> Exit:
        """The last line, and the exit code that fits."""
        self.say.line(
            phrase(
                "Copies found: {found}. Looked at: {pages} with {pictures}.",
                found=self.found,
                pages=phrases("{n} page", "{n} pages", self.pages),
                pictures=phrases("{n} picture", "{n} pictures", self.pictures),
            )
        )
        if self.videos:
            self.say.line(phrase("Videos looked at: {n}.", n=self.videos))
        if self.plain:
            self.say.line(phrase("Too plain to compare: {n}.", n=self.plain))
        if self.drawings:
            self.say.line(phrase("Line drawings, not compared: {n}.", n=self.drawings))
        further = len(self.following - self.read)
        if further:
            self.say.line(
                phrase("Pages that go on where we stopped: {n}. --pages NUMBER looks further.", n=further)
            )
        if self.skipped:
            self.say.line(
                phrase(
                    "Not looked at: {n}. The reasons are above; nothing is known about these.", n=self.skipped
                )
            )
        counts = {
            "pages": self.pages,
            "pictures": self.pictures,
            "videos": self.videos,
            "plain": self.plain,
            "drawings": self.drawings,
            "further_pages": further,
            "found": self.found,
            "not_looked_at": self.skipped,
        }
        self.say.record({"kind": "summary", **counts, **self.extra})
        if self.found:
            return Exit.FOUND
        return Exit.NOT_EVERYTHING if self.skipped else Exit.DONE


def tell_sighting(seen: Sighting, say: Say, *, is_video: bool) -> None:
    """One copy that was found, of a video or of a picture."""
    from rescind.cli.report import alike_words, passage_words

    alike = alike_words(seen, is_video=is_video)
    sentence = (
        phrase("Copy of video {n}: {alike}", n=seen.picture, alike=alike)
        if is_video
        else phrase("Copy of picture {n}: {alike}", n=seen.picture, alike=alike)
    )
    say.line(sentence, style="bold")
    for one in seen.passages:
        say.line("    " + passage_words(one, seen.media_type))
    say.line(f"    {seen.file}")
    say.line("    " + phrase("on {page}", page=seen.page))
    say.record(sighting_record(seen, sentence))


def sighting_record(seen: Sighting, sentence: str) -> dict[str, Any]:
    """One sighting for a program."""
    from rescind.cli.report import extent_record, passage_records

    return {
        "kind": "sighting",
        "sentence": sentence,
        "picture": seen.picture,
        "place": seen.place,
        "page": seen.page,
        "file": seen.file,
        "title": seen.title,
        "seen_at": seen.seen_at.isoformat(),
        "distance": seen.distance,
        "likeness": seen.likeness.name,
        "turn": seen.turn,
        **extent_record(seen.comparison),
        "passages": passage_records(seen.passages),
        "found_as": seen.found_as.value,
        "read": seen.how,
        "status": seen.status,
        "headers": [list(pair) for pair in seen.headers],
        "sha256": seen.sha256,
        "bytes": seen.size,
        "media_type": seen.media_type,
    }


def tell_skipped(event: NotLookedAt, say: Say) -> None:
    """One thing that was not looked at, and why."""
    what = event.file or event.page
    say.line(phrase("Not looked at: {what}, because: {why}", what=what, why=event.reason))
    say.record(
        {
            "kind": "not_looked_at",
            "place": event.place,
            "page": event.page,
            "file": event.file,
            "why": event.kind.value,
            "reason": event.reason,
            "count": event.count,
            "whole_page": event.whole_page,
        }
    )


def looked_record(event: Looked) -> dict[str, Any]:
    """One page that was looked at, for a program."""
    return {
        "kind": "looked",
        "place": event.place,
        "page": event.page,
        "title": event.title,
        "at": event.looked_at.isoformat(),
        "pictures": event.pictures,
        "videos": event.videos,
        "plain": event.plain,
        "found": event.sighted,
    }
