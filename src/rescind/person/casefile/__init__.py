"""The person's sealed case file: one age file, a passphrase, one writer at a time. See
`docs/formats/case.md`.
"""

from rescind.person.casefile.box import Box, create_case, look, open_case
from rescind.person.casefile.contents import from_bytes, to_bytes
from rescind.person.casefile.erasing import Erased, erase, remains
from rescind.person.casefile.errors import (
    CaseExists,
    CaseFileError,
    CaseLocked,
    ChangedMeanwhile,
    EmptyFile,
    NewerVersion,
    NoCaseHere,
    NoRoom,
    NotACaseFile,
    NotAllowedHere,
    TooCostly,
    TooLarge,
    TooSlow,
    TornFile,
    WrongPassphrase,
)
from rescind.person.casefile.sealing import seal, unseal

__all__ = [
    "Box",
    "CaseExists",
    "CaseFileError",
    "CaseLocked",
    "ChangedMeanwhile",
    "EmptyFile",
    "Erased",
    "NewerVersion",
    "NoCaseHere",
    "NoRoom",
    "NotACaseFile",
    "NotAllowedHere",
    "TooCostly",
    "TooLarge",
    "TooSlow",
    "TornFile",
    "WrongPassphrase",
    "create_case",
    "erase",
    "from_bytes",
    "look",
    "open_case",
    "remains",
    "seal",
    "to_bytes",
    "unseal",
]
