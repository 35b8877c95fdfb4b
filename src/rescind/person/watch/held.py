"""Tell which pictures and videos of a saved page are in the copy."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from rescind.person.watch.found import FileAt, PageFound, PictureAt, VideoAt

File = TypeVar("File", PictureAt, VideoAt)


def only_held(found: PageFound, is_held: Callable[[FileAt], bool]) -> tuple[PageFound, int]:
    """Return the page with only the pictures and videos that are in the copy, and how many pictures are not; how
    many videos are not is in `videos_absent`.

    A picture named in several sizes is in the copy when one of them is: a browser saves the size it showed. So is
    a video in several forms.
    """
    pictures, absent = _held(found.pictures, is_held)
    videos, videos_absent = _held(found.videos, is_held)
    return replace(found, pictures=pictures, videos=videos, videos_absent=videos_absent), absent


def _held(named: tuple[File, ...], is_held: Callable[[FileAt], bool]) -> tuple[tuple[File, ...], int]:
    """Return the files that are in the copy, and how many groups of files have none there."""
    held = tuple(one for one in named if one.content is not None or is_held(one))
    return held, len({one.group for one in named} - {one.group for one in held})
