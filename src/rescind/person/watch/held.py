"""Tell which pictures of a saved page are in the copy."""

from collections.abc import Callable
from dataclasses import replace

from rescind.person.watch.found import PageFound, PictureAt


def only_held(found: PageFound, is_held: Callable[[PictureAt], bool]) -> tuple[PageFound, int]:
    """Return the page with only the pictures that are in the copy, and how many are not.

    A picture named in several sizes is in the copy when one of them is: a browser saves the size it showed.
    """
    held = tuple(picture for picture in found.pictures if picture.content is not None or is_held(picture))
    groups = {picture.group for picture in held}
    absent = {picture.group for picture in found.pictures} - groups
    return replace(found, pictures=held), len(absent)
