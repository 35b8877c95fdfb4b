"""The tables by the names that the rest of the desk imports them by; each group has a file of its own."""

from rescind.desk.records.banks import Bank, BankEntry
from rescind.desk.records.journal import JournalCheckpoint, JournalLine
from rescind.desk.records.machinery import Alive, Owed, PlatformKey
from rescind.desk.records.requests import Place, RequestRow

__all__ = [
    "Alive",
    "Bank",
    "BankEntry",
    "JournalCheckpoint",
    "JournalLine",
    "Owed",
    "Place",
    "PlatformKey",
    "RequestRow",
]
