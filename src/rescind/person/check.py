"""Look at the places a person named for copies of their pictures, and tell each thing as it is found.

Nothing is written. No address is called but the pages and pictures named, the pictures those pages name, and,
when asked, the pages that follow them.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from rescind import fingerprint, match
from rescind.net import EITHER, PAGES, PICTURES, Fetch, Fetched, Kinds, NotFetched, Reason
from rescind.person.places import Folder, PictureFile, Place, SavedPage, WebPlace, kind_of_file, read_file
from rescind.person.sighting import Event, Looking, NotLooked, NotLookedAt
from rescind.person.watch import (
    Form,
    FoundAs,
    NotReadable,
    PageFound,
    PictureAt,
    Sheet,
    pictures_on,
    saved_sheets,
)
from rescind.person.watch.folder import InFolder, in_folder
from rescind.person.watch.leaf import Leaf, tell
from rescind.person.watch.look import Clock, Compare, Eyes, Mine, OfImage, Outcome, trouble_of
from rescind.words import phrase, phrases

__all__ = ["Mine", "check"]

UPRIGHT = partial(fingerprint.of_image, turns=False)
"""What is found is compared as it lies, as a whole and in parts; the turns are those of the person's own picture."""


def check(
    pictures: Sequence[Mine],
    places: Sequence[Place],
    *,
    fetch: Fetch,
    clock: Clock,
    pages: int = 1,
    keep: bool = False,
    of_image: OfImage = UPRIGHT,
    compare: Compare = match.compare,
    read: Callable[[Path], bytes] = read_file,
) -> Iterator[Event]:
    """Yield what is seen at the places, as it is seen.

    For each page: `Looking`; then for each picture on it `Looking` and its `Sighting`s or a `NotLookedAt`;
    then a `NotLookedAt` for each thing that is told together; then `Looked`. Or, in place of all but the
    first, one `NotLookedAt` for the whole page. A picture that several pages name is fetched once and told on
    each. `pages` is the most pages followed from each place, itself counted. `keep` puts a copy's bytes into
    its sighting. `clock` returns the time in UTC.
    """
    eyes = Eyes(pictures, of_image=of_image, compare=compare, clock=clock, keep=keep)
    run = _Run(fetch, clock, max(1, pages), eyes, read)
    for place in places:
        yield from run.at(place)


