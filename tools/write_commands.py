"""Write docs/person/commands.md from the commands themselves; with --check only say whether it is current."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rescind.cli.exits import Exit
from rescind.cli.main import rescind

PAGE = Path(__file__).resolve().parent.parent / "docs/person/commands.md"
HEAD = """# Every command

Written from the commands by `tools/write_commands.py`; a test fails when it is not current. What each is for, in the
order a person needs them, stands in [start.md](start.md).
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


def page() -> str:
    """The whole page."""
    parts = [HEAD, "## Exit codes\n", exit_codes(), ""]
    for name, text in helps(rescind, "rescind"):
        parts += [f"## {name}\n", "```", "\n".join(line.rstrip() for line in text.splitlines()), "```", ""]
    return "\n".join(parts)


def main() -> int:
    """Write or check; 1 when --check finds an old page."""
    if "--check" in sys.argv[1:]:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page()
        return 0 if current else 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
