"""The door: finds the command, runs it, and turns whatever goes wrong into one sentence and one exit code."""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from rescind.cli.exits import Exit
from rescind.version import VERSION

# Name as typed, where it lives, and the one line `rescind --help` shows. The line stands here so that the
# list of commands can be printed without loading any of them.
COMMANDS = {
    "case": ("rescind.cli.case:case", "Make, fill, show, hand over or erase your sealed file."),
    "check": ("rescind.cli.check:check", "Look for copies of your pictures and videos at places you name."),
    "request": ("rescind.cli.request:request", "Write a complete removal request and its letters."),
    "sent": ("rescind.cli.answers:sent", "Note that you sent a request; its clock starts."),
    "answer": ("rescind.cli.answers:answer", "Note what a place answered."),
    "due": ("rescind.cli.due:due", "What was sent, what was answered, what is due and what comes next."),
    "next": (
        "rescind.cli.next_step:next_step",
        "Write the next step when a time is over or a request was refused.",
    ),
    "fingerprint": (
        "rescind.cli.fingerprint:fingerprint",
        "Print the fingerprints of picture and video files.",
    ),
    "desk": ("rescind.cli.desk:desk", "For a platform: take removal requests and keep their clock."),
    "open": (
        "rescind.cli.open:open_page",
        "Open the page that does all this in your browser, on this computer.",
    ),
    "help": (
        "rescind.cli.guide:guide",
        "Where to find people who help; and where to go when someone was under 18.",
    ),
}

EPILOG = "If anyone shown was under 18: rescind help under-18. Someone to talk to: rescind help people."


class Commands(click.Group):
    """The commands by name, each loaded only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All command names, in the order a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load the command called `name`; None when there is no such command."""
        if name not in COMMANDS:
            return None
        module, attribute = COMMANDS[name][0].split(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        for one in (command, *(command.commands.values() if isinstance(command, click.Group) else ())):
            one.epilog = EPILOG
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=Commands,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, prog_name="rescind")
def rescind() -> None:
    """Find copies of your own pictures and videos at places you name, and ask for them to be taken down.

    Everything happens on this computer. It looks only where you point, it compares pictures with pictures,
    and it sends nothing by itself.

    \b
    The whole way, step by step:
      rescind case new                     make your sealed file
      rescind case add FILE...             add the pictures and videos to look for
      rescind check --place ADDRESS        look for copies
      rescind request                      write the request and letters
      rescind sent ID                      you sent it: the clock starts
      rescind due                          what is due when, and what comes next
      rescind check --again                gone? still there? back again?

    \b
    Without a file, keeping nothing:
      rescind check photo.jpg --place ADDRESS
    """


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code. Every error ends as one sentence on standard error."""
    from rescind.cli.say import Say, problem

    as_json = "--json" in (sys.argv[1:] if argv is None else argv)
    try:
        code = rescind.main(args=argv, prog_name="rescind", standalone_mode=False)
    except click.exceptions.Abort:
        return problem(KeyboardInterrupt(), as_json=as_json)
    except click.ClickException as error:
        error.show()
        with suppress(OSError):
            Say(as_json).record({"kind": "error", "exit": "usage", "sentence": error.format_message()})
        return Exit.USAGE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the outermost door; nothing may pass as a traceback
        return problem(error, as_json=as_json)
    return int(code) if isinstance(code, int) else Exit.DONE


def main() -> None:
    """Entry point of the `rescind` command."""
    prepare_streams()
    prepare_signals()
    code: int = Exit.ERROR
    try:
        code = run()
        sys.stdout.flush()
    except OSError:
        # The reader (head, less) has gone, or the disk is full; Python would complain again when it closes stdout.
        code = Exit.ERROR
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def prepare_streams() -> None:
    """Make the standard streams safe to use: there even when they were closed, and never stopping at a letter."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no UTF-8 shows a letter as its number instead of stopping the command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def prepare_signals() -> None:
    """Let a closed window or a polite kill end the command the way Ctrl-C does, so that what was seen is kept."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
