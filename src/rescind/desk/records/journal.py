"""The tables of the journal: its lines and the signatures over them. The database refuses to change or remove either.

`body` is the line as it was hashed; the other columns repeat parts of it so that it can be searched.
"""

from django.db import models


class JournalLine(models.Model):
    """One line: its number, from 1 without a gap, its canonical text, and the digest that chains it to the one before."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=64)
    subject = models.CharField(max_length=64, blank=True)
    body = models.TextField()
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        """In the order it was written."""

        db_table = "desk_journal_line"
        ordering = ("number",)
        indexes = (models.Index(fields=["subject", "number"], name="journal_subject"),)

    def __str__(self) -> str:
        return f"{self.number} {self.event}"


class JournalCheckpoint(models.Model):
    """A signed statement that the journal had so many lines, and which digest the last of them had."""

    number = models.BigIntegerField()
    at = models.DateTimeField()
    body = models.TextField()
    signature = models.CharField(max_length=128)

    class Meta:
        """In the order they were made."""

        db_table = "desk_journal_checkpoint"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"up to {self.number}"
