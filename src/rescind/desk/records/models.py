"""The tables by the names that the rest of the desk imports them by; each group has a file of its own."""

from rescind.desk.records.asking import Draft, Misuse, Tries
from rescind.desk.records.banks import Allowed, Bank, BankEntry
from rescind.desk.records.deciding import Decision, FoundCopy, Message, Report, Statement
from rescind.desk.records.journal import JournalCheckpoint, JournalLine
from rescind.desk.records.machinery import Alive, Hook, Owed, PlatformKey
from rescind.desk.records.matches import KnownItem, Matched, SpoolFile
from rescind.desk.records.requests import Place, RequestRow
from rescind.desk.records.signing_in import Remembered

__all__ = [
    "Alive",
    "Allowed",
    "Bank",
    "BankEntry",
    "Decision",
    "Draft",
    "FoundCopy",
    "Hook",
    "JournalCheckpoint",
    "JournalLine",
    "KnownItem",
    "Matched",
    "Message",
    "Misuse",
    "Owed",
    "Place",
    "PlatformKey",
    "Remembered",
    "Report",
    "RequestRow",
    "SpoolFile",
    "Statement",
    "Tries",
]
