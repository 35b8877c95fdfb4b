"""Compares what was printed with what a story says must, or must not, be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

GAP = re.compile(r"\s*\.\.\.\s*")


class NotTrueError(AssertionError):
    """Something is not as the story says. The message names the line and shows what was printed."""


def pattern(words: str, between: str = " ") -> re.Pattern[str]:
    """What `words` stands for: spaced by `between`, and `...` for anything on the line."""
    parts = [between.join(re.escape(word) for word in part.split()) for part in GAP.split(words)]
    return re.compile(r"[^\n]*?".join(parts))


def flat(text: str) -> str:
    """The text with each line's spaces made single."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def must_say(text: str, wanted: Iterable[str]) -> None:
    """Raises NotTrueError unless everything wanted stands in the text, in this order."""
    text, at = flat(text), 0
    for words in wanted:
        found = pattern(words).search(text, at)
        if found is None:
            raise NotTrueError(f"This should be printed (here, in this order): {words}")
        at = found.end()


def must_not_say(text: str, refused: Iterable[str]) -> None:
    """Raises NotTrueError where something refused stands in the text, also where it is broken over lines."""
    bare = re.sub(r"\s", "", text)
    for words in refused:
        if re.sub(r"\s", "", words) in bare:
            raise NotTrueError(f"This should not be printed: {words}")
