"""A part of a file, asked for by its first and last byte, and what of it an answer gives.

Source: RFC 9110, section 14.
"""

import re
from dataclasses import dataclass

from rescind.net.reasons import NotFetched, Reason

_CONTENT_RANGE = re.compile(
    r"bytes[ \t]+([0-9]{1,15})[ \t]*-[ \t]*([0-9]{1,15})[ \t]*/[ \t]*([0-9]{1,15}|\*)", re.IGNORECASE
)
_STRONG = re.compile(r"\"[\x21\x23-\x7e\x80-\xff]{0,200}\"")
_DATE = re.compile(r"[A-Za-z]{3}, [0-9]{2} [A-Za-z]{3} [0-9]{4} [0-9:]{8} GMT")


@dataclass(frozen=True)
class Span:
    """The bytes wanted, from `first` to `last`, both counted. `mark` is what names the version of the file they
    shall be of (see `mark_of`); when it is empty, any will do.
    """

    first: int
    last: int
    mark: str = ""

    @property
    def length(self) -> int:
        """How many bytes these are."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Portion:
    """The bytes an answer gave, from `first` to `last`, both counted; of `whole` in all, None when the site did
    not say. An answer without bytes has `last` one less than `first`.
    """

    first: int
    last: int
    whole: int | None


def content_range(text: str) -> Portion | None:
    """Return what a Content-Range header says, or None when it is none that makes sense."""
    told = _CONTENT_RANGE.fullmatch(text.strip())
    if told is None:
        return None
    first, last = int(told[1]), int(told[2])
    whole = None if told[3] == "*" else int(told[3])
    sound = first <= last and (whole is None or last < whole)
    return Portion(first, last, whole) if sound else None


def portion_given(span: Span, told: str, encoding: str) -> Portion:
    """Return which part a 206 answer gives. `told` is its Content-Range, `encoding` its Content-Encoding.

    Raises NotFetched(WRONG_PART) unless it starts where it was asked to, goes no further, and is not packed:
    the bytes of a packed file are not those of the file.
    """
    portion = content_range(told)
    plain = encoding.strip().lower() in ("", "identity")
    if portion is None or not plain or portion.first != span.first or portion.last > span.last:
        raise NotFetched(Reason.WRONG_PART)
    return portion


def mark_of(headers: dict[str, str]) -> str:
    """Return what names this version of a file in an If-Range header: a strong ETag, else its date, else nothing."""
    etag, dated = headers.get("etag", "").strip(), headers.get("last-modified", "").strip()
    if _STRONG.fullmatch(etag):
        return etag
    return dated if _DATE.fullmatch(dated) else ""


def headers_for(span: Span) -> list[tuple[bytes | str, bytes | str]]:
    """Return the headers that ask for the part, and for nothing packed."""
    asked: list[tuple[bytes | str, bytes | str]] = [
        ("Range", f"bytes={span.first}-{span.last}"),
        ("Accept-Encoding", "identity"),
    ]
    return [*asked, ("If-Range", span.mark)] if span.mark else asked
