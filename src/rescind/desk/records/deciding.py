"""The tables of what was decided and said about a request: decisions, messages, statements to uploaders, found copies."""

from django.db import models

from rescind.desk.records.requests import Place, RequestRow

HIDE, SHOW, GRANT, REFUSE, REMOVE_COPIES, UPHOLD = "hide", "show", "grant", "refuse", "copies", "uphold"
PROPOSED, MADE, TURNED_DOWN = "proposed", "made", "turned down"
LISTED, TAKEN_DOWN, LEFT = "listed", "taken down", "left"


def among(*values: str) -> list[tuple[str, str]]:
    """Return the choices of a field that holds one of these words."""
    return [(each, each) for each in values]


class Decision(models.Model):
    """What somebody decided. A refusal is only proposed until a second reader, who is somebody else, made it.

    `ground` is an id of the law. `words` (what the asker is told beside it) is sealed with the request's key.
    """

    request = models.ForeignKey(RequestRow, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=8, choices=among(HIDE, SHOW, GRANT, REFUSE, REMOVE_COPIES, UPHOLD))
    state = models.CharField(max_length=12, choices=among(PROPOSED, MADE, TURNED_DOWN), default=MADE)
    ground = models.CharField(max_length=64, blank=True)
    words = models.BinaryField(null=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    second_by = models.CharField(max_length=150, blank=True)
    second_at = models.DateTimeField(null=True)

    class Meta:
        """What the database itself holds to: one proposal at a time, and a second reader is a second person."""

        db_table = "desk_decision"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["request"], condition=models.Q(state=PROPOSED), name="decision_one_proposed"
            ),
            models.CheckConstraint(
                name="decision_second_person", condition=~models.Q(second_by=models.F("by"))
            ),
            models.CheckConstraint(
                name="refusal_was_read_twice",
                condition=~models.Q(kind=REFUSE, state=MADE) | ~models.Q(second_by=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Message(models.Model):
    """One message between the asker and the platform; `sealed` opens with the request's key."""

    request = models.ForeignKey(RequestRow, on_delete=models.CASCADE, related_name="messages")
    from_asker = models.BooleanField()
    by = models.CharField(max_length=150, blank=True)
    sealed = models.BinaryField()
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        """In the order they were written."""

        db_table = "desk_message"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"message {self.pk}"


class Statement(models.Model):
    """A statement of reasons to whoever put a picture there (DSA Art. 17), and their objection to it.

    `number` and `code_hash` are theirs, as a receipt is the asker's. It says nothing of who asked. `objection` and
    `answer` are sealed with `own_key`.
    """

    number = models.CharField(max_length=16, unique=True)
    code_hash = models.BinaryField(max_length=32)
    own_key = models.BinaryField(max_length=60)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="statements")
    made_at = models.DateTimeField()
    objection = models.BinaryField(null=True)
    objected_at = models.DateTimeField(null=True)
    answer = models.BinaryField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_statement"

    def __str__(self) -> str:
        return self.number


class FoundCopy(models.Model):
    """A further copy among what the platform sent through the match call, found when a request was granted."""

    request = models.ForeignKey(RequestRow, on_delete=models.CASCADE, related_name="copies")
    service = models.CharField(max_length=100)
    item = models.CharField(max_length=200)
    likeness = models.CharField(max_length=8)
    distance = models.PositiveSmallIntegerField()
    identical = models.BooleanField()
    state = models.CharField(max_length=12, choices=among(LISTED, TAKEN_DOWN, LEFT), default=LISTED)
    found_at = models.DateTimeField()
    decided_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """The same item once for each request."""

        db_table = "desk_found_copy"
        constraints = (
            models.UniqueConstraint(fields=["request", "service", "item"], name="found_copy_once"),
        )

    def __str__(self) -> str:
        return f"copy {self.pk}"


class Report(models.Model):
    """What the minors lane did with a request: to whom it was reported, and until when what is there must be kept."""

    request = models.OneToOneField(RequestRow, on_delete=models.CASCADE, related_name="report")
    to = models.CharField(max_length=100, blank=True)
    their_number = models.CharField(max_length=100, blank=True)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.CharField(max_length=150, blank=True)
    hold_until = models.DateTimeField(null=True)

    class Meta:
        """The table's own name."""

        db_table = "desk_report"

    def __str__(self) -> str:
        return f"report {self.pk}"
