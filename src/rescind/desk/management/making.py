"""Makes a desk's database, or brings it to the tables of this version."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from rescind.desk import journal, shelf


def bring_up_to_date(now: datetime) -> None:
    """Apply every migration that is not applied yet, and write that down with a signature.

    An SQLite file is made readable for its owner only. The indexes are made where there are none.
    """
    if connection.vendor == "sqlite" and (name := str(connection.settings_dict["NAME"])) != ":memory:":
        Path(name).touch(mode=0o600)
    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic():
        public = journal.public_key(settings.DESK.signing_key).hex()
        journal.write("desk_made_ready", now=now, version=settings.DESK_VERSION, public_key=public)
        journal.checkpoint(now)
    shelf.bring_up()
    shelf.bring_up_known()
