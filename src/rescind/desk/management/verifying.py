"""Verifies and exports the journal: the one in the database, or an exported file without any database."""

import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from rescind.desk import journal
from rescind.desk.journal import Checked, JournalBroken
from rescind.removal.receipt import key_name
from rescind.words import phrase


def verify_database() -> Checked:
    """Return what the database's journal holds; raise JournalBroken. Lines since the last signature may be unsigned."""
    with transaction.atomic():
        return journal.check(journal.entries(), journal.public_key(settings.DESK.signing_key))


def verify_file(path: Path, public: bytes | None) -> tuple[Checked, bytes]:
    """Return what an exported journal holds and the key that signed it; raise JournalBroken.

    `public` is the key that the reader trusts. Without it the file's own is used, which shows that the file fits
    together, but not whose it is.
    """
    with path.open(encoding="utf-8", newline="\n") as content:
        key, entries = journal.read_file(content)
        if public is not None and key != public:
            raise JournalBroken(0, phrase("This journal was signed with another key."))
        return journal.check(entries, key, is_whole=True), key


def export(path: Path, now: datetime) -> Checked:
    """Sign how far the journal has come, write all of it to a new file, and return what it holds."""
    public = journal.public_key(settings.DESK.signing_key)
    with transaction.atomic():
        journal.checkpoint(now)
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8", newline="\n") as out:
            journal.write_file(journal.entries(), public, out)
    return verify_file(path, public)[0]


def known_key() -> bytes | None:
    """Return this desk's public key; None when the process works for no desk."""
    return journal.public_key(settings.DESK.signing_key) if settings.DESK.signing_key else None


def known_key_and_name() -> tuple[str, str]:
    """Return this desk's public key in hexadecimal, and the short name that its receipts show."""
    public = journal.public_key(settings.DESK.signing_key)
    return public.hex(), key_name(public)
