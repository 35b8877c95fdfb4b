"""Says which desk this process works for. Must run before any module that knows the database is imported."""

import os
from pathlib import Path

import django

from rescind.desk.settings import desk_file


def start(folder: Path | None) -> None:
    """Set Django up for the desk in the folder; without one, for no desk at all. Raises DeskNotSetUp."""
    if folder is None:
        os.environ.pop("RESCIND_DESK", None)
    else:
        desk_file.read(folder)
        os.environ["RESCIND_DESK"] = str(folder.absolute())
    os.environ["DJANGO_SETTINGS_MODULE"] = "rescind.desk.settings.values"
    django.setup()
