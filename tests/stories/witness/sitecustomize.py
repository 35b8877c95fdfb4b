"""Python runs this first in every command of a story: it writes down who is called and what is written.

One JSON line for each address connected to or looked up, and for each path opened for writing, made or
renamed, however short-lived; the story runner reads them. It changes nothing of what the command does.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

NOT_KEPT = ("/dev/", "/proc/")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
MADE = {"os.mkdir": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1, "os.truncate": 0}
CALLED = ("socket.connect", "socket.sendto")

_book = os.environ.get("STORY_WITNESS")
_line = os.open(_book, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600) if _book else -1


def _written(path: object) -> dict[str, str] | None:
    if isinstance(path, (str, bytes, os.PathLike)):
        whole = str(Path.cwd() / os.fsdecode(path))
        if not whole.startswith(NOT_KEPT):
            return {"written": whole}
    return None


def _called(address: object) -> dict[str, str] | None:
    # Anything but a tuple is a socket between processes of this machine.
    return {"called": f"{address[0]}:{address[1]}"} if isinstance(address, tuple) else None


def _seen(event: str, args: tuple[Any, ...]) -> dict[str, str] | None:
    if event == "open":
        return _written(args[0]) if args[2] & WRITING else None
    if event in MADE:
        return _written(args[MADE[event]])
    if event in CALLED:
        return _called(args[1])
    if event == "socket.getaddrinfo":
        return {"named": os.fsdecode(args[0] or "")}
    return None


def _witness(event: str, args: tuple[Any, ...]) -> None:
    seen = _seen(event, args)
    if seen:
        try:
            os.write(_line, json.dumps(seen).encode() + b"\n")
        except OSError:
            # A process that may not write any more (a limited child) cannot leave anything behind either.
            return


if _book:
    sys.addaudithook(_witness)
