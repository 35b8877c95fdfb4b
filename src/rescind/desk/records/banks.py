"""The tables of banks: lists of fingerprints that uploads are matched against, and where each entry came from.

An entry comes from a decision on a copy that the platform itself held, or from a partner, and the database accepts
nothing else. A partner's entry is unreviewed until somebody here looked.
"""

from django.db import models

from rescind.desk.records.requests import RequestRow

DECISION, PARTNER = "decision", "partner"
BLOCK, REVIEW, COUNT = "block", "review", "count"


class Bank(models.Model):
    """A list of fingerprints with one policy: how near counts, what happens then, and until when it is paused."""

    name = models.CharField(max_length=100, unique=True)
    action = models.CharField(max_length=8, choices=[(each, each) for each in (BLOCK, REVIEW, COUNT)])
    within = models.PositiveSmallIntegerField()
    paused_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        """What the database itself holds to: a distance is 0 to 256 bits."""

        db_table = "desk_bank"
        constraints = (
            models.CheckConstraint(
                name="bank_action_known", condition=models.Q(action__in=[BLOCK, REVIEW, COUNT])
            ),
            models.CheckConstraint(name="bank_within_bits", condition=models.Q(within__lte=256)),
        )

    def __str__(self) -> str:
        return self.name


class BankEntry(models.Model):
    """One picture or video in a bank: its fingerprint record, and the decision or the partner it came from.

    `record` is the fingerprint record, sealed with the desk's key; its row's number is the picture's number in the
    index. `indexed` says whether the index holds it: wanted while neither `ended_at` nor `quarantined_at` is set. An
    entry that was taken out keeps its row with `ended_at`, and no record. `released_at` is when a lead said that one
    that had been quarantined is right.
    """

    bank = models.ForeignKey(Bank, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=8, choices=[("picture", "picture"), ("video", "video")])
    record = models.BinaryField()
    source = models.CharField(max_length=8, choices=[(DECISION, DECISION), (PARTNER, PARTNER)])
    decided_on = models.ForeignKey(RequestRow, null=True, on_delete=models.PROTECT, related_name="entries")
    partner = models.CharField(max_length=100, blank=True)
    partner_id = models.CharField(max_length=200, blank=True)
    reviewed = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    quarantined_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)
    indexed = models.BooleanField(default=False)

    class Meta:
        """What the database itself holds to: every entry has one source, and says which."""

        db_table = "desk_bank_entry"
        constraints = (
            models.CheckConstraint(
                name="entry_has_one_source",
                condition=models.Q(source=DECISION, decided_on__isnull=False, partner="")
                | (models.Q(source=PARTNER, decided_on__isnull=True) & ~models.Q(partner="")),
            ),
            models.UniqueConstraint(
                fields=["bank", "partner", "partner_id"],
                condition=models.Q(source=PARTNER),
                name="entry_of_partner_once",
            ),
        )
        # What the index lacks or should not hold is asked for every second, and is nearly always nothing.
        indexes = (
            models.Index(
                fields=["id"],
                name="entry_to_enter",
                condition=models.Q(ended_at=None, quarantined_at=None, indexed=False),
            ),
            models.Index(
                fields=["id"],
                name="entry_to_leave",
                condition=~models.Q(ended_at=None, quarantined_at=None) & models.Q(indexed=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Allowed(models.Model):
    """A picture that is never blocked, whatever a bank says: its sealed fingerprint record, who said so and when.

    `indexed` is as in a bank's entry. One that ended has no record.
    """

    record = models.BinaryField()
    note = models.CharField(max_length=200, blank=True)
    added_by = models.CharField(max_length=150)
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    indexed = models.BooleanField(default=False)

    class Meta:
        """The table's own name."""

        db_table = "desk_allowed"

    def __str__(self) -> str:
        return f"allowed {self.pk}"
