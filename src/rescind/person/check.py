"""Look at the places a person named for copies of their pictures, and tell each thing as it is found.

Nothing is written. No address is called but the pages, pictures and videos named, the pictures and videos
those pages name, the pieces a playlist names, and, when asked, the pages that follow them.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from rescind import fingerprint, match
from rescind.net import EITHER, PAGES, PICTURES, Fetch, Fetched, Kinds, NotFetched, Reason
from rescind.person.places import (
    Folder,
    PictureFile,
    Place,
    SavedPage,
    VideoFile,
    WebPlace,
    kind_of_file,
    read_file,
)
from rescind.person.sighting import Event, Looking, NotLooked, NotLookedAt
from rescind.person.watch import (
    Form,
    FoundAs,
    NotReadable,
    PageFound,
    PictureAt,
    Sheet,
    VideoAt,
    is_video_file,
    pictures_on,
    saved_sheets,
)
from rescind.person.watch.alike import Alike, Reel, Seen
from rescind.person.watch.film import OfVideo
from rescind.person.watch.folder import InFolder, in_folder
from rescind.person.watch.leaf import Leaf, Looks, tell
from rescind.person.watch.look import Clock, Compare, Eyes, Mine, MyVideo, OfImage, Outcome, trouble_of
from rescind.person.watch.site_file import Bounds
from rescind.person.watch.video_eyes import VideoEyes
from rescind.words import phrase, phrases

__all__ = ["Mine", "MyVideo", "check"]

UPRIGHT = partial(fingerprint.of_image, turns=False)
"""What is found is compared as it lies, as a whole and in parts; the turns are those of the person's own picture."""


def check(
    pictures: Sequence[Mine | MyVideo],
    places: Sequence[Place],
    *,
    fetch: Fetch,
    clock: Clock,
    pages: int = 1,
    keep: bool = False,
    of_image: OfImage = UPRIGHT,
    compare: Compare = match.compare,
    of_video: OfVideo = fingerprint.of_video,
    reel: Callable[[Seen], Reel] = match.Reel,
    read: Callable[[Path], bytes] = read_file,
    bounds: Bounds = Bounds(),  # noqa: B008  # it is frozen
) -> Iterator[Event]:
    """Yield what is seen at the places, as it is seen.

    For each page: `Looking`; then for each picture and then for each video on it `Looking` and its `Sighting`s or
    a `NotLookedAt`, for a video both when only a part of it was seen; then a `NotLookedAt` for each thing that is
    told together; then `Looked`. Or, in place of all but the first, one `NotLookedAt` for the whole page. What
    several pages name is fetched once and told on each. `pages` is the most pages followed from each place,
    itself counted. `keep` puts a copy's bytes into its sighting. `bounds` is how much is fetched of one video.
    `clock` returns the time in UTC.
    """
    alike = Alike(pictures, compare=compare, reel=reel, clock=clock)
    eyes = Eyes(alike.to_picture, of_image=of_image, keep=keep)
    video_eyes = VideoEyes(alike, of_video=of_video, fetch=fetch, keep=keep, bounds=bounds)
    run = _Run(fetch, clock, max(1, pages), eyes, video_eyes, read)
    for place in places:
        yield from run.at(place)


@dataclass
class _Run:
    """One run of `check`. `known` and `watched` hold the outcome at each picture's and video's address asked so
    far.
    """

    fetch: Fetch
    clock: Clock
    pages: int
    eyes: Eyes
    video_eyes: VideoEyes
    read: Callable[[Path], bytes]
    known: dict[str, Outcome] = field(default_factory=dict)
    watched: dict[str, Outcome] = field(default_factory=dict)

    def at(self, place: Place) -> Iterator[Event]:
        """Yield what is seen at one place."""
        yield Looking(place.word, _page_of(place))
        match place:
            case WebPlace(word, address):
                yield from self._web(word, address)
            case SavedPage(word, path, form):
                yield from self._saved(word, path, form, set())
            case PictureFile(word, path):
                yield from self._files(word, pictures=(path,))
            case VideoFile(word, path):
                yield from self._files(word, videos=(path,))
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
            leaf = self._opened(word, address, kinds)
        except NotFetched as problem:
            yield _whole(word, address, trouble_of(problem))
            return None
        except NotReadable:
            yield _whole(word, address, _unreadable())
            return None
        looks = Looks(self._look_at_address, self._watch_address, self.video_eyes.missing)
        yield from tell(leaf, looks, self.clock)
        return leaf

    def _opened(self, word: str, address: str, kinds: Kinds) -> Leaf:
        """Return what is at an address as a page; a picture or a video is a page of one. Raises NotFetched,
        NotReadable.
        """
        film = Leaf(word, address, address, PageFound("", (), videos=(VideoAt(address, FoundAs.NAMED),)))
        if is_video_file(address):
            return film
        try:
            return self._leaf(word, self.fetch(address, kinds=kinds))
        except NotFetched as problem:
            if problem.reason is not Reason.WRONG_KIND or self._watch_address(film.found.videos[0]).trouble:
                raise
        return film

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

    def _watch_address(self, video: VideoAt) -> Outcome:
        """Return the outcome at a video's address, asked once however often it is named."""
        if video.content is not None:
            return self.video_eyes.on_own(video.content)
        if video.address not in self.watched:
            self.watched[video.address] = self.video_eyes.on_site(video.address)
        return self.watched[video.address]

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
            files.update(sheet.paths.values())
            leaf = Leaf(word, sheet.page, sheet.page, sheet.found, sheet.absent)
            yield from tell(leaf, self._looks_at(sheet), self.clock)

    def _looks_at(self, sheet: Sheet) -> Looks:
        """Return what looks at the pictures and videos of a saved page."""

        def picture(named: PictureAt) -> Outcome:
            try:
                return self.eyes.on_bytes(sheet.content(named))
            except OSError:
                return Outcome(NotLooked.UNREADABLE, _not_open())

        def video(named: VideoAt) -> Outcome:
            try:
                return self.video_eyes.on_own(sheet.film(named))
            except OSError:
                return Outcome(NotLooked.UNREADABLE, _not_open())

        return Looks(picture, video, self.video_eyes.missing)

    def _files(
        self, word: str, *, pictures: Sequence[Path] = (), videos: Sequence[Path] = ()
    ) -> Iterator[Event]:
        """Yield what is seen in picture and video files, told as one page."""
        named = {str(path): path for path in (*pictures, *videos)}
        found = PageFound(
            "",
            tuple(PictureAt(str(path), FoundAs.NAMED) for path in pictures),
            videos=tuple(VideoAt(str(path), FoundAs.NAMED) for path in videos),
        )
        sheet = Sheet(word, found, 0, lambda file: self.read(named[file.address]), named)
        yield from tell(Leaf(word, word, word, found), self._looks_at(sheet), self.clock)

    def _folder(self, word: str, folder: Path) -> Iterator[Event]:
        """Yield what is seen in a folder: on its saved pages, then in the pictures and videos that belong to none
        of them.
        """
        held = in_folder(folder, kind_of_file)
        files: set[Path] = set()
        for path, form in held.pages:
            yield Looking(word, str(path))
            yield from self._saved(word, path, form, files)
        yield from _not_in_folder(word, held)
        pictures = [path for path in held.pictures if path.resolve() not in files]
        videos = [path for path in held.videos if path.resolve() not in files]
        if pictures or videos or not held.pages:
            yield from self._files(word, pictures=pictures, videos=videos)


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
