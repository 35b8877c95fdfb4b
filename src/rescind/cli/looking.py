"""One look at places: the events as they come, said and counted. Shared by `check` with and without a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from rescind.cli.clock import utc_now
from rescind.cli.exits import Exit
from rescind.words import phrase, phrases

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.person.check import Mine, MyVideo
    from rescind.person.counting import Count
    from rescind.person.places import Place
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
    from rescind.person import places as named
    from rescind.person.sighting import Looked, Looking, NotLookedAt

    parsed = named.parse(list(places))
    if not parsed:
        raise click.UsageError(phrase("This list names no place."))
    with say.progress(phrase("Looking")) as step:
        step(advance=0, total=len(parsed))
        for event in look_at(mine, parsed, how):
            if isinstance(event, Looking):
                step(phrase("Looking at {page}", page=event.page), advance=0)
            elif isinstance(event, Looked) or (isinstance(event, NotLookedAt) and event.whole_page):
                step()
            yield event


def look_at(mine: Iterable[Mine | MyVideo], places: Sequence[Place], how: Manner) -> Iterator[Event]:
    """Everything a check tells, as it comes. It calls the places, and what they name, and nobody else."""
    from rescind.net import open_fetch, target
    from rescind.person import places as named
    from rescind.person.check import check as look_for

    hosts = [target(one.address).host for one in places if isinstance(one, named.WebPlace)]
    pause = PAUSE if how.pause is None else how.pause
    with open_fetch(
        allow_local=how.allow_local, local_hosts=hosts, pause=pause, pace_here=how.pause is not None
    ) as fetch:
        yield from look_for(list(mine), places, fetch=fetch, clock=utc_now, pages=how.pages, keep=how.keep)


def new_count() -> Count:
    """A count of nothing yet."""
    from rescind.person.counting import Count

    return Count()


@dataclass
class Tally:
    """Says each event as it comes and counts, for the last line and the exit code."""

    say: Say
    count: Count = field(default_factory=new_count)
    extra: dict[str, Any] = field(default_factory=dict)
    of_videos: frozenset[int] = frozenset()

    def take(self, event: Event) -> None:
        """Say and count one event."""
        from rescind.person.sighting import Looked, NotLookedAt, Sighting

        self.count.take(event)
        match event:
            case Sighting():
                tell_sighting(event, self.say, is_video=event.picture in self.of_videos)
            case NotLookedAt():
                tell_skipped(event, self.say)
            case Looked():
                self.say.record(looked_record(event))

    def finish(self) -> Exit:
        """The last line, and the exit code that fits."""
        for line in count_lines(self.count):
            self.say.line(line)
        further = self.count.further
        if further:
            self.say.line(
                phrase("Pages that go on where we stopped: {n}. --pages NUMBER looks further.", n=further)
            )
        if self.count.skipped:
            self.say.line(
                phrase(
                    "Not looked at: {n}. The reasons are above; nothing is known about these.",
                    n=self.count.skipped,
                )
            )
        self.say.record({"kind": "summary", **count_record(self.count), **self.extra})
        return exit_of(self.count)


def exit_of(count: Count) -> Exit:
    """The exit code for what a check came to."""
    from rescind.person.counting import Outcome

    codes = {
        Outcome.FOUND: Exit.FOUND,
        Outcome.NOT_EVERYTHING: Exit.NOT_EVERYTHING,
        Outcome.NOTHING: Exit.DONE,
    }
    return codes[count.outcome]


def count_lines(count: Count) -> list[str]:
    """What was found and looked at, in numbers."""
    lines = [
        phrase(
            "Copies found: {found}. Looked at: {pages} with {pictures}.",
            found=count.found,
            pages=phrases("{n} page", "{n} pages", count.pages),
            pictures=phrases("{n} picture", "{n} pictures", count.pictures),
        )
    ]
    if count.videos:
        lines.append(phrase("Videos looked at: {n}.", n=count.videos))
    if count.plain:
        lines.append(phrase("Too plain to compare: {n}.", n=count.plain))
    if count.drawings:
        lines.append(phrase("Line drawings, not compared: {n}.", n=count.drawings))
    return lines


def count_record(count: Count) -> dict[str, int]:
    """The same for a program."""
    return {
        "pages": count.pages,
        "pictures": count.pictures,
        "videos": count.videos,
        "plain": count.plain,
        "drawings": count.drawings,
        "further_pages": count.further,
        "found": count.found,
        "not_looked_at": count.skipped,
    }


def tell_sighting(seen: Sighting, say: Say, *, is_video: bool) -> None:
    """One copy that was found, of a video or of a picture."""
    from rescind.cli.report import passage_words

    sentence = sighting_words(seen, is_video=is_video)
    say.line(sentence, style="bold")
    for one in seen.passages:
        say.line("    " + passage_words(one, seen.media_type))
    say.line(f"    {seen.file}")
    say.line("    " + phrase("on {page}", page=seen.page))
    say.record(sighting_record(seen, sentence))


def sighting_words(seen: Sighting, *, is_video: bool) -> str:
    """Which of the person's files a copy is of, and how it is like it."""
    from rescind.cli.report import alike_words

    alike = alike_words(seen, is_video=is_video)
    if is_video:
        return phrase("Copy of video {n}: {alike}", n=seen.picture, alike=alike)
    return phrase("Copy of picture {n}: {alike}", n=seen.picture, alike=alike)


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
