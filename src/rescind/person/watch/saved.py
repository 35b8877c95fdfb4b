"""Read pages that a browser saved: HTML with its folder, MHTML, and HAR recordings. Nothing is fetched for
them.

A saved page is read as the person's own copy: pictures it names and does not hold are counted, not called
for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rescind.person.watch.archive import archived
from rescind.person.watch.beside import on_disk
from rescind.person.watch.found import Form, PageFound, PictureAt
from rescind.person.watch.recording import recorded

Read = Callable[[Path], bytes]
"""Reads a whole file. Raises OSError."""


@dataclass(frozen=True)
class Sheet:
    """One saved page: its address where known (else the word the person named), and what it names.

    `found` holds only pictures that are there; `absent` counts those that are not in the copy. `content`
    gives a picture's bytes and may raise OSError. `files` are the files of this computer the pictures are in.
    """

    page: str
    found: PageFound
    absent: int
    content: Callable[[PictureAt], bytes]
    files: frozenset[Path] = frozenset()


def saved_sheets(path: Path, form: Form, *, word: str, read: Read) -> tuple[Sheet, ...]:
    """Return the pages a saved file holds: one, or as many as a recording has.

    Raises NotReadable when the file is not what it seems to be, and OSError when it cannot be read.
    """
    match form:
        case Form.HTML:
            return (_from_disk(path, word, read),)
        case Form.MHTML:
            page, found, absent, parts = archived(read(path), word=word)
            return (Sheet(page, found, absent, _from(parts)),)
        case Form.HAR:
            return tuple(
                Sheet(page, found, absent, take)
                for page, found, absent, take in recorded(read(path), word=word)
            )


def _from_disk(path: Path, word: str, read: Read) -> Sheet:
    """Return a page saved as HTML with its pictures in a folder beside it."""
    page, found, absent, files = on_disk(path, word=word, read=read)

    def content(picture: PictureAt) -> bytes:
        return picture.content if picture.content is not None else read(files[picture.address])

    return Sheet(page, found, absent, content, frozenset(files.values()))


def _from(parts: dict[str, bytes]) -> Callable[[PictureAt], bytes]:
    """Return what gives a picture's bytes out of the parts of an archive."""

    def content(picture: PictureAt) -> bytes:
        return picture.content if picture.content is not None else parts[picture.address]

    return content