@dataclass
class _Run:
    """One run of `check`. `known` holds the outcome at each picture address asked so far."""

    fetch: Fetch
    clock: Clock
    pages: int
    eyes: Eyes
    read: Callable[[Path], bytes]
    known: dict[str, Outcome] = field(default_factory=dict)

    def at(self, place: Place) -> Iterator[Event]:
        """Yield what is seen at one place."""
        yield Looking(place.word, _page_of(place))
        match place:
            case WebPlace(word, address):
                yield from self._web(word, address)
            case SavedPage(word, path, form):
                yield from self._saved(word, path, form, set())
            case PictureFile(word, path):
                yield from self._files(word, (path,))
            case Folder(word, path):
                yield from self._folder(word, path)

    def _web(self, word: str, address: str) -> Iterator[Event]:
        """Yield what is seen at an address, and on the pages that follow it as far as was asked."""
        seen = {address}
        leaf = yield from self._web_page(word, address, EITHER)
        for _ in range(self.pages - 1):
            following = (
                next((one for one in leaf.found.next_pages if one not in seen), None) if leaf else None
            )
            if following is None:
                return
            seen.add(following)
            yield Looking(word, following)
            leaf = yield from self._web_page(word, following, PAGES)

    def _web_page(self, word: str, address: str, kinds: Kinds) -> Generator[Event, None, Leaf | None]:
        """Yield what is seen on one page; return it, or nothing when it could not be looked at."""
        try:
            leaf = self._leaf(word, self.fetch(address, kinds=kinds))
        except NotFetched as problem:
            yield _whole(word, address, trouble_of(problem))
            return None
        except NotReadable:
            yield _whole(word, address, _unreadable())
            return None
        yield from tell(leaf, self._look_at_address, self.clock)
        return leaf

    def _leaf(self, word: str, fetched: Fetched) -> Leaf:
        """Return what an address answered as a page; a picture is a page of one. Raises NotFetched,
        NotReadable.
        """
        if fetched.media_type.startswith("image/"):
            self.known[fetched.asked] = self.eyes.on_fetched(fetched)
            alone = PageFound("", (PictureAt(fetched.asked, FoundAs.NAMED),))
            return Leaf(word, fetched.asked, fetched.address, alone)
        if len(fetched.body) > PAGES.most_bytes:
            raise NotFetched(Reason.TOO_LARGE)
        content_type = dict(fetched.headers).get("content-type", "")
        found = pictures_on(fetched.body, address=fetched.address, content_type=content_type)
        return Leaf(word, fetched.asked, fetched.address, found)

    def _look_at_address(self, picture: PictureAt) -> Outcome:
        """Return the outcome at a picture's address, asked once however often it is named."""
        if picture.content is not None:
            return self.eyes.on_bytes(picture.content)
        if picture.address not in self.known:
            self.known[picture.address] = self._fetched(picture.address)
        return self.known[picture.address]

    def _fetched(self, address: str) -> Outcome:
        """Fetch a picture and look at it."""
        try:
            return self.eyes.on_fetched(self.fetch(address, kinds=PICTURES))
        except NotFetched as problem:
            return trouble_of(problem)

    def _saved(self, word: str, path: Path, form: Form, files: set[Path]) -> Iterator[Event]:
        """Yield what is seen on a saved page; add to `files` those its pictures are in."""
        try:
            sheets = saved_sheets(path, form, word=word, read=self.read)
        except OSError:
            yield _whole(word, word, Outcome(NotLooked.UNREADABLE, _not_open()))
            return
        except NotReadable:
            yield _whole(word, word, _unreadable())
            return
        for sheet in sheets:
            files.update(sheet.files)
            leaf = Leaf(word, sheet.page, sheet.page, sheet.found, sheet.absent)
            yield from tell(leaf, self._looker_at(sheet), self.clock)

    def _looker_at(self, sheet: Sheet) -> Callable[[PictureAt], Outcome]:
        """Return what looks at the pictures of a saved page."""

        def look(picture: PictureAt) -> Outcome:
            try:
                return self.eyes.on_bytes(sheet.content(picture))
            except OSError:
                return Outcome(NotLooked.UNREADABLE, _not_open())

        return look

    def _files(self, word: str, paths: Sequence[Path]) -> Iterator[Event]:
        """Yield what is seen in picture files, told as one page."""
        named = {str(path): path for path in paths}
        found = PageFound("", tuple(PictureAt(name, FoundAs.NAMED) for name in named))
        sheet = Sheet(word, found, 0, lambda picture: self.read(named[picture.address]))
        yield from tell(Leaf(word, word, word, found), self._looker_at(sheet), self.clock)

    def _folder(self, word: str, folder: Path) -> Iterator[Event]:
        """Yield what is seen in a folder: on its saved pages, then in the pictures that belong to none of
        them.
        """
        held = in_folder(folder, kind_of_file)
        files: set[Path] = set()
        for path, form in held.pages:
            yield Looking(word, str(path))
            yield from self._saved(word, path, form, files)
        yield from _not_in_folder(word, held)
        alone = [path for path in held.pictures if path.resolve() not in files]
        if alone or not held.pages:
            yield from self._files(word, alone)


def _page_of(place: Place) -> str:
    """Return what a place's page is called before it was opened."""
    return place.address if isinstance(place, WebPlace) else place.word


def _whole(word: str, page: str, outcome: Outcome) -> NotLookedAt:
    """Return the word that a whole page was not looked at."""
    return NotLookedAt(word, page, None, outcome.trouble or NotLooked.BROKEN, outcome.reason)


def _unreadable() -> Outcome:
    """Return the outcome of a page that cannot be read."""
    return Outcome(
        NotLooked.UNREADABLE, phrase("I cannot read this page. It may be damaged, or built in an odd way.")
    )


def _not_open() -> str:
    """Return the sentence for a file that cannot be opened."""
    return phrase("I am not able to open this file.")


def _not_in_folder(word: str, held: InFolder) -> Iterator[NotLookedAt]:
    """Yield what in a folder was not looked at."""
    leaf = Leaf(word, word, word, PageFound("", ()))
    if held.links:
        links = phrases(
            "There is {n} link to somewhere else in this folder. I did not follow it.",
            "There are {n} links to somewhere else in this folder. I did not follow them.",
            held.links,
        )
        yield leaf.not_looked_at(NotLooked.LINK, links, count=held.links)
    if held.unreadable:
        yield leaf.not_looked_at(NotLooked.LOCKED, _not_open(), count=held.unreadable)
    if held.left_out:
        more = phrases(
            "There is {n} more file here than I look at.",
            "There are {n} more files here than I look at.",
            held.left_out,
        )
        yield leaf.not_looked_at(NotLooked.TOO_MANY, more, count=held.left_out)
