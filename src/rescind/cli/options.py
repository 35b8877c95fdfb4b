"""Options that several commands share, so that they are called the same and explained the same everywhere."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from rescind.cli.clock import utc_now
from rescind.words import phrase

Step = Callable[..., None]
"""What moves a progress bar on: `step(text="", advance=1, total=None)`."""

MOST_BYTES = 64 * 1024 * 1024
"""A picture file with more is refused by the fingerprint room anyway; so no more of it is read."""

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")

all_adults = click.option(
    "--all-adults", is_flag=True, help="Say beforehand: everyone shown was 18 or over. Then it is not asked."
)

case_file = click.option(
    "--case",
    "case_file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="RESCIND_CASE",
    default=Path("notes.age"),
    show_default=True,
    help="Your sealed file (or set RESCIND_CASE).",
)

passphrase_file = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
    envvar="RESCIND_PASSPHRASE_FILE",
    help="Read the passphrase from the first line of this file; - for standard input. Else it is asked for.",
)


def read_picture(path: Path) -> bytes:
    """The bytes of a picture file, and no more than one may have. Raises OSError, also for what is no plain file."""
    insist_plain(path)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def insist_plain(path: Path) -> None:
    """Raise OSError for what is no plain file: a folder, a pipe, a device."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EINVAL, phrase("this is no plain file"))


class PictureFile(click.Path):
    """A file that is there. What is wrong with it is said without repeating its name."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """A Path, or a usage error that says nothing of the name."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.is_file():
            return path
        if not path.exists():
            why = phrase("One of these files is not there.")
        else:
            why = (
                phrase("One of these is a folder.")
                if path.is_dir()
                else phrase("One of these is no plain file.")
            )
        raise click.BadParameter(why, ctx, param)


class Moment(click.ParamType[datetime]):
    """A time: 2026-11-24T09:30, with Z or an offset, or without for this computer's own zone."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """An aware UTC datetime, or a usage error."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(
                f"{value!r} is no time; write it like 2026-11-24T09:30 or 2026-11-24T09:30Z", param, ctx
            )


class Past(Moment):
    """A time that has come."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """An aware UTC datetime not after now, or a usage error."""
        moment = super().convert(value, param, ctx)
        if moment > utc_now():
            self.fail(phrase("That time has not come yet."), param, ctx)
        return moment


at = click.option("--at", "at", type=Past(), help="When it happened, if not now. Example: 2026-11-24T09:30")

papers = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("papers"),
    show_default=True,
    help="Folder for the papers.",
)
