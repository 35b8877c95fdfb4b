"""The decoders that stand ready, shared by all callers in this program.

A caller borrows one, so two threads, or a loop inside a loop, never talk to the same process.
"""

import atexit
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TypeVar

from rescind.fingerprint.decoder import Decoder
from rescind.fingerprint.unclear import Unclear
from rescind.fingerprint.values import Fingerprint, Wanted

Key = TypeVar("Key")

AHEAD = 2
"""How many pictures are sent ahead of the one being decoded, so that the decoder never waits for its reader.
"""

_idle: list[Decoder] = []
_lock = threading.Lock()


def of_image(
    content: bytes, *, reference: bool = False, turns: bool = True, parts: bool = True
) -> Fingerprint:
    """Return the fingerprint of the picture in these bytes, whatever the file is called, and its print set: the
    panels and parts that find edited copies, at most 250 prints in all for one's own picture.

    Without `turns` only upright prints are made, with the same bits: faster, and enough for a picture that
    one's own is compared with; there may be more of them then. Without `parts` neither panels nor parts are
    made. `reference` asks for the value Meta's tools would give beside it, which costs a second, full decode.
    Raises Unclear with the reason, and NoDecoder when no decoding process can be started.
    """
    with _borrowed() as decoder:
        decoder.send(content, Wanted(turns, reference, parts))
        answer = decoder.answer()
    if isinstance(answer, Unclear):
        raise answer
    return answer


def of_images(
    items: Iterable[tuple[Key, bytes]],
    *,
    reference: bool = False,
    turns: bool = True,
    parts: bool = True,
    processes: int = 1,
) -> Iterator[tuple[Key, Fingerprint | Unclear]]:
    """Yield, for each (key, bytes) and in the same order, the fingerprint or why there is none; `reference`,
    `turns` and `parts` as for `of_image`.

    Decoding goes on while the next items are read; an answer comes at the latest when `AHEAD` further items
    a process were read, and never waits for an item when it is there before that item is asked for. Raises
    NoDecoder as `of_image` does.
    """
    wanted = Wanted(turns, reference, parts)
    with ExitStack() as borrowing:
        decoders = [borrowing.enter_context(_borrowed()) for _ in range(processes)]
        waiting: deque[tuple[Key, Decoder]] = deque()
        for number, (key, content) in enumerate(items):
            decoder = decoders[number % processes]
            decoder.send(content, wanted)
            waiting.append((key, decoder))
            while waiting and (len(waiting) > AHEAD * processes or waiting[0][1].answered()):
                yield _oldest(waiting)
        while waiting:
            yield _oldest(waiting)


def close() -> None:
    """End the decoding processes that stand idle. The next picture starts a new one."""
    with _lock:
        ending, _idle[:] = tuple(_idle), ()
    for decoder in ending:
        decoder.close()


def _oldest(waiting: deque[tuple[Key, Decoder]]) -> tuple[Key, Fingerprint | Unclear]:
    key, decoder = waiting.popleft()
    return key, decoder.answer()


@contextmanager
def _borrowed() -> Iterator[Decoder]:
    """Lend a decoder; one that comes back with unanswered pictures was interrupted and is ended."""
    with _lock:
        decoder = _idle.pop() if _idle else Decoder()
    try:
        yield decoder
    finally:
        if decoder.waiting:
            decoder.close()
        with _lock:
            _idle.append(decoder)


def _forget_after_fork() -> None:
    """A forked child must not talk through its parent's pipes."""
    global _lock
    _lock = threading.Lock()
    _idle.clear()


atexit.register(close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_after_fork)
