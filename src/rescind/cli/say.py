"""The one place that decides how anything is said: what goes where, how it looks, and which words an error gets.

Rules of output
- What was asked for goes to standard output; questions, progress and remarks go to standard error.
- On a terminal there is colour, a table and a progress bar. In a pipe or a file there is one plain line per thing.
- `--json` prints JSON and nothing else on standard output: one object a line where things arrive one by one,
  else one object.
- Nothing that is printed says what the pictures show. No file name is repeated, except by `fingerprint`, whose
  output is useless without it; no full fingerprint is printed unless it was asked for.
- What pages say (titles, addresses) cannot steer the terminal: control characters and writing-direction overrides are
  shown as marks.
- An error is one sentence that says what to do next. A mistake of ours is said to be ours, with its kind, so
  that it can be reported without sending anything private.
"""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rescind.cli.exits import Exit
from rescind.words import noted, phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

# Error class (module and name, so that nothing is imported for it) to exit code. Subclasses follow their parent.
EXITS: dict[str, Exit] = {
    "rescind.cli.ask.NotAnswered": Exit.USAGE,
    "rescind.cli.gate.UnderEighteen": Exit.UNDER_18,
    "rescind.cli.say.Trouble": Exit.ERROR,
    "rescind.desk.settings.desk_file.DeskError": Exit.DESK,
    "rescind.fingerprint.unclear.Unclear": Exit.NOT_EVERYTHING,
    "rescind.fingerprint.unclear.FingerprintError": Exit.ERROR,
    "rescind.match.errors.MatchError": Exit.ERROR,
    "rescind.net.reasons.NotFetched": Exit.NOT_EVERYTHING,
    "rescind.person.case.changes.CaseError": Exit.USAGE,
    "rescind.person.casefile.errors.CaseFileError": Exit.CASE,
    "rescind.page_files.PageNotThere": Exit.ERROR,
    "rescind.person.passphrase.WordListBroken": Exit.ERROR,
    "rescind.person.places_to_go.ListBroken": Exit.ERROR,
    "rescind.person.places.PlaceNotUnderstood": Exit.USAGE,
    "rescind.removal.errors.RemovalError": Exit.INCOMPLETE,
    "rescind.words.tongue.LanguageNotKnown": Exit.USAGE,
}


# What else to say after an error, where the room that raised it cannot know the commands.
HINTS = {
    "rescind.person.casefile.errors.NoCaseHere": noted("`rescind case new` makes one; --case names another."),
}


class Trouble(Exception):
    """Something a person can mend, said in a sentence. Raised by the commands themselves."""


def names_of(kind: type[BaseException]) -> list[str]:
    """The dotted names of an error class and its parents, nearest first."""
    return [f"{cls.__module__}.{cls.__qualname__}" for cls in kind.__mro__]


def exit_for(error: BaseException) -> Exit | None:
    """The exit code an error ends with; None when it is none of ours."""
    if isinstance(error, KeyboardInterrupt):
        return Exit.INTERRUPTED
    return next((EXITS[name] for name in names_of(type(error)) if name in EXITS), None)


def sentence_for(error: BaseException) -> str:
    """What an error of ours says to the person, with a hint where there is one."""
    hints = [phrase(hint) for name, hint in HINTS.items() if name in names_of(type(error))]
    return " ".join([str(error), *hints])


def problem(error: BaseException, *, as_json: bool = False) -> Exit:
    """Say what went wrong, on standard error or as a JSON record, and return the exit code for it."""
    if isinstance(error, BrokenPipeError):
        raise error
    code = exit_for(error)
    if code is Exit.INTERRUPTED:
        sentence = phrase("Stopped.")
    elif code is not None:
        sentence = sentence_for(error)
    elif isinstance(error, OSError):
        sentence = phrase("This computer said no: {why}.", why=(error.strerror or type(error).__name__))
    else:
        sentence = _our_mistake(error)
    code = Exit.ERROR if code is None else code
    remark(sentence)
    with suppress(OSError):  # when standard output itself is what failed, the sentence has to do
        Say(as_json).record({"kind": "error", "exit": code.name.lower(), "sentence": sentence})
    return code


def _our_mistake(error: BaseException) -> str:
    # Kind and line only: the message of an unknown error could carry an address or a person's words.
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
    return phrase(
        "Something went wrong on our side ({kind} at {where}). Your file is as it was. "
        "Please report these words; they hold nothing private.",
        kind=type(error).__name__,
        where=where,
    )


