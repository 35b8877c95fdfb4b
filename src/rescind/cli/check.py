"""`rescind check`: look for copies at the places a person names, with or without a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.exits import Exit
from rescind.cli.unlock import case_options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.cli.say import Say
    from rescind.person.check import Mine
    from rescind.person.sighting import Event, Looked, NotLookedAt, Sighting


PAUSE = 1.0


@dataclass(frozen=True)
class Manner:
    """How to look: how many pages on, whether machines on this network are allowed, how patient, what to keep."""

    pages: int
    allow_local: bool
    pause: float | None
    keep: bool


@click.command()
@click.argument("pictures", nargs=-1, type=options.PictureFile())
@click.option(
    "--place",
    "places",
    multiple=True,
    metavar="PLACE",
    help="Where to look: an address, a saved page, a folder, or a text file with one place a line. Repeatable.",
)
@click.option("--again", is_flag=True, help="Look again at everything in your file: gone? still there? back?")
@click.option(
    "--pages",
    default=1,
    show_default=True,
    type=click.IntRange(1, 1000),
    metavar="NUMBER",
    help="Follow a page's own 'next' links up to this many pages.",
)
@click.option(
    "--allow-local",
    is_flag=True,
    help="Also look at machines on your own network, if you name them as a place.",
)
@click.option(
    "--pause",
    type=click.FloatRange(0, 3600),
    metavar="SECONDS",
    help="Seconds between two requests to one host: 1, unless you say another; none on this computer.",
)
@click.option(
    "--keep-evidence",
    "keep",
    is_flag=True,
    help="Keep a copy of what is found, in the sealed file only. Your choice, never needed.",
)
@options.all_adults
@case_options
@options.as_json
def check(
    pictures: tuple[Path, ...],
    places: tuple[str, ...],
    again: bool,
    all_adults: bool,
    case_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    **manner: Any,
) -> int:
    """Look for copies of your pictures at the places you name, and nowhere else.

    With PICTURES: looks for those, and writes nothing anywhere. Without: looks for the pictures in your sealed file and
    notes in it what was seen. What could not be looked at is listed with the reason; it is never counted as clean.

    \b
    Examples:
      rescind check photo.jpg --place https://board.example/thread/7
      rescind check --place places.txt --pages 5
      rescind check --again
    """
    from rescind.cli.say import Say

    how, say = Manner(**manner), Say(as_json)
    if pictures:
        if again or how.keep:
            raise click.UsageError(
                phrase("--again and --keep-evidence need your sealed file: leave the picture names out.")
            )
        return without_case(pictures, places, how, all_adults, say)
    from rescind.cli.check_case import with_case

    return with_case(places, how, case_file, passphrase_file, say, again=again)


def without_case(
    pictures: tuple[Path, ...], places: tuple[str, ...], how: Manner, all_adults: bool, say: Say
) -> int:
    """Look for the pictures at the places; print, and write nothing."""
    from rescind.cli.gate import ask_age

    if not places:
        raise click.UsageError(phrase("Say where to look: --place ADDRESS"))
    ask_age(all_adults, keeps=False)
    tally = Tally(say)
    for event in look(mine_from(pictures, say), places, how, say):
        tally.take(event)
    return tally.finish()


def mine_from(paths: tuple[Path, ...], say: Say) -> list[Mine]:
    """The person's pictures as fingerprints, numbered as they were named. Raises Trouble when one cannot be used."""
    from rescind.cli.say import Trouble
    from rescind.fingerprint import Unclear, of_images
    from rescind.person.check import Mine

    mine = []
    contents = ((number, path.read_bytes()) for number, path in enumerate(paths, 1))
    with say.progress(phrase("Reading your pictures"), total=len(paths)) as step:
        for number, result in of_images(contents):
            step()
            if isinstance(result, Unclear):
                raise Trouble(phrase("Picture {n} cannot be used. {why}", n=number, why=str(result)))
            if result.plain:
                raise Trouble(
                    phrase(
                        "Picture {n} is so plain that copies of it cannot be told from other plain pictures.",
                        n=number,
                    )
                )
            mine.append(Mine(number, result))
    return mine


def look(mine: Iterable[Mine], places: Iterable[str], how: Manner, say: Say) -> Iterator[Event]:
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
    plain: int = 0
    drawings: int = 0
    found: int = 0
    skipped: int = 0
    extra: dict[str, Any] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    following: set[str] = field(default_factory=set)

    def take(self, event: Event) -> None:
        """Say and count one event."""
        from rescind.person.sighting import Looked, NotLookedAt, Sighting

        match event:
            case Sighting():
                self.found += 1
                tell_sighting(event, self.say)
            case NotLookedAt():
                self.skipped += event.count
                tell_skipped(event, self.say)
            case Looked():
                self.pages += 1
                self.pictures += event.pictures
                self.plain += event.plain
                self.drawings += event.drawings
                self.read |= {event.page, event.address}
                self.following |= {event.next_page} if event.next_page else set()
                self.say.record(looked_record(event))

    def finish(self) -> Exit:
        """The last line, and the exit code that fits."""
        self.say.line(
            phrase(
                "Copies found: {found}. Looked at: {pages} pages with {pictures} pictures.",
                found=self.found,
                pages=self.pages,
                pictures=self.pictures,
            )
        )
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


def tell_sighting(seen: Sighting, say: Say) -> None:
    """One copy that was found."""
    from rescind.cli.report import likeness_words

    alike = likeness_words(seen.likeness.name, seen.distance, seen.turn)
    say.line(phrase("Copy of picture {n}: {alike}", n=seen.picture, alike=alike), style="bold")
    say.line(f"    {seen.file}")
    say.line("    " + phrase("on {page}", page=seen.page))
    say.record(sighting_record(seen, phrase("Copy of picture {n}: {alike}", n=seen.picture, alike=alike)))


def sighting_record(seen: Sighting, sentence: str) -> dict[str, Any]:
    """One sighting for a program."""
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
        "plain": event.plain,
        "found": event.sighted,
    }
