"""Reading pages for the pictures and videos on them: live pages, saved pages, and what browsers record."""

from rescind.person.watch.found import FileAt, Form, FoundAs, PageFound, PictureAt, VideoAt
from rescind.person.watch.named import is_picture_file, is_video_file
from rescind.person.watch.page import MOST_PICTURES, MOST_VIDEOS, pictures_on
from rescind.person.watch.saved import Sheet, saved_sheets
from rescind.person.watch.unreadable import NotReadable

__all__ = [
    "MOST_PICTURES",
    "MOST_VIDEOS",
    "FileAt",
    "Form",
    "FoundAs",
    "NotReadable",
    "PageFound",
    "PictureAt",
    "Sheet",
    "VideoAt",
    "is_picture_file",
    "is_video_file",
    "pictures_on",
    "saved_sheets",
]