# Everything below the space but line break and tab, DEL to U+009F, and the marks that turn the direction of writing.
_STEERING = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")
_STEERING |= dict.fromkeys((*range(8234, 8239), *range(8294, 8298)), "�")
_IN_JSON = {code: f"\\u{code:04x}" for code in _STEERING if code >= 127}


def harmless(text: str) -> str:
    """The text without anything that could steer a terminal."""
    return text.translate(_STEERING)


def wrapped(sentence: str, width: int) -> str:
    """The sentence in lines of `width`, broken between words only: an address stays whole, so that it can be copied."""
    indent = sentence[: len(sentence) - len(sentence.lstrip())]
    lines = textwrap.wrap(
        sentence, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines)


def remark(sentence: str) -> None:
    """One line for the person on standard error: a remark, a warning, an error."""
    text = harmless(sentence)
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns
        text = "\n".join(wrapped(line, width) for line in text.split("\n"))
    print(text, file=sys.stderr)  # noqa: T201 - this file is where printing lives


def _console(stream: Any) -> Console:
    from rich.console import Console

    return Console(file=stream, highlight=False, markup=False, emoji=False)


# While a bar is drawn, what is said must go through the bar's own console, or ghosts of the bar stay behind.
_above_the_bar: list[Console] = []


@dataclass(frozen=True)
class Say:
    """How one command speaks: to people (`as_json` false) or to programs."""

    as_json: bool = False

    @property
    def pretty(self) -> bool:
        """Whether standard output is a terminal that a person looks at."""
        return not self.as_json and sys.stdout.isatty()

    def line(self, sentence: str = "", *, style: str = "") -> None:
        """One line of the answer. Nothing in JSON mode."""
        if self.as_json:
            return
        if self.pretty:
            console = _above_the_bar[-1] if _above_the_bar else _console(sys.stdout)
            text = "\n".join(wrapped(line, console.width) for line in harmless(sentence).split("\n"))
            console.print(text, style=style, soft_wrap=True)
        else:
            print(harmless(sentence))  # noqa: T201

    def record(self, values: Mapping[str, Any]) -> None:
        """One JSON object on a line of its own. Nothing in the mode for people."""
        if self.as_json:
            print(json.dumps(values, ensure_ascii=False).translate(_IN_JSON), flush=True)  # noqa: T201

    def either(self, sentence: str, values: Mapping[str, Any]) -> None:
        """The same thing for people or for programs."""
        self.line(sentence)
        self.record(values)

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Rows under heads: a drawn table on a terminal, one line a row in a pipe; nothing without rows."""
        if self.as_json or not rows:
            return
        if not self.pretty:
            for row in rows:
                self.line("  ".join(cell for cell in row if cell))
            return
        from rich.table import Table

        table = Table(box=None, pad_edge=False, header_style="bold")
        for head in heads:
            table.add_column(head, overflow="fold")
        for row in rows:
            table.add_row(*map(harmless, row))
        _console(sys.stdout).print(table)

    @contextmanager
    def progress(self, title: str, total: int | None = None) -> Iterator[Callable[..., None]]:
        """A bar on standard error while something takes long; silent when that is no terminal.

        Yields `step(text="", advance=1, total=None)`.
        """
        if not sys.stderr.isatty():
            yield lambda *_, **__: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
        from rich.table import Column

        # One line, whatever is said: a line that wraps leaves ghosts behind when it is drawn anew.
        words = TextColumn("{task.description}", markup=False, table_column=Column(ratio=1, no_wrap=True))
        columns = (SpinnerColumn(), words, BarColumn(bar_width=20), MofNCompleteColumn())
        console = _console(sys.stderr)
        with Progress(
            *columns, console=console, transient=True, expand=True, redirect_stdout=sys.stdout.isatty()
        ) as bar:
            task = bar.add_task(title, total=total)

            def step(text: str = "", advance: int = 1, total: int | None = None) -> None:
                bar.update(task, advance=advance, total=total, description=harmless(text or title))

            if sys.stdout.isatty():
                _above_the_bar.append(console)
            try:
                yield step
            finally:
                _above_the_bar[:] = [one for one in _above_the_bar if one is not console]
