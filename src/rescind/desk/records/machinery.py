"""The tables of the machinery: what is owed to the outside, the platform's keys, and which process was last alive."""

from django.db import models


class Owed(models.Model):
    """Something that must be delivered at least once: a webhook or a mail, written in the transaction that causes it.

    It is open while neither `done_at` nor `stopped_at` is set, and free to be claimed when `leased_until` has passed.
    `subject` is the number of the request that it is about: what is owed about one request is delivered in its order.
    """

    kind = models.CharField(max_length=32)
    target = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=16, blank=True, default="", db_index=True)
    payload = models.BinaryField()
    once = models.CharField(max_length=100, unique=True)
    owed_at = models.DateTimeField()
    run_after = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)
    done_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        """What the database itself holds to: nothing is both delivered and given up."""

        db_table = "desk_owed"
        constraints = (
            models.CheckConstraint(
                name="owed_ends_once",
                condition=models.Q(done_at__isnull=True) | models.Q(stopped_at__isnull=True),
            ),
        )
        indexes = (
            models.Index(
                fields=["run_after"],
                name="owed_open",
                condition=models.Q(done_at__isnull=True, stopped_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Hook(models.Model):
    """An address of the platform that is told what it must do; `secret` is sealed with the desk's key.

    `kinds` are the kinds it wants, with a space between; `*` is all of them.
    """

    name = models.CharField(max_length=100, unique=True)
    address = models.CharField(max_length=2000)
    secret = models.BinaryField()
    kinds = models.CharField(max_length=200, default="*")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_hook"

    def __str__(self) -> str:
        return self.name


class PlatformKey(models.Model):
    """A key of one service of the platform: only its hash, what it may do (words with a space between), and its span."""

    name = models.CharField(max_length=100)
    key_hash = models.BinaryField(max_length=32, unique=True)
    scopes = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_platform_key"

    def __str__(self) -> str:
        return self.name


class Alive(models.Model):
    """When a process of this name last said that it is alive."""

    name = models.CharField(max_length=32, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        """The table's own name."""

        db_table = "desk_alive"

    def __str__(self) -> str:
        return self.name
