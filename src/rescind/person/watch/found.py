"""What a page was found to hold."""

from dataclasses import dataclass, field
from enum import Enum


class FoundAs(Enum):
    """In which way a page names a picture."""

    SHOWN = "shown"
    SIZES = "sizes"
    LATER = "later"
    POSTER = "poster"
    BUTTON = "button"
    ANNOUNCED = "announced"
    DESCRIBED = "described"
    BACKGROUND = "background"
    LINKED = "linked"
    DRAWN = "drawn"
    SAVED = "saved"
    NAMED = "named"


class Form(Enum):
    """In which form a page was saved."""

    HTML = "html"
    MHTML = "mhtml"
    HAR = "har"


@dataclass(frozen=True)
class PictureAt:
    """A picture a page names. `address` is absolute where it could be made so.

    `content` is there when the page itself holds the picture. Pictures of one `group` were named by one
    element: the same picture, as a rule, in several sizes.
    """

    address: str
    found_as: FoundAs
    group: int = field(default=0, compare=False)
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class VideoAt:
    """A video a page names: a file or a playlist. `address` is absolute where it could be made so.

    `content` is there when the page itself holds the video. Videos of one `group` were named by one element: the
    same video, as a rule, in several forms, the one that is read with least effort first.
    """

    address: str
    found_as: FoundAs
    group: int = field(default=0, compare=False)
    content: bytes | None = field(default=None, repr=False)


FileAt = PictureAt | VideoAt


@dataclass(frozen=True)
class PageFound:
    """A page's title, its pictures and videos (each address once, in the page's order), and the pages that
    follow it.

    `left_out` counts the pictures named beyond the most that are looked at, `videos_left_out` the videos. Of
    `nameless` videos the page shows a player and no file; `videos_absent` are named and not in the saved copy.
    `frames` are the other pages it shows inside itself.
    """

    title: str
    pictures: tuple[PictureAt, ...]
    next_pages: tuple[str, ...] = ()
    left_out: int = 0
    videos: tuple[VideoAt, ...] = ()
    frames: int = 0
    videos_left_out: int = 0
    nameless: int = 0
    videos_absent: int = 0
