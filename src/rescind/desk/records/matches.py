"""The tables of the match call: what the platform has sent through it, what matched, and how far the spool was taken in."""

from django.db import models

from rescind.desk.records.banks import BankEntry

OPEN, CONFIRMED, DENIED = "open", "confirmed", "denied"
ABOUT_BITS = "matched"
"""What the bits of a match are sealed about."""


class KnownItem(models.Model):
    """One picture that a service of the platform sent through the match call under an item id of its own.

    `record` is the fingerprint record, `digest` the SHA-256 of the file where it was sent. The row's number is the
    picture's number in the index of what is known.
    """

    service = models.CharField(max_length=100)
    item = models.CharField(max_length=200)
    digest = models.BinaryField(max_length=32, null=True)
    record = models.BinaryField()
    seen_at = models.DateTimeField(db_index=True)
    indexed = models.BooleanField(default=False)

    class Meta:
        """An item sent again replaces what it was."""

        db_table = "desk_known_item"
        constraints = (models.UniqueConstraint(fields=["service", "item"], name="known_item_once"),)
        indexes = (
            models.Index(fields=["digest"], name="known_item_digest"),
            # What the index lacks is asked for every second, and is nearly always nothing.
            models.Index(fields=["id"], name="known_to_enter", condition=models.Q(indexed=False)),
        )

    def __str__(self) -> str:
        return f"known {self.pk}"


class Matched(models.Model):
    """One match that the match call found, under the reference that the service got with it.

    `bits` is the upright fingerprint of what was sent, sealed: whether an entry matches many different pictures is
    told by them.
    """

    reference = models.CharField(max_length=32, unique=True)
    entry = models.ForeignKey(BankEntry, on_delete=models.CASCADE, related_name="matches")
    service = models.CharField(max_length=100)
    item = models.CharField(max_length=200, blank=True)
    action = models.CharField(max_length=8)
    likeness = models.CharField(max_length=8)
    distance = models.PositiveSmallIntegerField()
    at = models.DateTimeField(db_index=True)
    verdict = models.CharField(
        max_length=10, choices=[(each, each) for each in (OPEN, CONFIRMED, DENIED)], default=OPEN
    )
    verdict_at = models.DateTimeField(null=True)
    verdict_by = models.CharField(max_length=150, blank=True)
    bits = models.BinaryField(null=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_matched"

    def __str__(self) -> str:
        return self.reference


class SpoolFile(models.Model):
    """A file of the spool, and up to which byte it was taken in. It is written in the transaction of what was taken in,
    so that nothing is lost and nothing is taken in twice.
    """

    name = models.CharField(max_length=100, unique=True)
    taken = models.BigIntegerField(default=0)

    class Meta:
        """The table's own name."""

        db_table = "desk_spool_file"

    def __str__(self) -> str:
        return self.name
