"""Plays a story: does each step on the stage, and fails with the story's own line where something is not so.

The language is written down at the top of `script.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pexpect

from demo.board import Board
from rescind.cli.exits import Exit
from tests.stories.matching import NotTrueError, must_not_say, must_say, pattern
from tests.stories.script import Command, Line, Step, Story
from tests.stories.stage import Printed, Stage
from tests.stories.steps import STEPS


def play(story: Story, root: Path, board: Callable[[], Board]) -> None:
    """Play it in the empty folder `root`; `board` starts the demo board. Raises NotTrueError, or skips."""
    player = Player(Stage(root), board)
    for step in story.steps:
        try:
            player.take(step)
        except NotTrueError as error:
            words = step.words if isinstance(step, Command) else f"{step.verb} {step.words}"
            raise NotTrueError(f"{story.name}:{step.number}: {words}\n{error}\n\n{player.last()}") from None


class Player:
    """Where a story has got to: the stage, what was remembered, and what the last command printed."""

    def __init__(self, stage: Stage, board: Callable[[], Board]) -> None:
        self.stage = stage
        self.start_board = board
        self.board: Board | None = None
        self.values = {"here": str(stage.here)}
        self.printed: Printed | None = None
        self.before: dict[str, str] | None = None
        self.writing_since = 0
        self.calling_since = 0

    def take(self, step: Command | Step) -> None:
        """Do one step. Raises NotTrueError."""
        if isinstance(step, Command):
            self._run(step)
        else:
            STEPS[step.verb](self, self.fill(step.words), self.fill(step.block))

    def fill(self, words: str) -> str:
        """The words with {board}, {here} and everything remembered filled in; other braces stay."""
        return re.sub(r"\{(\w+)\}", lambda gap: self.values.get(gap[1], gap[0]), words)

    def last(self) -> str:
        """What the last command printed, for the message of a failure."""
        if self.printed is None:
            return "Nothing was printed yet."
        one = self.printed
        return f"It ended with {one.code}.\n--- printed\n{one.output}\n--- printed as error\n{one.errors}"

    def _run(self, command: Command) -> None:
        lines = [Line(one.number, one.mark, self.fill(one.words)) for one in command.lines]
        words = self.fill(command.words)
        if command.terminal:
            self.printed = self._in_terminal(words, lines)
        else:
            typed = "".join(f"{one.words}\n" for one in lines if one.mark == "<")
            self.printed = self.stage.run(words, typed)
        _end(self.printed.code, [one for one in lines if one.mark == "="])
        must_say(self.printed.whole, (one.words for one in lines if one.mark == "|"))
        must_not_say(self.printed.whole, (one.words for one in lines if one.mark == "!"))

    def _in_terminal(self, words: str, lines: list[Line]) -> Printed:
        process = self.stage.open_terminal(words)
        shown: list[str] = []
        try:
            for line in lines:
                if line.mark == "|":
                    process.expect(pattern(line.words, between=r"\s+"))
                    shown.append(f"{process.before}{process.after}")
                elif line.mark == "<":
                    process.sendline(line.words)
            process.expect(pexpect.EOF)
            process.wait()
        except pexpect.TIMEOUT:
            raise NotTrueError(f"Waited in vain. In the terminal stood:\n{process.before}") from None
        except pexpect.EOF:
            raise NotTrueError(
                f"It ended before this appeared: {line.words}\nLast stood:\n{process.before}"
            ) from None
        finally:
            process.close(force=True)
        code = process.exitstatus if process.exitstatus is not None else 128 + int(process.signalstatus or 0)
        return Printed("".join(shown) + str(process.before), "", code)

    def need_board(self) -> Board:
        """The board the story started. Raises NotTrueError where it started none."""
        if self.board is None:
            raise NotTrueError("The story has no board yet: it needs a `board` line before this.")
        return self.board


def _end(code: int, lines: list[Line]) -> None:
    number, _, name = (lines[0].words if lines else "0").partition(" ")
    if name and Exit(int(number)).name != name.strip().upper().replace(" ", "_"):
        raise NotTrueError(f"Exit code {number} is not called {name}: it is {Exit(int(number)).name}")
    if code != int(number):
        raise NotTrueError(f"It should end with {number}, and ended with {code}.")
