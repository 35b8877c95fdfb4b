"""Counts how often somebody did something: by an HMAC of who it was, with a key of the day, so that no list of callers
builds up and yesterday's rows cannot be told apart from chance.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import F

from rescind.desk.records.models import Tries

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def marked(who: str, now: datetime) -> bytes:
    """Return what is stored of somebody on this day."""
    key = hmac.digest(settings.DESK.sealing_key, f"tries {now:%Y-%m-%d}".encode("ascii"), hashlib.sha256)
    return hmac.digest(key, who.encode("utf-8"), hashlib.sha256)


def span_of(now: datetime, length: timedelta) -> datetime:
    """Return when the span of this length began that `now` lies in."""
    return now - (now - EPOCH) % length


def counted(who: str, what: str, length: timedelta, now: datetime) -> int:
    """Return how often they did it in the span that `now` lies in."""
    found = Tries.objects.filter(who=marked(who, now), what=what, span=span_of(now, length))
    return found.values_list("count", flat=True).first() or 0


def count(who: str, what: str, length: timedelta, now: datetime) -> int:
    """Count one more, and return how often it was with this one."""
    row, _ = Tries.objects.get_or_create(who=marked(who, now), what=what, span=span_of(now, length))
    Tries.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return row.count + 1
