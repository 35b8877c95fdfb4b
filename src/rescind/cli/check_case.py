"""`rescind check` with a case: what is seen goes into the sealed file, and requests move on by themselves."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli.clock import utc_now
from rescind.cli.looking import Manner, Tally, look
from rescind.words import phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from rescind.cli.say import Say
    from rescind.person.again import Round
    from rescind.person.case import Case, Seen
    from rescind.person.case_look import Changes
    from rescind.person.check import Mine, MyVideo
    from rescind.person.sighting import Event
    from rescind.removal import Request

SAVE_EVERY = timedelta(seconds=60)
WAIT_FOR_LOCK = 60.0


class Kept:
    """The case file between the moments it is written: read once, and opened again for each save.

    So another window can work while this one looks, and what was seen is never further from the disk than a minute.
    """

    def __init__(self, path: Path, passphrase: str) -> None:
        from rescind.cli.say import Say
        from rescind.person import casefile

        self._path, self._passphrase = path, passphrase
        with (
            Say().progress(phrase("Opening your file")),
            casefile.open_case(path, passphrase, write=False) as self._box,
        ):
            pass

    @property
    def case(self) -> Case:
        """The case as it was last read or written."""
        return self._box.case

    def change(self, change: Callable[[Case], Case]) -> None:
        """Apply a change to the case as it is on the disk now, and keep the result."""
        from rescind.person import casefile

        with casefile.open_case(
            self._path, self._passphrase, wait=WAIT_FOR_LOCK, known=self._box
        ) as self._box:
            after = change(self._box.case)
            if after is not self._box.case:
                self._box.save(after)


def with_case(
    places: tuple[str, ...],
    how: Manner,
    case_file: Path,
    passphrase_file: Path | None,
    say: Say,
    *,
    again: bool,
) -> int:
    """Look for the case's pictures and note what was seen; with `again`, also what is gone or back."""
    from rescind.cli.unlock import passphrase_from
    from rescind.person import casefile
    from rescind.person.again import Round, places_again
    from rescind.person.case_look import named_words

    casefile.look(case_file)
    kept = Kept(case_file, passphrase_from(passphrase_file))
    mine = mine_of(kept.case)
    named = named_words(places)
    seen, tally = Round(), CaseTally(say, kept.case, again=again)
    before = places_again(kept.case) if again or not places else ()
    words = tuple(dict.fromkeys((*named, *still_there(before, tally))))
    if not words and not tally.count.skipped:
        raise click.UsageError(phrase("Say where to look: --place ADDRESS"))
    try:
        look_and_save(look(mine, words, how, say), named, kept, seen, tally)
        settle(kept, seen, named, mine, how, tally)
    except BaseException:
        save_at_last(kept, seen, named)
        raise
    return tally.finish()


def save_at_last(kept: Kept, seen: Round, named: tuple[str, ...]) -> None:
    """Keep what was seen when a check is cut off; a second Ctrl-C does not cut this off."""
    from rescind.cli.say import remark
    from rescind.person.case_look import with_seen

    if not seen.sightings and not seen.outcomes:
        return
    with without_interrupts():
        remark(phrase("Saving what was seen. This takes a few seconds."))
        kept.change(lambda case: with_seen(case, seen, named, utc_now()))
        remark(phrase("Saved."))


@contextmanager
def without_interrupts() -> Iterator[None]:
    """Let Ctrl-C, a closed window and a polite kill wait until the block ends."""
    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), signal.SIG_IGN) for name in names}
    try:
        yield
    finally:
        for name, was in before.items():
            signal.signal(getattr(signal, name), was)


def mine_of(case: Case) -> tuple[Mine | MyVideo, ...]:
    """The case's pictures and videos, ready to compare. Raises Trouble when there is none that can be told apart."""
    from rescind.cli.say import Trouble, remark
    from rescind.person.case_look import mine_in, whole_only

    mine = mine_in(case)
    if not mine:
        raise Trouble(
            phrase("There is no picture or video in your file to look for. `rescind case add FILE` adds one.")
        )
    if whole_only(case):
        remark(
            phrase(
                "Crops and other edited copies of these pictures are not found yet: {numbers}. "
                "Add the same files once more with `rescind case add`.",
                numbers=", ".join(map(str, whole_only(case))),
            )
        )
    return mine


def still_there(words: Iterable[str], tally: CaseTally) -> tuple[str, ...]:
    """Those places of the case that can be looked at; a file or folder that is not there any more is told as a gap."""
    from rescind.person.case_look import split_gone

    there, gaps = split_gone(words)
    for gap in gaps:
        tally.take(gap)
    return there


