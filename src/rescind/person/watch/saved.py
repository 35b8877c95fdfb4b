"""Read pages that a browser saved: HTML with its folder, MHTML, and HAR recordings. Nothing is fetched for
them.

A saved page is read as the person's own copy: pictures it names and does not hold are counted, not called
for.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rescind.person.watch.archive import archived
from rescind.person.watch.beside import on_disk
from rescind.person.watch.found import FileAt, Form, PageFound, VideoAt
from rescind.person.watch.recording import recorded

Read = Callable[[Path], bytes]
"""Reads a whole file. Raises OSError."""


@dataclass(frozen=True)
class Sheet:
    """One saved page: its address where known (else the word the person named), and what it names.

    `found` holds only pictures and videos that are there; `absent` counts the pictures that are not in the copy.
    `content` gives a file's bytes and may raise OSError. `paths` are the files of this computer they are in.
    """

    page: str
    found: PageFound
    absent: int
    content: Callable[[FileAt], bytes]
    paths: Mapping[str, Path] = field(default_factory=dict)

    def film(self, video: VideoAt) -> Path | bytes:
        """Return a video's own file where it has one, which need not be read at once, else its bytes."""
        path = self.paths.get(video.address)
        return path if path is not None and video.content is None else self.content(video)


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

    def content(file: FileAt) -> bytes:
        return file.content if file.content is not None else read(files[file.address])

    return Sheet(page, found, absent, content, files)


def _from(parts: dict[str, bytes]) -> Callable[[FileAt], bytes]:
    """Return what gives a file's bytes out of the parts of an archive."""

    def content(file: FileAt) -> bytes:
        return file.content if file.content is not None else parts[file.address]

    return content
