"""The browser page as files, packaged beside the code; in a checkout they are the folder `page/` itself."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from rescind.words import phrase

PACKAGED = Path(__file__).resolve().parent / "page"
IN_CHECKOUT = Path(__file__).resolve().parents[2] / "page"
FIRST = "index.html"
OFFERED = "offered.js"

_NO_FORM, _OWN_FORM = "form-action 'none'", "form-action 'self'"


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


def page_files() -> dict[str, bytes]:
    """Return every file of the page: its path with slashes, and its content. Raises PageNotThere."""
    for folder in (PACKAGED, IN_CHECKOUT):
        if (folder / FIRST).is_file():
            paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    raise PageNotThere


def offering(files: Mapping[str, bytes], offer: Offer) -> dict[str, bytes]:
    """Return the files with an offer in them. Two differ from the page as it is: the offer, and that a form may be sent.

    Such a form goes to the same server and nowhere else; calls stay forbidden.
    """
    said = json.dumps(asdict(offer), indent=2)
    text = f"/** What the server that shows this page offers. Written by that server. */\n\nexport const OFFERED = {said};\n"
    first = files[FIRST].decode("utf-8").replace(_NO_FORM, _OWN_FORM)
    return {**files, OFFERED: text.encode("utf-8"), FIRST: first.encode("utf-8")}
