"""Writes the papers of a request: the document, and the letter as text, mail and PDF. File names say nothing."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rescind.words import current

if TYPE_CHECKING:
    from rescind.removal import Request

# Without I, L, O and U: nothing that can be misread over the telephone.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_number(now: datetime) -> str:
    """A number for a request: its day and five characters by chance, such as 2026-1124-7Q4KM."""
    return f"{now:%Y-%m%d}-" + "".join(secrets.choice(ALPHABET) for _ in range(5))


def write(
    request: Request, out: Path, language: str, now: datetime, *, fingerprints: bool, to: str = ""
) -> Path:
    """Write all papers of a complete request into a folder of its own below `out`, and return that folder.

    Raises RequestIncomplete before anything is written. The PDF is left out, and that is said, where the extra
    that makes it is not installed.
    """
    from rescind import removal
    from rescind.cli.say import remark
    from rescind.removal import document, letter

    law = removal.law(request.law)
    text = letter.compose(request, law, language=language, now=now)
    files = {
        "request.json": document.write(request, fingerprints=fingerprints),
        "letter.txt": letter.as_text(text).encode(),
        "letter.eml": letter.as_mail(text, to=to),
    }
    try:
        files["letter.pdf"] = letter.as_pdf(text)
    except letter.PdfNotInstalled as error:
        remark(str(error))
    return write_folder(out / request.id, files)


def write_folder(folder: Path, files: dict[str, bytes]) -> Path:
    """Write the files into a new folder, all of them or none, and return it. Only its owner can look inside."""
    make_private(folder.parent)
    part = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        for name, content in files.items():
            put(part / name, content)
        part.replace(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return folder


def make_private(folder: Path) -> None:
    """Make the folder, and those above it that are not there, so that only its owner can look inside."""
    for one in (*reversed(folder.parents), folder):
        if not one.exists():
            one.mkdir(mode=0o700)


def put(path: Path, content: bytes) -> None:
    """Write a file only its owner can read."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)


def withdrawal(request: Request, out: Path, now: datetime) -> Path:
    """Write a short letter that takes a request back, and return its path."""
    from rescind import removal
    from rescind.removal import letter

    text = letter.withdrawal(request, removal.law(request.law), language=current(), at=now)
    folder = out / request.id
    make_private(folder)
    put(folder / "withdrawal.txt", text.encode())
    return folder / "withdrawal.txt"
