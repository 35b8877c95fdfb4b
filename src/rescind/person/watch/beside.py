"""Read a page saved as HTML, with the pictures and videos a browser put into a folder beside it.

Only files in folders below the page's own are taken for its pictures and videos: never one above, never an absolute
path, and never one right beside the page, where the person's own pictures may lie under the names the page
happens to use.
"""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rescind.net import NotFetched, target
from rescind.person.watch.found import FileAt, PageFound
from rescind.person.watch.held import only_held
from rescind.person.watch.page import pictures_on

# What browsers write into pages they save: Chromium "saved from url=(0023)https://…", SingleFile "url: https://…".
_SAVED_FROM = re.compile(
    rb"saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{1,4000})|\n\s*url:\s*(https?://[^\s<>\"]{1,4000})"
)
_LOOKED_THROUGH = 8192
# Relative addresses of a saved page mean files beside it. A host that cannot exist keeps them apart from all others.
_HERE = "http://saved-page.invalid/"


def on_disk(
    path: Path, *, word: str, read: Callable[[Path], bytes]
) -> tuple[str, PageFound, int, dict[str, Path]]:
    """Return the page's address (else `word`), what it names and holds, how many pictures it names and does
    not hold, and for each held one's address its file. Raises OSError and NotReadable.
    """
    body = read(path)
    files: dict[str, Path] = {}

    def is_held(named: FileAt) -> bool:
        file = _file(path, named.address)
        if file is not None:
            files[named.address] = file
        return file is not None

    found, absent = only_held(pictures_on(body, address=_HERE), is_held)
    return _saved_from(body) or word, found, absent, files


def _saved_from(body: bytes) -> str:
    """Return the address the browser noted in the page, or an empty string."""
    noted = _SAVED_FROM.search(body[:_LOOKED_THROUGH])
    if noted is None:
        return ""
    try:
        return target((noted.group(1) or noted.group(2)).decode("utf-8", "replace")).text
    except NotFetched:
        return ""


def _file(page: Path, address: str) -> Path | None:
    """Return the file a relative address of the page means, or None when it lies outside or is not there."""
    if not address.startswith(_HERE):
        return None
    relative = unquote(urlsplit(address).path).lstrip("/")
    own = page.parent.resolve()
    try:
        file = (own / relative).resolve()
        inside = file.is_relative_to(own) and file.parent != own and file.is_file()
    except (OSError, ValueError):
        return None
    return file if inside else None
