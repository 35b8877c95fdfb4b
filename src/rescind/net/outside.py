"""The way out: names become numbers once, every number is checked, and the connection goes to a number
checked.

Looking a name up once and connecting to what was checked leaves no gap for a name that answers differently
the second time. Every read and write spends from one budget of time and bytes, so a drip, a silence or a
flood ends in time.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore2

from rescind.net.reasons import NotFetched, Reason
from rescind.net.space import is_loopback, is_public

_LONGEST_CONNECT = 10.0
_MOST_ADDRESSES = 8


def look_up(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, in the system's order. Raises OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def dial(address: str, port: int, seconds: float) -> socket.socket:
    """Return a socket connected to the numeric address. Raises OSError."""
    return socket.create_connection((address, port), seconds)


@dataclass(frozen=True)
class Outside:
    """How names are looked up and connections made; replaced where the real network must not be touched."""

    look_up: Callable[[str, int], Sequence[str]] = look_up
    dial: Callable[[str, int, float], socket.socket] = dial


class Budget:
    """The seconds and the wire bytes one fetch may still spend, over all its redirects."""

    def __init__(self, seconds: float, wire_bytes: int, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._ends = clock() + seconds
        self._bytes = wire_bytes

    def left(self) -> float:
        """Return the seconds left. Raises NotFetched(TIMED_OUT) when there are none."""
        seconds = self._ends - self._clock()
        if seconds <= 0:
            raise NotFetched(Reason.TIMED_OUT)
        return seconds

    def lengthen(self, seconds: float) -> None:
        """Give back time that was spent in waiting our turn."""
        self._ends += seconds

    def spend(self, received: int) -> None:
        """Count received bytes. Raises NotFetched(TOO_LARGE) when they are too many."""
        self._bytes -= received
        if self._bytes < 0:
            raise NotFetched(Reason.TOO_LARGE)


@dataclass(frozen=True)
class Local:
    """Which hosts may lie on a private network: none, all (`hosts` is None), or those named.

    With one name of this computer all its names are admitted: `localhost` and `127.0.0.1` are one to a person.
    """

    allowed: bool = False
    hosts: frozenset[str] | None = None

    def admits(self, host: str) -> bool:
        """Whether this host may have a private address."""
        if not self.allowed or self.hosts is None:
            return self.allowed
        return host in self.hosts or (is_here(host) and any(is_here(one) for one in self.hosts))


def is_here(host: str) -> bool:
    """Whether the host is a name or a number of this very computer."""
    return host == "localhost" or host.endswith(".localhost") or is_loopback(host)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects for one fetch, only to checked addresses and only within its budget. Raises NotFetched."""

    def __init__(self, outside: Outside, budget: Budget, *, local: Local) -> None:
        self._outside = outside
        self._budget = budget
        self._local = local

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first address that answers; the caller's timeout and options are not used."""
        del timeout, local_address, socket_options
        numbers = self._resolved(host, port)
        if not self._local.admits(host) and not all(is_public(number) for number in numbers):
            raise NotFetched(Reason.PRIVATE_ADDRESS)
        return GuardedStream(self._connected(numbers, port), self._budget)

    def _resolved(self, host: str, port: int) -> list[str]:
        """Return the host's addresses, looked up aside: a slow name server cannot outlast the budget."""
        answer: list[str] = []
        looking = threading.Thread(
            target=_collect, args=(self._outside.look_up, host, port, answer), daemon=True
        )
        looking.start()
        looking.join(self._budget.left())
        self._budget.left()
        if not answer:
            raise NotFetched(Reason.NO_SUCH_HOST)
        return answer[:_MOST_ADDRESSES]

    def _connected(self, numbers: list[str], port: int) -> socket.socket:
        """Return a socket to the first address that takes the call."""
        for number in numbers:
            try:
                return self._outside.dial(number, port, min(self._budget.left(), _LONGEST_CONNECT))
            except OSError:
                continue
        self._budget.left()
        raise NotFetched(Reason.NO_CONNECTION)


def _collect(look_up: Callable[[str, int], Sequence[str]], host: str, port: int, answer: list[str]) -> None:
    """Put the addresses found into `answer`; leave it empty when there are none."""
    try:
        answer.extend(look_up(host, port))
    except (OSError, UnicodeError):
        return


class GuardedStream(httpcore2.NetworkStream):
    """A connection whose every step spends from the budget. Raises NotFetched and nothing else."""

    def __init__(self, sock: socket.socket, budget: Budget) -> None:
        self._sock = sock
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes, or none at the end."""
        del timeout
        self._sock.settimeout(self._budget.left())
        try:
            received = self._sock.recv(max_bytes)
        except TimeoutError:
            raise NotFetched(Reason.TIMED_OUT) from None
        except OSError:
            raise NotFetched(Reason.BROKEN) from None
        self._budget.spend(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of the buffer."""
        del timeout
        self._sock.settimeout(self._budget.left())
        try:
            self._sock.sendall(buffer)
        except TimeoutError:
            raise NotFetched(Reason.TIMED_OUT) from None
        except OSError:
            # A site may answer and close before it has read everything; its answer is still to be read.
            raise httpcore2.WriteError from None

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Return the same connection protected, the site's name proven."""
        del timeout
        self._sock.settimeout(self._budget.left())
        try:
            return GuardedStream(
                ssl_context.wrap_socket(self._sock, server_hostname=server_hostname), self._budget
            )
        except TimeoutError:
            raise NotFetched(Reason.TIMED_OUT) from None
        except (ssl.SSLError, ssl.CertificateError):
            raise NotFetched(Reason.TLS) from None
        except OSError:
            raise NotFetched(Reason.NO_CONNECTION) from None

    def close(self) -> None:
        """End the connection."""
        self._sock.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401, RUF100 - the library's own signature
        """Return the TLS side of the connection when asked for it."""
        return self._sock if info == "ssl_object" and isinstance(self._sock, ssl.SSLSocket) else None
