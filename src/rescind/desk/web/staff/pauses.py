"""When a pause is offered: after so many minutes without one, or so many pictures. It is kept in the session alone.

Whoever was away for five minutes has had a pause; nobody has to press anything, and nobody else is told.
"""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

AWAY: Final = timedelta(minutes=5)
SINCE, LAST, PICTURES = "working_since", "last_page", "pictures_since"


def note(session: SessionBase, now: datetime) -> None:
    """Note that somebody is at work; begin anew when they were away."""
    last = session.get(LAST)
    if last is None or now - datetime.fromisoformat(last) >= AWAY:
        session[SINCE], session[PICTURES] = now.isoformat(), 0
    session[LAST] = now.isoformat()


def note_picture(session: SessionBase) -> None:
    """Note that they opened a picture."""
    session[PICTURES] = session.get(PICTURES, 0) + 1


def is_due(session: SessionBase, now: datetime) -> bool:
    """Say whether a pause would be good now."""
    rules = settings.DESK.staff
    since = session.get(SINCE)
    if since is None:
        return False
    worked = now - datetime.fromisoformat(since)
    return (
        worked >= timedelta(minutes=rules.break_minutes) or session.get(PICTURES, 0) >= rules.break_pictures
    )
