"""The two checks: the person's files against the pages they named, and everything in their sealed file again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from rescind.cli.check_case import back_words, gone_words, still_words
from rescind.cli.checks.handed import OwnFile, Visit
from rescind.cli.checks.markup import paragraph
from rescind.cli.checks.run import Run
from rescind.cli.checks.told import Story
from rescind.cli.clock import utc_now
from rescind.cli.due import sentence
from rescind.cli.looking import Manner, look_at
from rescind.cli.own_files import why
from rescind.fingerprint import FIRST_BYTES, FingerprintError, Unclear, is_video, of_image, of_video
from rescind.person import casefile
from rescind.person import places as named_places
from rescind.person.again import Round, missing_now, places_again
from rescind.person.case import Case
from rescind.person.case_look import Changes, changes, files_to_ask, mine_in, settled, split_gone, with_seen
from rescind.person.check import Mine, MyVideo
from rescind.person.sighting import Event, NotLookedAt
from rescind.words import phrase


@dataclass
class Came:
    """What a check came to: its story, and the sealed file that knows of it, or why that could not be sealed."""

    story: Story
    sealed: bytes | None = field(default=None, repr=False)
    trouble: str = ""


def of_pictures(visit: Visit, how: Manner, came: Came) -> Callable[[Run], None]:
    """Return the work of looking for the files of a visit at its places, noted in `came`."""

    def work(run: Run) -> None:
        story = came.story
        for word, reason in visit.not_places:
            story.count.skipped += 1
            story.gap(word, reason)
        mine = list(_mine(visit.files, run, story))
        visit.files = ()  # what is compared from here on are the fingerprints
        story.of_videos = frozenset(one.number for one in mine if isinstance(one, MyVideo))
        for event in run.heard(lambda: look_at(mine, visit.places, how)) if mine else ():
            story.take(event)
        _own_up(run, story)

    return work


def _mine(files: tuple[OwnFile, ...], run: Run, story: Story) -> Iterator[Mine | MyVideo]:
    """Yield the files that can be looked for; the others are told, and count as not looked at."""
    story.tell(paragraph(phrase("Reading your files"), class_="small"))
    for one in files:
        if run.stopped:
            return
        mine = _fingerprinted(one)
        if isinstance(mine, str):
            story.count.skipped += 1
            story.gap(phrase("your file {n}", n=one.number), mine)
        else:
            yield mine


def _fingerprinted(own: OwnFile) -> Mine | MyVideo | str:
    """A file ready to compare, or why it cannot be."""
    try:
        if is_video(own.content[:FIRST_BYTES]):
            film = of_video(own.content)
            if not film.plain:
                return MyVideo(own.number, film)
        else:
            picture = of_image(own.content)
            if picture.tells:
                return Mine(own.number, picture)
    except Unclear as unclear:
        return why(unclear)
    except FingerprintError as error:
        return str(error)
    return phrase("It is so plain that copies of it cannot be told from others.")


def of_case(visit: Visit, how: Manner, came: Came) -> Callable[[Run], None]:
    """Return the work of looking again at everything in the open case of a visit, noted in `came`."""
    before = visit.case
    assert before is not None
    came.story.again = True
    came.story.of_videos = frozenset(one.number for one in before.videos)

    def work(run: Run) -> None:
        try:
            after = _looked_again(before, how, run, came.story)
        finally:
            words, visit.passphrase, visit.case = visit.passphrase, "", None
        _own_up(run, came.story)
        if not words:
            return  # everything was forgotten meanwhile
        run.tell(paragraph(phrase("Sealing your file again. This takes a few seconds."), class_="small"))
        try:
            came.sealed = casefile.seal(after, words)
        except casefile.CaseFileError as trouble:
            came.trouble = str(trouble)

    return work


def _looked_again(before: Case, how: Manner, run: Run, story: Story) -> Case:
    """The case after a round over its places and one over the files that pages no longer show."""
    seen = Round()
    mine = mine_in(before)
    there, gaps = split_gone(places_again(before))
    for event in chain(gaps, _heard(run, mine, there, how)):
        seen.take(event)
        story.take(event)
    if run.stopped or not run.whole:
        return with_seen(before, seen, (), utc_now())
    missing = missing_now(before, seen)
    files = _files_round(_heard(run, mine, files_to_ask(before, missing), how), story)
    if run.stopped or not run.whole:
        return with_seen(before, seen, (), utc_now())
    after = settled(before, missing, seen, files, (), utc_now())
    _tell_changes(story, changes(before, after, missing, files))
    return after


def _heard(
    run: Run, mine: tuple[Mine | MyVideo, ...], words: tuple[str, ...], how: Manner
) -> Iterator[Event]:
    """What looking at these places of the case tells."""
    return run.heard(lambda: look_at(mine, named_places.parse(words), how)) if words else iter(())


def _files_round(events: Iterator[Event], story: Story) -> Round:
    """A round over the files that pages no longer show; gaps are told, sightings are not."""
    files = Round()
    for event in events:
        files.take(event)
        if isinstance(event, NotLookedAt):
            story.take(event)
    return files


def _tell_changes(story: Story, came: Changes) -> None:
    """Tell which copies are gone or back, which files still stand, and which requests moved on."""
    for one in came.gone:
        story.change(gone_words(one, is_video=one.picture in story.of_videos))
    for one in came.still:
        story.count.found += 1
        story.change(still_words(one))
    for one in came.back:
        story.change(back_words(one, is_video=one.picture in story.of_videos))
    for request in came.moved:
        story.change(sentence(request, utc_now()))


def _own_up(run: Run, story: Story) -> None:
    """Say so when the check ended by a mistake of ours: then not everything was looked at."""
    if not run.whole and not run.stopped:
        story.count.skipped += 1
        words = phrase("Something went wrong on our side. Not everything was looked at.")
        story.tell(paragraph(words, class_="problem"))
