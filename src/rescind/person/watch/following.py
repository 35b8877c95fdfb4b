"""Find the page that follows this one, where the page itself links to it; nothing is guessed."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from rescind.net import MOST_CHARACTERS

_MOST_LINKS = 5_000
_MOST_INNER = 100
_LONGEST_WORDS = 30
_WORDS = re.compile(r"(?:next(?: page)?|older(?: posts)?)?\s*[›»→>]{0,2}\Z", re.IGNORECASE)
_CLASS = re.compile(r"(?:\A|[\s_-])next(?:\Z|[\s_-])", re.IGNORECASE)
_NUMBERED = ("page", "p", "pg", "pagenum", "paged")
_PATH_NUMBER = re.compile(r"(.*?/page[/-])([0-9]{1,6})(/?\Z)", re.IGNORECASE)


def next_pages(document: LexborHTMLParser, *, address: str, seen_from: str) -> tuple[str, ...]:
    """Return the addresses the page calls its next page, the surest first; only of the same host, never this
    page.

    In order: `rel=next`, links by class or label, and links that are this address with its page number one
    higher.
    """
    links = document.css("link[href], a[href]")[:_MOST_LINKS]
    named = [(node, joined(seen_from, node.attributes.get("href") or "")) for node in links]
    ordered = [where for node, where in named if _says_rel(node)]
    ordered += [where for node, where in named if node.tag == "a" and _says_next(node)]
    ordered += [where for node, where in named if node.tag == "a" and _one_higher(address, where)]
    return tuple(dict.fromkeys(where for where in ordered if _follows(address, where)))


def joined(seen_from: str, named: str) -> str:
    """Return the absolute address without the part after `#`, or an empty string when it cannot be read or no
    address that long is opened.
    """
    if len(named) > MOST_CHARACTERS:
        return ""
    try:
        return urldefrag(urljoin(seen_from, named.strip())).url
    except ValueError:
        return ""


def _says_rel(node: LexborNode) -> bool:
    """Return whether the link has `rel=next`."""
    return "next" in (node.attributes.get("rel") or "").lower().split()


def _says_next(node: LexborNode) -> bool:
    """Return whether a link's class, label or words call it the next page."""
    held = node.attributes
    if _CLASS.search(held.get("class") or "") or _CLASS.search(held.get("id") or ""):
        return True
    return any(_is_next(words) for words in (held.get("aria-label"), held.get("title"), _start_of(node)))


def _start_of(node: LexborNode) -> str:
    """Return the first words inside a link. All of them would be the page again for each of nested links."""
    said = ""
    for inner in islice(node.traverse(include_text=True), _MOST_INNER):
        said += (inner.text_content or "")[:_MOST_INNER] if inner.is_text_node else ""
        if len(said.strip()) > _LONGEST_WORDS:
            break
    return said


def _is_next(words: str | None) -> bool:
    """Return whether the words say "next", in letters or by an arrow."""
    said = (words or "").strip()
    return 0 < len(said) < _LONGEST_WORDS and _WORDS.match(said) is not None


def _one_higher(address: str, where: str) -> bool:
    """Return whether `where` is `address` with its page number one higher; without a number it is page 1."""
    try:
        return _spread(where) in tuple(_next_spreads(address))
    except ValueError:
        return False


def _spread(address: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return host, path and query in a form that compares."""
    parts = urlsplit(address)
    return parts.netloc.lower(), parts.path, tuple(sorted(parse_qsl(parts.query)))


def _next_spreads(address: str) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Yield what this address would be, one page on."""
    host, path, query = _spread(address)
    held = dict(query)
    for name in _NUMBERED:
        number = held.get(name, "1")
        if number.isascii() and number.isdigit() and len(number) < 7:
            yield host, path, tuple(sorted({**held, name: str(int(number) + 1)}.items()))
    numbered = _PATH_NUMBER.match(path)
    if numbered:
        yield host, f"{numbered[1]}{int(numbered[2]) + 1}{numbered[3]}", query


def _follows(address: str, where: str) -> bool:
    """Return whether the address is a different page of the same host."""
    try:
        here, there = urlsplit(address), urlsplit(where)
    except ValueError:
        return False
    same_host = here.hostname == there.hostname and there.scheme in ("http", "https")
    return same_host and urldefrag(address).url != where
