"""`rescind desk work` and `rescind desk hook`: the second process, and where it tells the platform what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rescind.cli import options
from rescind.cli.clock import utc_now
from rescind.cli.desk_folder import in_folder, require_sound
from rescind.cli.say import Say, remark
from rescind.words import phrase

if TYPE_CHECKING:
    from rescind.desk.flows.keep_hooks import Made
    from rescind.desk.gates import Staff

CONSOLE = "console"
"""The name in the journal for whoever types commands on the desk's own machine."""


@click.command()
@in_folder
@click.option("--once", is_flag=True, help="Do what is to be done now, then end.")
def work(folder: Path, once: bool) -> None:
    """Deliver what is owed, sound alarms, throw away what is too old. Run it beside `serve`, always."""
    require_sound(folder)
    from rescind.desk.management import working

    if once:
        working.work_once()
        return
    remark(phrase("The desk works. Ctrl-C ends it."))
    working.work()


@click.group()
def hook() -> None:
    """The platform's hooks: the addresses that are told to hide, remove or show something."""


@hook.command()
@click.argument("name")
@click.argument("address")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="What it is told: hide, remove, restore, notify, overdue, complaint, picture. Else everything.",
)
@in_folder
@options.as_json
def add(name: str, address: str, kinds: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """Add a hook called NAME at an ADDRESS, and show its secret, this one time."""
    require_sound(folder)
    from rescind.desk.flows import keep_hooks

    made = keep_hooks.add_hook(at_console(), name, address, now=utc_now(), kinds=kinds or ("*",))
    show_secret(made, Say(as_json))


@hook.command("list")
@in_folder
@options.as_json
def list_(folder: Path, as_json: bool) -> None:
    """List hooks, and what is owed and was not delivered yet."""
    require_sound(folder)
    from rescind.desk.management import hooks

    say = Say(as_json)
    for one in hooks.listed():
        say.either(
            phrase(
                "{name}: {address} ({kinds}). Waiting: {waiting}, given up: {stopped}.",
                name=one.name,
                address=one.address,
                kinds=one.kinds,
                waiting=one.waiting,
                stopped=one.stopped,
            ),
            {"kind": "hook", **hooks.hook_record(one)},
        )
    for debt in hooks.undelivered():
        say.either(
            phrase(
                "{number}: {kind} to {target}, owed since {since}, tried {attempts} times. {error}",
                number=debt.number,
                kind=debt.kind,
                target=debt.target or "-",
                since=debt.owed_at,
                attempts=debt.attempts,
                error=debt.last_error,
            ).rstrip(),
            {"kind": "owed", **hooks.debt_record(debt)},
        )


@hook.command("move")
@click.argument("name")
@click.argument("address")
@in_folder
def move(name: str, address: str, folder: Path) -> None:
    """Have the hook NAME called at another ADDRESS, also with what is owed to it already."""
    require_sound(folder)
    from rescind.desk.flows import keep_hooks

    keep_hooks.move_hook(at_console(), name, address, now=utc_now())


@hook.command()
@click.argument("name")
@in_folder
def end(name: str, folder: Path) -> None:
    """End the hook NAME. What is owed to it goes to another hook, or waits for one."""
    require_sound(folder)
    from rescind.desk.flows import keep_hooks

    keep_hooks.end_hook(at_console(), name, now=utc_now())


@hook.command()
@click.argument("name")
@click.option("--finish", is_flag=True, help="The receiver has the new secret: drop the old one.")
@in_folder
@options.as_json
def secret(name: str, finish: bool, folder: Path, as_json: bool) -> None:
    """Make a new secret for the hook NAME, beside the old one until you say --finish."""
    require_sound(folder)
    from rescind.desk.flows import keep_hooks

    if finish:
        keep_hooks.drop_old_secrets(at_console(), name, now=utc_now())
        return
    show_secret(keep_hooks.new_secret(at_console(), name, now=utc_now()), Say(as_json))


@hook.command("test")
@click.argument("name")
@in_folder
@options.as_json
def test_(name: str, folder: Path, as_json: bool) -> None:
    """Call the hook NAME now, with nothing to do, and say what it answers."""
    require_sound(folder)
    from rescind.desk.management import hooks

    status = hooks.tried(name, utc_now())
    Say(as_json).either(phrase("The hook answered with status {status}.", status=status), {"status": status})


@hook.command()
@click.option("--number", type=int, help="Only this one, as `hook list` numbers it.")
@click.option("--hook", "name", help="Only what is owed to this hook.")
@in_folder
@options.as_json
def redeliver(number: int | None, name: str | None, folder: Path, as_json: bool) -> None:
    """Send again what was given up or waits for a long time."""
    require_sound(folder)
    from rescind.desk.flows.redeliver import redeliver as send_again

    count = send_again(at_console(), now=utc_now(), number=number, hook=name)
    Say(as_json).either(
        phrase("`rescind desk work` sends it now. So many: {count}.", count=count), {"count": count}
    )


def at_console() -> Staff:
    """Return whoever types commands on the desk's own machine, and so has its secrets anyway."""
    from rescind.desk.gates import Role, Staff

    return Staff(CONSOLE, frozenset({Role.OPERATOR}))


def show_secret(made: Made, say: Say) -> None:
    """Say the secret of a hook."""
    say.line(phrase("Give this secret to the receiver; it is not shown again: {secret}", secret=made.secret))
    say.record({"name": made.hook.name, "secret": made.secret})
