"""Reading pages for the pictures on them: live pages, saved pages, and what browsers record."""

from rescind.person.watch.found import Form, FoundAs, PageFound, PictureAt
from rescind.person.watch.named import is_picture_file
from rescind.person.watch.page import MOST_PICTURES, pictures_on
from rescind.person.watch.saved import Sheet, saved_sheets
from rescind.person.watch.unreadable import NotReadable

__all__ = [
    "MOST_PICTURES",
    "Form",
    "FoundAs",
    "NotReadable",
    "PageFound",
    "PictureAt",
    "Sheet",
    "is_picture_file",
    "pictures_on",
    "saved_sheets",
]
