"""The file of a backup: every row of every table as a line of JSON, packed, sealed with age; `docs/formats/backup.md`.

It is written from one moment of the database and says nothing of the kind of database, so it can be restored on another.
"""

import gzip
import io
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

import pyrage

from rescind import age
from rescind.desk.settings import desk_file
from rescind.desk.settings.desk_file import DeskError, DeskNotSetUp
from rescind.removal.moment import write_moment
from rescind.words import phrase

FORMAT: Final = "rescind-desk-backup"
VERSION: Final = 1
LINE_LIMIT: Final = 64 * 1024 * 1024
LIGHT: Final = 1
"""How much gzip tries. What is sealed in the database does not get smaller anyway."""

Row = tuple[str, dict[str, Any]]
"""A table's name in the program, and a row of it: column to text, or None."""


class BackupBroken(DeskError):
    """The file is no backup, is torn or altered, or does not open with this key."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rows: `settings` is the whole of desk.toml, `migrations` the newest of each application."""

    made_at: str
    release: str
    migrations: dict[str, str]
    settings: str


@dataclass(frozen=True, slots=True)
class Lock:
    """What the file is sealed with: a passphrase, or the public keys (`age1…`) of those who may open it."""

    passphrase: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """What the file is opened with: a passphrase, or a secret key (`AGE-SECRET-KEY-1…`)."""

    passphrase: str = ""
    identity: str = ""


def require_room(path: Path) -> None:
    """Raise BackupBroken when there is a file of this name, or no folder for it."""
    if path.exists():
        raise BackupBroken(phrase("There is a file with this name already. Nothing was changed."))
    if not path.parent.is_dir():
        raise BackupBroken(phrase("There is no such folder: {folder}", folder=str(path.parent)))


def write(path: Path, head: Head, rows: Iterable[Row], lock: Lock) -> int:
    """Write a new file that only its owner may read, whole or not at all; return how many rows it holds."""
    part = path.with_name(path.name + ".part")
    require_room(path)
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            count = _sealed(out, head, rows, lock)
            out.flush()
            os.fsync(out.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def read(path: Path, key: Key) -> tuple[Head, Iterator[Row]]:
    """Return what the file holds, opened in memory; raise BackupBroken, also while the rows are read."""
    lines = _lines(_opened(path.read_bytes(), key))
    try:
        said = next(lines)
        if (said["format"], said["version"]) != (FORMAT, VERSION):
            raise BackupBroken(phrase("This file is not a backup that this program reads."))
        head = Head(said["made_at"], said["release"], said["migrations"], said["settings"])
    except (KeyError, TypeError, StopIteration) as error:
        raise BackupBroken(phrase("This file is not a backup that this program reads.")) from error
    return head, _rows(lines)


def put_settings(head: Head, folder: Path) -> None:
    """Write the backup's desk.toml where there is none; raise DeskNotSetUp where one has other secrets."""
    theirs = desk_file.parse(head.settings)
    path = folder / desk_file.NAME
    if path.exists():
        mine = desk_file.read(folder)
        if (mine.sealing_key, mine.signing_key) != (theirs.sealing_key, theirs.signing_key):
            raise DeskNotSetUp(phrase("The desk.toml in this folder has other secrets than the backup."))
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as out:
        out.write(head.settings)


def secret_key(text: str) -> str:
    """Return the secret key in the text of a key file, as age-keygen writes it; raise BackupBroken."""
    keys = [line.strip() for line in text.splitlines() if line.strip().startswith("AGE-SECRET-KEY-1")]
    if len(keys) != 1:
        raise BackupBroken(phrase("This file holds no secret key of age: it begins with AGE-SECRET-KEY-1."))
    return keys[0]


def head_of(made_at: datetime, release: str, migrations: dict[str, str], settings: str) -> Head:
    """Return the head of a backup that is made at that moment."""
    return Head(write_moment(made_at), release, migrations, settings)


def _sealed(out: IO[bytes], head: Head, rows: Iterable[Row], lock: Lock) -> int:
    """Write head and rows, sealed. With public keys nothing is held in memory; a passphrase seals all at once."""
    if not lock.recipients:
        plain = io.BytesIO()
        count = _packed(plain, head, rows)
        out.write(pyrage.passphrase.encrypt(plain.getvalue(), lock.passphrase))
        return count
    try:
        recipients = [pyrage.x25519.Recipient.from_str(one) for one in lock.recipients]
    except pyrage.RecipientError as error:
        raise BackupBroken(phrase("This is not a public key of age: it begins with age1.")) from error
    return _piped(lambda end: _packed(end, head, rows), lambda end: pyrage.encrypt_io(end, out, recipients))


def _piped(write_to: Callable[[IO[bytes]], int], read_from: Callable[[IO[bytes]], None]) -> int:
    """Let one end write what the other end reads, at the same time, and return what the writer returns."""
    reader, writer = (os.fdopen(end, mode) for end, mode in zip(os.pipe(), ("rb", "wb"), strict=True))
    failed: list[BaseException] = []

    def take() -> None:
        try:
            with reader:
                read_from(reader)
        except (OSError, pyrage.EncryptError) as error:
            failed.append(error)

    taking = threading.Thread(target=take)
    taking.start()
    try:
        with writer:
            count = write_to(writer)
    except BrokenPipeError:
        count = 0  # the other end failed, and says why below
    finally:
        taking.join()
    if failed:
        raise failed[0]
    return count


def _packed(out: IO[bytes], head: Head, rows: Iterable[Row]) -> int:
    count = 0
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=LIGHT, mtime=0) as packed:
        _put(
            packed,
            {
                "format": FORMAT,
                "version": VERSION,
                "made_at": head.made_at,
                "release": head.release,
                "migrations": head.migrations,
                "settings": head.settings,
            },
        )
        for table, row in rows:
            _put(packed, {"table": table, "row": row})
            count += 1
        _put(packed, {"rows": count})
    return count


def _put(out: gzip.GzipFile, record: dict[str, Any]) -> None:
    out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")


def _opened(sealed: bytes, key: Key) -> bytes:
    try:
        if key.identity:
            opened: bytes = pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(key.identity)])
        else:
            opened = age.unseal(sealed, key.passphrase)
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        if age.is_too_slow(error):
            raise BackupBroken(
                phrase("This computer is too slow or too busy to open the backup now.")
            ) from error
        raise BackupBroken(phrase("The backup does not open: another key, or an altered file.")) from error
    return opened


def _lines(packed: bytes) -> Iterator[dict[str, Any]]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as content:
            while line := content.readline(LINE_LIMIT):
                said = json.loads(line)
                if not isinstance(said, dict):
                    raise BackupBroken(phrase("The backup is damaged."))
                yield said
    except (OSError, EOFError, ValueError) as error:
        raise BackupBroken(phrase("The backup is damaged.")) from error


def _rows(lines: Iterator[dict[str, Any]]) -> Iterator[Row]:
    """Yield the rows; at the end there must be the line that counts them, and nothing after it."""
    count = 0
    for said in lines:
        match said:
            case {"table": str(table), "row": dict(row)}:
                count += 1
                yield table, row
            case {"rows": int(told)} if told == count and next(lines, None) is None:
                return
            case _:
                break
    raise BackupBroken(phrase("The backup is damaged."))
