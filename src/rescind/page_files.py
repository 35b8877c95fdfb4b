"""The browser page as files, packaged beside the code; in a checkout they are the folder `page/` itself."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from rescind.words import phrase

PACKAGED = Path(__file__).resolve().parent / "page"
IN_CHECKOUT = Path(__file__).resolve().parents[2] / "page"
FIRST = "index.html"
OFFERED = "offered.js"
KEEPER = "keep.js"
FOR_READERS = ".d.ts"
"""Types for who checks the page; no browser asks for them."""

_NO_FORM, _OWN_FORM = "form-action 'none'", "form-action 'self'"
_NO_FILES = "const FILES = {};"


class PageNotThere(Exception):
    """The files of the page are not where this program was installed."""

    def __str__(self) -> str:
        return phrase("The page is not part of this installation. Install this program again.")


@dataclass(frozen=True)
class Offer:
    """What whoever shows the page can do with what a person hands over; each an address of the same server, or None."""

    desk: str | None = None
    """Takes one request document as the form field `document`."""
    desk_name: str = ""
    """What the desk's site is called, as the person is told."""
    checks: str | None = None
    """Looks at pages from this computer: the form fields are said in docs/person/page.md."""
    keep: bool = False
    """Whether the page may be kept on a device: only where its address will be there again."""


def page_files() -> dict[str, bytes]:
    """Return every file of the page: its path with slashes, and its content. Raises PageNotThere."""
    for folder in (PACKAGED, IN_CHECKOUT):
        if (folder / FIRST).is_file():
            paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    raise PageNotThere


def offering(files: Mapping[str, bytes], offer: Offer) -> dict[str, bytes]:
    """Return the files with an offer in them. What differs from the page as it is: the offer; where a form may be sent, when
    something takes one; and, when the page may be kept, the list of its files in `keep.js`.

    A form goes to the same server and nowhere else; calls stay forbidden.
    """
    said = json.dumps(asdict(offer), indent=2)
    text = f"/** What the server that shows this page offers. Written by that server. */\n\nexport const OFFERED = {said};\n"
    changed = {**files, OFFERED: text.encode("utf-8")}
    if offer.desk is not None or offer.checks is not None:
        first = files[FIRST].decode("utf-8").replace(_NO_FORM, _OWN_FORM)
        changed[FIRST] = first.encode("utf-8")
    return _listing(changed) if offer.keep else changed


def _listing(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with the SHA-256 of each of the others in `keep.js`."""
    others = {
        name: content for name, content in files.items() if not (name == KEEPER or name.endswith(FOR_READERS))
    }
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(others.items())}
    listed = f"const FILES = {json.dumps(sums, indent=2)};"
    keeper = files[KEEPER].decode("utf-8").replace(_NO_FILES, listed)
    return {**files, KEEPER: keeper.encode("utf-8")}
