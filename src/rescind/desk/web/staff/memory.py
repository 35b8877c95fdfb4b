"""What is remembered for a short while, by all processes together: how often a sign-in failed, which code was used.

It is Django's cache, kept in a table as JSON. Django's own table cache stores pickles, which whoever can write to the
database could make into code.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone

from rescind.desk.records.models import Remembered

NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)


class Memory(BaseCache):
    """Django's cache over the table. Values must be JSON; what has ended is dropped with the next that is written."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:  # noqa: ANN401, RUF100 - Django's own signature
        """Return what is remembered, or the default."""
        found = Remembered.objects.filter(pk=self._full(key, version), ends_at__gt=timezone.now()).first()
        return default if found is None else json.loads(found.value)

    def set(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Remember the value; raises TypeError for what JSON cannot hold."""
        Remembered.objects.filter(ends_at__lte=timezone.now()).delete()
        Remembered.objects.update_or_create(
            pk=self._full(key, version), defaults={"value": json.dumps(value), "ends_at": self._end(timeout)}
        )

    def add(
        self,
        key: Any,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Remember the value unless something is remembered already; say whether it was new."""
        with transaction.atomic():
            Remembered.objects.filter(ends_at__lte=timezone.now()).delete()
            _, is_new = Remembered.objects.get_or_create(
                pk=self._full(key, version),
                defaults={"value": json.dumps(value), "ends_at": self._end(timeout)},
            )
        return is_new

    def touch(
        self,
        key: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Let it be remembered from now on for so long; say whether it was there."""
        found = Remembered.objects.filter(pk=self._full(key, version), ends_at__gt=timezone.now())
        return bool(found.update(ends_at=self._end(timeout)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget it; say whether it was there."""
        return bool(Remembered.objects.filter(pk=self._full(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        Remembered.objects.all().delete()

    def _full(self, key: Any, version: int | None) -> str:
        return self.make_and_validate_key(key, version=version)

    def _end(self, timeout: float | None) -> datetime:
        if timeout is None:
            return NEVER
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return timezone.now() + timedelta(seconds=seconds or 0)
