"""The table of what is remembered for a short while about signing in: failures that count, codes that were used."""

from django.db import models


class Remembered(models.Model):
    """One value (JSON) under its key, until it ends."""

    key = models.CharField(max_length=250, primary_key=True)
    value = models.TextField()
    ends_at = models.DateTimeField(db_index=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_remembered"

    def __str__(self) -> str:
        return self.key
