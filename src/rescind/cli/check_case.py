"""`rescind check` with a case: what is seen goes into the sealed file, and requests move on by themselves."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
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

    casefile.look(case_file)
    kept = Kept(case_file, passphrase_from(passphrase_file))
    mine = mine_in(kept.case)
    named = named_words(places)
    seen, tally = Round(), CaseTally(say, kept.case, again=again)
    before = places_again(kept.case) if again or not places else ()
    words = tuple(dict.fromkeys((*named, *still_there(before, tally))))
    if not words and not tally.skipped:
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

    if not seen.sightings and not seen.outcomes:
        return
    with without_interrupts():
        remark(phrase("Saving what was seen. This takes a few seconds."))
        kept.change(lambda case: with_seen(case, seen, named))
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


def mine_in(case: Case) -> list[Mine | MyVideo]:
    """The case's pictures and videos, ready to compare. Raises Trouble when there is none that can be told apart."""
    from rescind.cli.say import Trouble, remark
    from rescind.person.check import Mine, MyVideo

    pictures = [Mine(one.number, one.fingerprint) for one in case.pictures if one.fingerprint.tells]
    videos = [MyVideo(one.number, one.fingerprint) for one in case.videos if one.fingerprint.usable]
    mine: list[Mine | MyVideo] = [*pictures, *videos]
    if not mine:
        raise Trouble(
            phrase("There is no picture or video in your file to look for. `rescind case add FILE` adds one.")
        )
    old = [str(one.number) for one in pictures if one.fingerprint.parts is None]
    if old:
        remark(
            phrase(
                "Crops and other edited copies of these pictures are not found yet: {numbers}. "
                "Add the same files once more with `rescind case add`.",
                numbers=", ".join(old),
            )
        )
    return mine


def named_words(places: Iterable[str]) -> tuple[str, ...]:
    """The places a person named, as they go into the case: lists taken apart, addresses and paths written whole."""
    from rescind.person import places as named

    parsed = named.parse(list(places))
    return tuple(
        one.address if isinstance(one, named.WebPlace) else str(one.path.resolve()) for one in parsed
    )


def still_there(words: Iterable[str], tally: CaseTally) -> Iterator[str]:
    """Those places of the case that can be looked at; a file or folder that is not there any more is told as a gap."""
    from rescind.person import places as named
    from rescind.person.sighting import NotLooked, NotLookedAt

    for word in words:
        try:
            named.parse([word])
        except named.PlaceNotUnderstood as gap:
            tally.take(NotLookedAt(word, word, None, NotLooked.UNREADABLE, gap.why))
        else:
            yield word


def look_and_save(
    events: Iterable[Event], named: tuple[str, ...], kept: Kept, seen: Round, tally: CaseTally
) -> None:
    """Take every event, say it, and save at most once a minute while something new came in."""
    saved_at, saved = utc_now(), 0
    for event in events:
        seen.take(event)
        tally.take(event)
        if len(seen.sightings) > saved and utc_now() - saved_at > SAVE_EVERY:
            kept.change(lambda case: with_seen(case, seen, named))
            saved_at, saved = utc_now(), len(seen.sightings)


def with_seen(case: Case, seen: Round, named: tuple[str, ...]) -> Case:
    """The case with the places named, what came of looking at them, and the sightings."""
    from rescind.person.again import with_outcomes
    from rescind.person.case import add_place, record_sightings

    for word in named:
        case = add_place(case, word, now=utc_now())
    return record_sightings(with_outcomes(case, seen, utc_now()), seen.sightings).case


def settle(
    kept: Kept, seen: Round, named: tuple[str, ...], mine: list[Mine | MyVideo], how: Manner, tally: CaseTally
) -> None:
    """Find out what is gone, asking for the files themselves too, move the requests on, and save all of it."""
    from rescind import removal
    from rescind.person.again import missing_now, with_gone
    from rescind.person.requests import after_look

    missing = missing_now(kept.case, seen)
    files = files_round(missing, mine, how, tally)
    gone = [one for one in missing if seen.proves_gone(one, files)]
    states = {one.id: one.state for one in kept.case.requests}

    def change(case: Case) -> Case:
        return after_look(with_gone(with_seen(case, seen, named), gone, utc_now()), utc_now(), removal.law)

    kept.change(change)
    tally.settled(kept.case, [one for one in missing if files.found_file(one)])
    for one in kept.case.requests:
        if states.get(one.id) is not one.state:
            tally.moved(one)


def files_round(
    missing: tuple[Seen, ...], mine: list[Mine | MyVideo], how: Manner, tally: CaseTally
) -> Round:
    """A round over the addresses of the files that the pages no longer show; gaps are told, sightings are not."""
    from rescind.person.again import Round, named_sites
    from rescind.person.requests import operator_of, own_address
    from rescind.person.sighting import NotLookedAt

    found = Round()
    sites = named_sites(tally.case)
    asked = [one for one in missing if operator_of(one.page) in sites]
    files = tuple(dict.fromkeys(address for one in asked if (address := own_address(one))))
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
        self.before = {one.key: one.stand.name for one in before.sightings}

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

    def settled(self, case: Case, still: list[Seen]) -> None:
        """Say what changed since the last time, and which files stand although their page dropped them."""
        was_gone = {key for key, stand in self.before.items() if stand == "GONE"}
        gone = [
            one
            for one in case.sightings
            if one.stand.name == "GONE" and one.key in self.before.keys() - was_gone
        ]
        back = [one for one in case.sightings if one.stand.name == "BACK" and one.key in was_gone]
        for one in gone:
            self._copy("gone", self._gone(one), one)
        for one in still:
            self.found += 1
            self._copy(
                "file_still_there",
                phrase("No longer on the page, but the file is still there: {file}", file=one.file),
                one,
            )
        for one in back:
            self._copy("back", self._back(one), one)
        self.extra |= {"gone": len(gone), "back": len(back)}

    def _gone(self, one: Seen) -> str:
        if one.picture in self.of_videos:
            return phrase("Gone: video {n}, {file}", n=one.picture, file=one.file)
        return phrase("Gone: picture {n}, {file}", n=one.picture, file=one.file)

    def _back(self, one: Seen) -> str:
        if one.picture in self.of_videos:
            return phrase("Back again: video {n}, {file}", n=one.picture, file=one.file)
        return phrase("Back again: picture {n}, {file}", n=one.picture, file=one.file)

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
