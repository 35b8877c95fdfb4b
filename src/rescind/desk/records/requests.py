"""The tables of removal requests: one row for each, and one for each place it names.

What the asker said is in `sealed`, which opens only with the desk's key and the row's own `own_key`; without that key
the words are gone, also from every old copy of the database. The columns beside it are what the desk has to search and
sort by, and hold no word of the asker's.
"""

from django.db import models

from rescind.removal import State

STATES = [(state.value, state.value) for state in State]
ADDRESS_LENGTH = 4096
OPEN, HIDDEN, REMOVED, KEPT = "open", "hidden", "removed", "kept"
PLACE_STATES = (OPEN, HIDDEN, REMOVED, KEPT)
"""What the platform was last told about a place: nothing yet, hide it, remove it, or leave it (also: show it again)."""


class RequestRow(models.Model):
    """One removal request as it stands. `number` and the code hash are the receipt; `state`, `due_at` mirror `sealed`.

    `contact_hash` and `document_hash` (HMACs) tell the same asker and the same document again without saying who.
    `set_aside`: a lead suspended this asker's requests for a time. `alarmed` counts the alarms that were given,
    `complaint_alarmed` those about a complaint.
    `closed_at` is when nothing was left to do; at `forget_at` the own key is thrown away.
    """

    number = models.CharField(max_length=16, unique=True)
    code_hash = models.BinaryField(max_length=32)
    law = models.CharField(max_length=64)
    state = models.CharField(max_length=16, choices=STATES)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    minors_lane = models.BooleanField(default=False)
    own_key = models.BinaryField(max_length=60)
    sealed = models.BinaryField()
    contact_hash = models.BinaryField(max_length=32, null=True, db_index=True)
    document_hash = models.BinaryField(max_length=32, null=True, unique=True)
    set_aside = models.BooleanField(default=False)
    alarmed = models.PositiveSmallIntegerField(default=0)
    complained_at = models.DateTimeField(null=True)
    complaint_alarmed = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)
    forget_at = models.DateTimeField(null=True)

    class Meta:
        """What the database itself holds to."""

        db_table = "desk_request"
        constraints = (
            models.CheckConstraint(
                name="request_state_known", condition=models.Q(state__in=[value for value, _ in STATES])
            ),
            models.CheckConstraint(
                name="request_due_after_received",
                condition=models.Q(due_at__isnull=True) | models.Q(due_at__gte=models.F("received_at")),
            ),
        )
        indexes = (models.Index(fields=["minors_lane", "state", "due_at"], name="request_queue"),)

    def __str__(self) -> str:
        return self.number


class Place(models.Model):
    """Where a request says a copy stands, in the request's order. The asker's note about it is in the sealed record.

    `item` is the platform's own name for what stands there. `copy` is what was seen there, sealed with the request's
    key: the fingerprint of the platform's own copy and how it compares.
    """

    request = models.ForeignKey(RequestRow, on_delete=models.CASCADE, related_name="places")
    position = models.PositiveIntegerField()
    page = models.CharField(max_length=ADDRESS_LENGTH)
    file = models.CharField(max_length=ADDRESS_LENGTH, blank=True)
    item = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=[(each, each) for each in PLACE_STATES], default=OPEN)
    copy = models.BinaryField(null=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        """One place at each position."""

        db_table = "desk_place"
        constraints = (models.UniqueConstraint(fields=["request", "position"], name="place_once"),)
        ordering = ("request", "position")

    def __str__(self) -> str:
        return f"{self.request_id}/{self.position}"
