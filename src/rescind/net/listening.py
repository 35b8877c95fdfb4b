"""Whether a program of ours could listen at an address and a port of this machine."""

import socket


def try_to_listen(address: str, port: int) -> None:
    """Take the port for a moment and let it go; raise OSError when it is taken, or cannot be listened at."""
    family, kind, _, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(where)
