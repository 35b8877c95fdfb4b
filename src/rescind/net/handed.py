"""A form that a browser on this computer hands over: its fields and files, read within bounds and kept in memory alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl

import multipart

MOST_BYTES = 256 * 2**20
"""A whole form with its files."""
MOST_PARTS = 2000
MOST_TEXT = 2**20
"""All fields that are no files."""
_STEP = 2**18


class FormRefused(Exception):
    """A form was not taken. `status` is what the browser is told."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True)
class HandedFile:
    """A file of a form: the field it stood in, what the form calls it, and its bytes."""

    stood_in: str
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Form:
    """What was handed over. `fields` are in the order of the form, each with its name."""

    fields: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    files: tuple[HandedFile, ...] = ()

    def first(self, name: str) -> str:
        """Return the first field of this name; empty when there is none."""
        return next((value for called, value in self.fields if called == name), "")


def read_form(content_type: str | None, length: str | None, read: Callable[[int], bytes]) -> Form:
    """Return the form of a request with these headers. Raises FormRefused: no length, too large, cut off, or no form.

    `read` returns at most so many bytes of it and nothing at the end; it may raise OSError, as when the sender is too slow.
    """
    kind, said = multipart.parse_options_header(content_type or "")
    size = _size(length)
    pieces = _pieces(read, size)
    if kind == "application/x-www-form-urlencoded" and size <= MOST_TEXT:
        return Form(_fields(b"".join(pieces)))
    if kind == "multipart/form-data":
        return _parts(pieces, said.get("boundary", ""), size)
    raise FormRefused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE)


def _size(said: str | None) -> int:
    """Return how long the form says it is."""
    if said is None or not (said.isascii() and said.isdigit()):
        raise FormRefused(HTTPStatus.LENGTH_REQUIRED)
    if len(said) > 12 or int(said) > MOST_BYTES:
        raise FormRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return int(said)


def _pieces(read: Callable[[int], bytes], size: int) -> Iterator[bytes]:
    left = size
    while left:
        piece = read(min(left, _STEP))
        if not piece:
            raise FormRefused(HTTPStatus.BAD_REQUEST)
        left -= len(piece)
        yield piece


def _fields(content: bytes) -> tuple[tuple[str, str], ...]:
    try:
        found = parse_qsl(
            content.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_PARTS
        )
    except ValueError:
        raise FormRefused(HTTPStatus.BAD_REQUEST) from None
    return tuple(found)


def _parts(pieces: Iterator[bytes], boundary: str, size: int) -> Form:
    fields: list[tuple[str, str]] = []
    files: list[HandedFile] = []
    try:
        for part, content in _segments(pieces, boundary, size):
            if part.filename is None:
                fields.append((part.name, content.decode("utf-8")))
            else:
                files.append(HandedFile(part.name, part.filename, bytes(content)))
    except multipart.ParserLimitReached:
        raise FormRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE) from None
    except (multipart.MultipartError, ValueError):
        raise FormRefused(HTTPStatus.BAD_REQUEST) from None
    if sum(len(value) for _, value in fields) > MOST_TEXT:
        raise FormRefused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return Form(tuple(fields), tuple(files))


def _segments(
    pieces: Iterator[bytes], boundary: str, size: int
) -> Iterator[tuple[multipart.MultipartSegment, bytearray]]:
    """Yield each part with its bytes. Raises MultipartError, also for a form that ends too early."""
    parser = multipart.PushMultipartParser(
        boundary, content_length=size, max_segment_count=MOST_PARTS, strict=True
    )
    part, content = None, bytearray()
    with parser:
        for piece in pieces:
            for event in parser.parse(piece):
                if isinstance(event, multipart.MultipartSegment):
                    part, content = event, bytearray()
                elif event is not None:
                    content += event
                elif part is not None:
                    yield part, content
