"""Fetch one address at a time, politely and within bounds, following redirects that keep the same rules."""

import logging
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

import httpcore2
import httpx2

from rescind.net.address import Target, joined, target
from rescind.net.answer import Answer, Fetched, Wish, read_answer
from rescind.net.kinds import MEGABYTE, Kinds
from rescind.net.outside import Budget, GuardedBackend, Local, Outside, is_here
from rescind.net.pace import Pace
from rescind.net.reasons import NotFetched, Reason
from rescind.net.span import Span

MOST_REDIRECTS = 5

# The library would log every address at its DEBUG level. Where somebody looked is nobody's business.
for _name in ("connection", "http11", "http2", "proxy", "socks"):
    logging.getLogger(f"httpcore2.{_name}").setLevel(logging.WARNING)


class Fetch(Protocol):
    """Fetch an address, if what it holds is of these kinds. Raises NotFetched and nothing else."""

    def __call__(self, address: str, *, kinds: Kinds, span: Span | None = None) -> Fetched:
        """Return what the address answered; with `span` only that part of it.

        A site that does not give parts gives the start, as far as `kinds.most_bytes`, when the part begins there.
        `Fetched.portion` says what was given.
        """
        ...


@contextmanager
def open_fetch(
    *,
    allow_local: bool = False,
    local_hosts: Iterable[str] | None = None,
    pause: float = 1.0,
    pace_here: bool = False,
    timeout: float = 60.0,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    outside: Outside | None = None,
    trust: ssl.SSLContext | None = None,
) -> Iterator[Fetch]:
    """Give a `Fetch` for the length of the block; after it the `Fetch` refuses to work.

    `allow_local` lifts the rule against private addresses and no other, for `local_hosts` (or for all, when that
    is None): a page on the web that names a machine on this network must not have it called. `pause` is the
    seconds between the end of one request to a host and the next to it; this computer itself needs no sparing,
    unless `pace_here`. `timeout` bounds
    one fetch from the name look-up to the last byte, redirects included, waiting for our turn left out.
    `clock` counts seconds.
    """
    fetcher = _Fetcher(
        local=Local(allow_local, None if local_hosts is None else frozenset(local_hosts)),
        pace_here=pace_here,
        timeout=timeout,
        pace=Pace(pause, clock=clock, sleep=sleep),
        clock=clock,
        outside=outside or Outside(),
        trust=trust,
    )
    try:
        yield fetcher
    finally:
        fetcher.closed = True


class _Fetcher:
    """The one real `Fetch`: one request at a time, whoever asks."""

    def __init__(
        self,
        *,
        local: Local,
        pace_here: bool,
        timeout: float,
        pace: Pace,
        clock: Callable[[], float],
        outside: Outside,
        trust: ssl.SSLContext | None,
    ) -> None:
        self._local = local
        self._pace_here = pace_here
        self._timeout = timeout
        self._pace = pace
        self._clock = clock
        self._outside = outside
        self._trust = trust
        self._turn = threading.Lock()
        self.closed = False

    def __call__(self, address: str, *, kinds: Kinds, span: Span | None = None) -> Fetched:
        """Fetch the address; see `Fetch`."""
        if self.closed:
            raise RuntimeError("the block of open_fetch has ended")
        with self._turn:
            asked = target(address)
            budget = Budget(self._timeout, kinds.most_bytes + MEGABYTE, self._clock)
            return self._followed(asked, Wish(kinds, span), budget)

    def _followed(self, asked: Target, wish: Wish, budget: Budget) -> Fetched:
        """Return the answer at the end of the redirects; wait once when the site asks for it."""
        here, redirects, may_wait = asked, 0, True
        while True:
            answer = self._answer(asked, here, wish, budget)
            if answer.fetched:
                return answer.fetched
            if answer.sent_on is not None:
                if redirects == MOST_REDIRECTS:
                    raise NotFetched(Reason.TOO_MANY_REDIRECTS)
                here, redirects = _next_target(here, answer.sent_on), redirects + 1
                continue
            if not may_wait or answer.come_back is None:
                raise NotFetched(Reason.BUSY)
            may_wait = False
            self._pace.hold(here.host, answer.come_back)

    def _answer(self, asked: Target, here: Target, wish: Wish, budget: Budget) -> Answer:
        """Ask one host once, in its turn."""
        self._wait(here.host, budget)
        try:
            with self._connection(here, budget) as connection:
                return read_answer(connection, asked, here, wish)
        except (httpcore2.ProtocolError, httpcore2.NetworkError, httpcore2.TimeoutException):
            raise NotFetched(Reason.BROKEN) from None
        except (OSError, ValueError):
            # What the layers below make of a name or an answer they cannot read, UnicodeError and SSLError included.
            raise NotFetched(Reason.BROKEN) from None
        finally:
            if self._pace_here or not is_here(here.host):
                self._pace.done(here.host)

    def _wait(self, host: str, budget: Budget) -> None:
        """Wait until the host may be asked, at no cost to the budget."""
        before = self._clock()
        self._pace.wait(host)
        budget.lengthen(self._clock() - before)

    def _connection(self, here: Target, budget: Budget) -> httpcore2.HTTPConnection:
        """Return a fresh connection: each is looked up and checked anew, and none is kept."""
        return httpcore2.HTTPConnection(
            _origin(here),
            ssl_context=self._proof() if here.scheme == "https" else None,
            network_backend=GuardedBackend(self._outside, budget, local=self._local),
        )

    def _proof(self) -> ssl.SSLContext:
        """Return how a site's name is proven; made when first needed, because reading all authorities takes
        time.
        """
        if self._trust is None:
            self._trust = httpx2.create_ssl_context(trust_env=False)
        return self._trust


def _origin(here: Target) -> httpcore2.Origin:
    """Return where the connection goes, in the library's words."""
    return httpcore2.Origin(here.scheme.encode(), here.host.encode(), here.port)


def _next_target(here: Target, sent_on: str) -> Target:
    """Return where a redirect leads. Raises NotFetched when it breaks a rule, the step from https to http
    among them.
    """
    following = target(joined(here.text, sent_on))
    if here.scheme == "https" and following.scheme == "http":
        raise NotFetched(Reason.UNPROTECTED_REDIRECT)
    return following
