"""What can go wrong when pictures are compared or looked up, one class each. `str()` is a sentence for a person; no
file name, no fingerprint and no id is in it.
"""

from rescind.words import phrase


class MatchError(Exception):
    """The base of everything this room raises."""


class IdTaken(MatchError):
    """A fingerprint with this id is in the index already."""

    def __str__(self) -> str:
        return phrase("A fingerprint with this number is in the index already.")


class NotAFingerprint(MatchError):
    """What was given as a fingerprint is not 32 bytes."""

    def __str__(self) -> str:
        return phrase("This is not a fingerprint: a fingerprint has 32 bytes.")


class NotAnEntry(MatchError):
    """An id is not a whole number of 64 bits, a tag not one of 16, or there are not as many of one as of the other."""

    def __str__(self) -> str:
        return phrase("The index cannot hold this: a number in it is too large, below zero, or missing.")


class IndexClosed(MatchError):
    """The index was closed before it was asked."""

    def __str__(self) -> str:
        return phrase("The index was closed already.")


class IndexFilesError(MatchError):
    """The files of an index cannot be used as they are, or not now. Nothing of them was changed."""

    def __str__(self) -> str:
        return phrase("The files of the index could not be used.")


class NotAnIndex(IndexFilesError):
    """There is something else at that place, or a file of another index."""

    def __str__(self) -> str:
        return phrase("This is not an index that this program made. It was left alone.")


class NewerIndex(IndexFilesError):
    """A newer program wrote it in a way that this one does not know."""

    def __str__(self) -> str:
        return phrase("A newer version of this program made this index. Get the newest version to open it.")


class TornIndex(IndexFilesError):
    """A file of the index is missing, or shorter or longer than it must be: it was cut off or copied in part."""

    def __str__(self) -> str:
        return phrase("A part of this index is missing. Use a copy, or build it anew from your records.")


class DamagedIndex(IndexFilesError):
    """The bytes of a file are not those that were written: a checksum does not fit."""

    def __str__(self) -> str:
        return phrase(
            "This index is damaged: something changed its files. Use a copy, or build it anew from your records."
        )


class NoRoom(IndexFilesError):
    """The disk is full, or a quota or limit is reached. What was in the index before is still in it, no more."""

    def __str__(self) -> str:
        return phrase("There is no room left on this disk. The index is as it was before.")


class NotAllowedHere(IndexFilesError):
    """The computer does not let us read or write there: permissions, or a disk that can only be read."""

    def __str__(self) -> str:
        return phrase("This computer does not let us read or write the index here.")


class NotFlushed(IndexFilesError):
    """What was added is in the index, but the disk did not confirm it: without power it might be lost."""

    def __str__(self) -> str:
        return phrase(
            "The disk did not confirm what was written. If the power fails now, the newest entries may be lost."
        )
