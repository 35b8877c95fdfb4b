"""`rescind desk backup` and `rescind desk restore`: the whole desk in one sealed file, and a desk out of one."""

from __future__ import annotations

from pathlib import Path

import click

from rescind.cli import ask, options
from rescind.cli.clock import utc_now
from rescind.cli.desk_folder import in_folder, installed, require_sound, start
from rescind.cli.say import Say, Trouble
from rescind.cli.unlock import passphrase_from
from rescind.words import phrase

SHORTEST = 12
"""Letters of a passphrase: the file holds every secret, and whoever has it can try for years."""


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "recipients",
    multiple=True,
    help="A public key of age (age1…) that may open it; else a passphrase.",
)
@options.passphrase_file
@in_folder
@options.as_json
def backup(
    file: Path, recipients: tuple[str, ...], passphrase_file: Path | None, folder: Path, as_json: bool
) -> None:
    """Write the whole desk, secrets among it, to a new sealed FILE, while it goes on working."""
    require_sound(folder)
    from rescind.desk.management.backing_up import back_up
    from rescind.desk.management.backup_file import Lock

    lock = Lock(recipients=recipients) if recipients else Lock(passphrase=new_passphrase(passphrase_file))
    count = back_up(file, lock, now=utc_now())
    say = Say(as_json)
    say.line(phrase("The backup holds all of the desk: {count} rows, and desk.toml.", count=count))
    say.line(phrase("Whoever opens it can read everything. Throw it away when it is old."))
    say.record({"rows": count})


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--key",
    "key_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with the secret key of age (AGE-SECRET-KEY-1…); else a passphrase.",
)
@options.passphrase_file
@in_folder
@options.as_json
def restore(
    file: Path, key_file: Path | None, passphrase_file: Path | None, folder: Path, as_json: bool
) -> None:
    """Make a desk from a backup FILE, in a folder and a database where there is none."""
    installed()
    from rescind.desk.management import backup_file

    key = (
        backup_file.Key(identity=backup_file.secret_key(key_file.read_text(encoding="utf-8")))
        if key_file
        else backup_file.Key(passphrase=passphrase_from(passphrase_file))
    )
    head, rows = backup_file.read(file, key)
    backup_file.put_settings(head, folder)
    start(folder)
    from rescind.desk.management import restoring

    count = restoring.restore(head, rows, now=utc_now())
    say = Say(as_json)
    say.line(phrase("The desk is as it was at {moment}: {count} rows.", moment=head.made_at, count=count))
    say.line(phrase("Next: rescind desk check, then rescind desk serve"))
    say.record({"made_at": head.made_at, "rows": count})


def new_passphrase(file: Path | None) -> str:
    """Return the passphrase of a file, or one that was typed twice; raise Trouble for none or a short one."""
    first = passphrase_from(file)
    if not first:
        raise Trouble(phrase("A backup needs a passphrase, or a public key with --to."))
    if len(first) < SHORTEST:
        raise Trouble(
            phrase(
                "This passphrase is too short for a file that opens everything. Use {n} letters or more.",
                n=SHORTEST,
            )
        )
    if file is None and ask.secret(phrase("Once more:"), how_else="--passphrase-file") != first:
        raise Trouble(phrase("The two were not the same. Nothing was written."))
    return first
