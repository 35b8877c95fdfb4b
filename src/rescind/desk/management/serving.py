"""Serves the desk over HTTP with granian: one process or several, each with Django inside."""

from typing import Final

from granian import Granian
from granian.constants import Interfaces

THREADS: Final = 8
"""How many requests one process works on at once; each has a connection to the database of its own."""


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
        respawn_failed_workers=True,
    ).serve()
