"""Serves the desk over HTTP with granian: one process or several, each with Django inside."""

import errno
from typing import Any, Final

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from rescind import net
from rescind.desk.settings.desk_file import DeskError
from rescind.words import phrase

THREADS: Final = 8
"""How many requests one process works on at once; each has a connection to the database of its own."""

QUIET: Final[dict[str, Any]] = {
    "formatters": {"quiet": {"()": "rescind.desk.logs.WithoutWords"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "loggers": {"_granian": {"handlers": ["stderr"], "propagate": False}},
}
"""The server's own errors are written as everything else of the desk is; that it starts and ends is not an error."""


class NowhereToListen(DeskError):
    """The address or the port cannot be listened at; `str()` says what to do."""


def require_free(address: str, port: int) -> None:
    """Raise NowhereToListen when nobody can listen there.

    The server would share a port with another desk, and each would get some of the calls: so this is asked before.
    """
    try:
        net.try_to_listen(address, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise NowhereToListen(
                phrase(
                    "Something answers at port {port} already. End it, or name another with --port.",
                    port=port,
                )
            ) from error
        raise NowhereToListen(
            phrase(
                "This computer cannot listen at {listen}, port {port}. Name another with --listen or --port.",
                listen=address,
                port=port,
            )
        ) from error


def serve(address: str, port: int, *, processes: int) -> None:
    """Serve until told to stop (SIGINT, SIGTERM). Addresses that are asked for are not logged."""
    Granian(
        "rescind.desk.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
        log_level=LogLevels.error,
        log_dictconfig=QUIET,
        respawn_failed_workers=True,
    ).serve()
