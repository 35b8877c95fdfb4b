"""The tables of the public form: what was begun and not sent, who asks too often, and misuse that a lead answered."""

from django.db import models


class Draft(models.Model):
    """A form that somebody began. `sealed` holds the answers so far; number and code are kept when it is sent."""

    number = models.CharField(max_length=16, unique=True)
    code_hash = models.BinaryField(max_length=32)
    own_key = models.BinaryField(max_length=60)
    sealed = models.BinaryField()
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_draft"

    def __str__(self) -> str:
        return self.number


class Tries(models.Model):
    """How often somebody (an HMAC of a network address, with a key of the day) did one thing in one span of time."""

    who = models.BinaryField(max_length=32)
    what = models.CharField(max_length=16)
    span = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """Counted once for each span."""

        db_table = "desk_tries"
        constraints = (models.UniqueConstraint(fields=["who", "what", "span"], name="tries_once"),)

    def __str__(self) -> str:
        return f"{self.what} {self.count}"


class Misuse(models.Model):
    """What a lead did about an asker (an HMAC of their contact) who sent manifestly unfounded requests (DSA Art. 23)."""

    contact_hash = models.BinaryField(max_length=32, unique=True)
    warned_at = models.DateTimeField()
    warned_by = models.CharField(max_length=150)
    set_aside_until = models.DateTimeField(null=True)
    set_aside_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """Nobody is set aside without having been warned: the warning's moment cannot be empty."""

        db_table = "desk_misuse"

    def __str__(self) -> str:
        return f"misuse {self.pk}"
