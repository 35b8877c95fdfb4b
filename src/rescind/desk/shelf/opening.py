"""An index beside the database, as this process has it open: opened when it is first asked, opened anew when another
folder took its place, and never made where there was none.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from django.conf import settings

from rescind import match
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

Said = TypeVar("Said")
MANIFEST: Final = "manifest"


class NotReady(DeskError):
    """There is no index that could be asked right now. This is never the same as "no match"."""

    def __init__(self) -> None:
        super().__init__(phrase("The lists are not ready yet. Please try again soon."))


@dataclass(frozen=True, slots=True)
class _Opened:
    """An open index, and its folder kept open: as long as it is, no other folder can have its number."""

    index: match.Index
    folder: int


_OPEN: Final[dict[str, _Opened]] = {}
_TURN: Final = threading.Lock()


def path_of(name: str) -> Path:
    """Return where an index of this desk lies."""
    return Path(settings.DESK_FOLDER) / name


def index(name: str) -> match.Index:
    """Return this process's index of that name; raise NotReady when there is none or it cannot be read."""
    # Asked before every question; by way of pathlib this takes longer than the question itself.
    path = os.path.join(settings.DESK_FOLDER, name)  # noqa: PTH118
    with _TURN:
        opened = _OPEN.get(path)
        if opened is not None and _is_there(path, opened):
            return opened.index
        _let_go(path)
        _OPEN[path] = opened = _opened(Path(path))
        return opened.index


def ask(name: str, question: Callable[[match.Index], Said]) -> Said:
    """Return what the index answers; once more with the index opened anew when it was replaced meanwhile.

    Raises NotReady when it cannot be asked.
    """
    with suppress(match.IndexFilesError, match.IndexClosed):
        return question(index(name))
    forget(name)
    try:
        return question(index(name))
    except (match.IndexFilesError, match.IndexClosed) as error:
        raise NotReady from error


def forget(name: str) -> None:
    """Close this process's index of that name; the next question opens it again."""
    with _TURN:
        _let_go(str(path_of(name)))


def _opened(path: Path) -> _Opened:
    if not (path / MANIFEST).exists():  # opening would make an empty index, which answers "no match"
        raise NotReady
    folder = os.open(path, os.O_RDONLY)
    try:
        return _Opened(match.Index.open(path), folder)
    except (match.IndexFilesError, match.IndexClosed) as error:
        os.close(folder)
        raise NotReady from error


def _is_there(path: str, opened: _Opened) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(opened.folder))  # noqa: PTH116
    except OSError:
        return False


def _let_go(path: str) -> None:
    opened = _OPEN.pop(path, None)
    if opened is not None:
        with suppress(match.IndexFilesError):
            opened.index.close()
        os.close(opened.folder)
