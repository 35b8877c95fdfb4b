"""Erase a case file, and say honestly what that cannot reach.

The first bytes hold the only key to the rest, wrapped with the passphrase. They are overwritten before the
file is removed, which makes the rest useless wherever a disk writes in place. On an SSD, a phone or a
copy-on-write disk the old bytes may stay for a while; they are sealed all the same. So nothing here claims
that the file cannot come back.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from rescind.person.casefile import disk
from rescind.person.casefile.errors import NoCaseHere, NotACaseFile
from rescind.person.casefile.sealing import HEADER_LIMIT, INTRO
from rescind.words import phrase


@dataclass(frozen=True)
class Erased:
    """What was done: how many leftovers went with the file, whether its key was overwritten, and what
    remains.
    """

    leftovers: int
    overwritten: bool
    remains: tuple[str, ...]


def erase(path: Path) -> Erased:
    """Remove the sealed file, its leftovers and its lock. No passphrase is needed: who forgot it may erase
    too.

    A symbolic link goes together with the file it leads to. Raises NotACaseFile, and removes nothing, when
    the file does not begin like a sealed one; NoCaseHere, CaseLocked, NotAllowedHere.
    """
    target = disk.target_of(path)
    _check_sealed(target)
    with disk.locked(target):
        swept = disk.sweep(target)
        overwritten = _overwrite_key(target)
        with disk.plain_errors():
            target.unlink()
            if path.is_symlink():
                path.unlink()
    return Erased(swept, overwritten, remains())


def remains() -> tuple[str, ...]:
    """Return the sentences about what erasing cannot reach, for before and after."""
    return (
        phrase("Backups and cloud drives may still hold older copies of the sealed file. Erase them there."),
        phrase("Letters and files you exported are where you put them. Erase them yourself."),
        phrase("Letters you sent stay with those who got them."),
        phrase(
            "Your pictures are not in this file. Wherever they are on your devices, they are still there."
        ),
        phrase(
            "This computer may remember what you typed and which pages you opened. Clear that history too."
        ),
        phrase(
            "Phones and most new disks keep old bytes for a while. What is left there is sealed, "
            "as strongly as your passphrase."
        ),
    )


def _check_sealed(target: Path) -> None:
    if not target.exists():
        raise NoCaseHere
    if not target.is_file():
        raise NotACaseFile
    with disk.plain_errors(), target.open("rb") as file:
        start = file.read(len(INTRO))
    if not INTRO.startswith(start):  # a torn file, even an empty one, may be erased
        raise NotACaseFile


def _overwrite_key(target: Path) -> bool:
    """Overwrite the header in place; False when that was not possible, which must not keep the file from
    going.
    """
    try:
        length = min(HEADER_LIMIT, target.stat().st_size)
        descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return False
    try:
        os.write(descriptor, secrets.token_bytes(length))
        os.fsync(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True
