"""Questions to the person: on the terminal when there is one, else from the lines piped in.

Questions go to standard error, so that what is piped on holds answers only.
"""

from __future__ import annotations

import getpass
import select
import sys

from rescind.words import phrase

YES = {"y", "yes", "j", "ja", "si", "sí", "oui", "o", "s", "sim", "true", "1"}
NO = {"n", "no", "nein", "non", "não", "nao", "false", "0"}


class NotAnswered(Exception):
    """A question got no answer, because nobody is at the terminal and nothing more was piped in."""


def on_terminal() -> bool:
    """Whether a person can be asked at a terminal."""
    return sys.stdin.isatty()


def has_piped_answer(patience: float = 0.5) -> bool:
    """Whether a line waits on standard input that is not a terminal.

    A pipe is given `patience` seconds, for the command before it may still be starting. Nothing is read.
    """
    if sys.stdin.isatty():
        return False
    try:
        ready, _, _ = select.select([sys.stdin], [], [], patience)
    except (OSError, ValueError):
        return False
    # A closed pipe and /dev/null are ready too, with nothing in them: only a peek tells.
    return bool(ready) and bool(sys.stdin.buffer.peek(1))  # type: ignore[union-attr]


def piped_line() -> str:
    """The next line of standard input with its end; empty when there is none.

    Read from the bytes themselves: Python's text layer would read ahead, and `has_piped_answer` could not see it.
    """
    return sys.stdin.buffer.readline().decode("utf-8", errors="replace")


def _read(question: str, *, hidden: bool, how_else: str) -> str:
    if on_terminal():
        if hidden:
            return getpass.getpass(question + " ")
        sys.stderr.write(question + " ")
        sys.stderr.flush()
    line = piped_line()
    if not line:
        raise NotAnswered(
            phrase(
                "{question} Nobody answered. Without a terminal, say it with {how}.",
                question=question,
                how=how_else,
            )
        )
    return line.rstrip("\r\n")


def text(question: str, *, how_else: str, default: str = "") -> str:
    """A line of text. Raises NotAnswered, naming the option `how_else` that answers it without a terminal."""
    return _read(question, hidden=False, how_else=how_else).strip() or default


def secret(question: str, *, how_else: str) -> str:
    """A line that is not shown while it is typed."""
    return _read(question, hidden=True, how_else=how_else)


def yes(question: str, *, how_else: str) -> bool:
    """A yes or no, asked until it is one of them."""
    while True:
        answer = (
            _read(f"{question} [{phrase('yes')}/{phrase('no')}]", hidden=False, how_else=how_else)
            .strip()
            .lower()
        )
        if answer in YES or answer == phrase("yes"):
            return True
        if answer in NO or answer == phrase("no"):
            return False
