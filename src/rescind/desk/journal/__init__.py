"""What happened at the desk, line after line, so that nobody can change the past without it being seen.

Every flow that changes something writes a line in the transaction of the change. Each line carries the digest of the
one before; now and then the desk signs how far the journal has come. `docs/formats/journal.md` describes the format
for whoever wants to check it with a program of their own.
"""

from rescind.desk.journal.chain import Fact, canonical
from rescind.desk.journal.checking import Checked, Checkpoint, Entry, JournalBroken, Line, check
from rescind.desk.journal.file import read_file, write_file
from rescind.desk.journal.signing import public_key, sign
from rescind.desk.journal.stored import entries
from rescind.desk.journal.writing import NoTransaction, checkpoint, write

__all__ = [
    "Checked",
    "Checkpoint",
    "Entry",
    "Fact",
    "JournalBroken",
    "Line",
    "NoTransaction",
    "canonical",
    "check",
    "checkpoint",
    "entries",
    "public_key",
    "read_file",
    "sign",
    "write",
    "write_file",
]
