"""Whether a desk could be served as it is: everything that speaks against it, each in a sentence."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection

from rescind.desk.flows.condition import are_current
from rescind.desk.settings.desk_file import faults
from rescind.words import phrase


def found_faults() -> list[str]:
    """Return everything that is wrong; an empty list means that the desk can be served."""
    return [*faults(settings.DESK), *_of_django(), *_of_database()]


def _of_django() -> list[str]:
    """What Django's own checks find, those for a public server among them. Warnings count as faults."""
    found = checks.run_checks(include_deployment_checks=True)
    return [f"{one.id}: {one.msg}" for one in found if one.level >= checks.WARNING and not one.is_silenced()]


def _of_database() -> list[str]:
    try:
        connection.ensure_connection()
        if not are_current():
            return [phrase("The database is not of this version. Say: rescind desk init --again")]
    except DatabaseError:
        return [phrase("The database cannot be reached.")]
    return []
