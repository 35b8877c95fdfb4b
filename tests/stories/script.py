"""Reads a story: a plain-text script that says what a person does and what must come of it.

A story is played by pytest from `tests/stories/*.txt`, and read by people who never saw the code. It starts
with a description in plain words; after the first empty line come the steps, one a line. A line that starts
with `#` is a remark.

    Somebody looks for one picture on one page, and nothing stays behind.

    board
    have mine.jpg = images/base-dogs.jpg
    files
    $ rescind check mine.jpg --place {board}/thread/1 --allow-local
    | 2 copies
    ! mine.jpg
    = 1 found
    nothing written
    called only {board}/thread/1 and pictures on it

Commands
    $ rescind …        run this, with no terminal. Quotes work as in a shell; nothing else of a shell does
    $tty rescind …     the same, in a terminal: for questions that need one
    < no               a line that is typed. Without a terminal all lines are given at once; in a terminal
                       each is typed when the `|` lines before it have appeared, so put the question first
    | words            must be printed, each after the one before, however it is spaced. `...` inside stands
                       for anything on that line. Standard output is searched first, then standard error
    ! words            must be printed nowhere, not even broken over lines
    = 1 found          how it ends: the number, and if you like its name from `rescind.cli.exits`. Without
                       this line the command must end with 0
    json .a[0].b = X   the printed JSON document has X there. `json line 2 .a = X` takes the second line as a
                       document of its own. Instead of `= X` also `count = 3`, `like REGULAR-EXPRESSION`,
                       `is there`, `is not there`
    remember id = json .a      keep a value as {id}; also `json line 2 .a`
    remember id = after WORDS  keep the word that was printed after WORDS

What there is
    have NAME = images/base-dogs.jpg   a copy of a sample picture in the story's folder
    write NAME                         a file with the indented lines below
    cut NAME in half                   damage a file
    env NAME = value                   set a variable for the commands that follow
    needs age                          skip the story where this command is not installed
    needs module typst                 the same for a Python module
    board                              start the demo board. {board} is its address, {host} its host and port
    board removes PATH                 the board takes a page or picture down (a whole address will do too)
    board restores PATH                the board puts it back

What must be so
    expect file letters/*.pdf          there is such a file in the folder; `expect no file …`: there is none
    file NAME has WORDS                the file holds the words, however spaced; `file NAME lacks WORDS`: not
    files                              remember all files: the folder, home, temporary and settings folders
    no new files                       since `files`, nothing is new, changed or gone
    nothing written                    the same, and no command wrote a file even for a moment, anywhere
    called only A B                    exactly these pages of the board were called, each at least once, and
                                       nothing on any other machine. Counted since the last `called` line
    called only A and pictures on it   the same, and the pictures those pages show may have been called
    called nothing                     no address was called or looked up

{here} is the story's folder; {here}, {board}, {host} and everything remembered can be used in every step.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

INDENT = "    "
VERBS = (
    "board removes",
    "board restores",
    "board",
    "called nothing",
    "called only",
    "cut",
    "env",
    "expect no file",
    "expect file",
    "files",
    "file",
    "have",
    "json",
    "needs module",
    "needs",
    "no new files",
    "nothing written",
    "remember",
    "write",
)
MARKS = "|!<="


class NotAStoryError(Exception):
    """The script cannot be read; the message names the line."""


@dataclass(frozen=True)
class Line:
    """A marked line under a command: its mark (one of `|!<=`), its words and its line number."""

    number: int
    mark: str
    words: str


@dataclass(frozen=True)
class Command:
    """A command to run, whether in a terminal, and the lines that say what is typed and printed."""

    number: int
    words: str
    terminal: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Step:
    """A step that is no command: its verb, what follows it on the line, and the indented block below it."""

    number: int
    verb: str
    words: str
    block: str


@dataclass(frozen=True)
class Story:
    """One story: the name of its file, its description, and what happens in it."""

    name: str
    description: str
    steps: tuple[Command | Step, ...]


def read(path: Path) -> Story:
    """The story in a file. Raises NotAStoryError."""
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, name: str) -> Story:
    """The story in a text. Raises NotAStoryError where a line is none of the language."""
    lines = list(enumerate(text.splitlines(), 1))
    start = next((at for at, (_, line) in enumerate(lines) if not line.strip()), len(lines))
    description = " ".join(line.strip() for _, line in lines[:start])
    steps = _steps([(number, line) for number, line in lines[start:] if not line.startswith("#")], name)
    if not description or not any(isinstance(step, Command) for step in steps):
        raise NotAStoryError(f"{name}: a story has a description, an empty line, and at least one command")
    return Story(name, description, tuple(steps))


def _steps(lines: list[tuple[int, str]], name: str) -> list[Command | Step]:
    steps: list[Command | Step] = []
    waiting = lines[::-1]
    while waiting:
        number, line = waiting.pop()
        if not line.strip():
            continue
        if line.startswith("$"):
            steps.append(_command(number, line, _taken(waiting, MARKS), name))
        else:
            steps.append(_step(number, line, "\n".join(text for _, text in _taken(waiting, " ")), name))
    return steps


def _taken(waiting: list[tuple[int, str]], starts: str) -> list[tuple[int, str]]:
    """Take the lines that follow and start so; inside an indented block, empty lines too."""
    taken = []
    while waiting and (waiting[-1][1][:1] in tuple(starts) or (starts == " " and _inside(waiting))):
        taken.append(waiting.pop())
    return taken


def _inside(waiting: list[tuple[int, str]]) -> bool:
    return len(waiting) > 1 and not waiting[-1][1].strip() and waiting[-2][1].startswith(INDENT)


def _command(number: int, line: str, below: list[tuple[int, str]], name: str) -> Command:
    found = re.fullmatch(r"\$(tty)? (\S.*)", line)
    if not found:
        raise NotAStoryError(f"{name}:{number}: a command is `$ words` or `$tty words`")
    marked = tuple(Line(at, text[0], text[1:].strip()) for at, text in below)
    if sum(one.mark == "=" for one in marked) > 1:
        raise NotAStoryError(f"{name}:{number}: a command ends once; it has more than one `=`")
    return Command(number, found[2], found[1] is not None, marked)


def _step(number: int, line: str, block: str, name: str) -> Step:
    for verb in VERBS:
        if re.match(rf"{verb}(\s|$)", line):
            return Step(number, verb, line[len(verb) :].strip(), re.sub(rf"(?m)^{INDENT}", "", block))
    raise NotAStoryError(f"{name}:{number}: no step starts like this: {line}")