def look_and_save(
    events: Iterable[Event], named: tuple[str, ...], kept: Kept, seen: Round, tally: CaseTally
) -> None:
    """Take every event, say it, and save at most once a minute while something new came in."""
    from rescind.person.case_look import with_seen

    saved_at, saved = utc_now(), 0
    for event in events:
        seen.take(event)
        tally.take(event)
        if len(seen.sightings) > saved and utc_now() - saved_at > SAVE_EVERY:
            kept.change(lambda case: with_seen(case, seen, named, utc_now()))
            saved_at, saved = utc_now(), len(seen.sightings)


def settle(
    kept: Kept,
    seen: Round,
    named: tuple[str, ...],
    mine: Sequence[Mine | MyVideo],
    how: Manner,
    tally: CaseTally,
) -> None:
    """Find out what is gone, asking for the files themselves too, move the requests on, and save all of it."""
    from rescind.person.again import missing_now
    from rescind.person.case_look import changes, files_to_ask, settled

    missing = missing_now(kept.case, seen)
    files = files_round(files_to_ask(tally.case, missing), mine, how, tally)
    kept.change(lambda case: settled(case, missing, seen, files, named, utc_now()))
    tally.settled(changes(tally.case, kept.case, missing, files))


def files_round(
    files: tuple[str, ...], mine: Sequence[Mine | MyVideo], how: Manner, tally: CaseTally
) -> Round:
    """A round over the addresses of the files that the pages no longer show; gaps are told, sightings are not."""
    from rescind.person.again import Round
    from rescind.person.sighting import NotLookedAt

    found = Round()
    if files:
        for event in look(mine, files, Manner(1, how.allow_local, how.pause, keep=False), tally.say):
            found.take(event)
            if isinstance(event, NotLookedAt):
                tally.take(event)
    return found


class CaseTally(Tally):
    """A tally that knows the case as it was: says which copies are gone, back, or only off the page."""

    def __init__(self, say: Say, before: Case, *, again: bool) -> None:
        super().__init__(say, of_videos=frozenset(one.number for one in before.videos))
        self.again = again
        self.case = before

    def take(self, event: Any) -> None:
        """As the tally does; but when looking again, a page that does not exist any more is an answer, not a gap."""
        from rescind.person.sighting import NotLooked, NotLookedAt

        if self.again and isinstance(event, NotLookedAt) and event.kind is NotLooked.GONE:
            self.say.record(
                {
                    "kind": "gone_page" if event.file is None else "gone_file",
                    "page": event.page,
                    "file": event.file,
                }
            )
            return
        super().take(event)

    def settled(self, came: Changes) -> None:
        """Say what changed since the last time, and which files stand although their page dropped them."""
        for one in came.gone:
            self._copy("gone", gone_words(one, is_video=one.picture in self.of_videos), one)
        for one in came.still:
            self.count.found += 1
            self._copy("file_still_there", still_words(one), one)
        for one in came.back:
            self._copy("back", back_words(one, is_video=one.picture in self.of_videos), one)
        self.extra |= {"gone": len(came.gone), "back": len(came.back)}
        for moved in came.moved:
            self.moved(moved)

    def _copy(self, kind: str, sentence: str, one: Seen) -> None:
        self.say.line(sentence)
        self.say.record(
            {"kind": kind, "sentence": sentence, "picture": one.picture, "page": one.page, "file": one.file}
        )

    def moved(self, request: Request) -> None:
        """Say that a request moved on by what was seen."""
        from rescind.cli.due import sentence

        line = sentence(request, utc_now())
        self.say.line(line)
        self.say.record({"kind": "request", "sentence": line, "id": request.id, "state": request.state.value})


def gone_words(one: Seen, *, is_video: bool) -> str:
    """A copy that is gone."""
    if is_video:
        return phrase("Gone: video {n}, {file}", n=one.picture, file=one.file)
    return phrase("Gone: picture {n}, {file}", n=one.picture, file=one.file)


def still_words(one: Seen) -> str:
    """A copy whose file stands although its page dropped it."""
    return phrase("No longer on the page, but the file is still there: {file}", file=one.file)


def back_words(one: Seen, *, is_video: bool) -> str:
    """A copy that was gone and stands again."""
    if is_video:
        return phrase("Back again: video {n}, {file}", n=one.picture, file=one.file)
    return phrase("Back again: picture {n}, {file}", n=one.picture, file=one.file)
