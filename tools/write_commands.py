"""Write the pages of commands from the commands themselves; with --check only say whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rescind.cli.exits import Exit
from rescind.cli.main import rescind

DOCS = Path(__file__).resolve().parent.parent / "docs"
HEAD = """# Every command

Written from the commands by `tools/write_commands.py`; a test fails when it is not current. What each is for, in the
order a person needs them, stands in [start.md](start.md).
"""

DESK_HEAD = """# Every command of the desk

Written from the commands by `tools/write_commands.py`; a test fails when it is not current. The exit codes stand in
[the person's page](../person/commands.md#exit-codes).
"""


def helps(command: click.Command, name: str, parent: click.Context | None = None) -> list[tuple[str, str]]:
    """A command's own help and that of everything below it, as (name, text)."""
    context = click.Context(command, info_name=name, parent=parent, max_content_width=100, terminal_width=100)
    found = [(context.command_path, command.get_help(context))]
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            inner = command.get_command(context, below)
            assert inner is not None
            found += helps(inner, below, context)
    return found


def exit_codes() -> str:
    """The exit codes as a table, with the sentences of their source file."""
    source = (Path(__file__).resolve().parent.parent / "src/rescind/cli/exits.py").read_text(encoding="utf-8")
    rows = ["| code | name | meaning |", "|---|---|---|"]
    for code in Exit:
        meaning = source.split(f"{code.name} = {code.value}\n", 1)[1].split('"""', 2)[1]
        rows.append(f"| {code.value} | {code.name} | {meaning} |")
    return "\n".join(rows)


def page(of_desk: bool) -> str:
    """The whole page: what a platform types, or everything else."""
    parts = [DESK_HEAD] if of_desk else [HEAD, "## Exit codes\n", exit_codes(), ""]
    for name, text in helps(rescind, "rescind"):
        if name.startswith("rescind desk") is of_desk:
            parts += [
                f"## {name}\n",
                "```",
                "\n".join(line.rstrip() for line in text.splitlines()),
                "```",
                "",
            ]
    return "\n".join(parts)


PAGES = {DOCS / "person/commands.md": False, DOCS / "platform/commands.md": True}


def main() -> int:
    """Write or check; 1 when --check finds an old page."""
    if "--check" in sys.argv[1:]:
        return int(
            any(not path.exists() or path.read_text("utf-8") != page(desk) for path, desk in PAGES.items())
        )
    for path, desk in PAGES.items():
        path.write_text(page(desk), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
