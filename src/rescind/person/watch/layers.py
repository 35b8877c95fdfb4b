"""Take a page apart into elements, those inside its `<template>`s too.

Run as a program, it does only that with a page from its input and ends: with 0 when the page can be taken
apart within bounds. So it must import nothing of this project; see `rescind.person.watch.trial`.
"""

import sys

from selectolax.lexbor import LexborHTMLParser, LexborNode

if sys.platform != "win32":
    import resource

MOST_ELEMENTS = 500_000
_MOST_LAYERS = 16
_MEGABYTE = 1 << 20
_SPARE_MEMORY = 512 * _MEGABYTE
_MEMORY_A_BYTE = 64
_REFUSED = 3


def documents(text: str) -> list[LexborHTMLParser]:
    """Return the page, and what its `<template>`s hold as further documents: searches do not reach inside
    those.
    """
    found = [LexborHTMLParser(text)]
    while len(found) < _MOST_LAYERS:
        templates = found[-1].css("template")
        if not templates:
            break
        found.append(LexborHTMLParser("".join(_unwrapped(node) for node in templates)))
    return found


def seconds_for(characters: int) -> int:
    """Return the processor seconds a page of so many characters may take."""
    return 2 + characters // (2 * _MEGABYTE)


def _unwrapped(template: LexborNode) -> str:
    """Return the template's content as an ordinary element."""
    return "<div" + (template.html or "").removeprefix("<template").removesuffix("</template>") + "</div>"


def _bound(size: int) -> None:
    """Give up, where the system can see to it, all time and memory beyond what a page of this size needs."""
    if sys.platform != "win32":
        seconds = seconds_for(size)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    memory = _SPARE_MEMORY + _MEMORY_A_BYTE * size
    if sys.platform == "linux":  # elsewhere the limit counts what is only reserved, or is refused
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _try() -> int:
    """Take the page at the input apart; return 0 when it has no more elements than are looked at."""
    page = sys.stdin.buffer.read()
    _bound(len(page))
    elements = sum(len(each.css("*")) for each in documents(page.decode("utf-8")))
    return 0 if elements <= MOST_ELEMENTS else _REFUSED


if __name__ == "__main__":
    sys.exit(_try())
