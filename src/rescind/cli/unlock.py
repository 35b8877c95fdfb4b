"""Opens the sealed file for a command: finds it, gets the passphrase, and closes it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rescind.cli import ask, options
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.person.casefile import Box


def case_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--case` and `--passphrase-file` to a command; they arrive as `case_file` and `passphrase_file`."""
    return options.case_file(options.passphrase_file(command))


def passphrase_from(file: Path | None) -> str:
    """The passphrase: first line of `file` (`-` is standard input), else asked for."""
    if file is None:
        return ask.secret(phrase("Passphrase:"), how_else="--passphrase-file")
    if str(file) == "-":
        return ask.piped_line().rstrip("\r\n")
    try:
        # Some editors put a mark before the first letter; it is not part of the passphrase.
        with file.open(encoding="utf-8-sig") as lines:
            return lines.readline().rstrip("\r\n")
    except UnicodeDecodeError:
        raise click.UsageError(phrase("The passphrase file is no text in UTF-8.")) from None


@contextmanager
def opened(case_file: Path, passphrase_file: Path | None, *, write: bool = True) -> Iterator[Box]:
    """The case, open. With `write` it is locked until the block ends, so that two windows cannot undo each other.

    Raises the room's CaseFileError: no such file, wrong passphrase, torn, newer, in use.
    """
    from rescind.cli.say import Say
    from rescind.person import casefile

    casefile.look(case_file)  # a wrong path is said before a passphrase is asked for
    words = passphrase_from(passphrase_file)
    with ExitStack() as open_things:
        with Say().progress(phrase("Opening your file")):
            box = open_things.enter_context(casefile.open_case(case_file, words, write=write))
        yield box
