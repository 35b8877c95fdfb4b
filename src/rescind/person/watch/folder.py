"""Find the pictures, videos and saved pages in a folder, hidden ones too; links to elsewhere are counted, not
followed.
"""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rescind.person.watch.found import Form

MOST_FILES = 20_000


@dataclass(frozen=True)
class InFolder:
    """What a folder holds: saved pages, pictures and videos in order of their paths; `links` not followed, what could
    not be read (`unreadable`), and the files beyond MOST_FILES (`left_out`).
    """

    pages: tuple[tuple[Path, Form], ...]
    pictures: tuple[Path, ...]
    links: int
    unreadable: int
    left_out: int
    videos: tuple[Path, ...] = ()


def in_folder(folder: Path, kind_of: Callable[[Path], Form | str | None]) -> InFolder:
    """Return what the folder and the folders in it hold. `kind_of` tells a file's kind from its content."""
    troubles: list[OSError] = []
    paths = sorted(
        Path(where) / name
        for where, folders, names in os.walk(folder, onerror=troubles.append)
        for name in (*names, *(one for one in folders if os.path.islink(Path(where, one))))  # noqa: PTH114
    )
    modes = {path: _mode(path, troubles) for path in paths}
    links = [path for path, mode in modes.items() if stat.S_ISLNK(mode)]
    files = [path for path, mode in modes.items() if stat.S_ISREG(mode)]
    kinds = {path: _kind(path, kind_of, troubles) for path in files[:MOST_FILES]}
    return InFolder(
        pages=tuple((path, kind) for path, kind in kinds.items() if isinstance(kind, Form)),
        pictures=tuple(path for path, kind in kinds.items() if kind == "picture"),
        links=len(links),
        unreadable=len(troubles),
        left_out=max(0, len(files) - MOST_FILES),
        videos=tuple(path for path, kind in kinds.items() if kind == "video"),
    )


def _mode(path: Path, troubles: list[OSError]) -> int:
    """Return what the system says of the path; one it says nothing of, or no longer, is one trouble more."""
    try:
        return path.lstat().st_mode
    except OSError as trouble:
        troubles.append(trouble)
        return 0


def _kind(
    path: Path, kind_of: Callable[[Path], Form | str | None], troubles: list[OSError]
) -> Form | str | None:
    """Return the file's kind; a file that cannot be read is one trouble more."""
    try:
        return kind_of(path)
    except OSError as trouble:
        troubles.append(trouble)
        return None
