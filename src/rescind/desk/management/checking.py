"""Whether a desk could be served as it is: everything that speaks against it, each in a sentence."""

from datetime import datetime

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection

from rescind.desk import outbox
from rescind.desk.flows.condition import are_current, last_alive, work_record
from rescind.desk.records.models import Hook
from rescind.desk.settings.desk_file import faults
from rescind.words import phrase


def found_faults() -> list[str]:
    """Return everything that is wrong; an empty list means that the desk can be served."""
    return [*faults(settings.DESK), *_of_django(), *_of_database()]


def found_gaps(now: datetime) -> list[str]:
    """Return what is missing though the desk can be served: nobody is told, nothing is delivered, or nobody is warned."""
    working, owed, gaps = settings.DESK.working, outbox.backlog(), []
    if not Hook.objects.filter(ended_at=None).exists():
        gaps.append(phrase("No hook: your software is told nothing. Say: rescind desk hook add"))
    if owed.without_hook:
        gaps.append(phrase("Calls that no hook takes: {count}.", count=owed.without_hook))
    if owed.stopped:
        gaps.append(phrase("Given up: {count}. Look with: rescind desk hook list", count=owed.stopped))
    if working.mail is None:
        gaps.append(phrase("No [mail] in desk.toml: nobody gets mail. Owed: {count}.", count=owed.mail))
    if not working.alarms:
        gaps.append(phrase("No [alarms] in desk.toml: nobody on duty is warned by mail."))
    if work_record(last_alive(), now)["state"] != "alive":
        gaps.append(phrase("`rescind desk work` does not run: nothing is delivered, and nobody is warned."))
    return gaps


def _of_django() -> list[str]:
    """What Django's own checks find, those for a public server among them. Warnings count as faults."""
    found = checks.run_checks(include_deployment_checks=True)
    return [f"{one.id}: {one.msg}" for one in found if one.level >= checks.WARNING and not one.is_silenced()]


def _of_database() -> list[str]:
    try:
        connection.ensure_connection()
        if not connection.introspection.table_names():
            return [
                phrase(
                    "The database is empty. If it was lost: rescind desk restore. "
                    "If this desk is new: rescind desk init --again"
                )
            ]
        if not are_current():
            return [phrase("The database is not of this version. Say: rescind desk init --again")]
    except DatabaseError:
        return [phrase("The database cannot be reached.")]
    return []
