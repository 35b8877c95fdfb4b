"""The browser page as files, packaged beside the code; in a checkout they are the folder `page/` itself."""

from pathlib import Path

from rescind.words import phrase

PACKAGED = Path(__file__).resolve().parent.parent / "page"
IN_CHECKOUT = Path(__file__).resolve().parents[3] / "page"
FIRST = "index.html"


class PageNotThere(Exception):
    """The files of the page are not where this program was installed."""

    def __str__(self) -> str:
        return phrase("The page is not part of this installation. Install this program again.")


def page_files() -> dict[str, bytes]:
    """Return every file of the page: its path with slashes, and its content. Raises PageNotThere."""
    for folder in (PACKAGED, IN_CHECKOUT):
        if (folder / FIRST).is_file():
            paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    raise PageNotThere
