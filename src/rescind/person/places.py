"""The places a person names: web addresses, saved pages, pictures, folders, and lists of these.

What counts as a place is told to people in `docs/person/places.md`.
"""

import os
import re
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from rescind.net import FIRST_BYTES, HTML, PLAYLIST, NotFetched, sniff, target
from rescind.person.watch import Form, is_picture_file, is_video_file
from rescind.words import phrase

MOST_BYTES = 256 * 1024 * 1024
_LONGEST_LIST = 4 * 1024 * 1024
_FORMS = {
    ".html": Form.HTML,
    ".htm": Form.HTML,
    ".xhtml": Form.HTML,
    ".mhtml": Form.MHTML,
    ".mht": Form.MHTML,
    ".har": Form.HAR,
}
_SOUND = (".ogg", ".oga", ".opus", ".mka", ".wma")
"""Files that look like videos inside and are sound by their name."""

_PATH_START = re.compile(r"[./~\\]|[A-Za-z]:[\\/]")
_HOST = re.compile(
    r"(?:[\w-]+\.)+[^\W\d_][\w-]+\.?(?::\d{1,5})?\Z|localhost(?::\d{1,5})?\Z|\d+(?:\.\d+){3}(?::\d{1,5})?\Z"
)
_FILE_ENDING = re.compile(
    r"\.(?:jpe?g|jpe|jfif|png|gif|webp|avif|hei[cf]|tiff?|bmp|txt|html?|xhtml|mht|mhtml|har|list|csv|pdf|docx?|zip|mp4|mov)\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WebPlace:
    """An address on the web, a page or a picture. `word` is what the person named."""

    word: str
    address: str


@dataclass(frozen=True)
class SavedPage:
    """A page saved on this computer."""

    word: str
    path: Path
    form: Form


@dataclass(frozen=True)
class PictureFile:
    """A picture on this computer."""

    word: str
    path: Path


@dataclass(frozen=True)
class VideoFile:
    """A video on this computer."""

    word: str
    path: Path


@dataclass(frozen=True)
class Folder:
    """A folder on this computer, with all that lies in it."""

    word: str
    path: Path


Place = WebPlace | SavedPage | PictureFile | VideoFile | Folder


class PlaceNotUnderstood(Exception):
    """A word, or a line of a list, is no place. `str()` says which by its number and why; it repeats nothing
    of it.

    `number` counts the words from 1; `line` is the line of the list, when the word named one.
    """

    def __init__(self, why: str, *, number: int = 1, line: int | None = None) -> None:
        super().__init__(why, number, line)
        self.why = why
        self.number = number
        self.line = line

    def __str__(self) -> str:
        if self.line is not None:
            return phrase("Line {line} of your list: {why}", line=self.line, why=self.why)
        return phrase("Place {number}: {why}", number=self.number, why=self.why)


def read_file(path: Path) -> bytes:
    """Return the file's bytes. Raises OSError, also for a pipe or a device and for more than MOST_BYTES."""
    with _opened(path) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError("too large")
    return content


def read_start(path: Path) -> bytes:
    """Return the file's first bytes, enough to tell what it is. Raises OSError, also for a pipe or a device."""
    with _opened(path) as file:
        return file.read(FIRST_BYTES)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file. Anything else is refused unread: a pipe would wait, a device never end."""
    with open(path, "rb", opener=_not_waiting) as file:  # Path.open takes no opener
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        yield file


def _not_waiting(path: str, flags: int) -> int:
    """Open as asked, not waiting for somebody at the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def parse(words: Sequence[str], *, read: Callable[[Path], bytes] = read_file) -> tuple[Place, ...]:
    """Return the places the words name, each once, in their order.

    A word is an address (with or without `https://`), a folder, a saved page, a picture, or a text file that
    lists such words, one a line; `#` starts a comment there, and file names are seen from where the list is.
    A list names no further lists. Raises PlaceNotUnderstood. No address is called.
    """
    places: list[Place] = []
    for number, word in enumerate(words, start=1):
        try:
            places.extend(_places(word.strip(), read))
        except PlaceNotUnderstood as trouble:
            raise PlaceNotUnderstood(trouble.why, number=number, line=trouble.line) from None
    return tuple({_identity(place): place for place in reversed(places)}.values())[::-1]


def web_places(words: Sequence[str]) -> tuple[tuple[WebPlace, ...], tuple[tuple[str, str], ...]]:
    """Return the web addresses among words that came from elsewhere, each once, and every other word with why it is none.

    Nothing on this computer is named by such a word, whatever it says.
    """
    found: dict[str, WebPlace] = {}
    others: list[tuple[str, str]] = []
    for word in (word.strip() for word in words):
        if "://" not in word and not _looks_like_address(word):
            others.append((word, phrase("This is not a web address.")))
            continue
        try:
            place = _web(word, word if "://" in word else f"https://{word}")
        except PlaceNotUnderstood as trouble:
            others.append((word, trouble.why))
        else:
            found.setdefault(place.address, place)
    return tuple(found.values()), tuple(others)


def _identity(place: Place) -> tuple[str, str]:
    """Return what makes two words the same place."""
    if isinstance(place, WebPlace):
        return "address", place.address
    return "file", str(place.path.resolve())


def _places(word: str, read: Callable[[Path], bytes]) -> Iterator[Place]:
    """Yield the place a word names, or the places of the list it names."""
    place = _place(word, Path(), read)
    if not isinstance(place, _List):
        yield place
        return
    for line, listed in _lines(place.text):
        yield _listed(listed, place.path.parent, line, read)


def _listed(word: str, beside: Path, line: int, read: Callable[[Path], bytes]) -> Place:
    """Return the place on one line of a list."""
    try:
        place = _place(word, beside, read)
    except PlaceNotUnderstood as trouble:
        raise PlaceNotUnderstood(trouble.why, line=line) from None
    if isinstance(place, _List):
        raise PlaceNotUnderstood(phrase("a list cannot name another list."), line=line)
    return place


@dataclass(frozen=True)
class _List:
    """A text file that lists places."""

    path: Path
    text: str


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that say something, with their numbers. A `#` inside an address belongs to it."""
    for number, line in enumerate(text.splitlines(), start=1):
        said = re.split(r"(?:\A|\s)#", line, maxsplit=1)[0].strip()
        if said:
            yield number, said


def _place(word: str, beside: Path, read: Callable[[Path], bytes]) -> Place | _List:
    """Return what the word names; a relative file name is seen from `beside`."""
    if not word:
        raise PlaceNotUnderstood(phrase("there is nothing in it."))
    if "://" in word or word.lower().startswith(("http:", "https:")):
        return _web(word, word)
    path = _path(word, beside)
    if path is not None:
        return _on_disk(word, path, read)
    if _looks_like_address(word):
        return _web(word, f"https://{word}")
    raise PlaceNotUnderstood(phrase("there is no such file or folder, and it is not a web address."))


def _web(word: str, address: str) -> WebPlace:
    """Return the place at an address."""
    try:
        return WebPlace(word, target(address).text)
    except NotFetched as trouble:
        raise PlaceNotUnderstood(str(trouble)) from None


def _path(word: str, beside: Path) -> Path | None:
    """Return the file or folder of this name, or None when there is none."""
    try:
        path = beside / Path(word).expanduser()
        return path if path.exists() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _looks_like_address(word: str) -> bool:
    """Return whether a word without `https://` is meant as an address: it begins with a host name."""
    host, slash, _ = re.split(r"([/?#])", word, maxsplit=1) if re.search(r"[/?#]", word) else (word, "", "")
    if _PATH_START.match(word) or not _HOST.match(host):
        return False
    return bool(slash) or _FILE_ENDING.search(host) is None


def _on_disk(word: str, path: Path, read: Callable[[Path], bytes]) -> Place | _List:
    """Return what a file or folder is. Its content tells pictures, pages and lists apart, its name the rest."""
    if path.is_dir():
        return Folder(word, path)
    try:
        kind = kind_of_file(path)
        if kind == "video":
            return VideoFile(word, path)
        if kind is not None:
            return PictureFile(word, path) if kind == "picture" else SavedPage(word, path, kind)
        return _List(path, _list_text(read(path) if path.stat().st_size <= _LONGEST_LIST else b"\0"))
    except OSError:
        raise PlaceNotUnderstood(phrase("I am not able to read this file.")) from None


def kind_of_file(path: Path) -> Form | Literal["picture", "video"] | None:
    """Return "picture", "video", the form of a saved page, or None for a file that is neither. Raises OSError.

    A file with a picture's or video's name and other content counts as one, so that a damaged one is not passed
    over.
    """
    seen = sniff(read_start(path))
    if seen.startswith("image/") or is_picture_file(path.name):
        return "picture"
    if seen.startswith("video/") or seen == PLAYLIST or (not seen and is_video_file(path.name)):
        return None if path.suffix.lower() in _SOUND else "video"
    named = _FORMS.get(path.suffix.lower())
    return named or (Form.HTML if seen == HTML else None)


def _list_text(content: bytes) -> str:
    """Return the text of a list of places, as any text editor writes it."""
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    if len(content) <= _LONGEST_LIST:
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if "\0" not in text:
                return text
    raise PlaceNotUnderstood(phrase("this file is not a picture, a saved page or a list of places."))
